/* What the person was told about by the desktop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-notices.h"

#include "veto-store-private.h"

typedef struct
{
  const VetoStoreNotice *notices;
  guint                  n_notices;
  gboolean              *is_new;
  guint                  n_new;
} Claim;

/* A case that another program has deleted meanwhile is nothing to tell about. */
static const char claim_sql[] =
  "INSERT INTO notices (case_id, kind, day) SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM cases WHERE id = "
  "?1)"
  " ON CONFLICT (case_id, kind) DO UPDATE SET day = excluded.day WHERE excluded.day > day";

static gboolean
look (sqlite3 *db, gpointer data, GError **error)
{
  Claim *claim = data;

  claim->n_new = 0;
  for (guint i = 0; i < claim->n_notices; i++)
    {
      const VetoStoreNotice *notice = &claim->notices[i];
      gboolean               is_told;
      g_autoptr(sqlite3_stmt) statement =
                   veto_sql_prepare (db, error,
                                     "SELECT 1 FROM notices WHERE case_id = ?1 AND kind = ?2 AND day >= ?3",
                                     "sss", notice->case_id, notice->kind, notice->day);

      if (statement == NULL || !veto_sql_step (statement, &is_told, error))
        return FALSE;
      claim->is_new[i] = !is_told;
      claim->n_new += !is_told;
    }
  return TRUE;
}

static gboolean
claim_new (sqlite3 *db, gpointer data, GError **error)
{
  Claim *claim = data;

  for (guint i = 0; i < claim->n_notices; i++)
    {
      const VetoStoreNotice *notice = &claim->notices[i];

      if (!claim->is_new[i])
        continue;
      if (!veto_sql_run (db, error, claim_sql, "sss", notice->case_id, notice->kind, notice->day))
        return FALSE;
      claim->is_new[i] = sqlite3_changes (db) > 0; /* another program may have been quicker */
    }
  return TRUE;
}

gboolean
veto_store_claim_notices (VetoStore             *self,
                          const VetoStoreNotice *notices,
                          guint                  n_notices,
                          gboolean              *out_new,
                          GError               **error)
{
  Claim    claim = { .notices = notices, .n_notices = n_notices, .is_new = out_new };
  sqlite3 *db;

  g_return_val_if_fail (VETO_IS_STORE (self) && (n_notices == 0 || (notices != NULL && out_new != NULL)),
                        FALSE);

  db = veto_store_get_db (self);
  if (n_notices == 0)
    return TRUE;
  return veto_sql_transact (db, "BEGIN", look, &claim, error)
         && (claim.n_new == 0 || veto_sql_transact (db, "BEGIN IMMEDIATE", claim_new, &claim, error));
}
