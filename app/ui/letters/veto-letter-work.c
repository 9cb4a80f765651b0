/* A letter on the desk: what is typed goes into it at once, and into the store soon after.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-work"

#include "veto-config.h"

#include "veto-letter-work-private.h"

#include <glib/gi18n.h>

#include "veto-letter-languages.h"

struct _VetoLetterWork
{
  GObject          parent_instance;
  VetoServices    *services;
  VetoSavedLetter *saved;
  VetoLetter      *letter;
  VetoLetterKind  *labels;
  GHashTable      *problems;           /* name of a draft to the sentence beside it */
  gboolean         language_is_chosen; /* by the person, so nothing proposes another */
  char            *objection;          /* nullable: whose case has to be made first */
  guint            timeout;
};

enum { SIGNAL_CHANGED, SIGNAL_SAVED, SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoLetterWork, veto_letter_work, G_TYPE_OBJECT)

static gboolean
save_cb (gpointer data)
{
  VetoLetterWork *self = data;
  g_autoptr(GError) error = NULL;

  self->timeout = 0;
  if (!veto_letter_work_save (self, &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  return G_SOURCE_REMOVE;
}

/* Counted from the first key, not from the last: who types on and on is kept as well. */
static void
changed (VetoLetterWork *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (VETO_LETTER_SAVE_AFTER_MS, save_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const char *
veto_letter_work_note (VetoLetterWork *self, const char *name, const char *text, const GError *error)
{
  veto_saved_letter_set_draft (self->saved, name, error != NULL ? text : NULL);
  if (error != NULL)
    g_hash_table_insert (self->problems, g_strdup (name), g_strdup (error->message));
  else
    g_hash_table_remove (self->problems, name);
  changed (self);
  return g_hash_table_lookup (self->problems, name);
}

/* What could not stand in the letter when it was closed is said again. */
static void
read_problems (VetoLetterWork *self)
{
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (self->labels, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *draft = veto_saved_letter_get_draft (self->saved, fields[i].id);
      g_autoptr(GError) error = NULL;
      g_autofree char *kept = draft != NULL ? veto_answer_check (&fields[i], draft, &error) : NULL;

      if (error != NULL)
        g_hash_table_insert (self->problems, g_strdup (fields[i].id), g_strdup (error->message));
    }
}

static gboolean
open_letter (VetoLetterWork *self, const char *language, GError **error)
{
  const char *kind_id = veto_saved_letter_get_kind (self->saved);
  g_autoptr(VetoLetterKind) kind = NULL;
  VetoLetter *letter;

  kind = veto_letter_languages_dup_kind (self->services->guidance, kind_id, language);
  letter = veto_letter_book_open (self->services->letters, self->saved, kind,
                                  kind != self->labels ? self->labels : NULL, error);
  if (letter == NULL)
    return FALSE;
  g_set_object (&self->letter, letter);
  g_object_unref (letter);
  return TRUE;
}

static void
veto_letter_work_dispose (GObject *object)
{
  VetoLetterWork *self = VETO_LETTER_WORK (object);

  if (self->timeout != 0)
    save_cb (self);
  g_clear_handle_id (&self->timeout, g_source_remove);

  G_OBJECT_CLASS (veto_letter_work_parent_class)->dispose (object);
}

static void
veto_letter_work_finalize (GObject *object)
{
  VetoLetterWork *self = VETO_LETTER_WORK (object);

  g_clear_object (&self->saved);
  g_clear_object (&self->letter);
  g_clear_object (&self->labels);
  g_clear_pointer (&self->objection, g_free);
  g_clear_pointer (&self->problems, g_hash_table_unref);

  G_OBJECT_CLASS (veto_letter_work_parent_class)->finalize (object);
}

static void
veto_letter_work_class_init (VetoLetterWorkClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_letter_work_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_letter_work_finalize;
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
veto_letter_work_init (VetoLetterWork *self)
{
  self->problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

VetoLetterWork *
veto_letter_work_new (VetoServices *services, VetoSavedLetter *saved, GError **error)
{
  g_autoptr(VetoLetterWork) self = g_object_new (VETO_TYPE_LETTER_WORK, NULL);
  VetoGuideSet   *set = veto_guidance_get_set (services->guidance);
  VetoLetterKind *labels = veto_guide_set_find_letter (set, veto_saved_letter_get_kind (saved));
  const char     *language = veto_saved_letter_get_language (saved);

  self->services = services;
  self->saved = g_object_ref (saved);
  if (labels == NULL)
    {
      g_set_error_literal (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_UNKNOWN,
                           _ ("Veto no longer has words for letters of this kind."));
      return NULL;
    }
  self->labels = g_object_ref (labels);
  self->language_is_chosen = veto_saved_letter_is_kept (saved);
  if (!open_letter (self, language != NULL ? language : veto_letter_kind_get_language (labels), error))
    return NULL;
  read_problems (self);
  return g_steal_pointer (&self);
}

VetoServices *
veto_letter_work_get_services (VetoLetterWork *self)
{
  return self->services;
}

VetoSavedLetter *
veto_letter_work_get_saved (VetoLetterWork *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);
  return self->saved;
}

VetoLetter *
veto_letter_work_get_letter (VetoLetterWork *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);
  return self->letter;
}

VetoLetterKind *
veto_letter_work_get_labels (VetoLetterWork *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);
  return self->labels;
}

gboolean
veto_letter_work_is_sent (VetoLetterWork *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), FALSE);
  return veto_saved_letter_get_sent_day (self->saved) != NULL;
}

const char *
veto_letter_work_set_text (VetoLetterWork *self, const char *field, const char *text)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);

  veto_letter_set_answer (self->letter, field, text, &error);
  return veto_letter_work_note (self, field, text, error);
}

