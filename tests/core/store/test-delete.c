/* What is deleted is gone: from the tables, from the files, and until somebody takes it back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <utime.h>

#include "faulty-disk.h"
#include "store-fixture.h"
#include "veto-store-copies.h"
#include "veto-store-delete.h"
#include "veto-store-letters.h"
#include "veto-store-removal.h"
#include "veto-store-restore.h"

#define WORDS "sphinx of black quartz"
#define DAY_SECONDS (24 * 60 * 60)

/* A case with everything that a case can have, and another one beside it. Returns: (transfer full): its id */
static char *
fill (const char *folder)
{
  g_autofree char *id = fixture_make_database (folder, 20), *path = fixture_dup_path (folder, ""),
                  *sql = NULL;
  VetoStore *store = fixture_open (folder, VETO_STORE_TOOL);
  g_autoptr(VetoStoreCase) other = veto_store_add_case (store, "other", FIXTURE_GOAL, "first", NULL);
  g_autoptr(VetoStoreLetter) letter = fixture_describe_letter ("one", id);
  g_autoptr(VetoStoreLetter) lone = fixture_describe_letter ("two", NULL);
  VetoStoreEvent event = {
    (char *) "e", id, (char *) "2026-11-26", (char *) "note", (char *) WORDS, NULL, 1
  };

  g_assert_nonnull (other);
  letter->own_text = (g_free (letter->own_text), g_strdup ("{\"a\":\"" WORDS "\"}"));
  g_assert_true (veto_store_set_letter (store, letter, NULL, NULL));
  g_assert_true (veto_store_set_letter (store, lone, NULL, NULL));
  g_assert_true (veto_store_set_value (store, id, "reason", WORDS, NULL));
  g_assert_true (veto_store_set_event (store, &event, NULL));
  fixture_close (store);
  sql =
    g_strdup_printf ("INSERT INTO proof SELECT 'p', '%s', 'a.txt', 'text/plain', 'x', length (b), 5, b FROM"
                     " (SELECT CAST (replace (hex (zeroblob (5000)), '00', '" WORDS "') AS BLOB) AS b);"
                     "INSERT INTO notices VALUES ('%s', 'due', '2026-11-26')",
                     id, id);
  fixture_run_sql (path, sql);
  return g_steal_pointer (&id);
}

/* Whether any file of the folder has the words in it. */
static gboolean
has_words (const char *folder, const char *words)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean    found = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *content = NULL;
      gsize            n_bytes = 0;

      if (g_file_get_contents (path, &content, &n_bytes, NULL))
        found = found || memmem (content, n_bytes, words, strlen (words)) != NULL;
    }
  return found;
}

static void
test_truly_gone (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fill (folder), *dump = NULL;
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autoptr(VetoStoreUndo) deleted = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (has_words (folder, WORDS));
  deleted = veto_store_delete_case (store, id, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (veto_store_undo_count (deleted, "letters"), ==, 1);
  g_assert_cmpuint (veto_store_undo_count (deleted, "proof"), ==, 1);
  g_assert_false (has_words (folder, WORDS));            /* while the window is still open */
  g_assert_false (has_words (folder, "me@example.org")); /* the account's login went with its last case */
  dump = fixture_dump (store);
  g_assert_null (strstr (dump, id));
  g_assert_nonnull (strstr (dump, " other object"));
  g_assert_nonnull (strstr (dump, "letter two"));
  fixture_close (store);
  fixture_assert_sql (folder, "SELECT count (*) FROM proof", "0");
  fixture_assert_sql (folder, "SELECT count (*) FROM notices", "0");
  fixture_remove (folder);
}

/* An account with its cases goes in the same way; its letters stay, and whoever lists them hears of it. */
static void
test_account_truly_gone (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fill (folder);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCase) row = veto_store_read_case (store, id, &error);
  g_autoptr(GPtrArray) letters = veto_store_read_letters (store, &error);
  g_autoptr(VetoStoreUndo) removed = NULL;

  g_assert_false (veto_store_have_letters_changed (store));
  g_assert_true (has_words (folder, "me@example.org"));
  removed = veto_store_remove_account (store, row->account, &error);
  g_assert_no_error (error);
  g_assert_false (has_words (folder, "me@example.org")); /* while the window is still open */
  g_assert_true (veto_store_have_letters_changed (store));
  g_assert_cmpuint (letters->len, ==, 2);
  fixture_close (store);
  fixture_remove (folder);
}

static char *
dup_tables (const char *folder)
{
  return fixture_ask_sql (folder, "SELECT (SELECT group_concat (id || size || hex (substr (bytes, 1, 50))) "
                                  "FROM proof) ||"
                                  " (SELECT group_concat (case_id || kind || day) FROM notices) ||"
                                  " (SELECT group_concat (id || ifnull (login, '-')) FROM accounts)");
}

