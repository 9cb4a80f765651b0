/* Which values a person, an account and a case have, and where they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-values.h"

#include "veto-store-private.h"

#define ACCOUNT_OF_CASE "(SELECT account FROM cases WHERE id = ?1)"
#define UPDATE_ACCOUNT(column) "UPDATE accounts SET " column " = ?2 WHERE id = " ACCOUNT_OF_CASE
#define UPDATE_PERSON(column)                                                                                \
  "UPDATE people SET " column " = ?2 WHERE id = (SELECT person FROM accounts WHERE id = " ACCOUNT_OF_CASE ")"

const VetoStoreColumn veto_store_columns[VETO_STORE_N_COLUMNS] = {
  { "account.login", VETO_STORE_OWNER_ACCOUNT, "a.login", UPDATE_ACCOUNT ("login") },
  { "profile.name", VETO_STORE_OWNER_PERSON, "p.name", UPDATE_PERSON ("name") },
  { "profile.address", VETO_STORE_OWNER_PERSON, "p.address", UPDATE_PERSON ("address") },
  { "profile.born", VETO_STORE_OWNER_PERSON, "p.born", UPDATE_PERSON ("born") },
  { "profile.country", VETO_STORE_OWNER_PERSON, "p.country", UPDATE_PERSON ("country") },
  { "profile.language", VETO_STORE_OWNER_PERSON, "p.language", UPDATE_PERSON ("language") },
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
  if (g_strcmp0 (name, "account.password") == 0)
    {
      g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: a password is never kept here",
                   veto_store_get_path (self));
      return FALSE;
    }
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
