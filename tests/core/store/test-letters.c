/* Letters and events as rows: written together, sent, deleted, put back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store-fixture.h"
#include "veto-store.h"

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

static void
add (Fixture *fixture, const char *id, const char *case_id, GHashTable *values)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter (id, case_id);

  veto_store_set_letter (fixture->store, letter, values, &error);
  g_assert_no_error (error);
}

static void
mark_sent (Fixture *fixture, const char *id, const char *case_id, GBytes *pdf)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter (id, case_id);

  letter->sent_day = g_strdup ("2026-11-26");
  letter->channel = g_strdup ("post");
  veto_store_mark_letter_sent (fixture->store, letter, pdf, "{}", NULL, &error);
  g_assert_no_error (error);
}

static GBytes *
make_pdf (void)
{
  static const char bytes[] = "%PDF-1.5\0\xff\xfe with zeros";
  return g_bytes_new_static (bytes, sizeof bytes);
}

static void
assert_dump (Fixture *fixture, const char *expected, gboolean has)
{
  g_autofree char *dump = fixture_dump (fixture->store);

  if ((strstr (dump, expected) != NULL) != has)
    g_error ("%s “%s” in:\n%s", has ? "no" : "there is", expected, dump);
}

static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) letters = NULL;

  add (fixture, "first", NULL, NULL);
  add (fixture, "second", fixture->case_id, NULL);
  add (fixture, "first", fixture->case_id, NULL); /* written again, in its place */
  letters = veto_store_read_letters (fixture->store, NULL);
  g_assert_cmpuint (letters->len, ==, 2);
  g_assert_cmpstr (((VetoStoreLetter *) letters->pdata[0])->id, ==, "second");
  g_assert_cmpstr (((VetoStoreLetter *) letters->pdata[1])->case_id, ==, fixture->case_id);
}

static void
count_cb (VetoStore *store, guint *n)
{
  *n += 1;
}

/* Name and login are asked for once: the letter's become the person's and the account's. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_told = 0;

  g_hash_table_insert (values, (gpointer) "profile.name", (gpointer) "Ada Löwe");
  g_hash_table_insert (values, (gpointer) "profile.email", (gpointer) "ada@example.org");
  g_hash_table_insert (values, (gpointer) "account.login", (gpointer) "ada_l");
  g_hash_table_insert (values, (gpointer) "account.password", (gpointer) "hunter2");
  g_signal_connect (fixture->store, "cases-changed", G_CALLBACK (count_cb), &n_told);
  g_free (fixture_dump (fixture->store));
  add (fixture, "one", fixture->case_id, values);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (veto_store_has_changed (fixture->store));
  assert_dump (fixture, "profile.name = Ada Löwe", TRUE);
  assert_dump (fixture, "profile.email = ada@example.org", TRUE);
  assert_dump (fixture, "account.login = ada_l", TRUE);
  assert_dump (fixture, "hunter2", FALSE);
  g_assert_false (veto_store_has_changed (fixture->store));
}

/* A letter without a case has a person too, also when it is the first thing there is. */
static void
test_person_without_case (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStore) store = veto_store_open_in_memory (&error);
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", NULL);
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) before = veto_store_read_person (store, &error), after = NULL;
  g_autoptr(VetoStoreCase) row = NULL;

  g_assert_cmpuint (g_hash_table_size (before), ==, 0);
  g_hash_table_insert (values, (gpointer) "profile.address", (gpointer) "1 Main St");
  g_hash_table_insert (values, (gpointer) "account.login", (gpointer) "nowhere");
  g_assert_true (veto_store_set_letter (store, letter, values, &error));
  after = veto_store_read_person (store, &error);
  g_assert_cmpuint (g_hash_table_size (after), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (after, "profile.address"), ==, "1 Main St");
  row = veto_store_add_case (store, "p", "object", "form", &error);
  g_assert_cmpstr (g_hash_table_lookup (row->values, "profile.address"), ==, "1 Main St");
}

