/* Makes what is not there yet: a person, an account, a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-adding.h"

/* The id that @sql finds, or else a new one. */
static gboolean
find_or_make_id (sqlite3    *db,
                 const char *sql,
                 const char *types,
                 const char *first,
                 const char *second,
                 char      **out_id,
                 gboolean   *out_found,
                 GError    **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, types, first, second);

  if (statement == NULL || !veto_sql_step (statement, out_found, error))
    return FALSE;
  *out_id = *out_found ? g_strdup ((const char *) sqlite3_column_text (statement, 0))
                       : g_uuid_string_random ();
  return TRUE;
}

gboolean
veto_store_find_or_make_person (sqlite3 *db, char **out_id, GError **error)
{
  gboolean found;

  return find_or_make_id (db, "SELECT id FROM people ORDER BY rowid LIMIT 1", "", NULL, NULL, out_id, &found,
                          error)
         && (found || veto_sql_run (db, error, "INSERT INTO people (id) VALUES (?1)", "s", *out_id));
}

gboolean
veto_store_find_or_make_account (sqlite3 *db, const char *platform, gint64 now, char **out_id, GError **error)
{
  g_autofree char *person = NULL;
  gboolean         found;

  if (!veto_store_find_or_make_person (db, &person, error)
      || !find_or_make_id (db,
                           "SELECT id FROM accounts WHERE person = ?1 AND platform = ?2"
                           " ORDER BY created, rowid LIMIT 1",
                           "ss", person, platform, out_id, &found, error))
    return FALSE;
  return found
         || veto_sql_run (db, error,
                          "INSERT INTO accounts (id, person, platform, created) VALUES (?1, ?2, ?3,"
                          " max (?4, coalesce ((SELECT max (created) + 1 FROM accounts), 0)))",
                          "sssx", *out_id, person, platform, now);
}

/* The newest comes last, also after the clock was set back. */
gboolean
veto_store_find_or_make_case (sqlite3    *db,
                              const char *account,
                              const char *goal,
                              const char *guide,
                              char      **out_id,
                              GError    **error)
{
  gboolean found;

  if (!find_or_make_id (db,
                        "SELECT id FROM cases WHERE account = ?1 AND goal = ?2 ORDER BY created, rowid LIMIT "
                        "1",
                        "ss", account, goal, out_id, &found, error))
    return FALSE;
  return found
         || veto_sql_run (db, error,
                          "INSERT INTO cases (id, account, platform, goal, guide, created)"
                          " VALUES (?1, ?2, (SELECT platform FROM accounts WHERE id = ?2), ?3, ?4,"
                          " max (?5, coalesce ((SELECT max (created) + 1 FROM cases), 0)))",
                          "ssssx", *out_id, account, goal, guide, g_get_real_time () / G_USEC_PER_SEC);
}