/* The letters go too, or stay as letters of no case; either way it can be taken back, as if nothing had been. */
static void
test_undo (gconstpointer data)
{
  gboolean         with_letters = GPOINTER_TO_INT (data);
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fill (folder), *before = NULL, *between = NULL, *after = NULL, *tables = NULL,
                  *tables_after = NULL;
  VetoStore *store;
  g_autoptr(VetoStoreUndo) deleted = NULL;
  g_autoptr(GError) error = NULL;

  tables = dup_tables (folder);
  store = fixture_open (folder, VETO_STORE_WINDOW);
  before = fixture_dump (store);
  deleted = veto_store_delete_case (store, id, with_letters, &error);
  g_assert_no_error (error);
  between = fixture_dump (store);
  g_assert_true ((strstr (between, "letter one") == NULL) == with_letters);
  g_assert_cmpuint (veto_store_undo_count (deleted, "letters"), ==, with_letters ? 1 : 0);
  veto_store_undo (store, deleted, &error);
  g_assert_no_error (error);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  fixture_close (store);
  tables_after = dup_tables (folder);
  g_assert_cmpstr (tables, ==, tables_after);
  fixture_remove (folder);
}

static void
count_cb (VetoStore *store, gpointer n)
{
  ++*(guint *) n;
}

/* Whoever shows cases and letters is told. */
static void
test_told (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fill (folder);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  guint            n_told = 0;
  g_autoptr(VetoStoreUndo) deleted = NULL;

  g_free (fixture_dump (store)); /* has read both */
  g_assert_false (veto_store_have_letters_changed (store));
  g_signal_connect (store, "cases-changed", G_CALLBACK (count_cb), &n_told);
  deleted = veto_store_delete_case (store, id, TRUE, NULL);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (veto_store_has_changed (store));
  g_assert_true (veto_store_have_letters_changed (store));
  fixture_close (store);
  fixture_remove (folder);
}

/* An account that says something of its own stays. */
static const struct
{
  const char *name, *sql;
} accounts[] = {
  { "/delete/account-stays/secret", "UPDATE accounts SET secret_id = 's' WHERE platform = 'chirper'" },
  { "/delete/account-stays/named", "UPDATE accounts SET label = 'mine' WHERE platform = 'chirper'" },
  { "/delete/account-stays/linked",
    "UPDATE accounts SET linked_to = (SELECT id FROM accounts WHERE platform = 'chirper') WHERE platform = "
    "'other'" },
};

static void
test_account_stays (gconstpointer data)
{
  const char      *sql = accounts[GPOINTER_TO_SIZE (data)].sql;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fill (folder), *path = fixture_dup_path (folder, "");
  VetoStore       *store;
  g_autoptr(VetoStoreUndo) deleted = NULL;

  fixture_run_sql (path, sql);
  store = fixture_open (folder, VETO_STORE_WINDOW);
  deleted = veto_store_delete_case (store, id, TRUE, NULL);
  g_assert_nonnull (deleted);
  g_assert_true (veto_store_undo (store, deleted, NULL));
  veto_store_undo_free (veto_store_delete_case (store, id, TRUE, NULL));
  fixture_close (store);
  fixture_assert_sql (folder, "SELECT count (*) FROM accounts WHERE platform = 'chirper'", "1");
  fixture_assert_sql (folder, "SELECT count (*) FROM accounts WHERE linked_to IS NULL AND platform = 'other'",
                      strstr (sql, "linked_to") != NULL ? "0" : "1");
  fixture_remove (folder);
}

/* Returns: whether write number @n was reached */
static gboolean
fail_once (int result, VetoStoreError expected, guint n)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fill (folder), *before = NULL, *after = NULL;
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autoptr(VetoStoreUndo) deleted = NULL;
  g_autoptr(GError) error = NULL;
  gboolean failed;

  before = fixture_dump (store);
  faulty_disk_fail (n, result);
  deleted = veto_store_delete_case (store, id, TRUE, &error);
  failed = faulty_disk_rest ();
  after = fixture_dump (store);
  if (deleted == NULL)
    {
      g_assert_error (error, VETO_STORE_ERROR, (int) expected);
      g_assert_cmpstr (before, ==, after);
    }
  else
    g_assert_null (strstr (after, id));
  g_assert_true (deleted != NULL || failed);
  fixture_close (store);
  fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
  if (deleted != NULL)
    g_assert_false (has_words (folder, WORDS)); /* closing empties what could not be emptied before */
  fixture_remove (folder);
  return failed;
}

static void
test_each_write_fails (void)
{
  guint n = 1;

  while (fail_once (SQLITE_FULL, VETO_STORE_ERROR_FULL, n))
    n++;
  g_assert_cmpuint (n, >, 5);
}

static void
set_made (const char *path, gint64 made)
{
  struct utimbuf times = { made, made };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
make_kept (const char *folder, const char *name, gint64 made)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, WORDS, -1, NULL));
  set_made (path, made);
}