static void
test_sent (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = make_pdf (), kept = NULL;
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", fixture->case_id);

  mark_sent (fixture, "one", fixture->case_id, pdf);
  assert_dump (fixture, "  event one 2026-11-26 sent (null) {}\n", TRUE);
  kept = veto_store_read_letter_pdf (fixture->store, "one", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, pdf));

  /* what was sent stays what it was */
  letter->answers = (g_free (letter->answers), g_strdup ("{\"name\":\"Bob\"}"));
  g_assert_false (veto_store_set_letter (fixture->store, letter, NULL, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_clear_error (&error);
  letter->sent_day = g_strdup ("2026-11-27");
  letter->channel = g_strdup ("email");
  g_assert_true (veto_store_mark_letter_sent (fixture->store, letter, NULL, "{}", NULL, &error));
  assert_dump (fixture, "Bob", FALSE);
  assert_dump (fixture, "2026-11-27 email", TRUE);
  assert_dump (fixture, "  event one 2026-11-27 sent", TRUE);
  g_clear_pointer (&kept, g_bytes_unref);
  kept = veto_store_read_letter_pdf (fixture->store, "one", &error);
  g_assert_true (g_bytes_equal (kept, pdf));

  g_assert_true (veto_store_unmark_letter_sent (fixture->store, "one", &error));
  assert_dump (fixture, "event", FALSE);
  g_assert_null (veto_store_read_letter_pdf (fixture->store, "one", &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
}

static void
test_deleted_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = make_pdf (), kept = NULL;
  g_autoptr(GPtrArray) letters = NULL;
  g_autofree char *before = NULL, *after = NULL;

  mark_sent (fixture, "one", fixture->case_id, pdf);
  before = fixture_dump (fixture->store);
  letters = veto_store_read_letters (fixture->store, &error);
  g_assert_true (veto_store_delete_letter (fixture->store, "one", &kept, &error));
  assert_dump (fixture, "letter one", FALSE);
  assert_dump (fixture, "event one", TRUE);
  g_assert_true (veto_store_restore_letter (fixture->store, letters->pdata[0], kept, &error));
  g_assert_no_error (error);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);

  g_clear_pointer (&kept, g_bytes_unref);
  g_assert_true (veto_store_delete_letter (fixture->store, "gone", &kept, &error));
  g_assert_null (kept);
}

/* What was deleted is not in the file any more: secure_delete. */
static void
test_deleted_is_gone (void)
{
  static const char secret[] = "Unmistakable-Words-Of-A-Letter";
  char             *folder = fixture_make_folder ();
  g_autofree char  *path = fixture_dup_path (folder, ""), *content = NULL;
  VetoStore        *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", NULL);
  g_autoptr(GBytes) pdf = NULL;
  gsize n_bytes;

  letter->own_text = (g_free (letter->own_text), g_strdup (secret));
  g_assert_true (veto_store_set_letter (store, letter, NULL, NULL));
  fixture_close (store);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_nonnull (memmem (content, n_bytes, secret, strlen (secret)));
  g_clear_pointer (&content, g_free);

  store = fixture_open (folder, VETO_STORE_WINDOW);
  g_assert_true (veto_store_delete_letter (store, "one", &pdf, NULL));
  fixture_close (store);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  g_assert_null (memmem (content, n_bytes, secret, strlen (secret)));
  fixture_remove (folder);
}

/* A case that is gone takes its events with it, not its letters. */
static void
test_case_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture->folder, "");

  mark_sent (fixture, "one", fixture->case_id, NULL);
  fixture_close (fixture->store);
  fixture_run_sql (path, "PRAGMA foreign_keys = ON; DELETE FROM cases");
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);
  assert_dump (fixture, "letter one of (null): objection", TRUE);
  fixture_close (fixture->store);
  fixture_assert_sql (fixture->folder, "SELECT count (*) FROM events", "0");
  fixture->store = fixture_open (fixture->folder, VETO_STORE_WINDOW);

  add (fixture, "two", "no-such-case", NULL); /* as another process may have deleted it meanwhile */
  assert_dump (fixture, "letter two of (null): objection", TRUE);
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  VetoStoreEvent event = { (char *) "e1",       fixture->case_id,   (char *) "2026-11-26",
                           (char *) "received", (char *) "by post", NULL,
                           1700000000 };

  g_assert_true (veto_store_set_event (fixture->store, &event, &error));
  event.id = (char *) "e0";
  event.day = (char *) "2026-11-25";
  g_assert_true (veto_store_set_event (fixture->store, &event, &error));
  assert_dump (fixture,
               "  event e0 2026-11-25 received by post (null)\n  event e1 2026-11-26 received by post "
               "(null)\n",
               TRUE);
  g_assert_true (veto_store_delete_event (fixture->store, "e0", &error));
  assert_dump (fixture, "event e0", FALSE);
  event.case_id = (char *) "no-such-case";
  event.id = (char *) "e2";
  g_assert_false (veto_store_set_event (fixture->store, &event, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
}

static void
write_from_elsewhere (gpointer folder)
{
  VetoStore *store = fixture_open (folder, VETO_STORE_TOOL);
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("theirs", NULL);

  g_assert_true (veto_store_set_letter (store, letter, NULL, NULL));
  g_object_unref (store);
}

/* The book of letters and that of cases hear of another process each for itself. */
static void
test_has_changed (Fixture *fixture, gconstpointer data)
{
  g_free (fixture_dump (fixture->store));
  g_assert_false (veto_store_have_letters_changed (fixture->store));
  add (fixture, "ours", NULL, NULL);
  g_assert_false (veto_store_have_letters_changed (fixture->store));

  fixture_run_in_child (write_from_elsewhere, fixture->folder);
  g_assert_true (veto_store_have_letters_changed (fixture->store));
  g_ptr_array_unref (veto_store_read_cases (fixture->store, NULL));
  g_assert_false (veto_store_has_changed (fixture->store));
  g_assert_true (veto_store_have_letters_changed (fixture->store));
  assert_dump (fixture, "letter theirs", TRUE);
  g_assert_false (veto_store_have_letters_changed (fixture->store));
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/letters/newest-first", test_newest_first);
  ADD ("/letters/values", test_values);
  g_test_add_func ("/letters/person-without-case", test_person_without_case);
  ADD ("/letters/sent", test_sent);
  ADD ("/letters/deleted-and-back", test_deleted_and_back);
  g_test_add_func ("/letters/deleted-is-gone", test_deleted_is_gone);
  ADD ("/letters/case-is-gone", test_case_is_gone);
  ADD ("/letters/events", test_events);
  ADD ("/letters/has-changed", test_has_changed);
  return g_test_run ();
}
