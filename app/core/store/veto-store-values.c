/* Which values a person, an account and a case have, and where they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-values.h"

#include "veto-store-private.h"

#define ACCOUNT_OF_CASE "(SELECT account FROM cases WHERE id = ?1)"
#define ACCOUNT_COLUMN(column)                                                                               \
  VETO_STORE_OWNER_ACCOUNT, "a." column, "UPDATE accounts SET " column " = ?2 WHERE id = " ACCOUNT_OF_CASE,  \
    NULL
#define PERSON_COLUMN(column)                                                                                \
  VETO_STORE_OWNER_PERSON, "p." column,                                                                      \
    "UPDATE people SET " column " = ?2 WHERE id = (SELECT person FROM accounts WHERE id = " ACCOUNT_OF_CASE  \
    ")",                                                                                                     \
    "UPDATE people SET " column " = ?2 WHERE id = ?1"

const VetoStoreColumn veto_store_columns[VETO_STORE_N_COLUMNS] = {
  { "account.login", ACCOUNT_COLUMN ("login") },    { "profile.name", PERSON_COLUMN ("name") },
  { "profile.address", PERSON_COLUMN ("address") }, { "profile.born", PERSON_COLUMN ("born") },
  { "profile.country", PERSON_COLUMN ("country") }, { "profile.language", PERSON_COLUMN ("language") },
  { "profile.email", PERSON_COLUMN ("email") },     { "profile.place", PERSON_COLUMN ("place") },
};

const VetoStoreColumn *
veto_store_find_column (const char *name)
{
  for (gsize i = 0; i < VETO_STORE_N_COLUMNS; i++)
    if (g_strcmp0 (veto_store_columns[i].name, name) == 0)
      return &veto_store_columns[i];
  return NULL;
}

VetoStoreOwner
veto_store_get_owner (const char *name)
{
  const VetoStoreColumn *column = veto_store_find_column (name);

  return column != NULL ? column->owner : VETO_STORE_OWNER_CASE;
}

/* Only where the case is still there, or a value would seem to be kept. */
static gboolean
check_changed_one (VetoStore *self, GError **error)
{
  if (sqlite3_changes (veto_store_get_db (self)) == 1)
    return TRUE;
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: the case is no longer there",
               veto_store_get_path (self));
  return FALSE;
}

gboolean
veto_store_set_guide (VetoStore *self, const char *case_id, const char *guide, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL && guide != NULL, FALSE);

  return veto_sql_run (veto_store_get_db (self), error, "UPDATE cases SET guide = ?2 WHERE id = ?1", "ss",
                       case_id, guide)
         && check_changed_one (self, error);
}

static gboolean
refuse_password (VetoStore *self, const char *name, GError **error)
{
  if (g_strcmp0 (name, "account.password") != 0)
    return FALSE;
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: a password is never kept here",
               veto_store_get_path (self));
  return TRUE;
}

gboolean
veto_store_set_value (VetoStore  *self,
                      const char *case_id,
                      const char *name,
                      const char *text,
                      GError    **error)
{
  const VetoStoreColumn *column = veto_store_find_column (name);
  sqlite3               *db;

  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL && name != NULL, FALSE);

  db = veto_store_get_db (self);
  if (text != NULL && *text == '\0')
    text = NULL;
  if (refuse_password (self, name, error))
    return FALSE;
  if (column != NULL)
    return veto_sql_run (db, error, column->update, "ss", case_id, text) && check_changed_one (self, error);
  if (text == NULL)
    return veto_sql_run (db, error, "DELETE FROM answers WHERE case_id = ?1 AND name = ?2", "ss", case_id,
                         name);
  return veto_sql_run (db, error,
                       "INSERT INTO answers (case_id, name, text) VALUES (?1, ?2, ?3)"
                       " ON CONFLICT (case_id, name) DO UPDATE SET text = excluded.text",
                       "sss", case_id, name, text);
}

static gboolean
write_person_value (sqlite3 *db, const VetoStoreColumn *column, const char *text, GError **error)
{
  g_autofree char *person = NULL;

  return veto_store_find_or_make_person (db, &person, error)
         && veto_sql_run (db, error, column->update_person, "ss", person, text);
}

gboolean
veto_store_write_values (sqlite3 *db, const char *case_id, GHashTable *values, GError **error)
{
  GHashTableIter iter;
  gpointer       name, text;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      const VetoStoreColumn *column = veto_store_find_column (name);
      gboolean               written = TRUE;

      if (column != NULL && case_id != NULL)
        written = veto_sql_run (db, error, column->update, "ss", case_id, text);
      else if (column != NULL && column->update_person != NULL)
        written = write_person_value (db, column, text, error);
      if (!written)
        return FALSE;
    }
  return TRUE;
}

GHashTable *
veto_store_read_person (VetoStore *self, GError **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT NULL");
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (VETO_IS_STORE (self), NULL);

  for (gsize i = 0; i < VETO_STORE_N_COLUMNS; i++)
    g_string_append_printf (sql, ", %s",
                            veto_store_columns[i].update_person != NULL ? veto_store_columns[i].read
                                                                        : "NULL");
  g_string_append (sql, " FROM people p ORDER BY p.rowid LIMIT 1");
  statement = veto_sql_prepare (veto_store_get_db (self), error, sql->str, "");
  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return NULL;
  for (int i = 0; has_row && i < VETO_STORE_N_COLUMNS; i++)
    {
      char *text = veto_sql_dup_text (statement, i + 1);

      if (text != NULL)
        g_hash_table_insert (values, g_strdup (veto_store_columns[i].name), text);
    }
  return g_steal_pointer (&values);
}
