/* One look for newer guidance, and what it means for the guidance in use.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-look.h"
#include "veto-updater-private.h"

static gboolean
is_same_guidance (const VetoFeed *a, const VetoFeed *b)
{
  const VetoTrustIndex *first = veto_updater_get_index (a), *second = veto_updater_get_index (b);

  return first == NULL || second == NULL ? first == second : g_str_equal (first->sha256, second->sha256);
}

typedef struct
{
  VetoGuideSet     *set; /* nullable */
  VetoUpdateOutcome outcome;
} Answer;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->set);
  g_free (answer);
}

static VetoUpdateSource
get_source (const VetoLookResult *found)
{
  if (veto_updater_get_index (found->feed) == NULL)
    return VETO_UPDATE_SOURCE_BUILT_IN;
  return found->installed ? VETO_UPDATE_SOURCE_NETWORK : VETO_UPDATE_SOURCE_DISK;
}

static void
progress_cb (double fraction, gpointer data)
{
  veto_updater_set_progress (data, fraction);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(VetoLookResult) found = veto_look_finish (result);
  VetoUpdater *self = g_task_get_source_object (task);
  gboolean     changed = !is_same_guidance (self->feed, found->feed);
  Answer      *answer;

  self->jitter = g_random_double_range (-1, 1);
  veto_updater_take_feed (self, veto_feed_ref (found->feed), changed ? get_source (found) : self->source);
  veto_updater_take_times (self, &found->times);
  veto_updater_set_busy (self, FALSE);
  if (!changed && found->problem != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&found->problem));
      return;
    }
  answer = g_new0 (Answer, 1);
  answer->outcome = !changed                ? VETO_UPDATE_CURRENT
                    : self->feed->withdrawn ? VETO_UPDATE_WITHDRAWN
                                            : VETO_UPDATE_NEW;
  answer->set = changed ? g_object_ref (self->feed->set) : NULL;
  g_task_return_pointer (task, answer, free_answer);
}

/* Returns: whether a look may begin; @task has been answered if not */
static gboolean
check_ready (VetoUpdater *self, GTask *task)
{
  if (!veto_updater_has_feed (self))
    g_task_return_new_error (task, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_NO_FEED, "no feed is built in");
  else if (self->busy)
    g_task_return_new_error (task, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_BUSY, "a look is going on");
  else
    return TRUE;
  return FALSE;
}

void
veto_updater_check_async (VetoUpdater        *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_autoptr(GTask) task = NULL;
  VetoLookRequest request;

  g_return_if_fail (VETO_IS_UPDATER (self));
  g_return_if_fail (self->feed != NULL); /* veto_updater_load() comes first */

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, veto_updater_check_async);
  g_task_set_check_cancellable (task,
                                FALSE); /* what was installed is told, even to who stopped a moment before */
  if (!check_ready (self, task))
    return;
  request = (VetoLookRequest){ .config = &self->config,
                               .language = self->language,
                               .memory = self->feed,
                               .times = &self->times,
                               .now = veto_updater_get_now (self),
                               .progress = progress_cb,
                               .progress_data = self };
  veto_updater_set_progress (self, 0);
  veto_updater_set_busy (self, TRUE);
  veto_look_async (&request, cancellable, looked_cb, g_steal_pointer (&task));
}

VetoGuideSet *
veto_updater_check_finish (VetoUpdater       *self,
                           GAsyncResult      *result,
                           VetoUpdateOutcome *out_outcome,
                           GError           **error)
{
  Answer       *answer;
  VetoGuideSet *set;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (out_outcome != NULL)
    *out_outcome = answer != NULL ? answer->outcome : VETO_UPDATE_CURRENT;
  if (answer == NULL)
    return NULL;
  set = g_steal_pointer (&answer->set);
  free_answer (answer);
  return set;
}
