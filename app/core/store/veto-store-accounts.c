/* People and accounts: read as of one moment, made and changed in one transaction.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-accounts.h"

#include "veto-store-adding.h"
#include "veto-store-private.h"
#include "veto-store-values.h"

VetoStorePerson *
veto_store_person_copy (const VetoStorePerson *person)
{
  VetoStorePerson *copy = g_new (VetoStorePerson, 1);

  *copy = (VetoStorePerson){ .id = g_strdup (person->id),
                             .name = g_strdup (person->name),
                             .born = g_strdup (person->born),
                             .guardian = g_strdup (person->guardian),
                             .is_own = person->is_own };
  return copy;
}

void
veto_store_person_free (VetoStorePerson *person)
{
  g_free (person->id);
  g_free (person->name);
  g_free (person->born);
  g_free (person->guardian);
  g_free (person);
}

VetoStoreAccount *
veto_store_account_copy (const VetoStoreAccount *account)
{
  VetoStoreAccount *copy = g_new (VetoStoreAccount, 1);

  *copy = (VetoStoreAccount){ .id = g_strdup (account->id),
                              .person = g_strdup (account->person),
                              .platform = g_strdup (account->platform),
                              .label = g_strdup (account->label),
                              .login = g_strdup (account->login),
                              .note = g_strdup (account->note),
                              .linked_to = g_strdup (account->linked_to),
                              .secret_id = g_strdup (account->secret_id),
                              .secret_state = g_strdup (account->secret_state),
                              .created = account->created };
  return copy;
}

void
veto_store_account_free (VetoStoreAccount *account)
{
  g_free (account->id);
  g_free (account->person);
  g_free (account->platform);
  g_free (account->label);
  g_free (account->login);
  g_free (account->note);
  g_free (account->linked_to);
  g_free (account->secret_id);
  g_free (account->secret_state);
  g_free (account);
}

typedef struct
{
  GPtrArray *people, *accounts;
  gint64     version;
} Reading;

static void
take_person (Reading *reading, sqlite3_stmt *from)
{
  VetoStorePerson *person = g_new0 (VetoStorePerson, 1);

  person->id = veto_sql_dup_text (from, 0);
  person->name = veto_sql_dup_text (from, 1);
  person->born = veto_sql_dup_text (from, 2);
  person->guardian = veto_sql_dup_text (from, 3);
  person->is_own = reading->people->len == 0;
  g_ptr_array_add (reading->people, person);
}

static void
take_account (Reading *reading, sqlite3_stmt *from)
{
  VetoStoreAccount *account = g_new0 (VetoStoreAccount, 1);

  account->id = veto_sql_dup_text (from, 0);
  account->person = veto_sql_dup_text (from, 1);
  account->platform = veto_sql_dup_text (from, 2);
  account->label = veto_sql_dup_text (from, 3);
  account->login = veto_sql_dup_text (from, 4);
  account->note = veto_sql_dup_text (from, 5);
  account->linked_to = veto_sql_dup_text (from, 6);
  account->secret_id = veto_sql_dup_text (from, 7);
  account->secret_state = veto_sql_dup_text (from, 8);
  account->created = sqlite3_column_int64 (from, 9);
  g_ptr_array_add (reading->accounts, account);
}

static gboolean
read_each (sqlite3    *db,
           Reading    *reading,
           const char *sql,
           void (*take) (Reading *reading, sqlite3_stmt *from),
           GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "");
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!veto_sql_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        take (reading, statement);
    }
  return TRUE;
}

static gboolean
read_work (sqlite3 *db, gpointer data, GError **error)
{
  Reading *reading = data;

  return read_each (db, reading, "SELECT id, name, born, guardian FROM people ORDER BY rowid", take_person,
                    error)
         && read_each (db, reading,
                       "SELECT id, person, platform, label, login, note, linked_to, secret_id, secret_state,"
                       " created FROM accounts ORDER BY created, rowid",
                       take_account, error)
         && veto_sql_read_integer (db, "PRAGMA data_version", &reading->version, error);
}

gboolean
veto_store_read_accounts (VetoStore *self, GPtrArray **out_people, GPtrArray **out_accounts, GError **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_person_free);
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_account_free);
  Reading reading = { people, accounts, 0 };

  g_return_val_if_fail (VETO_IS_STORE (self) && out_people != NULL && out_accounts != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN", read_work, &reading, error))
    return FALSE;
  veto_store_set_seen (self, VETO_STORE_READER_ACCOUNTS, reading.version);
  *out_people = g_steal_pointer (&people);
  *out_accounts = g_steal_pointer (&accounts);
  return TRUE;
}

gboolean
veto_store_have_accounts_changed (VetoStore *self)
{
  return veto_store_has_changed_for (self, VETO_STORE_READER_ACCOUNTS);
}

typedef struct
{
  const VetoStorePerson  *person;
  gboolean                is_ward;
  const VetoStoreAccount *account;
  const char             *goal, *guide;
} Addition;

static gboolean
write_person (sqlite3 *db, const VetoStorePerson *person, const char *guardian, GError **error)
{
  return veto_sql_run (db, error, "INSERT INTO people (id, name, born, guardian) VALUES (?1, ?2, ?3, ?4)",
                       "ssss", person->id, person->name, person->born, guardian);
}

/* The newest comes last, also after the clock was set back. */
static gboolean
write_account (sqlite3 *db, const VetoStoreAccount *account, const char *person, GError **error)
{
  return veto_sql_run (db, error,
                       "INSERT INTO accounts (id, person, platform, label, login, note, linked_to, secret_id,"
                       " secret_state, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
                       " max (?10, coalesce ((SELECT max (created) + 1 FROM accounts), 0)))",
                       "sssssssssx", account->id, person, account->platform, account->label, account->login,
                       account->note, account->linked_to, account->secret_id, account->secret_state,
                       account->created);
}

