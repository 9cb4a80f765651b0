/* One look for newer guidance: requests on the main loop, what takes time in threads, one step after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-look-private.h"

#include "veto-feed-install.h"
#include "veto-fetch.h"
#include "veto-update-problem.h"

#define LOOK_SECONDS (10 * 60)

typedef struct
{
  GTask       *task; /* of the look */
  VetoLookWork work;
  VetoLookNext next;
} Step;

void
veto_look_result_free (VetoLookResult *self)
{
  g_clear_pointer (&self->feed, veto_feed_unref);
  veto_update_times_clear (&self->times);
  g_clear_error (&self->problem);
  g_free (self);
}

static void
free_look (gpointer data)
{
  VetoLook *self = data;

  g_clear_handle_id (&self->deadline_id, g_source_remove);
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  g_clear_object (&self->stop);
  g_clear_object (&self->session);
  g_clear_pointer (&self->folder, veto_feed_folder_free);
  g_clear_pointer (&self->feed, veto_feed_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->offered, veto_trust_state_unref);
  g_clear_pointer (&self->came, g_bytes_unref);
  veto_update_times_clear (&self->times);
  g_clear_error (&self->problem);
  g_free (self);
}

void
veto_look_tell_progress (VetoLook *self, double fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->progress_data);
}

/* The end */

static void
work_close (VetoLook *self, GError **error)
{
  const char *id = self->problem != NULL ? veto_update_problem_get_id (self->problem) : NULL;

  if (!g_error_matches (self->problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (self->problem, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_BUSY))
    {
      veto_update_times_note (&self->times, self->now, id);
      if (self->folder != NULL)
        veto_update_times_write (&self->times, self->folder);
    }
  g_clear_pointer (&self->folder, veto_feed_folder_free); /* and the lock with it */
}

static void
return_result (GTask *task)
{
  VetoLook       *self = g_task_get_task_data (task);
  VetoLookResult *result = g_new0 (VetoLookResult, 1);

  result->feed = g_steal_pointer (&self->feed);
  result->installed = self->installed;
  result->times = self->times;
  self->times.problem = NULL;
  result->problem = g_steal_pointer (&self->problem);
  g_task_return_pointer (task, result, (GDestroyNotify) veto_look_result_free);
  g_object_unref (task);
}

static void
run_step_thread (GTask *step_task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Step   *step = data;
  GError *error = NULL;

  step->work (g_task_get_task_data (step->task), &error);
  if (error != NULL)
    g_task_return_error (step_task, error);
  else
    g_task_return_boolean (step_task, TRUE);
}

static void
step_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Step   *step = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    step->next (step->task);
  else
    veto_look_end (step->task, error);
}

/* Does @work in a thread, then @next here. */
void
veto_look_run_step (GTask *task, VetoLookWork work, VetoLookNext next)
{
  g_autoptr(GTask) step_task = g_task_new (NULL, NULL, step_cb, NULL);
  Step *step = g_new (Step, 1);

  *step = (Step){ task, work, next };
  g_task_set_task_data (step_task, step, g_free);
  g_task_run_in_thread (step_task, run_step_thread);
}

/* @problem: (transfer full) (nullable) */
void
veto_look_end (GTask *task, GError *problem)
{
  VetoLook *self = g_task_get_task_data (task);

  if (self->timed_out && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&problem);
      problem =
        g_error_new (VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_TIMEOUT, "not done after %d seconds", LOOK_SECONDS);
    }
  if (problem != NULL)
    g_debug ("the look ends: %s", problem->message);
  self->problem = problem;
  veto_look_run_step (task, work_close, return_result);
}

/* The beginning: U1 and U2 */

static void
work_begin (VetoLook *self, GError **error)
{
  g_autoptr(VetoFeedFolder) folder = veto_feed_folder_open (self->config->folder, TRUE, error);
  VetoFeed *begun;

  if (folder == NULL || !veto_feed_folder_lock (folder, error))
    return;
  begun = veto_feed_begin (self->config, folder, self->language, self->feed, error);
  if (begun == NULL)
    return;
  self->folder = g_steal_pointer (&folder);
  veto_feed_unref (self->feed);
  self->feed = begun;
}

static gboolean
deadline_cb (gpointer data)
{
  VetoLook *self = data;

  self->deadline_id = 0;
  self->timed_out = TRUE;
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static void
stop_cb (GCancellable *outer, gpointer data)
{
  g_cancellable_cancel (data);
}

void
veto_look_async (const VetoLookRequest *request,
                 GCancellable          *cancellable,
                 GAsyncReadyCallback    callback,
                 gpointer               data)
{
  GTask    *task = g_task_new (NULL, NULL, callback, data);
  VetoLook *self = g_new0 (VetoLook, 1);

  g_task_set_source_tag (task, veto_look_async);
  g_task_set_task_data (task, self, free_look);
  self->config = request->config;
  self->language = request->language;
  self->progress = request->progress;
  self->progress_data = request->progress_data;
  self->now = request->now;
  self->feed = veto_feed_ref (request->memory);
  self->times = *request->times;
  self->times.problem = g_strdup (request->times->problem);
  self->session = veto_fetch_session_new ();
  self->stop = g_cancellable_new ();
  self->deadline_id = g_timeout_add_seconds (LOOK_SECONDS, deadline_cb, self);
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->outer_id =
        g_cancellable_connect (cancellable, G_CALLBACK (stop_cb), g_object_ref (self->stop), g_object_unref);
    }
  veto_look_run_step (task, work_begin, veto_look_fetch_root);
}

VetoLookResult *
veto_look_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
