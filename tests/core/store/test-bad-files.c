/* Files that cannot be used: named for what they are, and left as they are until somebody says otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"
#include "veto-store.h"

#define N_STEPS 300 /* a file of several pages */

typedef struct
{
  const char *name;
  void (*make) (const char *folder, const char *path);
  VetoStoreError expected;
  gboolean       is_seen_by_reading; /* looking alone does not check a file that somebody may be writing */
} Sample;

static void
write_file (const char *path, const char *content, gsize n_bytes)
{
  g_assert_true (g_file_set_contents (path, content, (gssize) n_bytes, NULL));
}

/* Writes over the middle of a file. */
static void
damage (const char *path, off_t at, const char *content, gsize n_bytes)
{
  int file = open (path, O_WRONLY);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, content, n_bytes, at), ==, n_bytes);
  close (file);
}

static void
make_ours (const char *folder)
{
  g_free (fixture_make_database (folder, N_STEPS));
}

static void
make_text (const char *folder, const char *path)
{
  write_file (path, "hello\n", 6);
}

static void
make_long_text (const char *folder, const char *path)
{
  g_autofree char *text = g_strnfill (20000, 'x');
  write_file (path, text, 20000);
}

static void
make_empty (const char *folder, const char *path)
{
  write_file (path, "", 0);
}

static void
make_zeros (const char *folder, const char *path)
{
  static const char zeros[8192];
  write_file (path, zeros, sizeof zeros);
}

static void
make_other_program (const char *folder, const char *path)
{
  fixture_run_sql (path,
                   "CREATE TABLE notes (text); PRAGMA application_id = 252006674; PRAGMA user_version = 1");
}

static void
make_unmarked (const char *folder, const char *path)
{
  fixture_run_sql (path, "CREATE TABLE cases (id)");
}

static void
make_newer (const char *folder, const char *path)
{
  make_ours (folder);
  fixture_run_sql (path, "PRAGMA user_version = 999");
}

static void
say_newer_and_die (gpointer path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 4; CREATE TABLE new (id)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
}

/* The file itself still says 3; only the journal knows. */
static void
make_newer_in_journal (const char *folder, const char *path)
{
  g_autofree char *content = NULL;

  make_ours (folder);
  fixture_run_in_child (say_newer_and_die, (gpointer) path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpint (content[63], ==, 3);
}

static void
make_cut (const char *folder, const char *path)
{
  make_ours (folder);
  g_assert_cmpint (truncate (path, 3 * 4096 + 100), ==, 0);
}

static void
make_cut_in_header (const char *folder, const char *path)
{
  make_ours (folder);
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

static void
make_damaged_start (const char *folder, const char *path)
{
  make_ours (folder);
  damage (path, 0, "\0\0\0\0\0\0\0\0", 8);
}

static void
make_damaged_page_size (const char *folder, const char *path)
{
  make_ours (folder);
  damage (path, 16, "\x12\x34", 2);
}

static void
make_damaged_page (const char *folder, const char *path)
{
  make_ours (folder);
  damage (path, 4096, "damaged", 7);
}

static void
make_damaged_last_page (const char *folder, const char *path)
{
  GStatBuf status;

  make_ours (folder);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  damage (path, status.st_size - 4096, "\xff\xff\xff\xff\xff\xff\xff\xff", 8);
}

static void
do_step_and_die (gpointer folder)
{
  VetoStore *store = fixture_open (folder, VETO_STORE_TOOL);
  g_autoptr(GPtrArray) rows = veto_store_read_cases (store, NULL);
  VetoStoreCase *row = g_ptr_array_index (rows, 0);

  fixture_do_step (store, row->id, "in-the-journal");
}

static void
make_damaged_after_kill (const char *folder, const char *path)
{
  make_ours (folder);
  fixture_run_in_child (do_step_and_die, (gpointer) folder);
  damage (path, 3 * 4096, "\xff\xff\xff\xff\xff\xff\xff\xff", 8);
  damage (path, 4 * 4096, "\xff\xff\xff\xff\xff\xff\xff\xff", 8);
}

static void
make_gone_but_journal (const char *folder, const char *path)
{
  make_ours (folder);
  fixture_run_in_child (do_step_and_die, (gpointer) folder);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
make_link (const char *folder, const char *path)
{
  g_autofree char *elsewhere = g_build_filename (folder, "elsewhere.db", NULL);

  make_ours (folder);
  g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, path), ==, 0);
}

static void
make_link_to_nothing (const char *folder, const char *path)
{
  g_assert_cmpint (symlink ("nothing", path), ==, 0);
}

static void
make_journal_link (const char *folder, const char *path)
{
  g_autofree char *journal = fixture_dup_path (folder, "-wal");

  make_ours (folder);
  g_assert_cmpint (symlink ("nothing", journal), ==, 0);
}

static void
make_directory (const char *folder, const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
make_pipe (const char *folder, const char *path)
{
  g_assert_cmpint (mkfifo (path, 0644), ==, 0);
}

static const Sample samples[] = {
  { "text", make_text, VETO_STORE_ERROR_NOT_OURS },
  { "long-text", make_long_text, VETO_STORE_ERROR_NOT_OURS },
  { "empty", make_empty, VETO_STORE_ERROR_DAMAGED }, /* Veto never leaves one: something was lost */
  { "zeros", make_zeros, VETO_STORE_ERROR_NOT_OURS },
  { "other-program", make_other_program, VETO_STORE_ERROR_NOT_OURS },
  { "unmarked-database", make_unmarked, VETO_STORE_ERROR_NOT_OURS },
  { "newer", make_newer, VETO_STORE_ERROR_NEWER },
  { "newer-in-journal", make_newer_in_journal, VETO_STORE_ERROR_NEWER },
  { "cut", make_cut, VETO_STORE_ERROR_DAMAGED },
  { "cut-in-header", make_cut_in_header, VETO_STORE_ERROR_DAMAGED },
  { "damaged-start", make_damaged_start, VETO_STORE_ERROR_DAMAGED },
  { "damaged-page-size", make_damaged_page_size, VETO_STORE_ERROR_DAMAGED },
  { "damaged-page", make_damaged_page, VETO_STORE_ERROR_DAMAGED },
  { "damaged-last-page", make_damaged_last_page, VETO_STORE_ERROR_DAMAGED },
  { "damaged-after-kill", make_damaged_after_kill, VETO_STORE_ERROR_DAMAGED, TRUE },
  { "gone-but-journal", make_gone_but_journal, VETO_STORE_ERROR_DAMAGED },
  { "link", make_link, VETO_STORE_ERROR_NOT_OURS },
  { "link-to-nothing", make_link_to_nothing, VETO_STORE_ERROR_NOT_OURS },
  { "journal-is-a-link", make_journal_link, VETO_STORE_ERROR_NOT_OURS },
  { "directory", make_directory, VETO_STORE_ERROR_NOT_OURS },
  { "pipe", make_pipe, VETO_STORE_ERROR_NOT_OURS },
};

static void
assert_refused (const Sample *sample, const char *folder, VetoStoreMode mode)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStore) store = veto_store_open (folder, mode, &error);

  if (mode == VETO_STORE_LOOK && sample->is_seen_by_reading)
    {
      g_autoptr(GPtrArray) rows = store != NULL ? veto_store_read_cases (store, &error) : NULL;
      g_assert_null (rows);
    }
  else
    g_assert_null (store);
  g_assert_error (error, VETO_STORE_ERROR, (int) sample->expected);
  g_assert_nonnull (strstr (error->message, folder)); /* says which file, not what is in it */
  g_assert_null (strstr (error->message, "hello"));
}

