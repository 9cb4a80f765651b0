/* A good database that others hold, that cannot be written, or for which there is no room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include "faulty-disk.h"
#include "store-fixture.h"
#include "veto-store.h"

static void
expect_read_only (gpointer data)
{
  const char *folder = data;
  VetoStore  *store;

  for (VetoStoreMode mode = VETO_STORE_WINDOW; mode <= VETO_STORE_TOOL; mode++)
    {
      g_autoptr(GError) error = NULL;
      g_assert_null (veto_store_open (folder, mode, &error));
      g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_READ_ONLY);
    }
  store = fixture_open (folder, VETO_STORE_LOOK); /* what cannot be written can still be looked at */
  g_free (fixture_dump (store));
  fixture_close (store);
}

typedef struct
{
  const char *name;
  guint       folder_mode, file_mode;
  gboolean    has_file;
} Permissions;

static const Permissions permissions[] = {
  { "/kept-away/read-only/file", 0700, 0400, TRUE },
  { "/kept-away/read-only/folder", 0500, 0600, TRUE },
  { "/kept-away/read-only/both", 0500, 0400, TRUE },
  { "/kept-away/read-only/empty-folder", 0500, 0, FALSE },
};

static void
test_read_only (gconstpointer data)
{
  const Permissions *sample = data;
  char              *folder = fixture_make_folder ();
  g_autofree char   *path = fixture_dup_path (folder, "");
  g_autofree char   *before = NULL, *after = NULL;

  if (sample->has_file)
    {
      g_free (fixture_make_database (folder, 5));
      g_assert_cmpint (g_chmod (path, (int) sample->file_mode), ==, 0);
    }
  g_assert_cmpint (g_chmod (folder, (int) sample->folder_mode), ==, 0);
  before = fixture_describe_folder (folder, NULL);
  fixture_run_bound (expect_read_only, folder);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

/* A disk that has room for 8 KiB a file. */
static void
open_with_little_room (gpointer data)
{
  struct rlimit room = { 8192, 8192 };
  g_autoptr(GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &room), ==, 0);
  g_assert_null (veto_store_open (data, VETO_STORE_TOOL, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FULL);
}

static void
test_no_room_for_a_new_one (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *left = NULL;

  fixture_run_in_child (open_with_little_room, folder);
  left = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (left, ==, ""); /* no half of a file */
  fixture_close (fixture_open (folder, VETO_STORE_TOOL));
  fixture_remove (folder);
}

static void
hold_write_lock (gpointer folder)
{
  g_autofree char *path = fixture_dup_path (folder, "");
  sqlite3         *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
hold_everything (gpointer folder)
{
  g_autofree char *path = fixture_dup_path (folder, "");
  sqlite3         *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM answers",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
}

/* Another program writes and does not come to an end: waited for, said, and possible again afterwards. */
static void
test_locked_while_writing (void)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 5);
  FixtureChild     child = fixture_start_child (hold_write_lock, folder);
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autofree char *before = fixture_dump (store), *after = NULL;

  faulty_disk_count_waits ();
  g_assert_false (veto_store_set_guide (store, id, "menus", &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
  g_assert_cmpuint (faulty_disk_count_waits (), >, 5);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);

  fixture_let_go (&child);
  g_assert_true (veto_store_set_guide (store, id, "menus", NULL));
  fixture_close (store);
  fixture_remove (folder);
}

/* Somebody tidied up while Veto was open: nothing is written into a file that would be gone afterwards. Put back, it is the same. */
static void
test_moved_away (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 5);
  g_autofree char *path = fixture_dup_path (folder, ""), *away = fixture_dup_path (folder, ".away");
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);
  g_autofree char *before = fixture_dump (store), *after = NULL;
  g_autoptr(GError) error = NULL, second = NULL;
  g_autoptr(VetoStoreCase) row = NULL;

  g_assert_cmpint (g_rename (path, away), ==, 0);
  g_assert_false (veto_store_set_guide (store, id, "menus", &error)); /* one statement */
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_MISSING);
  row = veto_store_add_case (store, "other", "object", "form", &second); /* a transaction */
  g_assert_null (row);
  g_assert_error (second, VETO_STORE_ERROR, VETO_STORE_ERROR_MISSING);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (g_rename (away, path), ==, 0);
  g_assert_true (veto_store_set_guide (store, id, "menus", NULL));
  fixture_close (store);
  fixture_assert_sql (folder, "SELECT guide FROM cases", "menus");
  fixture_remove (folder);
}

static void
test_locked_while_opening (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 5);
  FixtureChild     child = fixture_start_child (hold_everything, folder);

  for (VetoStoreMode mode = VETO_STORE_WINDOW; mode <= VETO_STORE_TOOL; mode++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (veto_store_open (folder, mode, &error));
      g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
    }
  fixture_let_go (&child);
  fixture_close (fixture_open (folder, VETO_STORE_WINDOW));
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  faulty_disk_skip_waits ();
  for (gsize i = 0; i < G_N_ELEMENTS (permissions); i++)
    g_test_add_data_func (permissions[i].name, &permissions[i], test_read_only);
  g_test_add_func ("/kept-away/no-room-for-a-new-one", test_no_room_for_a_new_one);
  g_test_add_func ("/kept-away/locked-while-writing", test_locked_while_writing);
  g_test_add_func ("/kept-away/moved-away", test_moved_away);
  g_test_add_func ("/kept-away/locked-while-opening", test_locked_while_opening);
  return g_test_run ();
}