const char *
veto_letter_work_get_text (VetoLetterWork *self, const char *field)
{
  const char *draft, *answer;

  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), "");
  draft = veto_saved_letter_get_draft (self->saved, field);
  answer = veto_letter_get_answer (self->letter, field);
  return draft != NULL ? draft : answer != NULL ? answer : "";
}

const char *
veto_letter_work_get_problem (VetoLetterWork *self, const char *field)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);
  return g_hash_table_lookup (self->problems, field);
}

const char *
veto_letter_work_set_own_words (VetoLetterWork *self, const char *paragraph, const char *text)
{
  g_autofree char *name = g_strconcat (VETO_DRAFT_PARAGRAPH, paragraph, NULL);
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);

  veto_letter_set_own_text (self->letter, paragraph, text, &error);
  return veto_letter_work_note (self, name, text, error);
}

gboolean
veto_letter_work_get_choice (VetoLetterWork *self, const char *field, const char *choice)
{
  const char *answer = veto_letter_get_answer (self->letter, field);
  g_auto(GStrv) ids = g_strsplit (answer != NULL ? answer : "", ",", -1);

  return g_strv_contains ((const char *const *) ids, choice);
}

void
veto_letter_work_set_choice (VetoLetterWork *self, const char *field, const char *choice, gboolean is_ticked)
{
  const VetoField *asked = veto_letter_kind_find_field (self->labels, field);
  g_autoptr(GString) answer = g_string_new (NULL);

  g_return_if_fail (asked != NULL);

  for (guint i = 0; i < asked->n_choices; i++)
    {
      const char *id = asked->choices[i].id;

      if (g_str_equal (id, choice) ? is_ticked : veto_letter_work_get_choice (self, field, id))
        g_string_append_printf (answer, "%s%s", answer->len > 0 ? "," : "", id);
    }
  veto_letter_work_set_text (self, field, answer->str);
}

void
veto_letter_work_set_regime (VetoLetterWork *self, const char *id)
{
  g_return_if_fail (VETO_IS_LETTER_WORK (self));

  if (g_str_equal (veto_letter_get_regime (self->letter), id))
    return;
  if (veto_letter_set_regime (self->letter, id, NULL))
    changed (self);
}

const char *
veto_letter_work_get_language (VetoLetterWork *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);
  return veto_letter_kind_get_language (veto_letter_get_kind (self->letter));
}

static void
use_language (VetoLetterWork *self, const char *language)
{
  g_autoptr(GError) error = NULL;

  if (g_str_equal (veto_letter_work_get_language (self), language))
    return;
  if (!veto_letter_work_save (self, &error) || !open_letter (self, language, &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  changed (self);
}

void
veto_letter_work_propose_language (VetoLetterWork *self, const char *language)
{
  if (!self->language_is_chosen)
    use_language (self, language);
}

void
veto_letter_work_set_language (VetoLetterWork *self, const char *language)
{
  g_return_if_fail (VETO_IS_LETTER_WORK (self));
  self->language_is_chosen = TRUE;
  use_language (self, language);
}

gboolean
veto_letter_work_is_ready (VetoLetterWork *self)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), FALSE);
  return veto_letter_is_complete (self->letter) && g_hash_table_size (self->problems) == 0;
}

gboolean
veto_letter_work_save (VetoLetterWork *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), FALSE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (veto_letter_work_is_sent (self))
    return TRUE;
  if (self->objection != NULL
      && veto_letter_book_has_news (self->services->letters, self->saved, self->letter)
      && !veto_letter_work_require_case (self, error))
    return FALSE;
  if (!veto_letter_book_save (self->services->letters, self->saved, self->letter, error))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  return TRUE;
}

void
veto_letter_work_set_objection (VetoLetterWork *self, const char *id)
{
  g_return_if_fail (VETO_IS_LETTER_WORK (self));

  g_free (self->objection);
  self->objection = g_strdup (id);
}

/* What was found by its id may be gone by now; then the letter is one of no case. */
gboolean
veto_letter_work_require_case (VetoLetterWork *self, GError **error)
{
  VetoObjection *item;
  VetoCase      *known;

  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), FALSE);

  item = self->objection != NULL ? veto_objections_find (self->services->objections, self->objection) : NULL;
  if (item != NULL)
    {
      known = veto_objection_start (item, self->services->book, NULL, error);
      if (known == NULL
          || !veto_letter_book_set_case (self->services->letters, self->saved, veto_case_get_id (known),
                                         error))
        return FALSE;
    }
  g_clear_pointer (&self->objection, g_free);
  return TRUE;
}
