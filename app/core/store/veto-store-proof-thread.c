/* Proof in a thread, with a connection of its own: 25 MB take longer than a frame.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-connection.h"
#include "veto-store-private.h"
#include "veto-store-proof-private.h"

/* Copies for the thread, which never touches the store. */
typedef struct
{
  char           *path;
  char           *id;    /* nullable */
  VetoStoreProof *proof; /* nullable */
  GBytes         *bytes; /* nullable */
} Job;

static void
free_job (Job *job)
{
  g_free (job->path);
  g_free (job->id);
  g_clear_pointer (&job->proof, veto_store_proof_free);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
return_result (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
return_bytes (GTask *task, GBytes *bytes, GError *error)
{
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
read_in (GTask *task, sqlite3 *db, const Job *job, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = db != NULL ? veto_store_load_proof (db, job->id, cancellable, &error) : NULL;

  return_bytes (task, bytes, error);
}

static void
add_in (GTask *task, sqlite3 *db, const Job *job, GCancellable *cancellable)
{
  GError  *error = NULL;
  gboolean added = veto_store_insert_proof (db, job->proof, job->bytes, cancellable, &error);

  return_result (task, added, error);
}

static void
delete_in (GTask *task, sqlite3 *db, const Job *job, GCancellable *cancellable)
{
  GError  *error = NULL;
  gboolean deleted = veto_store_remove_proof (db, job->id, &error);

  return_result (task, deleted, error);
}

typedef void (*Work) (GTask *task, sqlite3 *db, const Job *job, GCancellable *cancellable);

static void
run_connected (GTask *task, Work work, VetoConnection kind, const Job *job, GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(sqlite3) db = veto_store_connect (job->path, kind, &error);

  if (db != NULL)
    work (task, db, job, cancellable);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_thread (GTask *task, gpointer source, gpointer job, GCancellable *cancellable)
{
  run_connected (task, read_in, VETO_CONNECTION_READ, job, cancellable);
}

static void
add_thread (GTask *task, gpointer source, gpointer job, GCancellable *cancellable)
{
  run_connected (task, add_in, VETO_CONNECTION_WRITE, job, cancellable);
}

static void
delete_thread (GTask *task, gpointer source, gpointer job, GCancellable *cancellable)
{
  run_connected (task, delete_in, VETO_CONNECTION_WRITE, job, cancellable);
}

/* What is done after the thread has come to its end counts: a proof that is on the disk is never called cancelled. What
 * lies in memory has one connection only, so there it is done at once. The task has no reference to the store, or the
 * thread could be the last to let go of it. */
static void
start (VetoStore *self, GTask *task, Job *job, GTaskThreadFunc in_thread, Work here)
{
  job->path = g_strdup (veto_store_get_path (self));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  if (*job->path != '\0')
    g_task_run_in_thread (task, in_thread);
  else
    here (task, veto_store_get_db (self), job, g_task_get_cancellable (task));
}

void
veto_store_read_proof_bytes_async (VetoStore          *self,
                                   const char         *id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (VETO_IS_STORE (self) && id != NULL);

  job->id = g_strdup (id);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, veto_store_read_proof_bytes_async);
  start (self, task, job, read_thread, read_in);
}

GBytes *
veto_store_read_proof_bytes_finish (VetoStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
veto_store_add_proof_async (VetoStore            *self,
                            const VetoStoreProof *proof,
                            GBytes               *bytes,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (VETO_IS_STORE (self) && proof != NULL && bytes != NULL);

  job->proof = veto_store_proof_copy (proof);
  job->bytes = g_bytes_ref (bytes);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, veto_store_add_proof_async);
  start (self, task, job, add_thread, add_in);
}

gboolean
veto_store_add_proof_finish (VetoStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
veto_store_delete_proof_async (VetoStore          *self,
                               const char         *id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (VETO_IS_STORE (self) && id != NULL);

  job->id = g_strdup (id);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, veto_store_delete_proof_async);
  start (self, task, job, delete_thread, delete_in);
}

gboolean
veto_store_delete_proof_finish (VetoStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
