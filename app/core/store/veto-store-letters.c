/* Letters: written, sent, deleted and put back, each in one transaction.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-letters.h"

#include "veto-store-private.h"
#include "veto-store-values.h"

#define COLUMNS                                                                                              \
  "id, case_id, kind, language, regime, recipient, answers, own_text, day, created, changed, sent_day, "     \
  "channel"

VetoStoreLetter *
veto_store_letter_copy (const VetoStoreLetter *letter)
{
  VetoStoreLetter *copy = g_new (VetoStoreLetter, 1);

  *copy = (VetoStoreLetter){ .id = g_strdup (letter->id),
                             .case_id = g_strdup (letter->case_id),
                             .kind = g_strdup (letter->kind),
                             .language = g_strdup (letter->language),
                             .regime = g_strdup (letter->regime),
                             .recipient = g_strdup (letter->recipient),
                             .answers = g_strdup (letter->answers),
                             .own_text = g_strdup (letter->own_text),
                             .day = g_strdup (letter->day),
                             .created = letter->created,
                             .changed = letter->changed,
                             .sent_day = g_strdup (letter->sent_day),
                             .channel = g_strdup (letter->channel),
                             .has_pdf = letter->has_pdf };
  return copy;
}

void
veto_store_letter_free (VetoStoreLetter *letter)
{
  g_free (letter->id);
  g_free (letter->case_id);
  g_free (letter->kind);
  g_free (letter->language);
  g_free (letter->regime);
  g_free (letter->recipient);
  g_free (letter->answers);
  g_free (letter->own_text);
  g_free (letter->day);
  g_free (letter->sent_day);
  g_free (letter->channel);
  g_free (letter);
}

static VetoStoreLetter *
take_letter (sqlite3_stmt *from)
{
  VetoStoreLetter *letter = g_new0 (VetoStoreLetter, 1);

  letter->id = veto_sql_dup_text (from, 0);
  letter->case_id = veto_sql_dup_text (from, 1);
  letter->kind = veto_sql_dup_text (from, 2);
  letter->language = veto_sql_dup_text (from, 3);
  letter->regime = veto_sql_dup_text (from, 4);
  letter->recipient = veto_sql_dup_text (from, 5);
  letter->answers = veto_sql_dup_text (from, 6);
  letter->own_text = veto_sql_dup_text (from, 7);
  letter->day = veto_sql_dup_text (from, 8);
  letter->created = sqlite3_column_int64 (from, 9);
  letter->changed = sqlite3_column_int64 (from, 10);
  letter->sent_day = veto_sql_dup_text (from, 11);
  letter->channel = veto_sql_dup_text (from, 12);
  letter->has_pdf = sqlite3_column_int (from, 13) != 0;
  return letter;
}

typedef struct
{
  GPtrArray *letters;
  gint64     version;
} Reading;

/* typeof() alone does not read a PDF to say whether there is one. */
static gboolean
read_work (sqlite3 *db, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error,
                                 "SELECT " COLUMNS
                                 ", typeof (pdf) = 'blob' FROM letters ORDER BY created DESC, rowid DESC",
                                 "");
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!veto_sql_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_ptr_array_add (reading->letters, take_letter (statement));
    }
  return veto_sql_read_integer (db, "PRAGMA data_version", &reading->version, error);
}

GPtrArray *
veto_store_read_letters (VetoStore *self, GError **error)
{
  g_autoptr(GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_letter_free);
  Reading reading = { letters, 0 };

  g_return_val_if_fail (VETO_IS_STORE (self), NULL);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN", read_work, &reading, error))
    return NULL;
  veto_store_set_seen (self, VETO_STORE_READER_LETTERS, reading.version);
  return g_steal_pointer (&letters);
}

gboolean
veto_store_have_letters_changed (VetoStore *self)
{
  return veto_store_has_changed_for (self, VETO_STORE_READER_LETTERS);
}

