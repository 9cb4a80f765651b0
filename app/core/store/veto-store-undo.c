/* What was taken out of the database: kept row by row, and put back as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-undo.h"

#include "veto-store-check.h"
#include "veto-store-private.h"
#include "veto-store-undo-private.h"

typedef struct
{
  const char *table;
  char       *write; /* with a parameter for each column */
  GPtrArray  *rows;  /* of GPtrArray of sqlite3_value */
} Kept;

struct _VetoStoreUndo
{
  GPtrArray *parts; /* of Kept */
};

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

static void
free_value (gpointer value)
{
  sqlite3_value_free (value);
}

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_ptr_array_unref (kept->rows);
  g_free (kept->write);
  g_free (kept);
}

static VetoStoreUndo *
make_undo (void)
{
  VetoStoreUndo *undo = g_new0 (VetoStoreUndo, 1);

  undo->parts = g_ptr_array_new_with_free_func (free_kept);
  return undo;
}

void
veto_store_undo_free (VetoStoreUndo *undo)
{
  g_ptr_array_unref (undo->parts);
  g_free (undo);
}

guint
veto_store_undo_count (const VetoStoreUndo *undo, const char *table)
{
  guint n = 0;

  g_return_val_if_fail (undo != NULL && table != NULL, 0);

  for (guint i = 0; i < undo->parts->len; i++)
    {
      const Kept *kept = g_ptr_array_index (undo->parts, i);

      if (g_str_equal (kept->table, table))
        n += kept->rows->len;
    }
  return n;
}

static gboolean
keep_row (sqlite3_stmt *from, GPtrArray *rows, GError **error)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (free_value);

  g_ptr_array_add (rows, row);
  for (int i = 0; i < sqlite3_column_count (from); i++)
    {
      sqlite3_value *value = sqlite3_value_dup (sqlite3_column_value (from, i));

      if (value == NULL) /* a large proof, and no room for it */
        {
          veto_sql_set_error (sqlite3_db_handle (from), SQLITE_NOMEM, error);
          return FALSE;
        }
      g_ptr_array_add (row, value);
    }
  return TRUE;
}

/* For rows as @from has them. What comes first in a table is at times the older of two of the same second: so a row gets its
 * number back, unless another has it by now. */
static char *
write_insert (const VetoStorePart *part, sqlite3_stmt *from)
{
  g_autoptr(GString) values = g_string_new (NULL);
  GString *sql = g_string_new (part->may_be_there ? "INSERT OR IGNORE INTO " : "INSERT INTO ");

  g_string_append_printf (sql, "%s (", part->table);
  for (int i = 0; i < sqlite3_column_count (from); i++)
    {
      const char *name = sqlite3_column_name (from, i);

      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", name);
      if (g_str_equal (name, "rowid"))
        g_string_append_printf (values, "iif (EXISTS (SELECT 1 FROM %s WHERE rowid = ?1), NULL, ?1)",
                                part->table);
      else
        g_string_append_printf (values, "%s?%d", i > 0 ? ", " : "", i + 1);
    }
  g_string_append_printf (sql, ") VALUES (%s)", values->str);
  return g_string_free (sql, FALSE);
}

gboolean
veto_store_undo_keep (VetoStoreUndo       *undo,
                      sqlite3             *db,
                      const VetoStorePart *parts,
                      gsize                n_parts,
                      GError             **error,
                      const char          *types,
                      const char          *first,
                      const char          *second)
{
  for (gsize i = 0; i < n_parts; i++)
    {
      g_autoptr(sqlite3_stmt) from = veto_sql_prepare (db, error, parts[i].select, types, first, second);
      gboolean has_row = TRUE;
      Kept    *kept;

      if (from == NULL)
        return FALSE;
      kept = g_new0 (Kept, 1);
      g_ptr_array_add (undo->parts, kept);
      kept->table = parts[i].table;
      kept->write = parts[i].write != NULL ? g_strdup (parts[i].write) : write_insert (&parts[i], from);
      kept->rows = g_ptr_array_new_with_free_func (free_row);
      while (has_row)
        if (!veto_sql_step (from, &has_row, error) || (has_row && !keep_row (from, kept->rows, error)))
          return FALSE;
    }
  return TRUE;
}

static void
tell (VetoStore *store)
{
  veto_store_forget_seen (store, VETO_STORE_READER_LETTERS); /* they may belong to a case, or to none */
  veto_store_tell_cases_changed (store);
}

typedef struct
{
  VetoStoreUndoWork work;
  gpointer          data;
  VetoStoreUndo    *undo;
} Job;

static gboolean
take_out_work (sqlite3 *db, gpointer data, GError **error)
{
  Job *job = data;
  return job->work (db, job->undo, job->data, error);
}

VetoStoreUndo *
veto_store_take_out (VetoStore *self, VetoStoreUndoWork work, gpointer data, GError **error)
{
  g_autoptr(VetoStoreUndo) undo = make_undo ();
  g_autoptr(GError) later = NULL;
  Job job = { work, data, undo };

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", take_out_work, &job, error))
    return NULL;
  /* A reader beside us may keep the journal; then the last one to close empties it. */
  if (!veto_store_gather (veto_store_get_db (self), &later))
    g_debug ("the journal is emptied later: %s", later->message);
  tell (self);
  return g_steal_pointer (&undo);
}

static gboolean
put_row (sqlite3 *db, const char *sql, GPtrArray *row, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = veto_sql_prepare (db, error, sql, "");
  gboolean has_row;
  int      rc;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->len; i++)
    {
      rc = sqlite3_bind_value (statement, (int) i + 1, g_ptr_array_index (row, i));
      if (rc != SQLITE_OK)
        {
          veto_sql_set_error (db, rc, error);
          return FALSE;
        }
    }
  return veto_sql_step (statement, &has_row, error);
}

static gboolean
put_back_work (sqlite3 *db, gpointer data, GError **error)
{
  const VetoStoreUndo *undo = data;

  for (guint i = 0; i < undo->parts->len; i++)
    {
      const Kept *kept = g_ptr_array_index (undo->parts, i);

      for (guint j = 0; j < kept->rows->len; j++)
        if (!put_row (db, kept->write, g_ptr_array_index (kept->rows, j), error))
          return FALSE;
    }
  return TRUE;
}

gboolean
veto_store_undo (VetoStore *self, const VetoStoreUndo *undo, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && undo != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", put_back_work, (gpointer) undo, error))
    return FALSE;
  tell (self);
  return TRUE;
}
