/* Takes an account out with its cases.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-removal.h"

#include "veto-store-private.h"
#include "veto-store-undo-private.h"

#define GONE "WITH gone (person, account) AS (VALUES (?1, ?2)) "
#define OF_CASES "t.case_id IN (SELECT id FROM cases WHERE account = gone.account)"

static const VetoStorePart parts[] = {
  { "people", GONE "SELECT t.rowid, t.* FROM people t, gone WHERE t.id = gone.person", NULL, FALSE },
  { "accounts", GONE "SELECT t.rowid, t.* FROM accounts t, gone WHERE t.id = gone.account", NULL, FALSE },
  { "cases", GONE "SELECT t.rowid, t.* FROM cases t, gone WHERE t.account = gone.account", NULL, FALSE },
  { "steps", GONE "SELECT t.* FROM steps t, gone WHERE " OF_CASES, NULL, FALSE },
  { "answers", GONE "SELECT t.* FROM answers t, gone WHERE " OF_CASES, NULL, FALSE },
  { "events", GONE "SELECT t.rowid, t.* FROM events t, gone WHERE " OF_CASES, NULL, FALSE },
  { "proof", GONE "SELECT t.rowid, t.* FROM proof t, gone WHERE " OF_CASES, NULL, FALSE },
  { "notices", GONE "SELECT t.* FROM notices t, gone WHERE " OF_CASES, NULL, FALSE },
  { "links", GONE "SELECT t.id, t.case_id FROM letters t, gone WHERE " OF_CASES,
    "UPDATE letters SET case_id = ?2 WHERE id = ?1 AND case_id IS NULL", FALSE },
  { "links", GONE "SELECT t.id, t.linked_to FROM accounts t, gone WHERE t.linked_to = gone.account",
    "UPDATE accounts SET linked_to = ?2 WHERE id = ?1 AND linked_to IS NULL", FALSE },
};

/* *out_person: (transfer full) (nullable): whose only account it is, and who goes with it */
static gboolean
find_person (sqlite3 *db, const char *account, char **out_person, GError **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error,
                                 "SELECT a.person FROM accounts a WHERE a.id = ?1"
                                 " AND a.person <> (SELECT id FROM people ORDER BY rowid LIMIT 1)"
                                 " AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.person = a.person AND "
                                 "o.id <> a.id)"
                                 " AND NOT EXISTS (SELECT 1 FROM people p WHERE p.guardian = a.person)",
                                 "s", account);
  gboolean has_row;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  *out_person = has_row ? veto_sql_dup_text (statement, 0) : NULL;
  return TRUE;
}

/* What hangs on a case goes with it, and letters let go of it: the schema says so. */
static gboolean
remove_work (sqlite3 *db, VetoStoreUndo *undo, gpointer data, GError **error)
{
  const char      *account = data;
  g_autofree char *person = NULL;

  return find_person (db, account, &person, error)
         && veto_store_undo_keep (undo, db, parts, G_N_ELEMENTS (parts), error, "ss", person, account)
         && veto_sql_run (db, error, "DELETE FROM cases WHERE account = ?1", "s", account)
         && veto_sql_run (db, error, "DELETE FROM accounts WHERE id = ?1", "s", account)
         && veto_sql_run (db, error, "DELETE FROM people WHERE id = ?1", "s", person);
}

VetoStoreUndo *
veto_store_remove_account (VetoStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, NULL);
  return veto_store_take_out (self, remove_work, (gpointer) id, error);
}
