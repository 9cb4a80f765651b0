/* A person's way through a guide: which step is on the screen, what comes next, what came before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-walk"

#include "veto-walk-private.h"

enum { SIGNAL_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoWalk, veto_walk, G_TYPE_OBJECT)

static const VetoStep *
get_own_step (VetoWalk *self)
{
  const VetoGuide *guide = veto_walk_get_guide (self);

  if (guide == NULL || self->step == NULL)
    return NULL;
  for (guint i = 0; i < guide->n_steps; i++)
    if (g_str_equal (guide->steps[i].id, self->step))
      return &guide->steps[i];
  return NULL;
}

static const VetoStep *
find_open_step (VetoWalk *self, const VetoGuide *guide)
{
  VetoProgress *progress = veto_walk_get_progress (self);
  return progress != NULL ? veto_progress_get_next (progress, guide) : guide->steps;
}

/* To @step of the guide's own, or to the end. */
static void
show (VetoWalk *self, const VetoStep *step)
{
  char *id = step != NULL ? g_strdup (step->id) : NULL;

  g_free (self->step);
  self->step = id;
  g_clear_pointer (&self->branch, g_free);
  self->branch_index = 0;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

/* Newer guidance leaves the walk as it is, unless it lacks the platform; cases that came or went do concern it. */
static void
objections_changed_cb (VetoWalk *self)
{
  VetoObjection *item = veto_walk_get_objection (self);

  if (item != NULL && self->kept != NULL && veto_objection_get_platform (item) != self->kept)
    return;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
veto_walk_dispose (GObject *object)
{
  VetoWalk *self = VETO_WALK (object);

  if (self->objections != NULL)
    g_signal_handlers_disconnect_by_data (self->objections, self);
  g_clear_object (&self->objections);
  g_clear_object (&self->book);
  g_clear_object (&self->kept);

  G_OBJECT_CLASS (veto_walk_parent_class)->dispose (object);
}

static void
veto_walk_finalize (GObject *object)
{
  VetoWalk *self = VETO_WALK (object);

  g_free (self->platform);
  g_free (self->goal);
  g_free (self->guide);
  g_free (self->step);
  g_free (self->branch);
  g_hash_table_unref (self->opened);

  G_OBJECT_CLASS (veto_walk_parent_class)->finalize (object);
}

static void
veto_walk_class_init (VetoWalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = veto_walk_dispose;
  object_class->finalize = veto_walk_finalize;

  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_walk_init (VetoWalk *self)
{
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* @id: (nullable); the goal is that of the guide, or the platform's main one */
static void
set_guide (VetoWalk *self, const char *id)
{
  VetoObjection   *item = veto_objections_find (self->objections, self->platform);
  const VetoGuide *guide = self->kept != NULL && id != NULL ? veto_platform_find_guide (self->kept, id)
                                                            : NULL;

  if (guide != NULL)
    {
      g_free (self->guide);
      self->guide = g_strdup (id);
    }
  if (guide != NULL || (item != NULL && self->goal == NULL))
    {
      g_free (self->goal);
      self->goal = g_strdup (guide != NULL ? guide->goal : veto_objection_get_goal (item));
    }
}

VetoWalk *
veto_walk_new (VetoObjections *objections,
               VetoCaseBook   *book,
               const char     *platform,
               const char     *guide_id,
               const char     *step)
{
  VetoWalk        *self = g_object_new (VETO_TYPE_WALK, NULL);
  VetoObjection   *item = veto_objections_find (objections, platform);
  const VetoGuide *guide;

  self->objections = g_object_ref (objections);
  self->book = g_object_ref (book);
  self->platform = g_strdup (platform);
  if (item != NULL)
    g_set_object (&self->kept, veto_objection_get_platform (item));
  set_guide (self, guide_id);
  g_signal_connect_swapped (objections, "items-changed", G_CALLBACK (objections_changed_cb), self);

  guide = veto_walk_get_guide (self);
  if (guide != NULL)
    show (self, find_open_step (self, guide));
  if (step != NULL)
    veto_walk_go_to (self, step);
  return self;
}

VetoObjection *
veto_walk_get_objection (VetoWalk *self)
{
  g_return_val_if_fail (VETO_IS_WALK (self), NULL);
  return veto_objections_find_goal (self->objections, self->platform, self->goal);
}

VetoPlatform *
veto_walk_get_platform (VetoWalk *self)
{
  g_return_val_if_fail (VETO_IS_WALK (self), NULL);
  return self->kept;
}

const VetoGuide *
veto_walk_get_guide (VetoWalk *self)
{
  VetoObjection   *item = veto_walk_get_objection (self);
  const VetoGuide *guide = NULL, *present;

  if (item == NULL || self->kept == NULL || veto_objection_get_platform (item) == NULL)
    return NULL;
  if (self->guide != NULL)
    guide = veto_platform_find_guide (self->kept, self->guide);
  present = veto_objection_get_guide (item);
  if (guide == NULL && present != NULL)
    guide = veto_platform_find_guide (self->kept, present->id);
  return guide != NULL ? guide : present;
}

const VetoBranch *
veto_walk_get_branch (VetoWalk *self)
{
  const VetoGuide *guide = veto_walk_get_guide (self);

  if (guide == NULL || self->branch == NULL)
    return NULL;
  return veto_guide_find_branch (guide, self->branch);
}

const VetoStep *
veto_walk_get_step (VetoWalk *self)
{
  const VetoBranch *branch = veto_walk_get_branch (self);

  if (branch == NULL)
    return get_own_step (self);
  return self->branch_index < branch->n_steps ? &branch->steps[self->branch_index] : NULL;
}

guint
veto_walk_get_index (VetoWalk *self)
{
  const VetoGuide *guide = veto_walk_get_guide (self);
  const VetoStep  *step = get_own_step (self);

  if (guide == NULL)
    return 0;
  return step != NULL ? (guint) (step - guide->steps) : guide->n_steps;
}

guint
veto_walk_get_branch_index (VetoWalk *self)
{
  g_return_val_if_fail (VETO_IS_WALK (self), 0);
  return self->branch_index;
}

/* The next step behind @index that is not finished, else one before it that was left out; NULL: the end */
static const VetoStep *
find_unfinished (VetoWalk *self, const VetoGuide *guide, guint index)
{
  VetoProgress *progress = veto_walk_get_progress (self);

  for (guint n = 1; n < guide->n_steps; n++)
    {
      const VetoStep *step = &guide->steps[(index + n) % guide->n_steps];

      if (progress == NULL || !veto_progress_is_finished (progress, guide, step))
        return step;
    }
  return NULL;
}

/* To the next step of the branch, or out of it. Returns: %FALSE when the person is in none, and nothing has moved */
static gboolean
go_on_in_branch (VetoWalk *self)
{
  const VetoBranch *branch = veto_walk_get_branch (self);

  if (branch == NULL)
    return FALSE;
  if (self->branch_index + 1 < branch->n_steps)
    {
      self->branch_index++;
      g_signal_emit (self, signals[SIGNAL_MOVED], 0);
    }
  else
    show (self, get_own_step (self));
  return TRUE;
}

gboolean
veto_walk_finish_step (VetoWalk *self, VetoStepState state, GError **error)
{
  g_return_val_if_fail (VETO_IS_WALK (self), FALSE);
  g_return_val_if_fail (veto_walk_get_step (self) != NULL, FALSE);
  g_return_val_if_fail (state != VETO_STEP_STATE_OPEN, FALSE);

  if (!veto_walk_write_state (self, state, error))
    return FALSE;

  if (veto_walk_is_fork (self))
    return veto_walk_take_guide (self, veto_walk_get_branch (self)->guide_id, error);
  if (!go_on_in_branch (self))
    show (self, find_unfinished (self, veto_walk_get_guide (self), veto_walk_get_index (self)));
  return TRUE;
}

gboolean
veto_walk_is_fork (VetoWalk *self)
{
  const VetoBranch *branch = veto_walk_get_branch (self);
  return branch != NULL && branch->guide_id != NULL && self->branch_index + 1 >= branch->n_steps;
}

gboolean
veto_walk_return (VetoWalk *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_WALK (self) && veto_walk_get_branch (self) != NULL, FALSE);

  if (!veto_walk_write_state (self, VETO_STEP_STATE_DONE, error))
    return FALSE;
  show (self, get_own_step (self));
  return TRUE;
}

void
veto_walk_go_on (VetoWalk *self)
{
  const VetoGuide *guide;
  guint            index;

  g_return_if_fail (VETO_IS_WALK (self));
  g_return_if_fail (veto_walk_get_step (self) != NULL);

  guide = veto_walk_get_guide (self);
  index = veto_walk_get_index (self);
  if (!go_on_in_branch (self))
    show (self, index + 1 < guide->n_steps ? &guide->steps[index + 1] : find_unfinished (self, guide, index));
}

gboolean
veto_walk_can_go_back (VetoWalk *self)
{
  return veto_walk_get_guide (self) != NULL && (self->branch != NULL || veto_walk_get_index (self) > 0);
}

void
veto_walk_go_back (VetoWalk *self)
{
  const VetoGuide *guide = veto_walk_get_guide (self);

  if (!veto_walk_can_go_back (self))
    return;

  if (self->branch != NULL && self->branch_index > 0)
    {
      self->branch_index--;
      g_signal_emit (self, signals[SIGNAL_MOVED], 0);
    }
  else if (self->branch != NULL)
    show (self, get_own_step (self));
  else
    show (self, &guide->steps[veto_walk_get_index (self) - 1]);
}

void
veto_walk_go_to (VetoWalk *self, const char *path)
{
  const VetoGuide *guide;

  g_return_if_fail (VETO_IS_WALK (self));

  guide = veto_walk_get_guide (self);
  for (guint i = 0; guide != NULL && i < guide->n_steps; i++)
    if (g_strcmp0 (guide->steps[i].path, path) == 0)
      show (self, &guide->steps[i]);
}

gboolean
veto_walk_take_branch (VetoWalk *self, const char *branch, GError **error)
{
  const VetoGuide  *guide = veto_walk_get_guide (self);
  const VetoBranch *taken = guide != NULL ? veto_guide_find_branch (guide, branch) : NULL;

  g_return_val_if_fail (taken != NULL, FALSE);

  if (taken->n_steps == 0 && taken->guide_id != NULL)
    return veto_walk_take_guide (self, taken->guide_id, error);
  if (taken->n_steps == 0)
    return TRUE;

  g_free (self->branch);
  self->branch = g_strdup (branch);
  self->branch_index = 0;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
  return TRUE;
}

gboolean
veto_walk_take_guide (VetoWalk *self, const char *guide, GError **error)
{
  g_autofree char *guide_before = NULL, *goal_before = NULL;

  g_return_val_if_fail (VETO_IS_WALK (self), FALSE);

  guide_before = g_strdup (self->guide);
  goal_before = g_strdup (self->goal);
  set_guide (self, guide);
  if (veto_walk_require_case (self, error) == NULL)
    {
      g_free (self->guide);
      g_free (self->goal);
      self->guide = g_steal_pointer (&guide_before);
      self->goal = g_steal_pointer (&goal_before);
      return FALSE;
    }
  show (self, find_open_step (self, veto_walk_get_guide (self)));
  return TRUE;
}
