/* A copy of everything comes back: what is looked at before anything else may happen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "veto-store-restore-private.h"

#include "veto-store-backup.h"
#include "veto-store-check.h"
#include "veto-store-connection.h"
#include "veto-store-copies.h"
#include "veto-store-file.h"
#include "veto-store-look.h"
#include "veto-store-schema.h"

#define CHUNK_BYTES (1024 * 1024)
#define HEADER_BYTES 100

static const char *const companions[] = { "-wal", "-journal", "-shm" };

void
veto_store_drop_companions (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (path, companions[i], NULL);
      g_unlink (companion);
    }
}

void
veto_store_drop_draft (const char *path)
{
  veto_store_drop_companions (path);
  g_unlink (path);
}

void
veto_store_copy_free (VetoStoreCopy *self)
{
  if (self->draft != NULL)
    veto_store_drop_draft (self->draft);
  g_free (self->draft);
  g_free (self->folder);
  g_free (self);
}

const VetoStoreContents *
veto_store_copy_get_contents (const VetoStoreCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->contents;
}

static gboolean
refuse (const char *path, VetoStoreError code, const char *why, GError **error)
{
  g_set_error (error, VETO_STORE_ERROR, code, "%s: %s", path, why);
  return FALSE;
}

static gboolean
write_all (int file, const guint8 *data, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      gssize n_written = write (file, data, n_bytes);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n_written, 0);
      n_bytes -= (gsize) MAX (n_written, 0);
    }
  return TRUE;
}

gboolean
veto_store_copy_bytes (int from, int to, gint64 n_bytes, GCancellable *cancellable)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK_BYTES);

  for (gint64 at = 0; at < n_bytes;)
    {
      gssize n_read = pread (from, buffer, (gsize) MIN (CHUNK_BYTES, n_bytes - at), at);

      if (n_read == 0)
        errno = EIO; /* it became shorter meanwhile */
      if (g_cancellable_is_cancelled (cancellable))
        errno = ECANCELED, n_read = 0;
      if (n_read == 0 || (n_read < 0 && errno != EINTR) || !write_all (to, buffer, (gsize) MAX (n_read, 0)))
        return FALSE;
      at += MAX (n_read, 0);
    }
  return fsync (to) == 0;
}

/* Before it is opened: who closes a file that SQLite has open in this process takes its locks away. */
static gboolean
check_not_ours (const char *folder, const char *path, GError **error)
{
  g_autofree char *database = g_build_filename (folder, VETO_STORE_FILE, NULL);
  GStatBuf         status, own;

  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *own_companion = g_strconcat (database, companions[i], NULL);
      g_autofree char *companion = g_strconcat (path, companions[i], NULL);

      if (g_stat (path, &status) == 0 && g_lstat (own_companion, &own) == 0 && status.st_dev == own.st_dev
          && status.st_ino == own.st_ino)
        return refuse (path, VETO_STORE_ERROR_IN_USE, "this is the file that Veto works with", error);
      if (!g_str_equal (companions[i], "-shm") && g_lstat (companion, &status) == 0 && status.st_size > 0)
        return refuse (path, VETO_STORE_ERROR_IN_USE, "a part of it is still in another file beside it",
                       error);
    }
  if (g_stat (path, &status) == 0 && g_lstat (database, &own) == 0 && status.st_dev == own.st_dev
      && status.st_ino == own.st_ino)
    return refuse (path, VETO_STORE_ERROR_IN_USE, "this is the file that Veto works with", error);
  return TRUE;
}

/* SQLite writes into each file how long it is; a copy that was cut off, or that goes on without end, is told at once.
 * Source: SQLite's file format, 1.3.8 "In-header database size" */
static gboolean
check_size (int file, gint64 n_bytes, const char *path, GError **error)
{
  guint8 header[HEADER_BYTES];
  gint64 page_bytes, n_pages;

  if (n_bytes > VETO_STORE_MAX_COPY_BYTES)
    return refuse (path, VETO_STORE_ERROR_TOO_BIG, "too big for a database of Veto", error);
  if (pread (file, header, sizeof header, 0) != sizeof header)
    return refuse (path, VETO_STORE_ERROR_DAMAGED, "the file is cut short", error);
  page_bytes = (gint64) header[16] << 8 | header[17];
  if (page_bytes == 1)
    page_bytes = 65536;
  n_pages = (gint64) header[28] << 24 | (gint64) header[29] << 16 | (gint64) header[30] << 8 | header[31];
  return n_pages * page_bytes == n_bytes
         || refuse (path, VETO_STORE_ERROR_DAMAGED, "the file is not as long as it says", error);
}

