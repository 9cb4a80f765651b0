/* One look for newer guidance: what is asked for, in which order, and what becomes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-look-private.h"

#include "veto-feed-install.h"
#include "veto-fetch.h"

#define SMALL_DEADLINE_MS 20000
#define BLOB_DEADLINE_MS 30000
#define BLOB_BYTES_A_SECOND (32 * 1024)

/* How much of the bar each part gets. */
#define PROGRESS_ROOTS 0.1
#define PROGRESS_INDEX 0.2
#define PROGRESS_BLOBS 0.3
#define PROGRESS_INSTALL 0.9

static void fetch_index (GTask *task);
static void fetch_blob (GTask *task);

static void
end_well (GTask *task)
{
  veto_look_tell_progress (g_task_get_task_data (task), 1);
  veto_look_end (task, NULL);
}

/* Asking */

static void
fetch (GTask              *task,
       const char         *path,
       gsize               max_bytes,
       gssize              exact_bytes,
       guint               deadline_ms,
       GAsyncReadyCallback fetched_cb)
{
  VetoLook             *self = g_task_get_task_data (task);
  g_autofree char      *url = g_strconcat (self->config->urls[self->url], path, NULL);
  const VetoFetchLimits limits = { .kind = VETO_FETCH_JSON,
                                   .max_bytes = max_bytes,
                                   .exact_bytes = exact_bytes,
                                   .deadline_ms = deadline_ms,
                                   .loopback = self->config->loopback };

  g_clear_pointer (&self->came, g_bytes_unref);
  veto_fetch_async (self->session, url, &limits, self->stop, fetched_cb, task);
}

/* A signature that is wrong is never a reason to ask somebody else: only a network is. */
static gboolean
is_of_network (const GError *error)
{
  return g_error_matches (error, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NETWORK)
         || g_error_matches (error, VETO_FETCH_ERROR, VETO_FETCH_ERROR_TIMEOUT)
         || g_error_matches (error, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NOT_FOUND)
         || g_error_matches (error, VETO_FETCH_ERROR, VETO_FETCH_ERROR_WEB_PAGE);
}

/* @error: (transfer full): what the network said */
static void
try_next_url (GTask *task, GError *error)
{
  VetoLook *self = g_task_get_task_data (task);

  if (!is_of_network (error) || self->config->urls[self->url + 1] == NULL)
    {
      veto_look_end (task, error);
      return;
    }
  g_debug ("the next address, because of %s", error->message);
  g_error_free (error);
  self->url++;
  veto_look_fetch_root (task); /* the roots that were taken stay */
}

/* Roots: U3 and U4 */

static void
work_root (VetoLook *self, GError **error)
{
  VetoFeed *next =
    veto_feed_take_root (self->feed, self->config, self->folder, self->language, self->came, error);

  if (next == NULL)
    return;
  veto_feed_unref (self->feed);
  self->feed = next;
}

static void
root_fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask    *task = data;
  VetoLook *self = g_task_get_task_data (task);
  GError   *error = NULL;

  self->came = veto_fetch_finish (result, &error);
  if (self->came != NULL)
    {
      self->n_roots++;
      veto_look_run_step (task, work_root, veto_look_fetch_root);
      return;
    }
  if (!g_error_matches (error, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NOT_FOUND))
    {
      try_next_url (task, error);
      return;
    }
  g_clear_error (&error); /* there is no newer root */
  if (veto_trust_state_check_root (self->feed->trust, self->now, &error))
    fetch_index (task);
  else
    veto_look_end (task, error);
}

void
veto_look_fetch_root (GTask *task)
{
  VetoLook        *self = g_task_get_task_data (task);
  g_autofree char *path = g_strdup_printf ("root/%u.json", self->feed->trust->root->version + 1);
  GError          *error = NULL;

  veto_look_tell_progress (self, PROGRESS_ROOTS);
  if (self->n_roots < VETO_LOOK_MAX_ROOTS)
    fetch (task, path, VETO_TRUST_MAX_ROOT_BYTES, -1, SMALL_DEADLINE_MS, root_fetched_cb);
  else if (veto_trust_state_check_root (self->feed->trust, self->now, &error))
    fetch_index (task);
  else
    veto_look_end (task, error);
}