/* What is written together. */
typedef struct
{
  const VetoStoreLetter *letter;
  GBytes                *pdf;
  const char            *data;
  GHashTable            *values;
} Writing;

static gboolean
fail (sqlite3 *db, const char *why, GError **error)
{
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: %s", sqlite3_db_filename (db, "main"),
               why);
  return FALSE;
}

/* *out_is_sent: whether it is there and was sent */
static gboolean
read_is_sent (sqlite3 *db, const char *id, gboolean *out_is_sent, GError **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error, "SELECT 1 FROM letters WHERE id = ?1 AND sent_day IS NOT NULL",
                                 "s", id);

  return statement != NULL && veto_sql_step (statement, out_is_sent, error);
}

/* The case may be gone by now; the letter stays. */
static gboolean
write_content (sqlite3 *db, const VetoStoreLetter *letter, GError **error)
{
  return veto_sql_run (
    db, error,
    "INSERT INTO letters (" COLUMNS ")"
    " VALUES (?1, (SELECT id FROM cases WHERE id = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, NULL, NULL)"
    " ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, kind = excluded.kind,"
    " language = excluded.language, regime = excluded.regime, recipient = excluded.recipient,"
    " answers = excluded.answers, own_text = excluded.own_text, day = excluded.day,"
    " changed = excluded.changed",
    "sssssssssxx", letter->id, letter->case_id, letter->kind, letter->language, letter->regime,
    letter->recipient, letter->answers, letter->own_text, letter->day, letter->created, letter->changed);
}

static gboolean
write_values (sqlite3 *db, const Writing *writing, GError **error)
{
  return writing->values == NULL
         || veto_store_write_values (db, writing->letter->case_id, writing->values, error);
}

static gboolean
set_work (sqlite3 *db, gpointer data, GError **error)
{
  const Writing *writing = data;
  gboolean       is_sent;

  if (!read_is_sent (db, writing->letter->id, &is_sent, error))
    return FALSE;
  if (is_sent)
    return fail (db, "the letter was sent already", error);
  return write_content (db, writing->letter, error) && write_values (db, writing, error);
}

gboolean
veto_store_set_letter (VetoStore *self, const VetoStoreLetter *letter, GHashTable *values, GError **error)
{
  Writing writing = { .letter = letter, .values = values };

  g_return_val_if_fail (VETO_IS_STORE (self) && letter != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", set_work, &writing, error))
    return FALSE;
  if (values != NULL && g_hash_table_size (values) > 0)
    veto_store_tell_cases_changed (self);
  return TRUE;
}

/* What is entered last comes last on its day, also after the clock was set back. */
static gboolean
write_sent_event (sqlite3 *db, const Writing *writing, GError **error)
{
  const VetoStoreLetter *letter = writing->letter;

  return veto_sql_run (db, error,
                       "INSERT INTO events (id, case_id, day, kind, data, created)"
                       " SELECT id, case_id, sent_day, '" VETO_STORE_EVENT_SENT "', ?2, max (?3, coalesce"
                       " ((SELECT max (e.created) + 1 FROM events e WHERE e.case_id = letters.case_id"
                       " AND e.day = letters.sent_day), 0)) FROM letters"
                       " WHERE id = ?1 AND case_id IS NOT NULL"
                       " ON CONFLICT (id) DO UPDATE SET day = excluded.day, data = excluded.data",
                       "ssx", letter->id, writing->data, letter->changed);
}

static gboolean
mark_work (sqlite3 *db, gpointer data, GError **error)
{
  const Writing         *writing = data;
  const VetoStoreLetter *letter = writing->letter;
  gboolean               is_sent;

  if (!read_is_sent (db, letter->id, &is_sent, error)
      || (!is_sent && !(write_content (db, letter, error) && write_values (db, writing, error))))
    return FALSE;
  return veto_sql_run (db, error,
                       "UPDATE letters SET sent_day = ?2, channel = ?3, pdf = coalesce (?4, pdf) WHERE id = "
                       "?1",
                       "sssb", letter->id, letter->sent_day, letter->channel, writing->pdf)
         && write_sent_event (db, writing, error);
}

gboolean
veto_store_mark_letter_sent (VetoStore             *self,
                             const VetoStoreLetter *letter,
                             GBytes                *pdf,
                             const char            *data,
                             GHashTable            *values,
                             GError               **error)
{
  Writing writing = { letter, pdf, data, values };

  g_return_val_if_fail (VETO_IS_STORE (self) && letter != NULL, FALSE);
  g_return_val_if_fail (letter->sent_day != NULL && letter->channel != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", mark_work, &writing, error))
    return FALSE;
  veto_store_tell_cases_changed (self);
  return TRUE;
}

static gboolean
unmark_work (sqlite3 *db, gpointer data, GError **error)
{
  return veto_sql_run (db, error,
                       "UPDATE letters SET day = nullif (day, sent_day), sent_day = NULL, channel = NULL, "
                       "pdf = NULL"
                       " WHERE id = ?1",
                       "s", data)
         && veto_sql_run (db, error, "DELETE FROM events WHERE id = ?1", "s", data);
}

gboolean
veto_store_unmark_letter_sent (VetoStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, FALSE);

  if (!veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", unmark_work, (gpointer) id, error))
    return FALSE;
  veto_store_tell_cases_changed (self);
  return TRUE;
}

/* *out_pdf: (nullable): none, or no such letter */
static gboolean
read_pdf (sqlite3 *db, const char *id, GBytes **out_pdf, GError **error)
{
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error, "SELECT pdf FROM letters WHERE id = ?1 AND pdf IS NOT NULL", "s",
                                 id);
  gboolean has_row;

  *out_pdf = NULL;
  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      gconstpointer data = sqlite3_column_blob (statement, 0);
      *out_pdf = g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, 0));
    }
  return TRUE;
}