/* Returns: a file descriptor of a regular file whose header is right; -1 on error */
static int
open_foreign (const char *folder, const char *path, gint64 *out_n_bytes, GError **error)
{
  VetoStoreLook look;
  struct stat   status;
  int           file;

  if (!check_not_ours (folder, path, error) || !veto_store_look (path, &look, error))
    return -1;
  file = look.exists ? open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
  if (!look.exists || (file < 0 && errno == ENOENT))
    refuse (path, VETO_STORE_ERROR_MISSING, "there is no such file", error);
  else if (file < 0 || fstat (file, &status) != 0)
    veto_store_set_errno (path, error);
  else if (!S_ISREG (status.st_mode))
    refuse (path, VETO_STORE_ERROR_NOT_OURS, "not a file", error);
  else if (check_size (file, status.st_size, path, error))
    {
      *out_n_bytes = status.st_size;
      return file;
    }
  if (file >= 0)
    close (file);
  return -1;
}

/* Returns: (transfer full) (nullable): a file of our own beside the database, with what is in @path */
static char *
take_copy (const char *folder, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *draft = g_build_filename (folder, VETO_STORE_DRAFT_PREFIX "XXXXXX", NULL);
  gint64           n_bytes;
  int              from = open_foreign (folder, path, &n_bytes, error), to;
  gboolean         fine;

  if (from < 0)
    return NULL;
  to = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);
  fine = to >= 0 && veto_store_copy_bytes (from, to, n_bytes, cancellable);
  if (!fine && !g_cancellable_set_error_if_cancelled (cancellable, error))
    veto_store_set_errno (folder, error);
  close (from);
  if (to >= 0)
    close (to);
  if (!fine && to >= 0)
    g_unlink (draft);
  return fine ? g_steal_pointer (&draft) : NULL;
}

/* As it came, read-only. */
static gboolean
check_as_it_came (VetoStoreCopy *copy, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr(sqlite3) db = NULL;
  VetoStoreLook look;

  if (!veto_store_look (copy->draft, &look, error))
    return FALSE;
  db = veto_store_connect (copy->draft, VETO_CONNECTION_STILL, error);
  if (db == NULL)
    return FALSE;
  veto_store_watch_cancellable (db, cancellable);
  return veto_store_check_whole (db, path, error) && veto_store_read_contents (db, &copy->contents, error);
}

/* As the window will have it. On a connection that may write, CHECK constraints are looked at as well. */
static gboolean
bring_up_to_date (VetoStoreCopy *copy, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr(sqlite3) db = veto_store_connect (copy->draft, VETO_CONNECTION_WRITE, error);

  if (db == NULL)
    return FALSE;
  veto_store_watch_cancellable (db, cancellable);
  return veto_store_migrate_to (db, VETO_STORE_VERSION, error) && veto_store_check_whole (db, path, error)
         && veto_store_gather (db, error) && veto_store_trust (db, error);
}

/* SQLite names the draft, of which the person knows nothing. */
static void
name_file (GError **error, const char *draft, const char *path)
{
  gsize n_bytes = strlen (draft);

  if (error != NULL && *error != NULL && g_str_has_prefix ((*error)->message, draft))
    {
      char *message = g_strconcat (path, (*error)->message + n_bytes, NULL);

      g_free ((*error)->message);
      (*error)->message = message;
    }
}

VetoStoreCopy *
veto_store_check_copy_locked (const char *folder, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr(VetoStoreCopy) copy = g_new0 (VetoStoreCopy, 1);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  veto_store_tidy (folder);
  copy->folder = g_strdup (folder);
  copy->draft = take_copy (folder, absolute, cancellable, error);
  if (copy->draft == NULL)
    return NULL;
  if (check_as_it_came (copy, absolute, cancellable, error)
      && bring_up_to_date (copy, absolute, cancellable, error) && veto_store_sync_file (copy->draft, error))
    {
      veto_store_drop_companions (copy->draft); /* the journal was brought home before */
      return g_steal_pointer (&copy);
    }
  if (g_cancellable_is_cancelled (cancellable)) /* SQLite only says that it was interrupted */
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  name_file (error, copy->draft, absolute);
  return NULL;
}

VetoStoreCopy *
veto_store_check_copy (const char *folder, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  found = veto_store_find_folder (folder, TRUE, error);
  return found != NULL ? veto_store_check_copy_locked (found, path, cancellable, error) : NULL;
}

typedef struct
{
  char *folder, *path;
} Job;

static void
free_job (gpointer data)
{
  Job *self = data;

  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job           *job = data;
  GError        *error = NULL;
  VetoStoreCopy *copy = veto_store_check_copy (job->folder, job->path, cancellable, &error);

  if (copy != NULL)
    g_task_return_pointer (task, copy, (GDestroyNotify) veto_store_copy_free);
  else
    g_task_return_error (task, error);
}

void
veto_store_check_copy_async (const char         *folder,
                             const char         *path,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (folder);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, veto_store_check_copy_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, check_thread);
}

VetoStoreCopy *
veto_store_check_copy_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
