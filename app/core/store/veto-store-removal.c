/* Takes an account out with its cases, and puts it back as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-removal.h"

#include "veto-store-private.h"

#define GONE "WITH gone (person, account) AS (VALUES (?1, ?2)) "
#define OF_CASES "t.case_id IN (SELECT id FROM cases WHERE account = gone.account)"

/* In the order in which they are put back: a row comes after those that it names. */
static const struct
{
  const char *table;
  const char *select; /* which rows, and which columns; all of them where they are to be written again */
  const char *write;  /* (nullable): how a row of those columns is put back; NULL: it is added */
} parts[] = {
  { "people", GONE "SELECT t.rowid, t.* FROM people t, gone WHERE t.id = gone.person", NULL },
  { "accounts", GONE "SELECT t.rowid, t.* FROM accounts t, gone WHERE t.id = gone.account", NULL },
  { "cases", GONE "SELECT t.rowid, t.* FROM cases t, gone WHERE t.account = gone.account", NULL },
  { "steps", GONE "SELECT t.* FROM steps t, gone WHERE " OF_CASES, NULL },
  { "answers", GONE "SELECT t.* FROM answers t, gone WHERE " OF_CASES, NULL },
  { "events", GONE "SELECT t.rowid, t.* FROM events t, gone WHERE " OF_CASES, NULL },
  { "proof", GONE "SELECT t.rowid, t.* FROM proof t, gone WHERE " OF_CASES, NULL },
  { "notices", GONE "SELECT t.* FROM notices t, gone WHERE " OF_CASES, NULL },
  { "letters", GONE "SELECT t.id, t.case_id FROM letters t, gone WHERE " OF_CASES,
    "UPDATE letters SET case_id = ?2 WHERE id = ?1 AND case_id IS NULL" },
  { "accounts", GONE "SELECT t.id, t.linked_to FROM accounts t, gone WHERE t.linked_to = gone.account",
    "UPDATE accounts SET linked_to = ?2 WHERE id = ?1 AND linked_to IS NULL" },
};

#define N_PARTS G_N_ELEMENTS (parts)

struct _VetoStoreRemoved
{
  GPtrArray *rows[N_PARTS];    /* each a GPtrArray of sqlite3_value */
  char      *inserts[N_PARTS]; /* nullable: how each row is put back */
};

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

static void
free_value (gpointer value)
{
  sqlite3_value_free (value);
}

static VetoStoreRemoved *
make_removed (void)
{
  VetoStoreRemoved *removed = g_new0 (VetoStoreRemoved, 1);

  for (gsize i = 0; i < N_PARTS; i++)
    removed->rows[i] = g_ptr_array_new_with_free_func (free_row);
  return removed;
}

void
veto_store_removed_free (VetoStoreRemoved *removed)
{
  for (gsize i = 0; i < N_PARTS; i++)
    {
      g_ptr_array_unref (removed->rows[i]);
      g_free (removed->inserts[i]);
    }
  g_free (removed);
}

typedef struct
{
  const char       *account; /* that goes */
  char             *person;  /* nullable: who goes with it */
  VetoStoreRemoved *removed;
} Removal;

static gboolean
keep_row (sqlite3_stmt *from, GPtrArray *rows, GError **error)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (free_value);

  g_ptr_array_add (rows, row);
  for (int i = 0; i < sqlite3_column_count (from); i++)
    {
      sqlite3_value *value = sqlite3_value_dup (sqlite3_column_value (from, i));

      if (value == NULL) /* a large proof, and no room for it */
        {
          veto_sql_set_error (sqlite3_db_handle (from), SQLITE_NOMEM, error);
          return FALSE;
        }
      g_ptr_array_add (row, value);
    }
  return TRUE;
}

/* For rows as @from has them. What comes first in a table is at times the older of two of the same second: so a row gets its
 * number back, unless another has it by now. */
