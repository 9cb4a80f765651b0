/* Whether a walk goes on steps that newer guidance describes differently.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-walk"

#include "veto-walk-private.h"

static gboolean
is_same_step (const VetoStep *kept, const VetoStep *present)
{
  g_autofree char *old_revision = veto_step_dup_revision (kept),
                  *new_revision = veto_step_dup_revision (present);

  return g_str_equal (kept->path, present->path) && g_str_equal (old_revision, new_revision)
         && g_strcmp0 (kept->title, present->title) == 0 && g_strcmp0 (kept->body, present->body) == 0;
}

static gboolean
are_same_steps (const VetoStep *kept, guint n_kept, const VetoStep *present, guint n_present)
{
  gboolean is_same = n_kept == n_present;

  for (guint i = 0; is_same && i < n_kept; i++)
    is_same = is_same_step (&kept[i], &present[i]);
  return is_same;
}

static gboolean
are_same_branches (const VetoGuide *kept, const VetoGuide *present)
{
  gboolean is_same = kept->n_branches == present->n_branches;

  for (guint i = 0; is_same && i < kept->n_branches; i++)
    {
      const VetoBranch *old_branch = &kept->branches[i];
      const VetoBranch *new_branch = veto_guide_find_branch (present, old_branch->id);

      is_same =
        new_branch != NULL
        && are_same_steps (old_branch->steps, old_branch->n_steps, new_branch->steps, new_branch->n_steps);
    }
  return is_same;
}

gboolean
veto_walk_is_overtaken (VetoWalk *self)
{
  VetoObjection   *item;
  VetoPlatform    *platform;
  const VetoGuide *guide, *present;

  g_return_val_if_fail (VETO_IS_WALK (self), FALSE);

  item = veto_walk_get_objection (self);
  platform = item != NULL ? veto_objection_get_platform (item) : NULL;
  guide = veto_walk_get_guide (self);
  if (platform == NULL || platform == self->kept || guide == NULL)
    return FALSE;
  present = veto_platform_find_guide (platform, guide->id);
  return present == NULL || !are_same_steps (guide->steps, guide->n_steps, present->steps, present->n_steps)
         || !are_same_branches (guide, present);
}
