/* Proof in the database: byte for byte, whole or not at all, gone when it was deleted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "faulty-disk.h"
#include "store-fixture.h"
#include "veto-store-proof.h"

typedef struct
{
  char      *folder;
  char      *case_id;
  VetoStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->case_id = fixture_make_database (fixture->folder, 0);
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->store);
  fixture_assert_sql (fixture->folder, "PRAGMA integrity_check", "ok");
  fixture_assert_sql (fixture->folder, "SELECT count (*) FROM pragma_foreign_key_check", "0");
  fixture_remove (fixture->folder);
  g_free (fixture->case_id);
}

/* Bytes that no page of the database repeats. */
static GBytes *
make_bytes (gsize n_bytes)
{
  guint8 *data = g_malloc (n_bytes);
  guint32 state = 2463534242;

  for (gsize i = 0; i < n_bytes; i++)
    {
      state ^= state << 13, state ^= state >> 17, state ^= state << 5;
      data[i] = (guint8) state;
    }
  return g_bytes_new_take (data, n_bytes);
}

static VetoStoreProof *
describe (const char *id, const char *case_id, GBytes *bytes)
{
  VetoStoreProof *proof = g_new0 (VetoStoreProof, 1);

  proof->id = g_strdup (id);
  proof->case_id = g_strdup (case_id);
  proof->name = g_strdup_printf ("%s.png", id);
  proof->media_type = g_strdup ("image/png");
  proof->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  proof->size = (gint64) g_bytes_get_size (bytes);
  proof->added_at = 1700000000;
  return proof;
}

static void
add (Fixture *fixture, const char *id, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreProof) proof = describe (id, fixture->case_id, bytes);

  veto_store_add_proof (fixture->store, proof, bytes, &error);
  g_assert_no_error (error);
}

