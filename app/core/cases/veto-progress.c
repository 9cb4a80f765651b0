/* Which steps of a case are done, on disk before in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-progress"

#include "veto-progress-private.h"

/* guide, step, skipped, revision, at */
#define UNDO_FORMAT "a(ssbsx)"

struct _VetoProgress
{
  GObject    parent_instance;
  VetoStore *store;
  char      *case_id;
  GHashTable
    *marks; /* "guide/step" to VetoStoreStep; also of steps and guides that the guidance no longer has */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoProgress, veto_progress, G_TYPE_OBJECT)

static char *
write_key (const char *guide, const char *step)
{
  return g_strconcat (guide, "/", step, NULL);
}

static const VetoStoreStep *
find_mark (VetoProgress *self, const VetoGuide *guide, const VetoStep *step)
{
  g_autofree char *key = write_key (guide->id, step->path);

  return g_hash_table_lookup (self->marks, key);
}

static void
put_mark (GHashTable *marks, const VetoStoreStep *mark)
{
  g_hash_table_replace (marks, write_key (mark->guide, mark->step), veto_store_step_copy (mark));
}

static GHashTable *
make_marks (GPtrArray *steps)
{
  GHashTable *marks =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) veto_store_step_free);

  for (guint i = 0; i < steps->len; i++)
    put_mark (marks, g_ptr_array_index (steps, i));
  return marks;
}

static gboolean
is_same_mark (const VetoStoreStep *left, const VetoStoreStep *right)
{
  return left != NULL && right != NULL && left->is_skipped == right->is_skipped && left->at == right->at
         && g_strcmp0 (left->revision, right->revision) == 0;
}

static gboolean
are_same_marks (GHashTable *left, GHashTable *right)
{
  GHashTableIter iter;
  gpointer       key, mark;

  if (g_hash_table_size (left) != g_hash_table_size (right))
    return FALSE;
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &key, &mark))
    if (!is_same_mark (mark, g_hash_table_lookup (right, key)))
      return FALSE;
  return TRUE;
}

