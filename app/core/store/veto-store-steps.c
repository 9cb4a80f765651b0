/* Steps that are done or skipped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-private.h"
#include "veto-store-rows.h"

VetoStoreStep *
veto_store_step_copy (const VetoStoreStep *step)
{
  VetoStoreStep *copy = g_new (VetoStoreStep, 1);

  *copy = (VetoStoreStep){ .guide = g_strdup (step->guide),
                           .step = g_strdup (step->step),
                           .is_skipped = step->is_skipped,
                           .revision = g_strdup (step->revision),
                           .at = step->at };
  return copy;
}

void
veto_store_step_free (VetoStoreStep *step)
{
  g_free (step->guide);
  g_free (step->step);
  g_free (step->revision);
  g_free (step);
}

static gboolean
write_step (sqlite3 *db, const char *case_id, const VetoStoreStep *step, GError **error)
{
  return veto_sql_run (db, error,
                       "INSERT INTO steps (case_id, guide, step, state, revision, at)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                       " ON CONFLICT (case_id, guide, step) DO UPDATE"
                       " SET state = excluded.state, revision = excluded.revision, at = excluded.at",
                       "sssssx", case_id, step->guide, step->step, step->is_skipped ? "skipped" : "done",
                       step->revision, step->at);
}

gboolean
veto_store_set_step (VetoStore *self, const char *case_id, const VetoStoreStep *step, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL && step != NULL, FALSE);

  return write_step (veto_store_get_db (self), case_id, step, error);
}

typedef struct
{
  const char *case_id;
  GPtrArray  *steps;
} Batch;

static gboolean
write_steps_work (sqlite3 *db, gpointer data, GError **error)
{
  const Batch *batch = data;

  for (guint i = 0; i < batch->steps->len; i++)
    if (!write_step (db, batch->case_id, g_ptr_array_index (batch->steps, i), error))
      return FALSE;
  return TRUE;
}

gboolean
veto_store_set_steps (VetoStore *self, const char *case_id, GPtrArray *steps, GError **error)
{
  Batch batch = { case_id, steps };

  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL && steps != NULL, FALSE);

  return veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", write_steps_work, &batch, error);
}

gboolean
veto_store_delete_step (VetoStore  *self,
                        const char *case_id,
                        const char *guide,
                        const char *step,
                        GError    **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL && guide != NULL && step != NULL, FALSE);

  return veto_sql_run (veto_store_get_db (self), error,
                       "DELETE FROM steps WHERE case_id = ?1 AND guide = ?2 AND step = ?3", "sss", case_id,
                       guide, step);
}

typedef struct
{
  const char           *case_id;
  const VetoStoreEvent *event; /* nullable */
  GPtrArray            *steps; /* that were there */
} Opening;

/* (transfer full): a row of delete_steps_work() */
static VetoStoreStep *
read_deleted (sqlite3_stmt *statement)
{
  VetoStoreStep   *step = g_new0 (VetoStoreStep, 1);
  g_autofree char *state = veto_sql_dup_text (statement, 2);

  step->guide = veto_sql_dup_text (statement, 0);
  step->step = veto_sql_dup_text (statement, 1);
  step->is_skipped = g_strcmp0 (state, "skipped") == 0;
  step->revision = veto_sql_dup_text (statement, 3);
  step->at = sqlite3_column_int64 (statement, 4);
  return step;
}

static gboolean
delete_steps_work (sqlite3 *db, gpointer data, GError **error)
{
  Opening *opening = data;
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row = TRUE;

  if (opening->event != NULL && !veto_store_write_event (db, opening->event, error))
    return FALSE;
  statement =
    veto_sql_prepare (db, error,
                      "DELETE FROM steps WHERE case_id = ?1 RETURNING guide, step, state, revision, at", "s",
                      opening->case_id);
  while (statement != NULL && veto_sql_step (statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      g_ptr_array_add (opening->steps, read_deleted (statement));
    }
  return FALSE;
}

GPtrArray *
veto_store_delete_steps (VetoStore *self, const char *case_id, const VetoStoreEvent *event, GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_step_free);
  Opening opening = { case_id, event, steps };

  g_return_val_if_fail (VETO_IS_STORE (self) && case_id != NULL, NULL);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", delete_steps_work, &opening, error))
    return NULL;
  if (event != NULL)
    veto_store_tell_case_changed (self, case_id);
  return g_steal_pointer (&steps);
}
