/* A copy of everything, as one file: whole or not there, and what it was asked not to replace stays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faulty-disk.h"
#include "store-fixture.h"
#include "veto-store-backup-file.h"
#include "veto-store-restore.h"

#define N_STEPS 300 /* a file of several pages */

typedef struct
{
  char *folder, *elsewhere, *path;
} Desk;

static Desk
open_desk (void)
{
  Desk desk = { fixture_make_folder (), fixture_make_folder (), NULL };

  g_free (fixture_make_database (desk.folder, N_STEPS));
  desk.path = g_build_filename (desk.elsewhere, "my copy.veto", NULL);
  return desk;
}

static void
close_desk (Desk *desk)
{
  g_free (desk->path);
  fixture_remove (desk->elsewhere);
  fixture_remove (desk->folder);
}

static void
expect_copy (VetoStore *store, const char *path)
{
  g_autoptr(GError) error = NULL;
  VetoStoreContents contents;

  veto_store_back_up (store, path, FALSE, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contents.n_cases, ==, 1);
  g_assert_cmpuint (contents.n_letters, ==, 0);
  g_assert_cmpint (contents.changed, >, 1700000000);
}

static char *
dup_sum (const char *path)
{
  g_autofree char *content = NULL;
  gsize            n_bytes;

  if (!g_file_get_contents (path, &content, &n_bytes, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, n_bytes);
}

/* The window is open and goes on; its journal holds the newest step. */
static void
test_whole (gconstpointer mode)
{
  Desk             desk = open_desk ();
  VetoStore       *store = fixture_open (desk.folder, GPOINTER_TO_INT (mode)), *restored;
  g_autofree char *before = fixture_dump (store), *after = NULL, *aside = NULL;
  char            *other = fixture_make_folder ();
  GStatBuf         status;

  expect_copy (store, desk.path);
  g_assert_cmpint (g_stat (desk.path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  fixture_close (store);

  g_assert_true (veto_store_restore (other, desk.path, NULL, &aside, NULL));
  g_assert_null (aside);
  restored = fixture_open (other, VETO_STORE_WINDOW);
  after = fixture_dump (restored);
  g_assert_cmpstr (before, ==, after);
  fixture_close (restored);
  fixture_remove (other);
  close_desk (&desk);
}

typedef struct
{
  GMainLoop *loop;
  gboolean   done;
  GError    *error;
} Waiting;

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->done = veto_store_back_up_finish (result, NULL, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

/* In a thread, while the same process writes on and then closes. */
static void
test_beside_writing (void)
{
  Desk       desk = open_desk ();
  VetoStore *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  g_autoptr(GPtrArray) rows = veto_store_read_cases (store, NULL);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting        waiting = { loop, FALSE, NULL };
  VetoStoreCase *row = g_ptr_array_index (rows, 0);

  veto_store_back_up_async (store, desk.path, FALSE, NULL, backed_up_cb, &waiting);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *step = g_strdup_printf ("meanwhile-%u", i);
      fixture_do_step (store, row->id, step);
    }
  fixture_close (store);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_assert_true (waiting.done);
  fixture_assert_sql (desk.folder, "SELECT count (*) FROM steps", "350");
  close_desk (&desk);
}

static void
test_cancelled (void)
{
  Desk       desk = open_desk ();
  VetoStore *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *left = NULL;
  Waiting          waiting = { loop, FALSE, NULL };

  g_cancellable_cancel (cancellable);
  veto_store_back_up_async (store, desk.path, FALSE, cancellable, backed_up_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);
  left = fixture_describe_folder (desk.elsewhere, NULL);
  g_assert_cmpstr (left, ==, "");
  fixture_close (store);
  close_desk (&desk);
}

static void
make_file (const Desk *desk)
{
  g_assert_true (g_file_set_contents (desk->path, "mine", -1, NULL));
}

static void
make_folder (const Desk *desk)
{
  g_assert_cmpint (g_mkdir (desk->path, 0700), ==, 0);
}

static void
make_pipe (const Desk *desk)
{
  g_assert_cmpint (mkfifo (desk->path, 0600), ==, 0);
}

static void
take_folder_away (const Desk *desk)
{
  g_assert_cmpint (g_rmdir (desk->elsewhere), ==, 0);
}

static const struct
{
  const char *name;
  void (*make) (const Desk *desk);
  gboolean       replace;
  VetoStoreError expected;
} refusals[] = {
  { "/backup/refused/there-is-one", make_file, FALSE, VETO_STORE_ERROR_EXISTS },
  { "/backup/refused/folder", make_folder, TRUE, VETO_STORE_ERROR_NOT_OURS },
  { "/backup/refused/pipe", make_pipe, TRUE, VETO_STORE_ERROR_NOT_OURS },
  { "/backup/refused/folder-gone", take_folder_away, TRUE, VETO_STORE_ERROR_MISSING },
};

static void
test_refused (gconstpointer data)
{
  gsize      i = GPOINTER_TO_SIZE (data);
  Desk       desk = open_desk ();
  VetoStore *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  refusals[i].make (&desk);
  before = refusals[i].make != take_folder_away ? fixture_describe_folder (desk.elsewhere, NULL) : NULL;
  g_assert_false (veto_store_back_up (store, desk.path, refusals[i].replace, NULL, NULL, &error));
  g_assert_error (error, VETO_STORE_ERROR, (int) refusals[i].expected);
  g_assert_true (g_str_has_prefix (error->message, desk.path));
  if (before == NULL)
    g_assert_cmpint (g_mkdir (desk.elsewhere, 0700), ==, 0);
  after = fixture_describe_folder (desk.elsewhere, NULL);
  g_assert_cmpstr (before != NULL ? before : "", ==, after);
  fixture_close (store);
  close_desk (&desk);
}

static void
test_replaced (void)
{
  Desk       desk = open_desk ();
  VetoStore *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  g_autoptr(GError) error = NULL;

  make_file (&desk);
  veto_store_back_up (store, desk.path, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_close (store);
  {
    char            *other = fixture_make_folder ();
    g_autofree char *aside = NULL;

    veto_store_restore (other, desk.path, NULL, &aside, &error);
    g_assert_no_error (error);
    fixture_remove (other);
  }
  close_desk (&desk);
}

/* Not even when the file dialog asked: it would be the file that the window works with. */
static void
test_own_folder (void)
{
  Desk             desk = open_desk ();
  VetoStore       *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  g_autofree char *path = fixture_dup_path (desk.folder, "");
  g_autoptr(GError) error = NULL;

  g_assert_false (veto_store_back_up (store, path, TRUE, NULL, NULL, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_NOT_OURS);
  fixture_close (store);
  fixture_assert_sql (desk.folder, "PRAGMA integrity_check", "ok");
  close_desk (&desk);
}

static void
test_nothing_yet (void)
{
  char            *folder = fixture_make_folder (), *elsewhere = fixture_make_folder ();
  VetoStore       *store = fixture_open (folder, VETO_STORE_LOOK);
  g_autofree char *path = g_build_filename (elsewhere, "copy.veto", NULL), *left = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (veto_store_back_up (store, path, FALSE, NULL, NULL, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_MISSING);
  left = fixture_describe_folder (elsewhere, NULL);
  g_assert_cmpstr (left, ==, "");
  fixture_close (store);
  fixture_remove (elsewhere);
  fixture_remove (folder);
}

static void
expect_no_permission (gpointer data)
{
  const Desk *desk = data;
  VetoStore  *store = fixture_open (desk->folder, VETO_STORE_WINDOW);
  g_autoptr(GError) error = NULL;

  g_assert_false (veto_store_back_up (store, desk->path, FALSE, NULL, NULL, &error));
  g_assert_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_READ_ONLY);
  g_assert_true (g_str_has_prefix (error->message, desk->path));
  fixture_close (store);
}

static void
test_read_only (void)
{
  Desk             desk = open_desk ();
  g_autofree char *left = NULL;

  g_assert_cmpint (g_chmod (desk.elsewhere, 0500), ==, 0);
  fixture_run_bound (expect_no_permission, &desk);
  left = fixture_describe_folder (desk.elsewhere, NULL);
  g_assert_cmpstr (left, ==, "");
  close_desk (&desk);
}

static const struct
{
  const char    *name;
  int            result;
  VetoStoreError expected;
} faults[] = {
  { "/backup/each-write-fails/full", SQLITE_FULL, VETO_STORE_ERROR_FULL },
  { "/backup/each-write-fails/read-only", SQLITE_READONLY, VETO_STORE_ERROR_READ_ONLY },
  { "/backup/each-write-fails/broken", SQLITE_IOERR_WRITE, VETO_STORE_ERROR_FAILED },
};

/* Returns: whether write number @n was reached */
static gboolean
fail_once (gsize fault, guint n)
{
  Desk       desk = open_desk ();
  VetoStore *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *dump = fixture_dump (store), *dump_after = NULL;
  gboolean         failed, done;

  make_file (&desk);
  before = fixture_describe_folder (desk.elsewhere, NULL);
  faulty_disk_fail (n, faults[fault].result);
  done = veto_store_back_up (store, desk.path, TRUE, NULL, NULL, &error);
  failed = faulty_disk_rest ();
  if (!done)
    {
      g_assert_error (error, VETO_STORE_ERROR, (int) faults[fault].expected);
      g_assert_true (g_str_has_prefix (error->message, desk.path));
      after = fixture_describe_folder (desk.elsewhere, NULL);
      g_assert_cmpstr (before, ==, after); /* the old copy, and no half of a new one */
    }
  g_assert_true (done || failed);
  dump_after = fixture_dump (store);
  g_assert_cmpstr (dump, ==, dump_after);
  fixture_close (store);
  close_desk (&desk);
  return failed;
}

static void
test_each_write_fails (gconstpointer data)
{
  guint n = 1;

  while (fail_once (GPOINTER_TO_SIZE (data), n))
    n++;
  g_assert_cmpuint (n, >, 5); /* a file of several pages */
}

/* Words that were deleted before are not in the copy. */
static void
test_no_leftovers (void)
{
  Desk       desk = open_desk ();
  VetoStore *store = fixture_open (desk.folder, VETO_STORE_WINDOW);
  g_autoptr(GPtrArray) rows = veto_store_read_cases (store, NULL);
  const VetoStoreCase *row = g_ptr_array_index (rows, 0);
  g_autofree char     *content = NULL;
  gsize                n_bytes;

  g_assert_true (veto_store_set_value (store, row->id, "reason", "sphinx of black quartz", NULL));
  g_assert_true (veto_store_set_value (store, row->id, "reason", NULL, NULL));
  expect_copy (store, desk.path);
  g_assert_true (g_file_get_contents (desk.path, &content, &n_bytes, NULL));
  g_assert_null (memmem (content, n_bytes, "sphinx of black", 15));
  g_assert_nonnull (memmem (content, n_bytes, "me@example.org", 14));
  fixture_close (store);
  close_desk (&desk);
}

/* Looking at a database for the copy leaves it as it was. */
static void
test_source_untouched (void)
{
  Desk             desk = open_desk ();
  g_autofree char *path = fixture_dup_path (desk.folder, ""), *before = dup_sum (path), *after = NULL;
  VetoStore       *store = fixture_open (desk.folder, VETO_STORE_LOOK);

  expect_copy (store, desk.path);
  fixture_close (store);
  after = dup_sum (path);
  g_assert_cmpstr (before, ==, after);
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  g_test_add_data_func ("/backup/whole/window", GINT_TO_POINTER (VETO_STORE_WINDOW), test_whole);
  g_test_add_data_func ("/backup/whole/tool", GINT_TO_POINTER (VETO_STORE_TOOL), test_whole);
  g_test_add_data_func ("/backup/whole/look", GINT_TO_POINTER (VETO_STORE_LOOK), test_whole);
  g_test_add_func ("/backup/beside-writing", test_beside_writing);
  g_test_add_func ("/backup/cancelled", test_cancelled);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    g_test_add_data_func (refusals[i].name, GSIZE_TO_POINTER (i), test_refused);
  g_test_add_func ("/backup/replaced", test_replaced);
  g_test_add_func ("/backup/own-folder", test_own_folder);
  g_test_add_func ("/backup/nothing-yet", test_nothing_yet);
  g_test_add_func ("/backup/read-only", test_read_only);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, GSIZE_TO_POINTER (i), test_each_write_fails);
  g_test_add_func ("/backup/no-leftovers", test_no_leftovers);
  g_test_add_func ("/backup/source-untouched", test_source_untouched);
  return g_test_run ();
}