static gboolean
add_work (sqlite3 *db, gpointer data, GError **error)
{
  const Addition  *addition = data;
  g_autofree char *own = NULL, *first = NULL, *item = NULL;
  const char      *whose;

  if (!veto_store_find_or_make_person (db, &own, error)
      || (addition->person != NULL
          && !write_person (db, addition->person, addition->is_ward ? own : NULL, error)))
    return FALSE;
  whose = addition->person != NULL            ? addition->person->id
          : addition->account->person != NULL ? addition->account->person
                                              : own;
  if (addition->goal != NULL && g_str_equal (whose, own)
      && !veto_store_find_or_make_account (db, addition->account->platform, addition->account->created,
                                           &first, error))
    return FALSE;
  return write_account (db, addition->account, whose, error)
         && (addition->goal == NULL
             || veto_store_find_or_make_case (db, addition->account->id, addition->goal, addition->guide,
                                              &item, error));
}

gboolean
veto_store_add_account (VetoStore              *self,
                        const VetoStorePerson  *person,
                        gboolean                is_ward,
                        const VetoStoreAccount *account,
                        const char             *goal,
                        const char             *guide,
                        GError                **error)
{
  Addition addition = { person, is_ward, account, goal, guide };

  g_return_val_if_fail (VETO_IS_STORE (self) && account != NULL && account->id != NULL, FALSE);
  g_return_val_if_fail ((goal == NULL) == (guide == NULL), FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", add_work, &addition, error))
    return FALSE;
  veto_store_tell_cases_changed (self);
  return TRUE;
}

/* Only where the row is still there, or it would seem to be kept. */
static gboolean
finish_change (VetoStore *self, const char *what, GError **error)
{
  if (sqlite3_changes (veto_store_get_db (self)) == 1)
    {
      veto_store_tell_cases_changed (self);
      return TRUE;
    }
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: the %s is no longer there",
               veto_store_get_path (self), what);
  return FALSE;
}

gboolean
veto_store_set_account (VetoStore *self, const VetoStoreAccount *account, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && account != NULL, FALSE);

  return veto_sql_run (veto_store_get_db (self), error,
                       "UPDATE accounts SET label = ?2, login = ?3, note = ?4, linked_to = ?5, secret_id = "
                       "?6, secret_state = ?7 WHERE id = ?1",
                       "sssssss", account->id, account->label, account->login, account->note,
                       account->linked_to, account->secret_id, account->secret_state)
         && finish_change (self, "account", error);
}

gboolean
veto_store_set_person (VetoStore *self, const VetoStorePerson *person, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && person != NULL, FALSE);

  return veto_sql_run (veto_store_get_db (self), error,
                       "UPDATE people SET name = ?2, born = ?3, guardian = ?4 WHERE id = ?1", "ssss",
                       person->id, person->name, person->born, person->guardian)
         && finish_change (self, "person", error);
}