static guint
count (Fixture *fixture, const char *case_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = veto_store_read_proof (fixture->store, case_id, &error);

  g_assert_no_error (error);
  return rows->len;
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) bytes = make_bytes (70000), kept = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  const VetoStoreProof *row;

  add (fixture, "second", bytes);
  add (fixture, "again", bytes); /* the same file twice is two rows: it may prove two things */
  g_assert_cmpuint (count (fixture, "another-case"), ==, 0);
  g_assert_cmpuint (count (fixture, NULL), ==, 2);
  rows = veto_store_read_proof (fixture->store, fixture->case_id, NULL);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->id, ==, "second");
  g_assert_cmpstr (row->case_id, ==, fixture->case_id);
  g_assert_cmpstr (row->name, ==, "second.png");
  g_assert_cmpstr (row->media_type, ==, "image/png");
  g_assert_cmpint (row->size, ==, 70000);
  g_assert_cmpint (row->added_at, ==, 1700000000);
  kept = veto_store_read_proof_bytes (fixture->store, "second", NULL);
  g_assert_true (g_bytes_equal (kept, bytes));
  g_assert_true (veto_store_proof_matches (row, kept));
  g_assert_true (veto_store_delete_proof (fixture->store, "second", NULL));
  g_assert_cmpuint (count (fixture, fixture->case_id), ==, 1);
  g_assert_true (veto_store_delete_proof (fixture->store, "second", NULL));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) empty = g_bytes_new (NULL, 0), one = make_bytes (1), long_one = NULL;
  g_autoptr(VetoStoreProof) proof = describe ("empty", fixture->case_id, empty);

  g_assert_false (veto_store_add_proof (fixture->store, proof, empty, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (veto_store_add_proof (fixture->store, proof, one, &error)); /* not of the size it says */
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_clear_error (&error);

  long_one = make_bytes (VETO_STORE_MAX_PROOF_BYTES + 1);
  veto_store_proof_free (g_steal_pointer (&proof));
  proof = describe ("long", fixture->case_id, long_one);
  g_assert_false (veto_store_add_proof (fixture->store, proof, long_one, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_clear_error (&error);

  veto_store_proof_free (g_steal_pointer (&proof));
  proof = describe ("orphan", "no-such-case", one);
  g_assert_false (veto_store_add_proof (fixture->store, proof, one, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);

  g_assert_null (veto_store_read_proof_bytes (fixture->store, "gone", &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Turns the main loop until the thread is through. */
static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_largest_in_a_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_bytes (VETO_STORE_MAX_PROOF_BYTES), kept = NULL;
  g_autoptr(VetoStoreProof) proof = describe ("large", fixture->case_id, bytes);
  g_autoptr(GAsyncResult) added = NULL, read = NULL, deleted = NULL;

  veto_store_add_proof_async (fixture->store, proof, bytes, NULL, take_result_cb, &added);
  fixture_do_step (fixture->store, fixture->case_id, "meanwhile"); /* the one connection still writes */
  veto_store_add_proof_finish (fixture->store, wait_for (&added), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, fixture->case_id), ==, 1);

  veto_store_read_proof_bytes_async (fixture->store, "large", NULL, take_result_cb, &read);
  kept = veto_store_read_proof_bytes_finish (fixture->store, wait_for (&read), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, bytes));
  g_assert_true (veto_store_proof_matches (proof, kept));

  veto_store_delete_proof_async (fixture->store, "large", NULL, take_result_cb, &deleted);
  veto_store_delete_proof_finish (fixture->store, wait_for (&deleted), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, fixture->case_id), ==, 0);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_bytes (3000000);
  g_autoptr(VetoStoreProof) proof = describe ("late", fixture->case_id, bytes);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) added = NULL, read = NULL;

  g_cancellable_cancel (cancellable);
  veto_store_add_proof_async (fixture->store, proof, bytes, cancellable, take_result_cb, &added);
  g_assert_false (veto_store_add_proof_finish (fixture->store, wait_for (&added), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);

  add (fixture, "late", bytes);
  veto_store_read_proof_bytes_async (fixture->store, "late", cancellable, take_result_cb, &read);
  g_assert_null (veto_store_read_proof_bytes_finish (fixture->store, wait_for (&read), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Without a file there is no thread, and the same answers. */
static void
test_in_memory (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStore) store = veto_store_open_in_memory (&error);
  g_autoptr(VetoStoreCase)
               row = veto_store_add_case (store, FIXTURE_PLATFORM, FIXTURE_GOAL, FIXTURE_GUIDE, &error);
  g_autoptr(GBytes) bytes = make_bytes (5000), kept = NULL;
  g_autoptr(VetoStoreProof) proof = describe ("one", row->id, bytes);
  g_autoptr(GAsyncResult) added = NULL, read = NULL;

  veto_store_add_proof_async (store, proof, bytes, NULL, take_result_cb, &added);
  veto_store_add_proof_finish (store, wait_for (&added), &error);
  g_assert_no_error (error);
  veto_store_read_proof_bytes_async (store, "one", NULL, take_result_cb, &read);
  kept = veto_store_read_proof_bytes_finish (store, wait_for (&read), &error);
  g_assert_true (g_bytes_equal (kept, bytes));
}

/* A bit that fell over is noticed, and the row stays. */
static void
test_changed_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture->folder, "");
  g_autoptr(GBytes) bytes = make_bytes (9000), kept = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  add (fixture, "one", bytes);
  fixture_close (fixture->store);
  fixture_run_sql (path, "UPDATE proof SET bytes = zeroblob (size)");
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
  rows = veto_store_read_proof (fixture->store, fixture->case_id, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  kept = veto_store_read_proof_bytes (fixture->store, "one", NULL);
  g_assert_nonnull (kept);
  g_assert_false (veto_store_proof_matches (g_ptr_array_index (rows, 0), kept));
}

/* secure_delete: neither in the file nor in its journal. */
static void
test_deleted_is_gone (Fixture *fixture, gconstpointer data)
{
  static const char secret[] = "Unmistakable-Words-Of-A-Proof";
  g_autofree char  *path = fixture_dup_path (fixture->folder, ""), *content = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (secret, strlen (secret));
  gsize n_bytes;

  add (fixture, "one", bytes);
  fixture_close (fixture->store);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_nonnull (memmem (content, n_bytes, secret, strlen (secret)));
  g_clear_pointer (&content, g_free);

  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
  g_assert_true (veto_store_delete_proof (fixture->store, "one", NULL));
  fixture_close (fixture->store);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_null (memmem (content, n_bytes, secret, strlen (secret)));
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
}

static void
test_case_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture->folder, "");
  g_autoptr(GBytes) bytes = make_bytes (9000);

  add (fixture, "one", bytes);
  fixture_close (fixture->store);
  fixture_run_sql (path, "PRAGMA foreign_keys = ON; DELETE FROM cases");
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
}

/* The first writes, and many of the others, fail while a proof goes in or out: it is said, nothing of it is there, and the next try works. More than a
 * connection keeps in memory, so that the journal is written before the end. */
static void
test_writes_fail (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) bytes = make_bytes (3000000), kept = NULL;
  g_autoptr(VetoStoreProof) proof = describe ("one", fixture->case_id, bytes);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  do
    {
      g_clear_error (&error);
      n += n < 10 ? 1 : 61;
      faulty_disk_fail (n, SQLITE_FULL);
      if (!veto_store_add_proof (fixture->store, proof, bytes, &error))
        g_assert_cmpuint (count (fixture, NULL), ==, 0);
    }
  while (faulty_disk_rest () && g_error_matches (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FULL));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 100);
  kept = veto_store_read_proof_bytes (fixture->store, "one", NULL);
  g_assert_true (g_bytes_equal (kept, bytes));

  n = 0;
  do
    {
      g_clear_error (&error);
      n += n < 10 ? 1 : 61;
      faulty_disk_fail (n, SQLITE_FULL);
      if (!veto_store_delete_proof (fixture->store, "one", &error))
        g_assert_cmpuint (count (fixture, NULL), ==, 1);
    }
  while (faulty_disk_rest () && g_error_matches (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FULL));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  ADD ("/proof/rows", test_rows);
  ADD ("/proof/refused", test_refused);
  ADD ("/proof/largest-in-a-thread", test_largest_in_a_thread);
  ADD ("/proof/cancelled", test_cancelled);
  g_test_add_func ("/proof/in-memory", test_in_memory);
  ADD ("/proof/changed-is-noticed", test_changed_is_noticed);
  ADD ("/proof/deleted-is-gone", test_deleted_is_gone);
  ADD ("/proof/case-is-gone", test_case_is_gone);
  ADD ("/proof/writes-fail", test_writes_fail);
  return g_test_run ();
}
