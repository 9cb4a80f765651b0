/* Proof: files of a case, with their bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-proof.h"

#include "veto-store-private.h"
#include "veto-store-proof-private.h"

#define CHUNK_BYTES (1024 * 1024) /* between two looks at whether somebody cancelled */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_blob, sqlite3_blob_close)

VetoStoreProof *
veto_store_proof_copy (const VetoStoreProof *proof)
{
  VetoStoreProof *copy = g_new (VetoStoreProof, 1);

  *copy = (VetoStoreProof){ .id = g_strdup (proof->id),
                            .case_id = g_strdup (proof->case_id),
                            .name = g_strdup (proof->name),
                            .media_type = g_strdup (proof->media_type),
                            .sha256 = g_strdup (proof->sha256),
                            .size = proof->size,
                            .added_at = proof->added_at };
  return copy;
}

void
veto_store_proof_free (VetoStoreProof *proof)
{
  g_free (proof->id);
  g_free (proof->case_id);
  g_free (proof->name);
  g_free (proof->media_type);
  g_free (proof->sha256);
  g_free (proof);
}

gboolean
veto_store_proof_matches (const VetoStoreProof *proof, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strcmp0 (sha256, proof->sha256) == 0;
}

static void
take_proof (GPtrArray *rows, sqlite3_stmt *from)
{
  VetoStoreProof *row = g_new0 (VetoStoreProof, 1);

  row->id = veto_sql_dup_text (from, 0);
  row->case_id = veto_sql_dup_text (from, 1);
  row->name = veto_sql_dup_text (from, 2);
  row->media_type = veto_sql_dup_text (from, 3);
  row->sha256 = veto_sql_dup_text (from, 4);
  row->size = sqlite3_column_int64 (from, 5);
  row->added_at = sqlite3_column_int64 (from, 6);
  g_ptr_array_add (rows, row);
}

GPtrArray *
veto_store_read_proof (VetoStore *self, const char *case_id, GError **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_store_proof_free);
  g_autoptr(sqlite3_stmt) statement = NULL;
  gboolean has_row = TRUE;

  g_return_val_if_fail (VETO_IS_STORE (self), NULL);

  statement = veto_sql_prepare (veto_store_get_db (self), error,
                                "SELECT id, case_id, name, media_type, sha256, size, added_at FROM proof"
                                " WHERE ?1 IS NULL OR case_id = ?1 ORDER BY added_at, rowid",
                                "s", case_id);
  while (statement != NULL && has_row)
    {
      if (!veto_sql_step (statement, &has_row, error))
        return NULL;
      if (has_row)
        take_proof (rows, statement);
    }
  return statement != NULL ? g_steal_pointer (&rows) : NULL;
}

static gboolean
fail (sqlite3 *db, const char *why, GError **error)
{
  g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED, "%s: %s", sqlite3_db_filename (db, "main"),
               why);
  return FALSE;
}

/* SQLite says this of a row that is not there, too: the caller has asked for it just before. */
static gboolean
set_blob_error (sqlite3 *db, int rc, GError **error)
{
  veto_sql_set_error (db, rc, error);
  return FALSE;
}

typedef struct
{
  const char           *id;
  const VetoStoreProof *proof;
  GBytes               *bytes; /* to write, or (transfer full) what was read */
  GCancellable         *cancellable;
} Transfer;

/* The bytes go from the pages into the one buffer, without a second copy of 25 MB. */
static GBytes *
read_blob (sqlite3_blob *blob, sqlite3 *db, GCancellable *cancellable, GError **error)
{
  int                n_bytes = sqlite3_blob_bytes (blob);
  g_autofree guint8 *buffer = g_malloc (MAX (n_bytes, 1));

  for (int done = 0; done < n_bytes; done += CHUNK_BYTES)
    {
      int rc = sqlite3_blob_read (blob, buffer + done, MIN (CHUNK_BYTES, n_bytes - done), done);

      if (rc != SQLITE_OK)
        return set_blob_error (db, rc, error), NULL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), (gsize) n_bytes);
}

