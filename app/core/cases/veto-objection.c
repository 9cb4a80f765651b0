/* One platform and one goal, and what the person does about it: what a row of the overview shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-objection"

#include "veto-objection-private.h"

struct _VetoObjection
{
  GObject       parent_instance;
  VetoPlatform *platform;
  char         *goal;
  VetoCase     *item; /* nullable */
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoObjection, veto_objection, G_TYPE_OBJECT)

static void
changed_cb (VetoObjection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
forget_case (VetoObjection *self)
{
  if (self->item == NULL)
    return;

  g_signal_handlers_disconnect_by_data (veto_case_get_progress (self->item), self);
  g_signal_handlers_disconnect_by_data (veto_case_get_timeline (self->item), self);
  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
veto_objection_dispose (GObject *object)
{
  VetoObjection *self = VETO_OBJECTION (object);

  forget_case (self);
  g_clear_object (&self->platform);

  G_OBJECT_CLASS (veto_objection_parent_class)->dispose (object);
}

static void
veto_objection_finalize (GObject *object)
{
  g_free (VETO_OBJECTION (object)->goal);

  G_OBJECT_CLASS (veto_objection_parent_class)->finalize (object);
}

static void
veto_objection_class_init (VetoObjectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = veto_objection_dispose;
  object_class->finalize = veto_objection_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_objection_init (VetoObjection *self)
{
}

VetoObjection *
veto_objection_new (VetoPlatform *platform, const char *goal)
{
  VetoObjection *self = g_object_new (VETO_TYPE_OBJECTION, NULL);

  self->platform = g_object_ref (platform);
  self->goal = g_strdup (goal);
  return self;
}

void
veto_objection_set_case (VetoObjection *self, VetoCase *item)
{
  if (self->item == item)
    return;

  forget_case (self);
  if (item != NULL)
    {
      self->item = g_object_ref (item);
      /* A step that is written moves the state too; whoever shows this hears of it once more, and no less. */
      g_signal_connect_swapped (item, "notify", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (veto_case_get_progress (item), "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (veto_case_get_timeline (item), "items-changed", G_CALLBACK (changed_cb),
                                self);
    }
  changed_cb (self);
}

VetoPlatform *
veto_objection_get_platform (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->platform;
}

const char *
veto_objection_get_goal (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->goal;
}

VetoCase *
veto_objection_get_case (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);
  return self->item;
}

const VetoGuide *
veto_objection_get_guide (VetoObjection *self)
{
  const VetoGuide *guide = NULL;

  g_return_val_if_fail (VETO_IS_OBJECTION (self), NULL);

  if (self->item != NULL)
    guide = veto_platform_find_guide (self->platform, veto_case_get_guide (self->item));
  return guide != NULL ? guide : veto_platform_find_goal (self->platform, self->goal);
}

VetoCaseState
veto_objection_get_state (VetoObjection *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTION (self), VETO_CASE_NOT_STARTED);
  return self->item != NULL ? veto_case_get_state (self->item) : VETO_CASE_NOT_STARTED;
}

guint
veto_objection_count_steps (VetoObjection *self)
{
  const VetoGuide *guide = veto_objection_get_guide (self);
  return guide != NULL ? guide->n_steps : 0;
}

guint
veto_objection_count_finished (VetoObjection *self)
{
  const VetoGuide *guide = veto_objection_get_guide (self);

  if (guide == NULL || self->item == NULL)
    return 0;
  return veto_progress_count_finished (veto_case_get_progress (self->item), guide);
}

guint
veto_objection_count_changed (VetoObjection *self)
{
  const VetoGuide *guide = veto_objection_get_guide (self);
  guint            n_changed = 0;

  if (guide == NULL || self->item == NULL)
    return 0;
  for (guint i = 0; i < guide->n_steps; i++)
    if (veto_progress_is_outdated (veto_case_get_progress (self->item), guide, &guide->steps[i]))
      n_changed++;
  return n_changed;
}

const VetoStep *
veto_objection_get_next_step (VetoObjection *self)
{
  const VetoGuide *guide = veto_objection_get_guide (self);

  if (guide == NULL)
    return NULL;
  if (self->item == NULL)
    return guide->steps;
  return veto_progress_get_next (veto_case_get_progress (self->item), guide);
}
