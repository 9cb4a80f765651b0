/* One case goes, and can come back for a while.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-delete.h"

#include "veto-store-check.h"
#include "veto-store-private.h"

/* Of one table, in the order in which rows may come back. */
typedef struct
{
  const char *read;   /* ?1 is the case */
  const char *insert; /* up to the values */
  const char *move;   /* (nullable): gives the row ?2 the number ?1, which decides where times are the same */
} Table;

#define MOVE(table) "UPDATE OR IGNORE " table " SET rowid = ?1 WHERE id = ?2"

static const Table tables[] = {
  { "SELECT rowid, * FROM accounts WHERE id = (SELECT account FROM cases WHERE id = ?1)",
    "INSERT OR IGNORE INTO accounts", MOVE ("accounts") },
  { "SELECT rowid, * FROM cases WHERE id = ?1", "INSERT INTO cases", MOVE ("cases") },
  { "SELECT * FROM steps WHERE case_id = ?1", "INSERT INTO steps", NULL },
  { "SELECT * FROM answers WHERE case_id = ?1", "INSERT INTO answers", NULL },
  { "SELECT rowid, * FROM events WHERE case_id = ?1", "INSERT INTO events", MOVE ("events") },
  { "SELECT * FROM notices WHERE case_id = ?1", "INSERT INTO notices", NULL },
  { "SELECT rowid, * FROM proof WHERE case_id = ?1", "INSERT INTO proof", MOVE ("proof") },
  { "SELECT rowid, * FROM letters WHERE case_id = ?1", "INSERT INTO letters", MOVE ("letters") },
};
enum { ACCOUNTS, CASES, STEPS, ANSWERS, EVENTS, NOTICES, PROOF, LETTERS, N_TABLES };
G_STATIC_ASSERT (G_N_ELEMENTS (tables) == N_TABLES);

struct _VetoStoreDeleted
{
  char      *case_id;
  gboolean   with_letters;
  GPtrArray *rows[N_TABLES]; /* of GPtrArray of sqlite3_value */
};

static VetoStoreDeleted *
make_deleted (const char *case_id, gboolean with_letters)
{
  VetoStoreDeleted *self = g_new0 (VetoStoreDeleted, 1);

  self->case_id = g_strdup (case_id);
  self->with_letters = with_letters;
  for (guint i = 0; i < N_TABLES; i++)
    self->rows[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
veto_store_deleted_free (VetoStoreDeleted *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    g_ptr_array_unref (self->rows[i]);
  g_free (self->case_id);
  g_free (self);
}

guint
veto_store_deleted_get_n_letters (const VetoStoreDeleted *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->with_letters ? self->rows[LETTERS]->len : 0;
}

guint
veto_store_deleted_get_n_proof (const VetoStoreDeleted *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows[PROOF]->len;
}

static void
free_value (gpointer value)
{
  sqlite3_value_free (value);
}

static gboolean
read_rows (sqlite3 *db, const Table *table, const char *case_id, GPtrArray *rows, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, table->read, "s", case_id);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  while (veto_sql_step (statement, &has_row, error))
    {
      GPtrArray *row;

      if (!has_row)
        return TRUE;
      row = g_ptr_array_new_with_free_func (free_value);
      g_ptr_array_add (rows, row);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          sqlite3_value *value = sqlite3_value_dup (sqlite3_column_value (statement, i));

          if (value == NULL)
            {
              veto_sql_set_error (db, SQLITE_NOMEM, error);
              return FALSE;
            }
          g_ptr_array_add (row, value);
        }
    }
  return FALSE;
}