static gboolean
load_work (sqlite3 *db, gpointer data, GError **error)
{
  Transfer *transfer = data;
  g_autoptr(sqlite3_stmt) statement =
               veto_sql_prepare (db, error, "SELECT rowid FROM proof WHERE id = ?1", "s", transfer->id);
  g_autoptr(sqlite3_blob) blob = NULL;
  gboolean has_row;
  int      rc;

  if (statement == NULL || !veto_sql_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return fail (db, "there is no such proof", error);
  rc = sqlite3_blob_open (db, "main", "proof", "bytes", sqlite3_column_int64 (statement, 0), 0, &blob);
  if (rc != SQLITE_OK)
    return set_blob_error (db, rc, error);
  transfer->bytes = read_blob (blob, db, transfer->cancellable, error);
  return transfer->bytes != NULL;
}

GBytes *
veto_store_load_proof (sqlite3 *db, const char *id, GCancellable *cancellable, GError **error)
{
  Transfer transfer = { .id = id, .cancellable = cancellable };

  if (veto_sql_transact (db, "BEGIN", load_work, &transfer, error))
    return transfer.bytes;
  g_clear_pointer (&transfer.bytes, g_bytes_unref);
  return NULL;
}

static gboolean
write_blob (sqlite3_blob *blob, sqlite3 *db, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize         n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize done = 0; done < n_bytes; done += CHUNK_BYTES)
    {
      int rc = sqlite3_blob_write (blob, data + done, (int) MIN (CHUNK_BYTES, n_bytes - done), (int) done);

      if (rc != SQLITE_OK)
        return set_blob_error (db, rc, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_work (sqlite3 *db, gpointer data, GError **error)
{
  const Transfer       *transfer = data;
  const VetoStoreProof *proof = transfer->proof;
  g_autoptr(sqlite3_blob) blob = NULL;
  int rc;

  if (!veto_sql_run (db, error,
                     "INSERT INTO proof (id, case_id, name, media_type, sha256, size, added_at, bytes)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, zeroblob (?6))",
                     "sssssxx", proof->id, proof->case_id, proof->name, proof->media_type, proof->sha256,
                     proof->size, proof->added_at))
    return FALSE;
  rc = sqlite3_blob_open (db, "main", "proof", "bytes", sqlite3_last_insert_rowid (db), 1, &blob);
  if (rc != SQLITE_OK)
    return set_blob_error (db, rc, error);
  return write_blob (blob, db, transfer->bytes, transfer->cancellable, error);
}

gboolean
veto_store_insert_proof (sqlite3              *db,
                         const VetoStoreProof *proof,
                         GBytes               *bytes,
                         GCancellable         *cancellable,
                         GError              **error)
{
  Transfer transfer = { .proof = proof, .bytes = bytes, .cancellable = cancellable };
  gsize    n_bytes = g_bytes_get_size (bytes);

  if (n_bytes == 0 || n_bytes > VETO_STORE_MAX_PROOF_BYTES || (gint64) n_bytes != proof->size)
    return fail (db, "a proof of that size is not kept", error);
  return veto_sql_transact (db, "BEGIN IMMEDIATE", insert_work, &transfer, error);
}

gboolean
veto_store_remove_proof (sqlite3 *db, const char *id, GError **error)
{
  return veto_sql_run (db, error, "DELETE FROM proof WHERE id = ?1", "s", id);
}

GBytes *
veto_store_read_proof_bytes (VetoStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, NULL);

  return veto_store_load_proof (veto_store_get_db (self), id, NULL, error);
}

gboolean
veto_store_add_proof (VetoStore *self, const VetoStoreProof *proof, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && proof != NULL && bytes != NULL, FALSE);

  return veto_store_insert_proof (veto_store_get_db (self), proof, bytes, NULL, error);
}

gboolean
veto_store_delete_proof (VetoStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (VETO_IS_STORE (self) && id != NULL, FALSE);

  return veto_store_remove_proof (veto_store_get_db (self), id, error);
}
