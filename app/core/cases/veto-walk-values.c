/* What a person enters on the way through a guide, and which pages its steps have opened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-walk"

#include "veto-walk-private.h"

const char *
veto_walk_get_value (VetoWalk *self, const char *name)
{
  VetoObjection *item = veto_walk_get_objection (self);
  VetoCase      *known = item != NULL ? veto_objection_get_case (item) : NULL;

  return known != NULL ? veto_case_get_value (known, name) : NULL;
}

gboolean
veto_walk_set_value (VetoWalk *self, const char *name, const char *text, GError **error)
{
  VetoCase *known;

  if (veto_walk_get_objection (self) == NULL)
    return TRUE; /* the guidance no longer has the platform: the walk is over, and nothing asks for a value */
  if (g_strcmp0 (veto_walk_get_value (self, name), text != NULL && *text != '\0' ? text : NULL) == 0)
    return TRUE;

  known = veto_walk_require_case (self, error);
  return known != NULL && veto_case_set_value (known, name, text, error);
}

void
veto_walk_note_opened (VetoWalk *self, const char *link)
{
  const VetoStep *step;

  g_return_if_fail (VETO_IS_WALK (self));

  step = veto_walk_get_step (self);
  if (step != NULL)
    g_hash_table_insert (self->opened, g_strdup (step->path), g_strdup (link));
}

void
veto_walk_forget_opened (VetoWalk *self)
{
  g_return_if_fail (VETO_IS_WALK (self));
  g_hash_table_remove_all (self->opened);
}

const char *
veto_walk_get_opened (VetoWalk *self)
{
  const VetoStep *step = veto_walk_get_step (self);
  return step != NULL ? g_hash_table_lookup (self->opened, step->path) : NULL;
}

const char *
veto_walk_get_page (VetoWalk *self)
{
  const VetoGuide *guide = veto_walk_get_guide (self);

  if (guide == NULL)
    return NULL;
  for (guint i = MIN (veto_walk_get_index (self), guide->n_steps); i > 0; i--)
    {
      const VetoStep *step = &guide->steps[i - 1];
      const char     *link = g_hash_table_lookup (self->opened, step->path);

      if (link != NULL || (step->links != NULL && step->links[0] != NULL))
        return link != NULL ? link : step->links[0];
    }
  return NULL;
}
