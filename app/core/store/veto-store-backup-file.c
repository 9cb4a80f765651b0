/* A copy of everything, as one file that the person keeps where they want.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-backup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "veto-store-backup.h"
#include "veto-store-check.h"
#include "veto-store-connection.h"
#include "veto-store-file.h"
#include "veto-store-private.h"
#include "veto-store-restore-private.h"

/* All that the thread needs: it touches no object. */
typedef struct
{
  char             *database;
  VetoConnection    reading;
  char             *path;
  gboolean          replace;
  VetoStoreContents contents;
} Job;

static Job *
make_job (VetoStore *store, const char *path, gboolean replace)
{
  Job *self = g_new0 (Job, 1);

  self->database = g_strdup (veto_store_get_path (store));
  self->reading = veto_store_get_reading (store);
  self->path = g_canonicalize_filename (path, NULL);
  self->replace = replace;
  return self;
}

static void
free_job (gpointer data)
{
  Job *self = data;

  g_free (self->database);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static gboolean
refuse (const char *path, VetoStoreError code, const char *why, GError **error)
{
  g_set_error (error, VETO_STORE_ERROR, code, "%s: %s", path, why);
  return FALSE;
}

/* SQLite refuses links anywhere in a path, so those above the file are resolved.
 * Returns: (transfer full) (nullable) */
static char *
resolve_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  char            *real = realpath (folder, NULL);

  if (real == NULL && (errno == ENOENT || errno == ENOTDIR))
    refuse (path, VETO_STORE_ERROR_MISSING, "the folder is not there", error);
  else if (real == NULL)
    veto_store_set_errno (path, error);
  return real;
}

/* Before anything is written: what would only be refused at the end. */
static gboolean
check_target (const Job *self, const char *folder, GError **error)
{
  g_autofree char *own = g_path_get_dirname (self->database);
  GStatBuf         status;

  if (self->reading == VETO_CONNECTION_MEMORY)
    return refuse (self->path, VETO_STORE_ERROR_MISSING, "there is nothing to copy yet", error);
  if (g_str_equal (folder, own))
    return refuse (self->path, VETO_STORE_ERROR_NOT_OURS, "this is the folder that Veto works in", error);
  if (g_lstat (self->path, &status) != 0)
    return TRUE;
  if (!S_ISREG (status.st_mode) && !S_ISLNK (status.st_mode))
    return refuse (self->path, VETO_STORE_ERROR_NOT_OURS, "not a file", error);
  return self->replace || refuse (self->path, VETO_STORE_ERROR_EXISTS, "there is such a file", error);
}

static gboolean
fill_draft (const Job *self, const char *draft, GCancellable *cancellable, GError **error)
{
  g_autoptr(sqlite3) db = veto_store_connect (self->database, self->reading, error);

  if (db == NULL)
    return FALSE;
  veto_store_watch_cancellable (db, cancellable);
  return veto_sql_run (db, error, "VACUUM INTO ?1", "s", draft);
}

/* Read back as restoring would read it. */
static gboolean
check_draft (Job *self, const char *draft, GCancellable *cancellable, GError **error)
{
  g_autoptr(sqlite3) db = veto_store_connect (draft, VETO_CONNECTION_STILL, error);
  GStatBuf status;

  if (db == NULL)
    return FALSE;
  veto_store_watch_cancellable (db, cancellable);
  if (!veto_store_check_whole (db, draft, error) || !veto_store_read_contents (db, &self->contents, error))
    return FALSE;
  return (g_lstat (draft, &status) == 0 && status.st_size <= VETO_STORE_MAX_COPY_BYTES)
         || refuse (draft, VETO_STORE_ERROR_TOO_BIG, "too big to be brought back", error);
}

static gboolean
put_in_place (const Job *self, const char *draft, const char *path, GError **error)
{
  if (self->replace ? g_rename (draft, path) == 0 : veto_store_rename_unless_there (draft, path))
    return TRUE;
  if (errno == EEXIST)
    return refuse (self->path, VETO_STORE_ERROR_EXISTS, "there is such a file", error);
  veto_store_set_errno (self->path, error);
  return FALSE;
}

static gboolean
write_copy (Job *self, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *draft = g_build_filename (folder, ".veto-XXXXXX", NULL);
  int      file = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600); /* closed to others from the start */
  gboolean fine;

  if (file < 0)
    {
      veto_store_set_errno (self->path, error);
      return FALSE;
    }
  close (file);
  fine = fill_draft (self, draft, cancellable, error) && veto_store_sync_file (draft, error)
         && check_draft (self, draft, cancellable, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && put_in_place (self, draft, path, error);
  veto_store_drop_draft (draft); /* has its name by now, unless something failed */
  /* Whole it is; when its name is on the disk is up to the disk. */
  if (fine && !veto_store_sync_folder (folder, NULL))
    g_debug ("%s: the folder could not be synced", folder);
  return fine;
}

static gboolean
run_job (Job *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = resolve_folder (self->path, error);

  if (folder == NULL || !check_target (self, folder, error))
    return FALSE;
  if (write_copy (self, folder, cancellable, error))
    return TRUE;
  if (g_cancellable_is_cancelled (cancellable)) /* SQLite only says that it was interrupted */
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  else if (error != NULL && *error != NULL && !g_str_has_prefix ((*error)->message, self->path))
    g_prefix_error (error, "%s: ", self->path); /* SQLite names the file that was copied */
  return FALSE;
}

gboolean
veto_store_count_contents (VetoStore *self, VetoStoreContents *out_contents, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && out_contents != NULL, FALSE);

  return veto_store_read_contents (veto_store_get_db (self), out_contents, error);
}

gboolean
veto_store_back_up (VetoStore         *self,
                    const char        *path,
                    gboolean           replace,
                    VetoStoreContents *out_contents,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr(Job) job = NULL;

  g_return_val_if_fail (VETO_IS_STORE (self) && path != NULL, FALSE);

  job = make_job (self, path, replace);
  if (!run_job (job, cancellable, error))
    return FALSE;
  if (out_contents != NULL)
    *out_contents = job->contents;
  return TRUE;
}

static void
back_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
veto_store_back_up_async (VetoStore          *self,
                          const char         *path,
                          gboolean            replace,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VETO_IS_STORE (self) && path != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, veto_store_back_up_async);
  g_task_set_check_cancellable (task, FALSE); /* a copy that got its name is not to be called cancelled */
  g_task_set_task_data (task, make_job (self, path, replace), free_job);
  g_task_run_in_thread (task, back_up_thread);
}

gboolean
veto_store_back_up_finish (GAsyncResult *result, VetoStoreContents *out_contents, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (out_contents != NULL)
    *out_contents = ((Job *) g_task_get_task_data (G_TASK (result)))->contents;
  return TRUE;
}
