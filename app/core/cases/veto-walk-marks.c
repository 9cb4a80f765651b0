/* What is kept of a person's way: which steps are done, and in which case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-walk"

#include "veto-walk-private.h"

VetoProgress *
veto_walk_get_progress (VetoWalk *self)
{
  VetoObjection *item = veto_walk_get_objection (self);
  VetoCase      *known = item != NULL ? veto_objection_get_case (item) : NULL;

  return known != NULL ? veto_case_get_progress (known) : NULL;
}

VetoStepState
veto_walk_get_state (VetoWalk *self)
{
  VetoProgress   *progress = veto_walk_get_progress (self);
  const VetoStep *step = veto_walk_get_step (self);

  if (progress == NULL || step == NULL)
    return VETO_STEP_STATE_OPEN;
  return veto_progress_get_state (progress, veto_walk_get_guide (self), step);
}

gboolean
veto_walk_is_outdated (VetoWalk *self)
{
  VetoProgress   *progress = veto_walk_get_progress (self);
  const VetoStep *step = veto_walk_get_step (self);

  return progress != NULL && step != NULL
         && veto_progress_is_outdated (progress, veto_walk_get_guide (self), step);
}

VetoCase *
veto_walk_require_case (VetoWalk *self, GError **error)
{
  VetoObjection   *item = veto_walk_get_objection (self);
  const VetoGuide *guide = veto_walk_get_guide (self);
  VetoCase        *known = veto_objection_start (item, self->book, guide->id, error);

  if (known == NULL)
    return NULL;
  return g_strcmp0 (veto_case_get_guide (known), guide->id) == 0
             || veto_case_set_guide (known, guide->id, error)
           ? known
           : NULL;
}

gboolean
veto_walk_write_state (VetoWalk *self, VetoStepState state, GError **error)
{
  const VetoStep *step = veto_walk_get_step (self);
  VetoCase       *known = veto_walk_require_case (self, error);

  if (known == NULL)
    return FALSE;
  return veto_progress_set_state (veto_case_get_progress (known), veto_walk_get_guide (self), step, state,
                                  error);
}

gboolean
veto_walk_reopen_step (VetoWalk *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_WALK (self), FALSE);
  g_return_val_if_fail (veto_walk_get_step (self) != NULL, FALSE);

  if (!veto_walk_write_state (self, VETO_STEP_STATE_OPEN, error))
    return FALSE;
  g_hash_table_remove (self->opened, veto_walk_get_step (self)->path);
  return TRUE;
}

gboolean
veto_walk_accept_change (VetoWalk *self, GError **error)
{
  VetoProgress *progress;

  g_return_val_if_fail (VETO_IS_WALK (self), FALSE);

  progress = veto_walk_get_progress (self);
  g_return_val_if_fail (progress != NULL && veto_walk_get_step (self) != NULL, FALSE);
  return veto_progress_accept_change (progress, veto_walk_get_guide (self), veto_walk_get_step (self), error);
}
