/* Short ways to say SQL, with every result code looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-sql.h"

#include "veto-store-file.h"
#include "veto-store.h"

static VetoStoreError
tell_code (int rc, int system_errno)
{
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return VETO_STORE_ERROR_IN_USE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return VETO_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return VETO_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return VETO_STORE_ERROR_DAMAGED;
    case SQLITE_CANTOPEN:
      return rc == SQLITE_CANTOPEN_SYMLINK ? VETO_STORE_ERROR_NOT_OURS
                                           : veto_store_code_of_errno (system_errno);
    case SQLITE_IOERR:
      /* SHMSIZE: the index of the journal could not grow; SQLite does not keep errno there, a full disk is the cause. */
      return rc == SQLITE_IOERR_SHMSIZE ? VETO_STORE_ERROR_FULL : veto_store_code_of_errno (system_errno);
    default:
      return VETO_STORE_ERROR_FAILED;
    }
}

/* Whoever writes on in a damaged file may lose what is still whole in it: trees that share a page, for one. So from here on
 * this connection writes nothing, and the journal stays beside the file; the next start looks at every page then. */
static void
give_up_writing (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_exec (db, "PRAGMA query_only = ON", NULL, NULL, NULL);
}

/* Both at once are switched on nowhere else where one can write. */
static gboolean
has_given_up (sqlite3 *db)
{
  gint64 query_only = 0;
  int    keeps_journal = 0;

  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, -1, &keeps_journal);
  return keeps_journal != 0 && sqlite3_db_readonly (db, "main") == 0
         && veto_sql_read_integer (db, "PRAGMA query_only", &query_only, NULL) && query_only != 0;
}

void
veto_sql_set_error (sqlite3 *db, int rc, GError **error)
{
  const char    *file = sqlite3_db_filename (db, "main");
  VetoStoreError code = tell_code (rc, sqlite3_system_errno (db));

  if (rc == SQLITE_READONLY && has_given_up (db))
    code = VETO_STORE_ERROR_DAMAGED;
  else if (code == VETO_STORE_ERROR_DAMAGED)
    give_up_writing (db);
  g_set_error (error, VETO_STORE_ERROR, code, "%s: %s (%d)", file != NULL && *file != '\0' ? file : "memory",
               sqlite3_errstr (rc), rc);
}

static int
bind_bytes (sqlite3_stmt *statement, int index, GBytes *bytes)
{
  gsize         n_bytes = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (bytes != NULL && n_bytes == 0)
    return sqlite3_bind_zeroblob (statement, index, 0);
  return sqlite3_bind_blob64 (statement, index, data, n_bytes, SQLITE_STATIC);
}

static int
bind_all (sqlite3_stmt *statement, const char *types, va_list values)
{
  int rc = SQLITE_OK;

  for (int i = 0; rc == SQLITE_OK && types[i] != '\0'; i++)
    {
      if (types[i] == 'x')
        rc = sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
      else if (types[i] == 'b')
        rc = bind_bytes (statement, i + 1, va_arg (values, GBytes *));
      else /* a NULL pointer is bound as NULL; the caller's text outlives the statement */
        rc = sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_STATIC);
    }
  return rc;
}

static sqlite3_stmt *
prepare_with (sqlite3 *db, GError **error, const char *sql, const char *types, va_list values)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (rc == SQLITE_OK)
    rc = bind_all (statement, types, values);
  if (rc == SQLITE_OK)
    return g_steal_pointer (&statement);
  veto_sql_set_error (db, rc, error);
  return NULL;
}

sqlite3_stmt *
veto_sql_prepare (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list       values;

  va_start (values, types);
  statement = prepare_with (db, error, sql, types, values);
  va_end (values);
  return statement;
}

gboolean
veto_sql_step (sqlite3_stmt *statement, gboolean *out_has_row, GError **error)
{
  int rc = sqlite3_step (statement);

  *out_has_row = rc == SQLITE_ROW;
  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;
  veto_sql_set_error (sqlite3_db_handle (statement), rc, error);
  return FALSE;
}

/* What is written into a file that was moved or deleted meanwhile would be gone when it is closed, and SQLite says nothing of it. Put
 * back, it is the same file again. */
static gboolean
is_in_place (sqlite3 *db, GError **error)
{
  int has_moved = 0;

  if (sqlite3_file_control (db, NULL, SQLITE_FCNTL_HAS_MOVED, &has_moved) != SQLITE_OK || has_moved == 0)
    return TRUE;
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_MISSING, "%s was moved or deleted",
               sqlite3_db_filename (db, "main"));
  return FALSE;
}

gboolean
veto_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row = TRUE;
  va_list  values;

  va_start (values, types);
  statement = prepare_with (db, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  if (sqlite3_get_autocommit (db) && !sqlite3_stmt_readonly (statement) && !is_in_place (db, error))
    return FALSE;
  while (has_row)
    if (!veto_sql_step (statement, &has_row, error))
      return FALSE;
  return TRUE;
}

char *
veto_sql_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

gboolean
veto_sql_read_text (sqlite3 *db, const char *sql, char **out_text, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "");
  char    *text = NULL;
  gboolean has_row;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    text = veto_sql_dup_text (statement, 0);
  *out_text = text != NULL ? text : g_strdup ("");
  return TRUE;
}

gboolean
veto_sql_read_integer (sqlite3 *db, const char *sql, gint64 *out_value, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "");
  gboolean has_row;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  *out_value = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

gboolean
veto_sql_transact (sqlite3 *db, const char *begin, VetoSqlWork work, gpointer data, GError **error)
{
  if (!veto_sql_run (db, error, begin, ""))
    return FALSE;
  if (work (db, data, error) && veto_sql_run (db, error, "COMMIT", ""))
    return TRUE;

  /* Some errors have rolled back already, and then ROLLBACK itself would be an error. */
  if (!sqlite3_get_autocommit (db))
    veto_sql_run (db, NULL, "ROLLBACK", "");
  return FALSE;
}
