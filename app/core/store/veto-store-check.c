/* Whether a file that comes from somewhere is a whole database of ours. Rule: security design, 7.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-check.h"

#include "veto-store-connection.h"
#include "veto-store-schema.h"

#define OPERATIONS_PER_LOOK 10000 /* of SQLite's machine; a few milliseconds */

static int
is_cancelled_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
veto_store_watch_cancellable (sqlite3 *db, GCancellable *cancellable)
{
  sqlite3_progress_handler (db, OPERATIONS_PER_LOOK, cancellable != NULL ? is_cancelled_cb : NULL,
                            cancellable);
}

/* All that makes up the tables, in an order that does not depend on when they were made.
 * Returns: (transfer full) (nullable) */
static char *
dup_schema (sqlite3 *db, GError **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error,
                                 "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type",
                                 "");
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return NULL;
  while (veto_sql_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_string_free (g_steal_pointer (&text), FALSE);
      for (int i = 0; i < 4; i++)
        {
          g_autofree char *part = veto_sql_dup_text (statement, i);
          g_string_append_printf (text, "%s\n", part != NULL ? part : "");
        }
    }
  return NULL;
}

static gboolean
check_schema (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr(sqlite3) ours = veto_store_connect ("", VETO_CONNECTION_MEMORY, error);
  g_autofree char *found = NULL, *expected = NULL;
  gint64           version;

  if (ours == NULL || !veto_sql_read_integer (db, "PRAGMA user_version", &version, error)
      || !veto_store_migrate_to (ours, (guint) CLAMP (version, 1, VETO_STORE_VERSION), error))
    return FALSE;
  expected = dup_schema (ours, error);
  found = expected != NULL ? dup_schema (db, error) : NULL;
  if (found == NULL)
    return FALSE;
  if (g_str_equal (found, expected))
    return TRUE;
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_NOT_OURS, "%s: its tables are not those of Veto",
               path);
  return FALSE;
}

/* Both pragmas give rows; the first one says all: "ok" or none. */
static gboolean
expect_text (sqlite3 *db, const char *sql, const char *expected, const char *path, GError **error)
{
  g_autofree char *found = NULL;

  if (!veto_sql_read_text (db, sql, &found, error))
    return FALSE;
  if (g_str_equal (found, expected))
    return TRUE;
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_DAMAGED, "%s: the file is damaged", path);
  return FALSE;
}

gboolean
veto_store_check_whole (sqlite3 *db, const char *path, GError **error)
{
  return check_schema (db, path, error) && expect_text (db, "PRAGMA integrity_check (1)", "ok", path, error)
         && expect_text (db, "PRAGMA foreign_key_check", "", path, error);
}

/* Adds to what is counted already; a table that an older version lacks has nothing in it. */
static gboolean
count (sqlite3 *db, const char *sql, guint *out_n, gint64 *newest, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "");
  gboolean has_row;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  if (out_n != NULL)
    *out_n = (guint) sqlite3_column_int64 (statement, 0);
  *newest = MAX (*newest, sqlite3_column_int64 (statement, 1));
  return TRUE;
}

gboolean
veto_store_read_contents (sqlite3 *db, VetoStoreContents *out_contents, GError **error)
{
  VetoStoreContents found = { 0 };
  gint64            version;

  if (!veto_sql_read_integer (db, "PRAGMA user_version", &version, error)
      || !count (db, "SELECT count (*), max (created) FROM cases", &found.n_cases, &found.changed, error)
      || !count (db, "SELECT 0, max (at) FROM steps", NULL, &found.changed, error))
    return FALSE;
  if (version >= 2
      && (!count (db, "SELECT count (*), max (changed) FROM letters", &found.n_letters, &found.changed, error)
          || !count (db, "SELECT 0, max (created) FROM events", NULL, &found.changed, error)))
    return FALSE;
  if (version >= 3
      && !count (db, "SELECT count (*), max (added_at) FROM proof", &found.n_proof, &found.changed, error))
    return FALSE;
  *out_contents = found;
  return TRUE;
}

gboolean
veto_store_gather (sqlite3 *db, GError **error)
{
  gint64 is_busy;

  if (!veto_sql_read_integer (db, "PRAGMA wal_checkpoint (TRUNCATE)", &is_busy, error))
    return FALSE;
  if (is_busy == 0)
    return TRUE;
  veto_sql_set_error (db, SQLITE_BUSY, error);
  return FALSE;
}
