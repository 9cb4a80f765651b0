/* Cases: read as of one moment, made in one transaction.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-adding.h"
#include "veto-store-private.h"
#include "veto-store-rows.h"
#include "veto-store-values.h"

void
veto_store_case_free (VetoStoreCase *row)
{
  g_free (row->id);
  g_free (row->account);
  g_free (row->person);
  g_free (row->platform);
  g_free (row->goal);
  g_free (row->guide);
  g_free (row->label);
  g_free (row->linked_to);
  g_free (row->guardian);
  g_hash_table_unref (row->values);
  g_ptr_array_unref (row->steps);
  g_ptr_array_unref (row->events);
  g_free (row);
}

typedef struct
{
  const char *only;  /* (nullable): the id of the one case to read */
  GPtrArray  *rows;  /* of VetoStoreCase */
  GHashTable *by_id; /* the same */
  GHashTable
        *firsts;  /* a platform to the id of the first account there of the person in front of the program */
  gint64 version; /* SQLite's data_version that they are as of */
} Reading;

static Reading *
start_reading (const char *only)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->only = only;
  reading->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_case_free);
  reading->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  reading->firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return reading;
}

static void
end_reading (Reading *reading)
{
  g_ptr_array_unref (reading->rows);
  g_hash_table_unref (reading->by_id);
  g_hash_table_unref (reading->firsts);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, end_reading)

static void
take_value (VetoStoreCase *row, char *name, char *text)
{
  if (name != NULL && text != NULL)
    {
      g_hash_table_insert (row->values, name, text);
      return;
    }
  g_free (name);
  g_free (text);
}

/* How many columns write_select() has before those of values. */
#define N_OWN_COLUMNS 11

static void
take_case (Reading *reading, sqlite3_stmt *from)
{
  VetoStoreCase *row = g_new0 (VetoStoreCase, 1);

  row->id = veto_sql_dup_text (from, 0);
  row->account = veto_sql_dup_text (from, 1);
  row->person = veto_sql_dup_text (from, 2);
  row->platform = veto_sql_dup_text (from, 3);
  row->goal = veto_sql_dup_text (from, 4);
  row->guide = veto_sql_dup_text (from, 5);
  row->created = sqlite3_column_int64 (from, 6);
  row->label = veto_sql_dup_text (from, 7);
  row->linked_to = veto_sql_dup_text (from, 8);
  row->guardian = veto_sql_dup_text (from, 9);
  row->is_own = sqlite3_column_int (from, 10) != 0;
  row->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  row->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);
  row->events = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_event_free);
  for (int i = 0; i < VETO_STORE_N_COLUMNS; i++)
    take_value (row, g_strdup (veto_store_columns[i].name), veto_sql_dup_text (from, N_OWN_COLUMNS + i));

  g_ptr_array_add (reading->rows, row);
  g_hash_table_insert (reading->by_id, row->id, row);
}

static VetoStoreCase *
find_case (Reading *reading, sqlite3_stmt *from)
{
  const char      *raw = (const char *) sqlite3_column_text (from, 0);
  VetoStoreCase   *row = raw != NULL ? g_hash_table_lookup (reading->by_id, raw) : NULL;
  g_autofree char *id = NULL;

  if (row != NULL || raw == NULL)
    return row;
  id = veto_sql_dup_text (from, 0); /* as it was read before, when it is no valid text */
  return g_hash_table_lookup (reading->by_id, id);
}

static void
take_step (Reading *reading, sqlite3_stmt *from)
{
  VetoStoreCase *row = find_case (reading, from);
  VetoStoreStep *step;

  if (row == NULL)
    return;
  step = g_new0 (VetoStoreStep, 1);
  step->guide = veto_sql_dup_text (from, 1);
  step->step = veto_sql_dup_text (from, 2);
  step->is_skipped = sqlite3_column_int (from, 3) != 0;
  step->revision = veto_sql_dup_text (from, 4);
  step->at = sqlite3_column_int64 (from, 5);
  g_ptr_array_add (row->steps, step);
}

static void
take_answer (Reading *reading, sqlite3_stmt *from)
{
  VetoStoreCase *row = find_case (reading, from);

  if (row != NULL)
    take_value (row, veto_sql_dup_text (from, 1), veto_sql_dup_text (from, 2));
}

static void
take_event (Reading *reading, sqlite3_stmt *from)
{
  VetoStoreCase *row = find_case (reading, from);

  if (row != NULL)
    g_ptr_array_add (row->events, veto_store_event_new (row->id, from, 1));
}

/* The first account of each platform comes first. */
static void
take_own_account (Reading *reading, sqlite3_stmt *from)
{
  char *platform = veto_sql_dup_text (from, 1);

  if (g_hash_table_contains (reading->firsts, platform))
    g_free (platform);
  else
    g_hash_table_insert (reading->firsts, platform, veto_sql_dup_text (from, 0));
}

static void
mark_firsts (Reading *reading)
{
  for (guint i = 0; i < reading->rows->len; i++)
    {
      VetoStoreCase *row = g_ptr_array_index (reading->rows, i);
      const char    *first = g_hash_table_lookup (reading->firsts, row->platform);

      row->is_first = row->is_own && g_strcmp0 (first, row->account) == 0;
    }
}

static void
finish_events (gpointer data, gpointer user_data)
{
  VetoStoreCase *row = data;
  Reading       *reading = user_data;

  row->has_all_events = reading->only != NULL;
  veto_store_sort_events (row->events);
}

