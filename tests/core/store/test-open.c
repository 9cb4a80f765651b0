/* Opening: what is made, for whose eyes, by how many at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "store-fixture.h"
#include "veto-store.h"

static guint
get_mode (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf         status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

/* The user's own folder is found by environment, so in a child that has another one. */
static void
open_own_folder (gpointer data)
{
  g_autofree char *folder = g_build_filename (data, "data", "veto", NULL);
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *home = g_path_get_dirname (folder);
  VetoStore       *store;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  store = fixture_open (NULL, VETO_STORE_WINDOW);
  g_assert_cmpstr (veto_store_get_path (store), ==, path);
  g_assert_cmpuint (get_mode (folder, "."), ==, 0700);
  g_assert_cmpuint (get_mode (folder, "veto.db"), ==, 0600);
  g_assert_cmpuint (get_mode (folder, "veto.db-wal"), ==, 0600);
  g_assert_cmpuint (get_mode (folder, "veto.db-shm"), ==, 0600);
  g_assert_cmpuint (get_mode (folder, "veto.lock"), ==, 0600);
  fixture_close (store);
}

static void
test_own_folder (void)
{
  char *folder = fixture_make_folder ();

  fixture_run_in_child (open_own_folder, folder);
  fixture_remove (folder);
}

static void
test_own_folder_was_open (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *own = g_build_filename (folder, "data", "veto", NULL);
  g_autofree char *path = fixture_dup_path (own, "");

  fixture_run_in_child (open_own_folder, folder);
  g_assert_cmpint (g_chmod (own, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  fixture_run_in_child (open_own_folder, folder);
  fixture_remove (folder);
}

/* vetoctl --data /srv/shared must not close a folder that is not ours. */
static void
test_named_folder_keeps_its_permissions (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 1);
  g_autofree char *path = fixture_dup_path (folder, "");

  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0664), ==, 0);
  fixture_close (fixture_open (folder, VETO_STORE_TOOL));
  g_assert_cmpuint (get_mode (folder, "."), ==, 0755);
  g_assert_cmpuint (get_mode (folder, "veto.db"), ==, 0600);
  fixture_remove (folder);
}

static void
test_folder_below_a_link (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *real = g_build_filename (folder, "real", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *below = g_build_filename (link, "veto", NULL);

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink (real, link), ==, 0);
  fixture_close (fixture_open (below, VETO_STORE_WINDOW));
  g_assert_cmpuint (get_mode (real, "veto/veto.db"), ==, 0600);
  fixture_remove (folder);
}

static void
test_folder_is_a_link (void)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *real = g_build_filename (folder, "real", NULL);
  g_autofree char *link = g_build_filename (folder, "veto", NULL);

  g_assert_cmpint (g_mkdir (real, 0755), ==, 0);
  g_assert_cmpint (symlink (real, link), ==, 0);
  g_assert_null (veto_store_open (link, VETO_STORE_WINDOW, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_NOT_OURS);
  g_assert_cmpuint (get_mode (real, "."), ==, 0755);
  g_assert_cmpint (g_rmdir (real), ==, 0); /* it is empty */
  fixture_remove (folder);
}

static void
test_file_says_what_it_is (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *wal = fixture_dup_path (folder, "-wal");

  fixture_close (fixture_open (folder, VETO_STORE_WINDOW));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  fixture_assert_sql (folder, "PRAGMA application_id", "1447384143"); /* 0x5645544F */
  fixture_assert_sql (folder, "PRAGMA user_version", "3");
  fixture_assert_sql (folder, "PRAGMA journal_mode", "wal");
  fixture_assert_sql (folder, "PRAGMA integrity_check", "ok");
  fixture_assert_sql (folder,
                      "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
                      " AND name NOT LIKE 'sqlite_%'",
                      "0");
  fixture_remove (folder);
}

/* The text of what is forgotten does not stay in the file. */
static void
test_deleted_text_is_gone (void)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *id = fixture_make_database (folder, 1);
  g_autofree char *before = NULL, *after = NULL;
  gsize            n_before, n_after;
  VetoStore       *store = fixture_open (folder, VETO_STORE_WINDOW);

  veto_store_set_value (store, id, "reason", "because-of-my-children", &error);
  g_assert_no_error (error);
  fixture_close (store);
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_nonnull (memmem (before, n_before, "because-of-my-children", 22));

  store = fixture_open (folder, VETO_STORE_WINDOW);
  veto_store_set_value (store, id, "reason", NULL, &error);
  g_assert_no_error (error);
  fixture_close (store);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_null (memmem (after, n_after, "because-of-my-children", 22));
  fixture_remove (folder);
}

static void
open_window (gpointer folder)
{
  fixture_open (folder, VETO_STORE_WINDOW);
}

