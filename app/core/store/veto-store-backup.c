/* A copy of the database as it was before a migration.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "veto-store-backup.h"

#include "veto-store-connection.h"
#include "veto-store-file.h"
#include "veto-store-restore-private.h"

gboolean
veto_store_sync_file (const char *path, GError **error)
{
  int      file = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  gboolean fine = file >= 0 && fsync (file) == 0;

  if (!fine)
    veto_store_set_errno (path, error);
  if (file >= 0)
    close (file);
  return fine;
}

/* Reads the whole copy back. *out_version: what it is a copy of */
static gboolean
check_copy (const char *path, gint64 *out_version, GError **error)
{
  g_autoptr(sqlite3) db = veto_store_connect (path, VETO_CONNECTION_STILL, error);
  g_autofree char *verdict = NULL;

  if (db == NULL || !veto_sql_read_text (db, "PRAGMA integrity_check (1)", &verdict, error)
      || !veto_sql_read_integer (db, "PRAGMA user_version", out_version, error))
    return FALSE;
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_DAMAGED, "%s: the copy cannot be read", path);
  return FALSE;
}

/* A copy of a newer version means that another process was quicker, and has kept the older one. */
static gboolean
put_in_place (const char *draft, const char *path, gint64 version, GError **error)
{
  gint64 copied;

  if (!veto_store_sync_file (draft, error) || !check_copy (draft, &copied, error))
    return FALSE;
  if (copied != version)
    return TRUE;
  if (g_rename (draft, path) == 0)
    return TRUE;
  veto_store_set_errno (path, error);
  return FALSE;
}

gboolean
veto_store_keep_version (sqlite3 *db, gint64 version, GError **error)
{
  const char      *database = sqlite3_db_filename (db, "main");
  g_autofree char *path = g_strdup_printf ("%s.before-%" G_GINT64_FORMAT, database, version + 1);
  g_autofree char *draft = g_strconcat (path, "-XXXXXX", NULL);
  g_autofree char *folder = g_path_get_dirname (database);
  int      file = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600); /* closed to others from the start */
  gboolean fine;

  if (file < 0)
    {
      veto_store_set_errno (path, error);
      return FALSE;
    }
  close (file);
  fine = veto_sql_run (db, error, "VACUUM INTO ?1", "s", draft) && put_in_place (draft, path, version, error);
  veto_store_drop_draft (
    draft); /* has its name by now, unless something failed or another process was quicker */
  return fine && veto_store_sync_folder (folder, error);
}

sqlite3 *
veto_store_copy_to_memory (sqlite3 *from, GError **error)
{
  g_autoptr(sqlite3) db = veto_store_connect ("", VETO_CONNECTION_MEMORY, error);
  sqlite3_backup *copying;
  int             rc;

  if (db == NULL)
    return NULL;
  copying = sqlite3_backup_init (db, "main", from, "main");
  if (copying == NULL)
    {
      veto_sql_set_error (db, sqlite3_extended_errcode (db), error);
      return NULL;
    }
  rc = sqlite3_backup_step (copying, -1);
  sqlite3_backup_finish (copying);
  if (rc == SQLITE_DONE)
    return g_steal_pointer (&db);
  veto_sql_set_error (from, rc, error);
  return NULL;
}
