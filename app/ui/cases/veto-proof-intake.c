/* Takes in proof: one file after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-intake"

#include "veto-config.h"

#include "veto-proof-intake.h"

#include <glib/gi18n.h>

#include "veto-words.h"

#define MAX_PROBLEMS 5 /* more are only counted */

/* What waits */
typedef struct
{
  GFile  *file;  /* nullable */
  GBytes *bytes; /* nullable */
  char   *name;
} Item;

struct _VetoProofIntake
{
  GObject        parent_instance;
  VetoProofList *list;
  GQueue         waiting; /* of Item; the first is being kept while there is a @cancellable */
  GCancellable  *cancellable;
  GPtrArray     *problems; /* of sentences */
  guint          n_added;
};

enum { SIGNAL_CHANGED, SIGNAL_ADDED, SIGNAL_FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoProofIntake, veto_proof_intake, G_TYPE_OBJECT)

static void
free_item (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->file);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_free (item->name);
  g_free (item);
}

static void
veto_proof_intake_dispose (GObject *object)
{
  VetoProofIntake *self = VETO_PROOF_INTAKE (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (veto_proof_intake_parent_class)->dispose (object);
}

static void
veto_proof_intake_finalize (GObject *object)
{
  VetoProofIntake *self = VETO_PROOF_INTAKE (object);

  g_queue_clear_full (&self->waiting, free_item);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (veto_proof_intake_parent_class)->finalize (object);
}

static void
veto_proof_intake_class_init (VetoProofIntakeClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_proof_intake_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_proof_intake_finalize;
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ADDED] =
    g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VETO_TYPE_PROOF);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
veto_proof_intake_init (VetoProofIntake *self)
{
  g_queue_init (&self->waiting);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

VetoProofIntake *
veto_proof_intake_new (VetoProofList *list)
{
  VetoProofIntake *self = g_object_new (VETO_TYPE_PROOF_INTAKE, NULL);

  self->list = g_object_ref (list);
  return self;
}

/* (transfer full) (nullable) */
static char *
dup_problems (VetoProofIntake *self)
{
  guint    n_more = self->problems->len > MAX_PROBLEMS ? self->problems->len - MAX_PROBLEMS : 0;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->problems->len - n_more; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", (char *) self->problems->pdata[i]);
  if (n_more > 0)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words,
                              ngettext ("%u more file was not kept.", "%u more files were not kept.", n_more),
                              n_more);
    }
  return g_string_free (words, self->problems->len == 0);
}

static void
finish (VetoProofIntake *self)
{
  g_autofree char *problems = dup_problems (self);
  guint            n_added = self->n_added;

  self->n_added = 0;
  g_ptr_array_set_size (self->problems, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, n_added, problems);
}

static void start_next (VetoProofIntake *self);

static void
note_problem (VetoProofIntake *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_ptr_array_add (self->problems, error->domain == VETO_PROOF_ERROR ? g_strdup (error->message)
                                                                     : veto_words_dup_error (error));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoProofIntake) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoProof) proof = veto_proof_list_add_finish (VETO_PROOF_LIST (source), result, &error);

  free_item (g_queue_pop_head (&self->waiting));
  g_clear_object (&self->cancellable);
  if (proof != NULL)
    {
      self->n_added++;
      g_signal_emit (self, signals[SIGNAL_ADDED], 0, proof);
    }
  else
    note_problem (self, error);
  start_next (self);
}

static void
start_next (VetoProofIntake *self)
{
  const Item *item = g_queue_peek_head (&self->waiting);

  if (self->cancellable != NULL)
    return;
  if (item == NULL)
    {
      finish (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (item->file != NULL)
    veto_proof_list_add_file_async (self->list, item->file, self->cancellable, added_cb, g_object_ref (self));
  else
    veto_proof_list_add_bytes_async (self->list, item->name, item->bytes, self->cancellable, added_cb,
                                     g_object_ref (self));
}

void
veto_proof_intake_add_file (VetoProofIntake *self, GFile *file)
{
  Item *item = g_new0 (Item, 1);

  g_return_if_fail (VETO_IS_PROOF_INTAKE (self) && G_IS_FILE (file));

  item->file = g_object_ref (file);
  item->name = veto_proof_file_dup_name (file);
  g_queue_push_tail (&self->waiting, item);
  start_next (self);
}

void
veto_proof_intake_add_picture (VetoProofIntake *self, GBytes *bytes)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  Item            *item = g_new0 (Item, 1);

  g_return_if_fail (VETO_IS_PROOF_INTAKE (self) && bytes != NULL);

  item->bytes = g_bytes_ref (bytes);
  /* Translators: the name of a file; %s is day and time, such as 2026-11-26 14.05.33 */
  item->name = g_strdup_printf (_ ("Picture %s"), time);
  g_queue_push_tail (&self->waiting, item);
  start_next (self);
}

void
veto_proof_intake_add_problem (VetoProofIntake *self, const char *sentence)
{
  g_return_if_fail (VETO_IS_PROOF_INTAKE (self) && sentence != NULL);

  g_ptr_array_add (self->problems, g_strdup (sentence));
  start_next (self);
}

const char *
veto_proof_intake_get_name (VetoProofIntake *self)
{
  const Item *item;

  g_return_val_if_fail (VETO_IS_PROOF_INTAKE (self), NULL);

  item = g_queue_peek_head (&self->waiting);
  return item != NULL ? item->name : NULL;
}

void
veto_proof_intake_cancel (VetoProofIntake *self)
{
  g_return_if_fail (VETO_IS_PROOF_INTAKE (self));

  if (self->cancellable == NULL)
    return;
  while (self->waiting.length > 1)
    free_item (g_queue_pop_tail (&self->waiting));
  g_cancellable_cancel (self->cancellable);
}
