/* A copy comes back: all of it, or nothing has changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faulty-disk.h"
#include "store-fixture.h"
#include "veto-store-copies.h"
#include "veto-store-restore.h"

#define N_STEPS 300 /* a file of several pages */
#define N_KILLS 50
#define FOREIGN_BYTES (G_GINT64_CONSTANT (5) * 1024 * 1024 * 1024)

/* What the person has, and beside it a file that is to be brought back. */
typedef struct
{
  char *folder, *elsewhere, *path;
} Desk;

static Desk
open_desk (void)
{
  Desk desk = { fixture_make_folder (), fixture_make_folder (), NULL };

  g_free (fixture_make_database (desk.folder, 7));
  desk.path = g_build_filename (desk.elsewhere, "copy.veto", NULL);
  return desk;
}

static void
close_desk (Desk *desk)
{
  g_free (desk->path);
  fixture_remove (desk->elsewhere);
  fixture_remove (desk->folder);
}

/* A copy as Veto makes it, of another database. Returns: (transfer full): what is in it */
static char *
make_copy (const char *path, guint n_steps)
{
  g_autoptr(GError) error = NULL;
  char            *folder = fixture_make_folder ();
  g_autofree char *id = fixture_make_database (folder, n_steps);
  VetoStore       *store = fixture_open (folder, VETO_STORE_TOOL);
  char            *dump;

  g_assert_true (veto_store_set_value (store, id, "reason", "<b>&amp;%s\xe2\x80\xae", NULL));
  dump = fixture_dump (store);
  veto_store_back_up (store, path, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_close (store);
  fixture_remove (folder);
  return dump;
}

static char *
dup_dump (const char *folder)
{
  VetoStore *store = fixture_open (folder, VETO_STORE_WINDOW);
  char      *dump = fixture_dump (store);

  fixture_close (store);
  return dump;
}

/* There and back again, both times all of it; what was replaced is kept. */
static void
test_there_and_back (void)
{
  Desk             desk = open_desk ();
  g_autofree char *copied = make_copy (desk.path, N_STEPS), *before = dup_dump (desk.folder);
  g_autofree char *after = NULL, *undone = NULL, *aside = NULL, *kept = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStoreCopy) copy = NULL;
  g_autoptr(GPtrArray) list = NULL;

  copy = veto_store_check_copy (desk.folder, desk.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (veto_store_copy_get_contents (copy)->n_cases, ==, 1);
  veto_store_put_copy (copy, &aside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (aside, "/veto.db.replaced-20"));
  after = dup_dump (desk.folder);
  g_assert_cmpstr (copied, ==, after);

  veto_store_put_back (desk.folder, aside, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  undone = dup_dump (desk.folder);
  g_assert_cmpstr (before, ==, undone);
  fixture_assert_sql (desk.folder, "PRAGMA integrity_check", "ok");

  list = veto_store_list_kept (desk.folder); /* what was brought back is kept in its turn */
  g_assert_cmpuint (list->len, ==, 1);
  close_desk (&desk);
}

/* Every version that there ever was, as Veto made it then. */
static void
test_older (gconstpointer data)
{
  guint            version = GPOINTER_TO_UINT (data);
  Desk             desk = open_desk ();
  char            *old = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (old, ""), *aside = NULL, *dump = NULL, *left = NULL;
  g_autoptr(GError) error = NULL;
  VetoStoreContents contents;

  fixture_make_version (old, version);
  fixture_run_sql (path, "PRAGMA journal_mode = DELETE");
  left = fixture_describe_folder (old, NULL);
  veto_store_restore (desk.folder, path, &contents, &aside, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contents.n_cases, >, 0);
  dump = dup_dump (desk.folder);
  g_assert_nonnull (strstr (dump, "chirper"));
  fixture_assert_sql (desk.folder, "PRAGMA user_version", "3");
  {
    g_autofree char *still = fixture_describe_folder (old, NULL);
    g_assert_cmpstr (left, ==, still); /* a foreign file is only read */
  }
  fixture_remove (old);
  close_desk (&desk);
}

static void
make_by (const char *path, const char *sql)
{
  g_free (make_copy (path, N_STEPS));
  fixture_run_sql (path, sql);
}

static void
damage (const char *path, off_t at, const char *content, gsize n_bytes)
{
  int file = open (path, O_WRONLY);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, content, n_bytes, at), ==, n_bytes);
  close (file);
}

