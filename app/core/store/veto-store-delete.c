/* One case goes, and can come back for a while.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-delete.h"

#include "veto-store-private.h"
#include "veto-store-undo-private.h"

/* ?1 is the case. Its account may stay. */
static const VetoStorePart parts[] = {
  { "accounts", "SELECT rowid, * FROM accounts WHERE id = (SELECT account FROM cases WHERE id = ?1)", NULL,
    TRUE },
  { "cases", "SELECT rowid, * FROM cases WHERE id = ?1", NULL, FALSE },
  { "steps", "SELECT * FROM steps WHERE case_id = ?1", NULL, FALSE },
  { "answers", "SELECT * FROM answers WHERE case_id = ?1", NULL, FALSE },
  { "events", "SELECT rowid, * FROM events WHERE case_id = ?1", NULL, FALSE },
  { "notices", "SELECT * FROM notices WHERE case_id = ?1", NULL, FALSE },
  { "proof", "SELECT rowid, * FROM proof WHERE case_id = ?1", NULL, FALSE },
};

static const VetoStorePart letters = { "letters", "SELECT rowid, * FROM letters WHERE case_id = ?1", NULL,
                                       FALSE };

/* Letters that stay become letters of the case again. */
static const VetoStorePart links = { "links", "SELECT id, case_id FROM letters WHERE case_id = ?1",
                                     "UPDATE letters SET case_id = ?2 WHERE id = ?1", FALSE };

typedef struct
{
  const char *id;
  gboolean    with_letters;
} Deletion;

static gboolean
find_account (sqlite3 *db, const char *id, char **out_account, GError **error)
{
  g_autoptr(sqlite3_stmt)
               statement = veto_sql_prepare (db, error, "SELECT account FROM cases WHERE id = ?1", "s", id);
  gboolean has_row;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: the case is no longer there",
                   sqlite3_db_filename (db, "main"));
      return FALSE;
    }
  *out_account = veto_sql_dup_text (statement, 0);
  return TRUE;
}

static gboolean
delete_work (sqlite3 *db, VetoStoreUndo *undo, gpointer data, GError **error)
{
  const Deletion  *deletion = data;
  g_autofree char *account = NULL;

  if (!find_account (db, deletion->id, &account, error)
      || !veto_store_undo_keep (undo, db, parts, G_N_ELEMENTS (parts), error, "s", deletion->id, NULL)
      || !veto_store_undo_keep (undo, db, deletion->with_letters ? &letters : &links, 1, error, "s",
                                deletion->id, NULL))
    return FALSE;
  if (deletion->with_letters
      && !veto_sql_run (db, error, "DELETE FROM letters WHERE case_id = ?1", "s", deletion->id))
    return FALSE;
  return veto_sql_run (db, error, "DELETE FROM cases WHERE id = ?1", "s", deletion->id)
         && veto_sql_run (db, error,
                          "DELETE FROM accounts WHERE id = ?1 AND secret_id IS NULL AND label IS NULL"
                          " AND note IS NULL AND linked_to IS NULL"
                          " AND NOT EXISTS (SELECT 1 FROM cases WHERE account = ?1)"
                          " AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.linked_to = ?1)",
                          "s", account);
}

VetoStoreUndo *
veto_store_delete_case (VetoStore *self, const char *case_id, gboolean with_letters, GError **error)
{
  Deletion deletion = { case_id, with_letters };

  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL, NULL);

  return veto_store_take_out (self, delete_work, &deletion, error);
}
