/* Which values a person, an account and a case have, and where they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-values.h"

#include "veto-store-adding.h"
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
    {
      if (!veto_sql_run (db, error, column->update, "ss", case_id, text) || !check_changed_one (self, error))
        return FALSE;
      veto_store_tell_accounts_changed (self);
      return TRUE;
    }
  if (text == NULL)
    return veto_sql_run (db, error, "DELETE FROM answers WHERE case_id = ?1 AND name = ?2", "ss", case_id,
                         name);
  return veto_sql_run (db, error,
                       "INSERT INTO answers (case_id, name, text) VALUES (?1, ?2, ?3)"
                       " ON CONFLICT (case_id, name) DO UPDATE SET text = excluded.text",
                       "sss", case_id, name, text);
}

static gboolean
are_several (sqlite3 *db, gboolean *out_are_several, GError **error)
{
  gint64 n_people;

  if (!veto_sql_read_integer (db, "SELECT count(*) FROM people", &n_people, error))
    return FALSE;
  *out_are_several = n_people > 1;
  return TRUE;
}

/* Where there are several people, nobody knows whose name a letter without a case bears: only what was not known is kept. */
static gboolean
write_person_value (sqlite3 *db, const VetoStoreColumn *column, const char *text, GError **error)
{
  g_autofree char *person = NULL, *keep = NULL;
  gboolean         several;

  if (!veto_store_find_or_make_person (db, &person, error) || !are_several (db, &several, error))
    return FALSE;
  keep = g_strdup_printf ("%s AND %s IS NULL", column->update_person, column->read + strlen ("p."));
  return veto_sql_run (db, error, several ? keep : column->update_person, "ss", person, text);
}

/* Who acts for the person of a case. */
static gboolean
write_guardian_value (sqlite3               *db,
                      const char            *case_id,
                      const VetoStoreColumn *column,
                      const char            *text,
                      GError               **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error,
                                 "SELECT p.guardian FROM cases c JOIN accounts a ON a.id = c.account"
                                 " JOIN people p ON p.id = a.person WHERE c.id = ?1 AND p.guardian NOT NULL",
                                 "s", case_id);
  g_autofree char *guardian = NULL;
  gboolean         has_row;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE; /* nobody acts for them any more */
  guardian = veto_sql_dup_text (statement, 0);
  g_clear_pointer (&statement, sqlite3_finalize);
  return veto_sql_run (db, error, column->update_person, "ss", guardian, text);
}

static gboolean
write_value (sqlite3 *db, const char *case_id, const char *name, const char *text, GError **error)
{
  gboolean         is_guardian = g_str_has_prefix (name, VETO_STORE_GUARDIAN);
  g_autofree char *profile = is_guardian ? g_strconcat ("profile.", name + strlen (VETO_STORE_GUARDIAN), NULL)
                                         : NULL;
  const VetoStoreColumn *column = veto_store_find_column (profile != NULL ? profile : name);

  if (column == NULL)
    return TRUE;
  if (is_guardian)
    return case_id == NULL || write_guardian_value (db, case_id, column, text, error);
  if (case_id != NULL)
    return veto_sql_run (db, error, column->update, "ss", case_id, text);
  return column->update_person == NULL || write_person_value (db, column, text, error);
}

gboolean
veto_store_write_values (sqlite3 *db, const char *case_id, GHashTable *values, GError **error)
{
  GHashTableIter iter;
  gpointer       name, text;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (!write_value (db, case_id, name, text, error))
      return FALSE;
  return TRUE;
}

/* @id: (nullable): %NULL: the oldest */
static GHashTable *
read_person (VetoStore *self, const char *id, GError **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT NULL");
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row;

  for (gsize i = 0; i < VETO_STORE_N_COLUMNS; i++)
    g_string_append_printf (sql, ", %s",
                            veto_store_columns[i].update_person != NULL ? veto_store_columns[i].read
                                                                        : "NULL");
  g_string_append (sql, " FROM people p WHERE ?1 IS NULL OR p.id = ?1 ORDER BY p.rowid LIMIT 1");
  statement = veto_sql_prepare (veto_store_get_db (self), error, sql->str, "s", id);
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

GHashTable *
veto_store_read_person (VetoStore *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self), NULL);

  return read_person (self, NULL, error);
}

GHashTable *
veto_store_read_person_of (VetoStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, NULL);

  return read_person (self, id, error);
}

static gboolean
own_values_work (sqlite3 *db, gpointer data, GError **error)
{
  GHashTable      *values = data;
  g_autofree char *person = NULL;

  if (!veto_store_find_or_make_person (db, &person, error))
    return FALSE;
  for (gsize i = 0; i < VETO_STORE_N_COLUMNS; i++)
    {
      const VetoStoreColumn *column = &veto_store_columns[i];
      const char            *text = g_hash_table_lookup (values, column->name);

      if (text == NULL || column->update_person == NULL)
        continue;
      if (!veto_sql_run (db, error, column->update_person, "ss", person, *text != '\0' ? text : NULL))
        return FALSE;
    }
  return TRUE;
}

gboolean
veto_store_set_own_values (VetoStore *self, GHashTable *values, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && values != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", own_values_work, values, error))
    return FALSE;
  veto_store_tell_accounts_changed (self);
  return TRUE;
}