/* The index: U6 to U10 */

static void
work_index (VetoLook *self, GError **error)
{
  VetoTrustOutcome outcome;
  VetoTrustState  *offered =
    veto_trust_state_take_index (self->feed->trust, self->came, self->now, &outcome, error);

  if (offered == NULL)
    return;
  g_clear_pointer (&self->offered, veto_trust_state_unref);
  self->offered = offered;
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  self->missing = veto_feed_list_missing (self->folder, offered->index);
  self->n_fetched = 0;
  self->n_bytes = self->n_done = 0;
  for (guint i = 0; i < self->missing->len; i++)
    self->n_bytes += ((const VetoTrustFile *) self->missing->pdata[i])->size;
  self->is_new = outcome == VETO_TRUST_NEW_INDEX || self->missing->len > 0;
  if (!self->is_new && veto_feed_keep_index (self->folder, offered, error))
    {
      VetoFeed *next = veto_feed_replace (self->feed, offered, self->feed->set);

      veto_feed_unref (self->feed);
      self->feed = next;
    }
}

static void
go_on_with_index (GTask *task)
{
  VetoLook *self = g_task_get_task_data (task);

  if (self->is_new)
    fetch_blob (task);
  else
    end_well (task);
}

static void
index_fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask    *task = data;
  VetoLook *self = g_task_get_task_data (task);
  GError   *error = NULL;

  self->came = veto_fetch_finish (result, &error);
  if (self->came != NULL)
    veto_look_run_step (task, work_index, go_on_with_index);
  else
    try_next_url (task, error);
}

static void
fetch_index (GTask *task)
{
  veto_look_tell_progress (g_task_get_task_data (task), PROGRESS_INDEX);
  fetch (task, VETO_FEED_INDEX, VETO_TRUST_MAX_INDEX_BYTES, -1, SMALL_DEADLINE_MS, index_fetched_cb);
}

/* The files: U11 to U14 */

static void
work_blob (VetoLook *self, GError **error)
{
  const VetoTrustFile *file = self->missing->pdata[self->n_fetched];

  if (!veto_trust_file_check (file, self->came, error)
      || !veto_feed_folder_write (self->folder, VETO_FEED_BLOBS, file->sha256, self->came, error))
    return;
  self->n_fetched++;
  self->n_done += file->size;
}

static void
work_install (VetoLook *self, GError **error)
{
  VetoFeed *next =
    veto_feed_install (self->feed, self->offered, self->folder, self->language, self->stop, error);

  if (next == NULL)
    return;
  veto_feed_unref (self->feed);
  self->feed = next;
  self->installed = TRUE;
}

static void
blob_fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask    *task = data;
  VetoLook *self = g_task_get_task_data (task);
  GError   *error = NULL;

  self->came = veto_fetch_finish (result, &error);
  if (self->came != NULL)
    veto_look_run_step (task, work_blob, fetch_blob);
  else
    try_next_url (task, error);
}

/* The next one that is missing, or all are there. */
static void
fetch_blob (GTask *task)
{
  VetoLook            *self = g_task_get_task_data (task);
  const VetoTrustFile *file;
  g_autofree char     *path = NULL;
  double               done = self->n_bytes > 0 ? (double) self->n_done / (double) self->n_bytes : 1;

  veto_look_tell_progress (self, PROGRESS_BLOBS + done * (PROGRESS_INSTALL - PROGRESS_BLOBS));
  if (self->n_fetched >= self->missing->len)
    {
      veto_look_run_step (task, work_install, end_well);
      return;
    }
  file = self->missing->pdata[self->n_fetched];
  path = g_strdup_printf ("blobs/%s.json", file->sha256);
  fetch (task, path, file->size, (gssize) file->size,
         BLOB_DEADLINE_MS + (guint) (file->size * 1000 / BLOB_BYTES_A_SECOND), blob_fetched_cb);
}