static void
test_refused (gconstpointer data)
{
  const Sample    *sample = data;
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *before = NULL;

  sample->make (folder, path);
  before = fixture_describe_folder (folder, NULL);
  for (VetoStoreMode mode = VETO_STORE_WINDOW; mode <= VETO_STORE_LOOK; mode++)
    {
      g_autofree char *after = NULL;

      assert_refused (sample, folder, mode);
      after = fixture_describe_folder (folder, mode == VETO_STORE_LOOK ? "veto.db-shm" : NULL);
      if (mode == VETO_STORE_LOOK)
        {
          g_free (before);
          before = fixture_describe_folder (folder, "veto.db-shm");
        }
      g_assert_cmpstr (before, ==, after);
    }
  fixture_remove (folder);
}

/* Aside: all of it, as it was, in a place that is said; then there is room for a new one. */
static void
test_set_aside (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *before = NULL, *after = NULL, *place = NULL, *dump = NULL;
  VetoStore       *store;

  sample->make (folder, path);
  before = fixture_describe_folder (folder, "elsewhere.db");
  veto_store_set_aside (folder, &place, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (place, folder));
  after = fixture_describe_folder (place, NULL);
  g_assert_cmpstr (before, ==, after);

  store = fixture_open (folder, VETO_STORE_WINDOW);
  dump = fixture_dump (store);
  g_assert_cmpstr (dump, ==, "");
  fixture_close (store);
  fixture_remove (folder);
}

/* Two in one second do not meet in one place. */
static void
test_set_aside_twice (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *kept = NULL;
  g_autoptr(GError) error = NULL;

  write_file (path, "one", 3);
  g_assert_true (veto_store_set_aside (folder, &first, NULL));
  write_file (path, "two", 3);
  g_assert_true (veto_store_set_aside (folder, &second, NULL));
  g_assert_cmpstr (first, !=, second);
  kept = g_build_filename (first, "veto.db", NULL);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));

  g_assert_false (veto_store_set_aside (folder, &third, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FAILED);
  g_assert_null (third);
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *refused = g_strconcat ("/bad-files/refused/", samples[i].name, NULL);
      g_autofree char *aside = g_strconcat ("/bad-files/set-aside/", samples[i].name, NULL);

      g_test_add_data_func (refused, &samples[i], test_refused);
      g_test_add_data_func (aside, &samples[i], test_set_aside);
    }
  g_test_add_func ("/bad-files/set-aside-twice", test_set_aside_twice);
  return g_test_run ();
}