static void
make_nothing (const char *path)
{
}

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_text (const char *path)
{
  g_autofree char *text = g_strnfill (20000, 'x');
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_newer (const char *path)
{
  make_by (path, "PRAGMA user_version = 999");
}

static void
make_damaged_page (const char *path)
{
  g_free (make_copy (path, N_STEPS));
  damage (path, 5 * 4096, "\xff\xff\xff\xff\xff\xff\xff\xff", 8);
}

static void
make_cut (const char *path)
{
  g_free (make_copy (path, N_STEPS));
  g_assert_cmpint (truncate (path, 5 * 4096), ==, 0);
}

static void
make_cut_in_header (const char *path)
{
  g_free (make_copy (path, N_STEPS));
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

/* Nothing but holes */
static void
make_holes (const char *path)
{
  make_empty (path);
  g_assert_cmpint (truncate (path, FOREIGN_BYTES), ==, 0);
}

/* A head that is right, and then holes */
static void
make_long (const char *path)
{
  g_free (make_copy (path, N_STEPS));
  g_assert_cmpint (truncate (path, FOREIGN_BYTES), ==, 0);
}

static void
make_longer (const char *path)
{
  g_free (make_copy (path, N_STEPS));
  g_assert_cmpint (truncate (path, FOREIGN_BYTES / 5), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_link (const char *path)
{
  g_autofree char *real = g_strconcat (path, ".real", NULL);

  g_free (make_copy (real, N_STEPS));
  g_assert_cmpint (symlink (real, path), ==, 0);
}

static void
make_other_program (const char *path)
{
  fixture_run_sql (path,
                   "CREATE TABLE notes (text); PRAGMA application_id = 252006674; PRAGMA user_version = 1");
}

static void
make_other_tables (const char *path)
{
  fixture_run_sql (path,
                   "CREATE TABLE cases (id); PRAGMA application_id = 0x5645544F; PRAGMA user_version = 3");
}

static void
make_older_label (const char *path)
{
  make_by (path, "PRAGMA user_version = 2");
}

static void
make_view (const char *path)
{
  make_by (path, "CREATE VIEW v AS SELECT * FROM cases");
}

static void
make_trigger (const char *path)
{
  make_by (path, "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM cases; END");
}

static void
make_extra_table (const char *path)
{
  make_by (path, "CREATE TABLE extra (id)");
}

static void
make_extra_index (const char *path)
{
  make_by (path, "CREATE INDEX extra ON cases (abs (created))");
}

static void
make_missing_index (const char *path)
{
  make_by (path, "DROP INDEX cases_of_account");
}

/* The same words with a default that computes something */
static void
make_changed_table (const char *path)
{
  make_by (path, "ALTER TABLE people ADD COLUMN extra TEXT");
}

static void
make_dangling (const char *path)
{
  make_by (path, "UPDATE cases SET account = 'nobody'");
}

/* What a table's own condition forbids */
static void
make_forbidden (const char *path)
{
  make_by (path, "PRAGMA ignore_check_constraints = ON; UPDATE steps SET state = 'eaten'");
}

static void
write_and_die (gpointer path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; DELETE FROM steps", NULL, NULL, NULL), ==,
                   SQLITE_OK);
}

static void
make_with_journal (const char *path)
{
  g_free (make_copy (path, N_STEPS));
  fixture_run_in_child (write_and_die, (gpointer) path);
}

static const struct
{
  const char *name;
  void (*make) (const char *path);
  VetoStoreError expected;
} samples[] = {
  { "no-file", make_nothing, VETO_STORE_ERROR_MISSING },
  { "empty", make_empty, VETO_STORE_ERROR_DAMAGED },
  { "text", make_text, VETO_STORE_ERROR_NOT_OURS },
  { "newer", make_newer, VETO_STORE_ERROR_NEWER },
  { "damaged-page", make_damaged_page, VETO_STORE_ERROR_DAMAGED },
  { "cut", make_cut, VETO_STORE_ERROR_DAMAGED },
  { "cut-in-header", make_cut_in_header, VETO_STORE_ERROR_DAMAGED },
  { "5-gb-of-holes", make_holes, VETO_STORE_ERROR_NOT_OURS },
  { "5-gb-behind-a-head", make_long, VETO_STORE_ERROR_TOO_BIG },
  { "1-gb-behind-a-head", make_longer, VETO_STORE_ERROR_DAMAGED },
  { "pipe", make_pipe, VETO_STORE_ERROR_NOT_OURS },
  { "folder", make_folder, VETO_STORE_ERROR_NOT_OURS },
  { "link", make_link, VETO_STORE_ERROR_NOT_OURS },
  { "other-program", make_other_program, VETO_STORE_ERROR_NOT_OURS },
  { "other-tables", make_other_tables, VETO_STORE_ERROR_NOT_OURS },
  { "says-it-is-older", make_older_label, VETO_STORE_ERROR_NOT_OURS },
  { "view", make_view, VETO_STORE_ERROR_NOT_OURS },
  { "trigger", make_trigger, VETO_STORE_ERROR_NOT_OURS },
  { "extra-table", make_extra_table, VETO_STORE_ERROR_NOT_OURS },
  { "extra-index", make_extra_index, VETO_STORE_ERROR_NOT_OURS },
  { "missing-index", make_missing_index, VETO_STORE_ERROR_NOT_OURS },
  { "changed-table", make_changed_table, VETO_STORE_ERROR_NOT_OURS },
  { "dangling-row", make_dangling, VETO_STORE_ERROR_DAMAGED },
  { "forbidden-value", make_forbidden, VETO_STORE_ERROR_DAMAGED },
  { "journal-beside", make_with_journal, VETO_STORE_ERROR_IN_USE },
};

static void
test_refused (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  Desk             desk = open_desk ();
  g_autofree char *before = NULL, *after = NULL, *aside = NULL, *message = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start;

  samples[i].make (desk.path);
  before = fixture_describe_folder (desk.folder, NULL);
  start = g_get_monotonic_time ();
  g_assert_false (veto_store_restore (desk.folder, desk.path, NULL, &aside, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, <,
                   5 * G_USEC_PER_SEC); /* a big one is not read to its end */
  g_assert_error (error, VETO_STORE_ERROR, (int) samples[i].expected);
  g_assert_true (g_str_has_prefix (error->message, desk.path));
  g_assert_null (aside);
  after = fixture_describe_folder (desk.folder, NULL); /* every byte, and no file more */
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

static void
test_own_file (void)
{
  Desk             desk = open_desk ();
  g_autofree char *path = fixture_dup_path (desk.folder, ""), *name = NULL;
  VetoStore       *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  const char      *paths[] = { path, desk.path };

  g_assert_cmpint (link (path, desk.path), ==, 0); /* by another name it is still the same */
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (veto_store_check_copy (desk.folder, paths[i], NULL, &error));
      g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
    }
  fixture_close (store);
  close_desk (&desk);
}

/* The database that is there cannot be used: moving it away takes a click, and is not ours to do. */
static void
test_present_damaged (void)
{
  Desk             desk = open_desk ();
  g_autofree char *path = fixture_dup_path (desk.folder, ""), *before = NULL, *after = NULL, *aside = NULL;
  g_autoptr(GError) error = NULL;

  g_free (make_copy (desk.path, N_STEPS));
  g_assert_true (g_file_set_contents (path, "hello", -1, NULL));
  before = fixture_describe_folder (desk.folder, NULL);
  g_assert_false (veto_store_restore (desk.folder, desk.path, NULL, &aside, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_PRESENT);
  g_assert_true (g_str_has_prefix (error->message, path));
  after = fixture_describe_folder (desk.folder, NULL);
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

static void
open_window (gpointer folder)
{
  fixture_open (folder, VETO_STORE_WINDOW);
}

static void
read_beside (gpointer folder)
{
  VetoStore *store = fixture_open (folder, VETO_STORE_TOOL);

  g_free (fixture_dump (store));
}

static const struct
{
  const char *name;
  FixtureWork work;
} others[] = { { "/restore/under/window", open_window }, { "/restore/under/vetoctl", read_beside } };

static void
test_under (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  Desk             desk = open_desk ();
  g_autofree char *copied = make_copy (desk.path, N_STEPS), *before = NULL, *after = NULL, *aside = NULL,
                  *then = NULL;
  g_autoptr(GError) error = NULL;
  FixtureChild child = fixture_start_child (others[i].work, desk.folder);

  before = fixture_ask_sql (desk.folder, "SELECT count (*) FROM steps");
  g_assert_false (veto_store_restore (desk.folder, desk.path, NULL, &aside, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE);
  after = fixture_ask_sql (desk.folder, "SELECT count (*) FROM steps");
  g_assert_cmpstr (before, ==, after);
  fixture_let_go (&child);

  g_assert_true (veto_store_restore (desk.folder, desk.path, NULL, &aside, NULL));
  then = dup_dump (desk.folder);
  g_assert_cmpstr (copied, ==, then);
  close_desk (&desk);
}

static const struct
{
  const char    *name;
  int            result;
  VetoStoreError expected;
} faults[] = {
  { "/restore/each-write-fails/full", SQLITE_FULL, VETO_STORE_ERROR_FULL },
  { "/restore/each-write-fails/broken", SQLITE_IOERR_WRITE, VETO_STORE_ERROR_FAILED },
};

/* Of version 1, so that the migration is in it. Returns: whether write number @n was reached */
static gboolean
fail_once (gsize fault, guint n)
{
  Desk             desk = open_desk ();
  char            *old = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (old, ""), *before = dup_dump (desk.folder), *after = NULL;
  g_autofree char *aside = NULL, *left = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done, failed;

  fixture_make_version (old, 1);
  fixture_run_sql (path, "PRAGMA journal_mode = DELETE");
  faulty_disk_fail (n, faults[fault].result);
  done = veto_store_restore (desk.folder, path, NULL, &aside, &error);
  failed = faulty_disk_rest ();
  g_assert_true (done || failed);
  if (!done)
    g_assert_error (error, VETO_STORE_ERROR, (int) faults[fault].expected);
  after = dup_dump (desk.folder);
  if (done)
    g_assert_nonnull (strstr (after, "It is mine."));
  else
    g_assert_cmpstr (before, ==, after);
  left = fixture_describe_folder (desk.folder, NULL);
  g_assert_null (strstr (left, "restore-"));
  g_assert_true (done || strstr (left, "replaced") == NULL);
  fixture_remove (old);
  close_desk (&desk);
  return failed;
}

static void
test_each_write_fails (gconstpointer data)
{
  guint n = 1;

  while (fail_once (GPOINTER_TO_SIZE (data), n))
    n++;
  g_assert_cmpuint (n, >, 5);
}

/* A disk that has room for 8 KiB a file. */
static void
restore_with_little_room (gpointer data)
{
  const Desk      *desk = data;
  struct rlimit    room = { 8192, 8192 };
  g_autofree char *aside = NULL;
  g_autoptr(GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &room), ==, 0);
  g_assert_false (veto_store_restore (desk->folder, desk->path, NULL, &aside, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_FULL);
}

static void
test_no_room (void)
{
  Desk             desk = open_desk ();
  g_autofree char *before = NULL, *after = NULL;

  g_free (make_copy (desk.path, N_STEPS));
  before = fixture_describe_folder (desk.folder, NULL);
  fixture_run_in_child (restore_with_little_room, &desk);
  after = fixture_describe_folder (desk.folder, NULL);
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

static void
restore_and_stay (const Desk *desk)
{
  g_autofree char *aside = NULL;

  prctl (PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
  veto_store_restore (desk->folder, desk->path, NULL, &aside, NULL);
  pause ();
}

/* kill -9 at any moment: what is there afterwards is the one or the other, whole, and nothing was lost. */
static void
test_killed (void)
{
  guint n_old = 0, n_new = 0;

  for (guint round = 0; round < N_KILLS; round++)
    {
      Desk             desk = open_desk ();
      g_autofree char *copied = make_copy (desk.path, 20), *before = dup_dump (desk.folder);
      g_autofree char *after = NULL, *aside = NULL, *again = NULL, *left = NULL;
      GPid             pid = fork ();
      int              status;

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        restore_and_stay (&desk);
      g_usleep ((gulong) (round % 25) * 300); /* the moment is meant to be any */
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);

      after = dup_dump (desk.folder);
      if (g_str_equal (after, before))
        n_old++;
      else
        {
          g_assert_cmpstr (after, ==, copied);
          n_new++;
        }
      fixture_assert_sql (desk.folder, "PRAGMA integrity_check", "ok");
      left = fixture_describe_folder (desk.folder, NULL);
      g_assert_null (strstr (left, "restore-")); /* a start takes away what the killed one left */
      g_assert_true (veto_store_restore (desk.folder, desk.path, NULL, &aside, NULL));
      again = dup_dump (desk.folder);
      g_assert_cmpstr (again, ==, copied);
      close_desk (&desk);
    }
  g_test_message ("%u times the old one, %u times the new one", n_old, n_new);
  g_assert_cmpuint (n_old, >, 0);
}

static void
test_cancelled (void)
{
  Desk desk = open_desk ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(GError) error = NULL;

  g_free (make_copy (desk.path, N_STEPS));
  before = fixture_describe_folder (desk.folder, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (veto_store_check_copy (desk.folder, desk.path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_describe_folder (desk.folder, NULL);
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

/* Looked at, and then not wanted. */
static void
test_not_wanted (void)
{
  Desk             desk = open_desk ();
  g_autofree char *before = NULL, *after = NULL;

  g_free (make_copy (desk.path, N_STEPS));
  before = fixture_describe_folder (desk.folder, NULL);
  veto_store_copy_free (veto_store_check_copy (desk.folder, desk.path, NULL, NULL));
  after = fixture_describe_folder (desk.folder, NULL);
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  g_test_add_func ("/restore/there-and-back", test_there_and_back);
  g_test_add_data_func ("/restore/older/1", GUINT_TO_POINTER (1), test_older);
  g_test_add_data_func ("/restore/older/2", GUINT_TO_POINTER (2), test_older);
  g_test_add_data_func ("/restore/older/3", GUINT_TO_POINTER (3), test_older);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat ("/restore/refused/", samples[i].name, NULL);
      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/restore/refused/own-file", test_own_file);
  g_test_add_func ("/restore/present-damaged", test_present_damaged);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_test_add_data_func (others[i].name, GSIZE_TO_POINTER (i), test_under);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, GSIZE_TO_POINTER (i), test_each_write_fails);
  g_test_add_func ("/restore/no-room", test_no_room);
  g_test_add_func ("/restore/killed", test_killed);
  g_test_add_func ("/restore/cancelled", test_cancelled);
  g_test_add_func ("/restore/not-wanted", test_not_wanted);
  return g_test_run ();
}