static void
tell_change (VetoProgress *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
veto_progress_finalize (GObject *object)
{
  VetoProgress *self = VETO_PROGRESS (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->marks, g_hash_table_unref);

  G_OBJECT_CLASS (veto_progress_parent_class)->finalize (object);
}

static void
veto_progress_class_init (VetoProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_progress_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
veto_progress_init (VetoProgress *self)
{
}

VetoProgress *
veto_progress_new (VetoStore *store, const char *case_id, GPtrArray *steps)
{
  VetoProgress *self = g_object_new (VETO_TYPE_PROGRESS, NULL);

  self->store = g_object_ref (store);
  self->case_id = g_strdup (case_id);
  self->marks = make_marks (steps);
  return self;
}

void
veto_progress_take_steps (VetoProgress *self, GPtrArray *steps)
{
  g_autoptr(GHashTable) old = g_steal_pointer (&self->marks);

  self->marks = make_marks (steps);
  if (!are_same_marks (old, self->marks))
    tell_change (self);
}

gboolean
veto_progress_has_begun (VetoProgress *self)
{
  return g_hash_table_size (self->marks) > 0;
}

static gboolean
write_mark (VetoProgress *self, const VetoStoreStep *mark, GError **error)
{
  if (!veto_store_set_step (self->store, self->case_id, mark, error))
    return FALSE;
  put_mark (self->marks, mark);
  tell_change (self);
  return TRUE;
}

static gboolean
take_mark_back (VetoProgress *self, const VetoGuide *guide, const VetoStep *step, GError **error)
{
  g_autofree char *key = write_key (guide->id, step->path);

  if (!veto_store_delete_step (self->store, self->case_id, guide->id, step->path, error))
    return FALSE;
  g_hash_table_remove (self->marks, key);
  tell_change (self);
  return TRUE;
}

gboolean
veto_progress_set_state (VetoProgress    *self,
                         const VetoGuide *guide,
                         const VetoStep  *step,
                         VetoStepState    state,
                         GError         **error)
{
  g_autofree char     *revision = NULL;
  const VetoStoreStep *present;
  VetoStoreStep        mark;

  g_return_val_if_fail (VETO_IS_PROGRESS (self) && guide != NULL && step != NULL, FALSE);

  present = find_mark (self, guide, step);
  if (state == VETO_STEP_STATE_OPEN)
    return present == NULL || take_mark_back (self, guide, step, error);

  revision = veto_step_dup_revision (step);
  mark = (VetoStoreStep){ .guide = (char *) guide->id,
                          .step = (char *) step->path,
                          .is_skipped = state == VETO_STEP_STATE_SKIPPED,
                          .revision = revision,
                          .at = g_get_real_time () / G_USEC_PER_SEC };
  if (present != NULL && present->is_skipped == mark.is_skipped
      && g_strcmp0 (present->revision, revision) == 0)
    return TRUE; /* the day on which it was really done stays */
  return write_mark (self, &mark, error);
}

VetoStepState
veto_progress_get_state (VetoProgress *self, const VetoGuide *guide, const VetoStep *step)
{
  const VetoStoreStep *mark;

  g_return_val_if_fail (VETO_IS_PROGRESS (self) && guide != NULL && step != NULL, VETO_STEP_STATE_OPEN);

  mark = find_mark (self, guide, step);
  if (mark == NULL)
    return VETO_STEP_STATE_OPEN;
  return mark->is_skipped ? VETO_STEP_STATE_SKIPPED : VETO_STEP_STATE_DONE;
}

gboolean
veto_progress_is_outdated (VetoProgress *self, const VetoGuide *guide, const VetoStep *step)
{
  g_autofree char     *revision = NULL;
  const VetoStoreStep *mark;

  g_return_val_if_fail (VETO_IS_PROGRESS (self) && guide != NULL && step != NULL, FALSE);

  mark = find_mark (self, guide, step);
  if (mark == NULL)
    return FALSE;
  revision = veto_step_dup_revision (step);
  return g_strcmp0 (mark->revision, revision) != 0;
}

gboolean
veto_progress_accept_change (VetoProgress *self, const VetoGuide *guide, const VetoStep *step, GError **error)
{
  g_autofree char     *revision = NULL;
  const VetoStoreStep *mark;
  VetoStoreStep        accepted;

  g_return_val_if_fail (VETO_IS_PROGRESS (self) && guide != NULL && step != NULL, FALSE);

  mark = find_mark (self, guide, step);
  if (mark == NULL)
    return TRUE;
  revision = veto_step_dup_revision (step);
  accepted = *mark; /* its day stays: that is when it was done */
  accepted.revision = revision;
  return write_mark (self, &accepted, error);
}

gint64
veto_progress_get_time (VetoProgress *self, const VetoGuide *guide, const VetoStep *step)
{
  const VetoStoreStep *mark = find_mark (self, guide, step);

  return mark != NULL ? mark->at : 0;
}

gboolean
veto_progress_is_finished (VetoProgress *self, const VetoGuide *guide, const VetoStep *step)
{
  VetoStepState state = veto_progress_get_state (self, guide, step);

  return state == VETO_STEP_STATE_DONE || (state == VETO_STEP_STATE_SKIPPED && step->optional);
}

guint
veto_progress_count_finished (VetoProgress *self, const VetoGuide *guide)
{
  guint n = 0;

  g_return_val_if_fail (VETO_IS_PROGRESS (self) && guide != NULL, 0);

  for (guint i = 0; i < guide->n_steps; i++)
    n += veto_progress_is_finished (self, guide, &guide->steps[i]);
  return n;
}

const VetoStep *
veto_progress_get_next (VetoProgress *self, const VetoGuide *guide)
{
  const VetoStep *left_out = NULL;

  g_return_val_if_fail (VETO_IS_PROGRESS (self) && guide != NULL, NULL);

  for (guint i = 0; i < guide->n_steps; i++)
    {
      const VetoStep *step = &guide->steps[i];

      if (find_mark (self, guide, step) == NULL)
        return step;
      if (left_out == NULL && !veto_progress_is_finished (self, guide, step))
        left_out = step;
    }
  return left_out;
}

gint64
veto_progress_get_last_change (VetoProgress *self)
{
  GHashTableIter iter;
  gpointer       mark;
  gint64         last = 0;

  g_return_val_if_fail (VETO_IS_PROGRESS (self), 0);

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    last = MAX (last, ((VetoStoreStep *) mark)->at);
  return last;
}

/* Returns: (transfer full): @steps, to be given back to veto_progress_restore() */
static GVariant *
pack_steps (GPtrArray *steps)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (UNDO_FORMAT));

  for (guint i = 0; i < steps->len; i++)
    {
      const VetoStoreStep *mark = g_ptr_array_index (steps, i);

      g_variant_builder_add (&builder, "(ssbsx)", mark->guide, mark->step, mark->is_skipped, mark->revision,
                             mark->at);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

gboolean
veto_progress_start_over_with (VetoProgress         *self,
                               const VetoStoreEvent *event,
                               GVariant            **out_undo,
                               GError              **error)
{
  g_autoptr(GPtrArray) steps = veto_store_delete_steps (self->store, self->case_id, event, error);

  if (steps == NULL)
    return FALSE;
  *out_undo = pack_steps (steps);
  if (g_hash_table_size (self->marks) == 0)
    return TRUE;
  g_hash_table_remove_all (self->marks);
  tell_change (self);
  return TRUE;
}

gboolean
veto_progress_start_over (VetoProgress *self, GVariant **out_undo, GError **error)
{
  g_return_val_if_fail (VETO_IS_PROGRESS (self) && out_undo != NULL, FALSE);

  return veto_progress_start_over_with (self, NULL, out_undo, error);
}

gboolean
veto_progress_restore (VetoProgress *self, GVariant *undo, GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);
  GVariantIter  iter;
  VetoStoreStep mark;

  g_return_val_if_fail (VETO_IS_PROGRESS (self) && undo != NULL, FALSE);
  g_return_val_if_fail (g_variant_is_of_type (undo, G_VARIANT_TYPE (UNDO_FORMAT)), FALSE);

  g_variant_iter_init (&iter, undo);
  while (g_variant_iter_next (&iter, "(&s&sb&sx)", &mark.guide, &mark.step, &mark.is_skipped, &mark.revision,
                              &mark.at))
    g_ptr_array_add (steps, veto_store_step_copy (&mark));

  if (!veto_store_set_steps (self->store, self->case_id, steps, error))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    put_mark (self->marks, g_ptr_array_index (steps, i));
  if (steps->len > 0)
    tell_change (self);
  return TRUE;
}