GBytes *
veto_store_read_letter_pdf (VetoStore *self, const char *id, GError **error)
{
  GBytes *pdf;

  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, NULL);

  if (!read_pdf (veto_store_get_db (self), id, &pdf, error))
    return NULL;
  if (pdf == NULL)
    fail (veto_store_get_db (self), "there is no PDF of that letter", error);
  return pdf;
}

typedef struct
{
  const char *id;
  GBytes     *pdf;
} Deletion;

static gboolean
delete_work (sqlite3 *db, gpointer data, GError **error)
{
  Deletion *deletion = data;

  return read_pdf (db, deletion->id, &deletion->pdf, error)
         && veto_sql_run (db, error, "DELETE FROM letters WHERE id = ?1", "s", deletion->id);
}

gboolean
veto_store_delete_letter (VetoStore *self, const char *id, GBytes **out_pdf, GError **error)
{
  Deletion deletion = { id, NULL };

  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL && out_pdf != NULL, FALSE);

  if (veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", delete_work, &deletion, error))
    {
      *out_pdf = deletion.pdf;
      return TRUE;
    }
  g_clear_pointer (&deletion.pdf, g_bytes_unref);
  return FALSE;
}

static gboolean
restore_work (sqlite3 *db, gpointer data, GError **error)
{
  const Writing         *writing = data;
  const VetoStoreLetter *letter = writing->letter;

  return write_content (db, letter, error)
         && veto_sql_run (db, error, "UPDATE letters SET sent_day = ?2, channel = ?3, pdf = ?4 WHERE id = ?1",
                          "sssb", letter->id, letter->sent_day, letter->channel, writing->pdf);
}

gboolean
veto_store_restore_letter (VetoStore *self, const VetoStoreLetter *letter, GBytes *pdf, GError **error)
{
  Writing writing = { .letter = letter, .pdf = pdf };

  g_return_val_if_fail (VETO_IS_STORE (self) && letter != NULL, FALSE);

  return veto_sql_transact (veto_store_get_db (self), "BEGIN IMMEDIATE", restore_work, &writing, error);
}