/* What Veto keeps is listed with its days, and goes when its time has come; never with the clock set back. */
static void
test_kept (void)
{
  char  *folder = fixture_make_folder ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr(GDateTime) long_ago = g_date_time_new_local (2026, 1, 2, 3, 4, 5);
  g_autoptr(GPtrArray) list = NULL, later = NULL, earlier = NULL;
  const VetoStoreKept *kept;

  g_free (fixture_make_database (folder, 1));
  make_kept (folder, "veto.db.before-3", now - 10 * DAY_SECONDS);
  make_kept (folder, "veto.db.before-2", now - 100 * DAY_SECONDS);
  make_kept (folder, "veto.db.replaced-20260102-030405", now);
  make_kept (folder, "damaged/20260102-030405-2/veto.db", now);
  make_kept (folder, "mine.txt", now - 1000 * DAY_SECONDS);
  list = veto_store_list_kept (folder);
  g_assert_cmpuint (list->len, ==, 4);
  kept = g_ptr_array_index (list, 0);
  g_assert_cmpint (kept->kind, ==, VETO_STORE_KEPT_ASIDE);
  g_assert_cmpint (kept->made, ==, g_date_time_to_unix (long_ago));
  g_assert_cmpint (kept->until, ==, 0);
  kept = g_ptr_array_index (list, 1);
  g_assert_cmpint (kept->kind, ==, VETO_STORE_KEPT_REPLACED);
  g_assert_cmpint (kept->until, ==, kept->made + 90 * DAY_SECONDS);
  kept = g_ptr_array_index (list, 3);
  g_assert_cmpint (kept->kind, ==, VETO_STORE_KEPT_BEFORE_UPDATE);

  veto_store_drop_old_copies (folder, now - 365 * DAY_SECONDS);
  earlier = veto_store_list_kept (folder);
  g_assert_cmpuint (earlier->len, ==, 4);
  fixture_close (fixture_open (folder, VETO_STORE_WINDOW)); /* a start */
  later = veto_store_list_kept (folder);
  g_assert_cmpuint (later->len, ==, 2);
  fixture_remove (folder);
}

static void
test_erase (void)
{
  char            *folder = fixture_make_folder (), *elsewhere = fixture_make_folder ();
  g_autofree char *id = fill (folder), *copy = g_build_filename (elsewhere, "copy", NULL), *left = NULL;
  g_autofree char *aside = NULL, *dump = NULL;
  gint64           now = g_get_real_time () / G_USEC_PER_SEC;
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autoptr(GError) error = NULL;

  g_assert_true (veto_store_back_up (store, copy, FALSE, NULL, NULL, NULL));
  fixture_close (store);
  g_assert_true (veto_store_restore (folder, copy, NULL, &aside, NULL));
  make_kept (folder, "veto.db.before-2", now);
  make_kept (folder, "damaged/20260102-030405/veto.db", now);
  make_kept (folder, "damaged/20260102-030405/veto.db-wal", now);
  make_kept (folder, "restore-ABCDEF", now);
  make_kept (folder, "mine.txt", now);

  veto_store_erase (folder, &error);
  g_assert_no_error (error);
  left = fixture_describe_folder (folder, NULL);
  g_assert_true (g_str_has_prefix (left, "mine.txt ")); /* and nothing else */
  g_assert_null (strchr (left, '\n'));

  store = fixture_open (folder, VETO_STORE_WINDOW); /* as new */
  dump = fixture_dump (store);
  g_assert_cmpstr (dump, ==, "");
  fixture_close (store);
  fixture_remove (elsewhere);
  fixture_remove (folder);
}

static void
open_window (gpointer folder)
{
  fixture_open (folder, VETO_STORE_WINDOW);
}

static void
test_erase_under_a_window (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fill (folder);
  FixtureChild     child = fixture_start_child (open_window, folder);
  g_autoptr(GError) error = NULL;

  g_assert_false (veto_store_erase (folder, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
  fixture_let_go (&child);
  fixture_assert_sql (folder, "SELECT count (*) FROM cases", "2");
  g_assert_true (veto_store_erase (folder, NULL));
  g_assert_true (veto_store_erase (folder, NULL)); /* once more: there is nothing left to say */
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  g_test_add_func ("/delete/truly-gone", test_truly_gone);
  g_test_add_func ("/delete/account-truly-gone", test_account_truly_gone);
  g_test_add_data_func ("/delete/undo/with-letters", GINT_TO_POINTER (TRUE), test_undo);
  g_test_add_data_func ("/delete/undo/without-letters", GINT_TO_POINTER (FALSE), test_undo);
  g_test_add_func ("/delete/told", test_told);
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    g_test_add_data_func (accounts[i].name, GSIZE_TO_POINTER (i), test_account_stays);
  g_test_add_func ("/delete/each-write-fails", test_each_write_fails);
  g_test_add_func ("/delete/kept", test_kept);
  g_test_add_func ("/erase/all", test_erase);
  g_test_add_func ("/erase/under-a-window", test_erase_under_a_window);
  return g_test_run ();
}