static void
test_second_window (void)
{
  g_autoptr(GError) error = NULL;
  char        *folder = fixture_make_folder ();
  FixtureChild child = fixture_start_child (open_window, folder);
  gint64       before = g_get_monotonic_time ();

  g_assert_null (veto_store_open (folder, VETO_STORE_WINDOW, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
  g_assert_cmpint (g_get_monotonic_time () - before, <,
                   4 * G_USEC_PER_SEC); /* not SQLite's patience of 5 s */

  fixture_close (fixture_open (folder, VETO_STORE_TOOL)); /* vetoctl may write beside it */
  fixture_let_go (&child);
  fixture_close (
    fixture_open (folder, VETO_STORE_WINDOW)); /* its end, however it came, is the end of its lock */
  fixture_remove (folder);
}

static void
test_set_aside_under_a_window (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;
  char            *folder = fixture_make_folder ();
  FixtureChild     child = fixture_start_child (open_window, folder);

  g_assert_false (veto_store_set_aside (folder, &place, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
  fixture_let_go (&child);
  fixture_remove (folder);
}

static void
test_look_at_nothing (void)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *missing = g_build_filename (folder, "not", "there", NULL);
  g_autofree char *dump = NULL;
  VetoStore       *store = fixture_open (missing, VETO_STORE_LOOK);

  dump = fixture_dump (store);
  g_assert_cmpstr (dump, ==, "");
  g_assert_null (veto_store_add_case (store, FIXTURE_PLATFORM, FIXTURE_GOAL, FIXTURE_GUIDE, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_READ_ONLY);
  fixture_close (store);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* still empty */
  g_free (folder);
}

static void
test_look_leaves_no_trace (void)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 3);
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *before = NULL, *after = NULL, *dump = NULL;
  VetoStore       *store;

  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  before = fixture_describe_folder (folder, NULL);
  store = fixture_open (folder, VETO_STORE_LOOK);
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "step-2 done"));
  g_assert_null (veto_store_delete_steps (store, id, NULL, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_READ_ONLY);
  fixture_close (store);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

typedef struct
{
  const char *folder, *id;
} Place;

static void
do_step_in_window (gpointer data)
{
  const Place *place = data;

  fixture_do_step (fixture_open (place->folder, VETO_STORE_WINDOW), place->id, "in-the-journal");
}

/* What the window has written is seen although it is in the journal alone, and nothing is taken from its hands. */
static void
test_look_beside_a_window (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 3);
  g_autofree char *dump = NULL, *wal = fixture_dup_path (folder, "-wal");
  Place            place = { folder, id };
  FixtureChild     child = fixture_start_child (do_step_in_window, &place);
  VetoStore       *store = fixture_open (folder, VETO_STORE_LOOK);

  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "in-the-journal done"));
  fixture_close (store);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  fixture_let_go (&child);
  fixture_remove (folder);
}

/* After an exit that was not clean, the journal is all there is of the last step; looking leaves it. */
static void
test_look_after_a_kill (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 3);
  g_autofree char *before = NULL, *after = NULL, *dump = NULL;
  Place            place = { folder, id };
  VetoStore       *store;

  fixture_run_in_child (do_step_in_window, &place);
  /* the index, -shm, holds nothing, and may be made anew */
  before = fixture_describe_folder (folder, "veto.db-shm");
  store = fixture_open (folder, VETO_STORE_LOOK);
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "in-the-journal done"));
  fixture_close (store);
  after = fixture_describe_folder (folder, "veto.db-shm");
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

static void
test_window_after_a_kill (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, 3);
  g_autofree char *dump = NULL;
  Place            place = { folder, id };
  VetoStore       *store;

  fixture_run_in_child (do_step_in_window, &place);
  store = fixture_open (folder, VETO_STORE_WINDOW);
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, "in-the-journal done"));
  fixture_close (store);
  fixture_assert_sql (folder, "SELECT count(*) FROM steps", "4");
  fixture_remove (folder);
}

static void
test_in_memory (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCase) row = NULL;
  g_autofree char *dump = NULL;
  VetoStore       *store = veto_store_open_in_memory (&error);

  g_assert_no_error (error);
  g_assert_cmpstr (veto_store_get_path (store), ==, "");
  row = veto_store_add_case (store, FIXTURE_PLATFORM, FIXTURE_GOAL, FIXTURE_GUIDE, &error);
  g_assert_no_error (error);
  dump = fixture_dump (store);
  g_assert_nonnull (strstr (dump, FIXTURE_PLATFORM));
  fixture_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/own-folder", test_own_folder);
  g_test_add_func ("/open/own-folder-was-open-to-others", test_own_folder_was_open);
  g_test_add_func ("/open/named-folder-keeps-its-permissions", test_named_folder_keeps_its_permissions);
  g_test_add_func ("/open/folder-below-a-link", test_folder_below_a_link);
  g_test_add_func ("/open/folder-is-a-link", test_folder_is_a_link);
  g_test_add_func ("/open/file-says-what-it-is", test_file_says_what_it_is);
  g_test_add_func ("/open/deleted-text-is-gone", test_deleted_text_is_gone);
  g_test_add_func ("/open/second-window", test_second_window);
  g_test_add_func ("/open/set-aside-under-a-window", test_set_aside_under_a_window);
  g_test_add_func ("/open/look/nothing", test_look_at_nothing);
  g_test_add_func ("/open/look/leaves-no-trace", test_look_leaves_no_trace);
  g_test_add_func ("/open/look/beside-a-window", test_look_beside_a_window);
  g_test_add_func ("/open/look/after-a-kill", test_look_after_a_kill);
  g_test_add_func ("/open/window-after-a-kill", test_window_after_a_kill);
  g_test_add_func ("/open/in-memory", test_in_memory);
  return g_test_run ();
}
