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