static gboolean
delete_work (sqlite3 *db, gpointer data, GError **error)
{
  VetoStoreDeleted *self = data;
  g_autofree char  *account = NULL;

  for (guint i = 0; i < N_TABLES; i++)
    if (!read_rows (db, &tables[i], self->case_id, self->rows[i], error))
      return FALSE;
  if (self->rows[CASES]->len == 0)
    {
      g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: the case is no longer there",
                   sqlite3_db_filename (db, "main"));
      return FALSE;
    }
  account = g_strdup (
    (const char *) sqlite3_value_text (g_ptr_array_index ((GPtrArray *) self->rows[ACCOUNTS]->pdata[0], 1)));
  if (self->with_letters
      && !veto_sql_run (db, error, "DELETE FROM letters WHERE case_id = ?1", "s", self->case_id))
    return FALSE;
  return veto_sql_run (db, error, "DELETE FROM cases WHERE id = ?1", "s", self->case_id)
         && veto_sql_run (db, error,
                          "DELETE FROM accounts WHERE id = ?1 AND secret_id IS NULL AND label IS NULL"
                          " AND note IS NULL AND linked_to IS NULL"
                          " AND NOT EXISTS (SELECT 1 FROM cases WHERE account = ?1)"
                          " AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.linked_to = ?1)",
                          "s", account);
}

/* A reader beside us may keep the journal; then the last one to close empties it. */
static void
empty_journal (VetoStore *store)
{
  g_autoptr(GError) error = NULL;

  if (!veto_store_gather (veto_store_get_db (store), &error))
    g_debug ("the journal is emptied later: %s", error->message);
}

static void
tell (VetoStore *store)
{
  veto_store_forget_seen (store, VETO_STORE_READER_LETTERS);
  veto_store_tell_cases_changed (store);
}

VetoStoreDeleted *
veto_store_delete_case (VetoStore *self, const char *case_id, gboolean with_letters, GError **error)
{
  g_autoptr(VetoStoreDeleted) deleted = NULL;

  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL, NULL);

  deleted = make_deleted (case_id, with_letters);
  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", delete_work, deleted, error))
    return NULL;
  empty_journal (self);
  tell (self);
  return g_steal_pointer (&deleted);
}

static gboolean
bind_values (sqlite3 *db, sqlite3_stmt *statement, GPtrArray *row, guint first, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      int rc = sqlite3_bind_value (statement, (int) i + 1, g_ptr_array_index (row, first + i));

      if (rc != SQLITE_OK)
        {
          veto_sql_set_error (db, rc, error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
run_with (sqlite3 *db, const char *sql, GPtrArray *row, guint first, guint n, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "");
  gboolean has_row;

  return statement != NULL && bind_values (db, statement, row, first, n, error)
         && veto_sql_step (statement, &has_row, error);
}

static gboolean
insert_row (sqlite3 *db, const Table *table, GPtrArray *row, GError **error)
{
  g_autoptr(GString) sql = g_string_new (table->insert);
  guint first = table->move != NULL ? 1 : 0;

  for (guint i = first; i < row->len; i++)
    g_string_append (sql, i == first ? " VALUES (?" : ", ?");
  g_string_append (sql, ")");
  return run_with (db, sql->str, row, first, row->len - first, error)
         && (table->move == NULL || run_with (db, table->move, row, 0, 2, error));
}

/* Letters that stayed become letters of the case again. */
static gboolean
join_letter (sqlite3 *db, const char *case_id, GPtrArray *row, GError **error)
{
  return veto_sql_run (db, error, "UPDATE letters SET case_id = ?1 WHERE id = ?2", "ss", case_id,
                       (const char *) sqlite3_value_text (g_ptr_array_index (row, 1)));
}

static gboolean
undelete_work (sqlite3 *db, gpointer data, GError **error)
{
  const VetoStoreDeleted *self = data;

  for (guint i = 0; i < N_TABLES; i++)
    for (guint j = 0; j < self->rows[i]->len; j++)
      {
        GPtrArray *row = g_ptr_array_index (self->rows[i], j);

        if (i == LETTERS && !self->with_letters ? !join_letter (db, self->case_id, row, error)
                                                : !insert_row (db, &tables[i], row, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
veto_store_undelete_case (VetoStore *self, const VetoStoreDeleted *deleted, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && deleted != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", undelete_work, (gpointer) deleted,
                          error))
    return FALSE;
  tell (self);
  return TRUE;
}
