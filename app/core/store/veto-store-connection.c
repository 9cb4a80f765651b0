/* Connections with every defence on. Rule: security design, 5.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-connection.h"

#include "veto-store.h"

#define PATIENCE_MS 5000
#define MAX_VALUE_BYTES (32 * 1024 * 1024)      /* a proof of 25 MB, and some */
#define MAX_QUICK_CHECK_BYTES (4 * 1024 * 1024) /* looked at in a few milliseconds, so at every start */

static gboolean
switch_config (sqlite3 *db, int option, int value, GError **error)
{
  int result = -1, rc = sqlite3_db_config (db, option, value, &result);

  if (rc == SQLITE_OK && result == value)
    return TRUE;
  veto_sql_set_error (db, rc != SQLITE_OK ? rc : SQLITE_ERROR, error);
  return FALSE;
}

static gboolean
harden (sqlite3 *db, GError **error)
{
  static const struct
  {
    int option, value;
  } configs[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },        { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (configs); i++)
    if (!switch_config (db, configs[i].option, configs[i].value, error))
      return FALSE;
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO, the backup, needs one */
  return veto_sql_run (db, error, "PRAGMA cell_size_check = ON", "")
         && veto_sql_run (db, error, "PRAGMA mmap_size = 0", "");
}

static gboolean
set_up_writing (sqlite3 *db, GError **error)
{
  g_autofree char *mode = NULL;

  if (!switch_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, error)
      || !veto_sql_read_text (db, "PRAGMA journal_mode = WAL", &mode, error))
    return FALSE;
  if (g_strcmp0 (mode, "wal") != 0)
    {
      g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: cannot keep a journal (%s)",
                   sqlite3_db_filename (db, "main"), mode);
      return FALSE;
    }
  return veto_sql_run (db, error, "PRAGMA synchronous = FULL", "")
         && veto_sql_run (db, error, "PRAGMA secure_delete = ON", "");
}

/* With this mode set before the first read, SQLite keeps the journal's index in memory and makes no -shm. */
static gboolean
set_up_alone (sqlite3 *db, GError **error)
{
  return switch_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, error)
         && veto_sql_run (db, error, "PRAGMA locking_mode = EXCLUSIVE", "");
}

static gboolean
set_up (sqlite3 *db, VetoConnection kind, GError **error)
{
  /* Whoever has the file open has looked at it: no reason to wait for them before looking too. */
  sqlite3_busy_timeout (db, kind == VETO_CONNECTION_ALONE ? 0 : PATIENCE_MS);
  if (!harden (db, error))
    return FALSE;
  switch (kind)
    {
    case VETO_CONNECTION_WRITE:
      return set_up_writing (db, error);
    case VETO_CONNECTION_ALONE:
      return set_up_alone (db, error);
    case VETO_CONNECTION_READ:
      return switch_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, error);
    case VETO_CONNECTION_STILL:
    case VETO_CONNECTION_MEMORY:
    default:
      return TRUE;
    }
}

/* "immutable" can only be said in a URI. */
static char *
write_uri (const char *path)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strdup_printf ("file:%s?immutable=1", escaped);
}

sqlite3 *
veto_store_connect (const char *path, VetoConnection kind, GError **error)
{
  g_autoptr(sqlite3) db = NULL;
  g_autofree char *uri = kind == VETO_CONNECTION_STILL ? write_uri (path) : NULL;
  gboolean         writes = kind == VETO_CONNECTION_WRITE || kind == VETO_CONNECTION_ALONE
                    || kind == VETO_CONNECTION_MEMORY;
  int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
              | (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (uri != NULL ? SQLITE_OPEN_URI : 0);
  int rc = sqlite3_open_v2 (kind == VETO_CONNECTION_MEMORY ? ":memory:"
                            : uri != NULL                  ? uri
                                                           : path,
                            &db, flags, NULL);

  if (db == NULL)
    g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: out of memory", path);
  else if (rc != SQLITE_OK)
    veto_sql_set_error (db, rc, error);
  else if (set_up (db, kind, error))
    return g_steal_pointer (&db);
  return NULL;
}

gboolean
veto_store_verify (const char *path, const VetoStoreLook *look, gboolean may_lock, GError **error)
{
  g_autoptr(sqlite3) db = NULL;
  g_autoptr(GError) problem = NULL;
  g_autofree char *verdict = NULL;
  gboolean         is_clean = look->n_wal_bytes == 0;

  if (look->n_journal_bytes > 0 || (is_clean ? look->n_bytes > MAX_QUICK_CHECK_BYTES : !may_lock))
    return TRUE;

  db = veto_store_connect (path, is_clean ? VETO_CONNECTION_STILL : VETO_CONNECTION_ALONE, &problem);
  if (db == NULL || !veto_sql_read_text (db, "PRAGMA quick_check (1)", &verdict, &problem))
    {
      if (g_error_matches (problem, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_DAMAGED, "%s: the file is damaged", path);
  return FALSE;
}

gboolean
veto_store_trust (sqlite3 *db, GError **error)
{
  return switch_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, error);
}