static gboolean
read_each (sqlite3    *db,
           Reading    *reading,
           const char *sql,
           void (*take) (Reading *reading, sqlite3_stmt *from),
           GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "s", reading->only);
  gboolean has_row = statement != NULL;

  if (statement == NULL)
    return FALSE;
  while (veto_sql_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      take (reading, statement);
    }
  return FALSE;
}

static char *
write_select (void)
{
  GString *sql = g_string_new ("SELECT c.id, a.id, p.id, c.platform, c.goal, c.guide, c.created, a.label,"
                               " a.linked_to, p.guardian, p.rowid = (SELECT min (rowid) FROM people)");

  for (gsize i = 0; i < VETO_STORE_N_COLUMNS; i++)
    g_string_append_printf (sql, ", %s", veto_store_columns[i].read);
  g_string_append (sql, " FROM cases c JOIN accounts a ON a.id = c.account JOIN people p ON p.id = a.person"
                        " WHERE ?1 IS NULL OR c.id = ?1 ORDER BY c.created, c.rowid");
  return g_string_free (sql, FALSE);
}

static gboolean
read_work (sqlite3 *db, gpointer data, GError **error)
{
  Reading         *reading = data;
  g_autofree char *select = write_select ();
  gboolean         is_read;

  if (!read_each (db, reading, select, take_case, error)
      || !read_each (db, reading,
                     "SELECT id, platform FROM accounts WHERE person = (SELECT id FROM people ORDER BY rowid "
                     "LIMIT 1) AND (?1 IS NULL OR platform = (SELECT platform FROM cases WHERE id = ?1))"
                     " ORDER BY created, rowid",
                     take_own_account, error))
    return FALSE;
  mark_firsts (reading);
  is_read =
    read_each (db, reading,
               "SELECT case_id, guide, step, state = 'skipped', revision, at FROM steps"
               " WHERE ?1 IS NULL OR case_id = ?1",
               take_step, error)
    && read_each (db, reading, "SELECT case_id, name, text FROM answers WHERE ?1 IS NULL OR case_id = ?1",
                  take_answer, error)
    && read_each (db, reading,
                  reading->only != NULL ? VETO_STORE_SELECT_EVENTS " WHERE case_id = ?1 ORDER BY rowid"
                                        : VETO_STORE_SELECT_EVENTS
                    " WHERE ?1 IS NULL AND kind NOT IN (" VETO_STORE_EVENTS_THAT_TELL ") ORDER BY rowid",
                  take_event, error)
    && veto_sql_read_integer (db, "PRAGMA data_version", &reading->version, error);
  g_ptr_array_foreach (reading->rows, finish_events, reading);
  return is_read;
}

GPtrArray *
veto_store_read_cases (VetoStore *self, GError **error)
{
  g_autoptr(Reading) reading = start_reading (NULL);

  g_return_val_if_fail (VETO_IS_STORE (self), NULL);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN", read_work, reading, error))
    return NULL;
  veto_store_set_seen (self, VETO_STORE_READER_CASES, reading->version);
  return g_ptr_array_ref (reading->rows);
}

gboolean
veto_store_has_changed (VetoStore *self)
{
  return veto_store_has_changed_for (self, VETO_STORE_READER_CASES);
}

VetoStoreCase *
veto_store_read_case (VetoStore *self, const char *case_id, GError **error)
{
  g_autoptr(Reading) reading = NULL;

  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL, NULL);

  reading = start_reading (case_id);
  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN", read_work, reading, error))
    return NULL;
  if (reading->rows->len > 0)
    return g_ptr_array_steal_index (reading->rows, 0);
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: the case is no longer there",
               veto_store_get_path (self));
  return NULL;
}

typedef struct
{
  const char *platform, *account; /* one of both */
  const char *goal, *guide;
  char       *id;      /* of the case, made or found */
  Reading    *reading; /* of that case */
} Addition;

/* Reads back before the commit, so that nothing can fail once it is on the disk. */
static gboolean
add_work (sqlite3 *db, gpointer data, GError **error)
{
  Addition        *addition = data;
  g_autofree char *account = g_strdup (addition->account);

  if (account == NULL
      && !veto_store_find_or_make_account (db, addition->platform, g_get_real_time () / G_USEC_PER_SEC,
                                           &account, error))
    return FALSE;
  if (!veto_store_find_or_make_case (db, account, addition->goal, addition->guide, &addition->id, error))
    return FALSE;
  addition->reading = start_reading (addition->id);
  return read_work (db, addition->reading, error);
}

static VetoStoreCase *
add_case (VetoStore *self, Addition *addition, GError **error)
{
  VetoStoreCase *row = NULL;

  if (veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", add_work, addition, error))
    {
      row = g_ptr_array_steal_index (addition->reading->rows, 0);
      veto_store_tell_accounts_changed (self);
    }
  g_clear_pointer (&addition->reading, end_reading);
  g_free (addition->id);
  return row;
}

VetoStoreCase *
veto_store_add_case (VetoStore  *self,
                     const char *platform,
                     const char *goal,
                     const char *guide,
                     GError    **error)
{
  Addition addition = { .platform = platform, .goal = goal, .guide = guide };

  g_return_val_if_fail (VETO_IS_STORE (self) && platform != NULL && goal != NULL && guide != NULL, NULL);

  return add_case (self, &addition, error);
}

VetoStoreCase *
veto_store_add_case_for (VetoStore  *self,
                         const char *account,
                         const char *goal,
                         const char *guide,
                         GError    **error)
{
  Addition addition = { .account = account, .goal = goal, .guide = guide };

  g_return_val_if_fail (VETO_IS_STORE (self) && account != NULL && goal != NULL && guide != NULL, NULL);

  return add_case (self, &addition, error);
}