static char *
write_insert (const char *table, sqlite3_stmt *from)
{
  GString *names = g_string_new (NULL), *values = g_string_new (NULL);

  for (int i = 0; i < sqlite3_column_count (from); i++)
    {
      const char *name = sqlite3_column_name (from, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
      if (g_str_equal (name, "rowid"))
        g_string_append_printf (values, "iif (EXISTS (SELECT 1 FROM %s WHERE rowid = ?1), NULL, ?1)", table);
      else
        g_string_append_printf (values, "%s?%d", i > 0 ? ", " : "", i + 1);
    }
  g_string_prepend (names, " (");
  g_string_prepend (names, table);
  g_string_prepend (names, "INSERT INTO ");
  g_string_append_printf (names, ") VALUES (%s)", values->str);
  g_string_free (values, TRUE);
  return g_string_free (names, FALSE);
}

static gboolean
keep_part (sqlite3 *db, Removal *removal, gsize part, GError **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error, parts[part].select, "ss", removal->person, removal->account);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (parts[part].write == NULL)
    removal->removed->inserts[part] = write_insert (parts[part].table, statement);
  while (has_row)
    if (!veto_sql_step (statement, &has_row, error)
        || (has_row && !keep_row (statement, removal->removed->rows[part], error)))
      return FALSE;
  return TRUE;
}

/* What hangs on a case goes with it, and letters let go of it: the schema says so. */
static gboolean
take_out (sqlite3 *db, Removal *removal, GError **error)
{
  for (gsize i = 0; i < N_PARTS; i++)
    if (!keep_part (db, removal, i, error))
      return FALSE;
  return veto_sql_run (db, error, "DELETE FROM cases WHERE account = ?1", "s", removal->account)
         && veto_sql_run (db, error, "DELETE FROM accounts WHERE id = ?1", "s", removal->account)
         && veto_sql_run (db, error, "DELETE FROM people WHERE id = ?1", "s", removal->person);
}

/* Whose only account it is. */
static gboolean
find_person (sqlite3 *db, Removal *removal, GError **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error,
                                 "SELECT a.person FROM accounts a WHERE a.id = ?1"
                                 " AND a.person <> (SELECT id FROM people ORDER BY rowid LIMIT 1)"
                                 " AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.person = a.person AND "
                                 "o.id <> a.id)"
                                 " AND NOT EXISTS (SELECT 1 FROM people p WHERE p.guardian = a.person)",
                                 "s", removal->account);
  gboolean has_row;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  removal->person = has_row ? veto_sql_dup_text (statement, 0) : NULL;
  return TRUE;
}

static gboolean
remove_work (sqlite3 *db, gpointer data, GError **error)
{
  return find_person (db, data, error) && take_out (db, data, error);
}

VetoStoreRemoved *
veto_store_remove_account (VetoStore *self, const char *id, GError **error)
{
  Removal removal = { .account = id, .removed = NULL };

  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, NULL);

  removal.removed = make_removed ();
  if (veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", remove_work, &removal, error))
    veto_store_tell_cases_changed (self);
  else
    g_clear_pointer (&removal.removed, veto_store_removed_free);
  g_free (removal.person);
  return removal.removed;
}

static gboolean
put_row (sqlite3 *db, const char *sql, GPtrArray *row, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "");
  gboolean has_row;
  int      rc;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->len; i++)
    {
      rc = sqlite3_bind_value (statement, (int) i + 1, g_ptr_array_index (row, i));
      if (rc != SQLITE_OK)
        {
          veto_sql_set_error (db, rc, error);
          return FALSE;
        }
    }
  return veto_sql_step (statement, &has_row, error);
}

static gboolean
put_back_work (sqlite3 *db, gpointer data, GError **error)
{
  const VetoStoreRemoved *removed = data;

  for (gsize i = 0; i < N_PARTS; i++)
    for (guint j = 0; j < removed->rows[i]->len; j++)
      if (!put_row (db, parts[i].write != NULL ? parts[i].write : removed->inserts[i],
                    g_ptr_array_index (removed->rows[i], j), error))
        return FALSE;
  return TRUE;
}

gboolean
veto_store_restore_account (VetoStore *self, const VetoStoreRemoved *removed, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && removed != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", put_back_work, (gpointer) removed,
                          error))
    return FALSE;
  veto_store_tell_cases_changed (self);
  return TRUE;
}
