/* What happened in a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-private.h"
#include "veto-store-rows.h"

VetoStoreEvent *
veto_store_event_copy (const VetoStoreEvent *event)
{
  VetoStoreEvent *copy = g_new (VetoStoreEvent, 1);

  *copy = (VetoStoreEvent){ .id = g_strdup (event->id),
                            .case_id = g_strdup (event->case_id),
                            .day = g_strdup (event->day),
                            .kind = g_strdup (event->kind),
                            .note = g_strdup (event->note),
                            .data = g_strdup (event->data),
                            .created = event->created };
  return copy;
}

void
veto_store_event_free (VetoStoreEvent *event)
{
  g_free (event->id);
  g_free (event->case_id);
  g_free (event->day);
  g_free (event->kind);
  g_free (event->note);
  g_free (event->data);
  g_free (event);
}

VetoStoreEvent *
veto_store_event_new (const char *case_id, sqlite3_stmt *from, int column)
{
  VetoStoreEvent *event = g_new0 (VetoStoreEvent, 1);

  event->case_id = g_strdup (case_id);
  event->id = veto_sql_dup_text (from, column);
  event->day = veto_sql_dup_text (from, column + 1);
  event->kind = veto_sql_dup_text (from, column + 2);
  event->note = veto_sql_dup_text (from, column + 3);
  event->data = veto_sql_dup_text (from, column + 4);
  event->created = sqlite3_column_int64 (from, column + 5);
  return event;
}

static int
compare_events (gconstpointer left, gconstpointer right)
{
  const VetoStoreEvent *a = *(VetoStoreEvent *const *) left, *b = *(VetoStoreEvent *const *) right;
  int                   order = g_strcmp0 (a->day, b->day);

  return order != 0 ? order : a->created < b->created ? -1 : a->created > b->created;
}

void
veto_store_sort_events (GPtrArray *events)
{
  for (guint i = 1; i < events->len; i++)
    if (compare_events (&events->pdata[i - 1], &events->pdata[i]) > 0)
      {
        g_ptr_array_sort (events, compare_events); /* keeps the order of those that are equal */
        return;
      }
}

GPtrArray *
veto_store_read_events (VetoStore *self, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_event_free);
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row = TRUE;

  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL, NULL);

  statement = veto_sql_prepare (veto_store_get_db (self), error,
                                VETO_STORE_SELECT_EVENTS " WHERE case_id = ?1 ORDER BY rowid", "s", case_id);
  while (statement != NULL && veto_sql_step (statement, &has_row, error))
    {
      if (!has_row)
        {
          veto_store_sort_events (events);
          return g_steal_pointer (&events);
        }
      g_ptr_array_add (events, veto_store_event_new (case_id, statement, 1));
    }
  return NULL;
}

gboolean
veto_store_write_event (sqlite3 *db, const VetoStoreEvent *event, GError **error)
{
  return veto_sql_run (db, error,
                       "INSERT INTO events (id, case_id, day, kind, note, data, created)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                       " ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, day = excluded.day,"
                       " kind = excluded.kind, note = excluded.note, data = excluded.data",
                       "ssssssx", event->id, event->case_id, event->day, event->kind, event->note,
                       event->data, event->created);
}

gboolean
veto_store_set_event (VetoStore *self, const VetoStoreEvent *event, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && event != NULL, FALSE);

  if (!veto_store_write_event (veto_store_get_db (self), event, error))
    return FALSE;
  veto_store_tell_case_changed (self, event->case_id);
  return TRUE;
}

/* *out_case_id: (transfer full) (nullable): whose it was; NULL when it was not there */
static gboolean
delete_event (sqlite3 *db, const char *id, char **out_case_id, GError **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error, "DELETE FROM events WHERE id = ?1 RETURNING case_id", "s", id);
  gboolean has_row = TRUE;

  while (statement != NULL && veto_sql_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      *out_case_id = veto_sql_dup_text (statement, 0);
    }
  g_clear_pointer (out_case_id, g_free);
  return FALSE;
}

gboolean
veto_store_delete_event (VetoStore *self, const char *id, GError **error)
{
  g_autofree char *case_id = NULL;

  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, FALSE);

  if (!delete_event (veto_store_get_db (self), id, &case_id, error))
    return FALSE;
  if (case_id != NULL)
    veto_store_tell_case_changed (self, case_id);
  return TRUE;
}
