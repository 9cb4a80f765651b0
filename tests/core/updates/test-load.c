/* A start with whatever lies on the disk: the newest that is whole, no complaint, and the next update works (35, 36).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "feed-desk.h"
#include "fetch-fixture.h"
#include "store-fixture.h"

typedef void (*Damage) (FeedDesk *desk, const char *name);

typedef struct
{
  const char *name;
  Damage      damage;
  const char *file;     /* what @damage is for; "BLOB": that of the newest guidance */
  const char *expected; /* what a start uses */
  gboolean    is_whole; /* nothing needed a repair */
} Row;

static void
leave (FeedDesk *desk, const char *path)
{
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr(GError) error = NULL;

  g_unlink (path);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
truncate_file (FeedDesk *desk, const char *path)
{
  g_assert_cmpint (truncate (path, 100), ==, 0);
}

static void
empty_file (FeedDesk *desk, const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
zero_file (FeedDesk *desk, const char *path)
{
  g_autofree char *nothing = NULL;
  struct stat      status;
  int              file = open (path, O_WRONLY);

  g_assert_cmpint (fstat (file, &status), ==, 0);
  nothing = g_malloc0 ((gsize) status.st_size);
  g_assert_cmpint (write (file, nothing, (gsize) status.st_size), ==, status.st_size);
  close (file);
}

static void
flip_byte (FeedDesk *desk, const char *path)
{
  int  file = open (path, O_RDWR);
  char byte;

  g_assert_cmpint (pread (file, &byte, 1, 60), ==, 1);
  byte ^= 1;
  g_assert_cmpint (pwrite (file, &byte, 1, 60), ==, 1);
  close (file);
}

static void
lengthen (FeedDesk *desk, const char *path)
{
  int file = open (path, O_WRONLY | O_APPEND);

  g_assert_cmpint (write (file, " ", 1), ==, 1);
  close (file);
}

static void
grow_hugely (FeedDesk *desk, const char *path)
{
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (5) << 30), ==, 0); /* sparse */
}

static void
delete_file (FeedDesk *desk, const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The same content, but somewhere else: what is not our own file is not read. */
static void
link_file (FeedDesk *desk, const char *path)
{
  g_autofree char *outside = g_build_filename (desk->home, "outside", NULL);

  g_assert_cmpint (g_rename (path, outside), ==, 0);
  g_assert_cmpint (symlink (outside, path), ==, 0);
}

static void
put_folder (FeedDesk *desk, const char *path)
{
  g_autofree char *inner = g_build_filename (path, "inner", NULL);

  g_unlink (path);
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
}

static void
put_pipe (FeedDesk *desk, const char *path)
{
  g_unlink (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
put_other_blob (FeedDesk *desk, const char *path)
{
  g_autofree char *blob = feed_desk_dup_blob ("First");
  g_autofree char *other = feed_desk_dup_path (desk, blob);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (other, &text, NULL, NULL));
  write_text (path, text);
}

static void
swap_indexes (FeedDesk *desk, const char *path)
{
  g_autofree char *previous = feed_desk_dup_path (desk, "index.prev.json");
  g_autofree char *aside = g_build_filename (desk->home, "aside", NULL);

  g_assert_cmpint (g_rename (path, aside), ==, 0);
  g_assert_cmpint (g_rename (previous, path), ==, 0);
  g_assert_cmpint (g_rename (aside, previous), ==, 0);
}

static void
damage_both_indexes (FeedDesk *desk, const char *path)
{
  g_autofree char *previous = feed_desk_dup_path (desk, "index.prev.json");

  flip_byte (desk, path);
  flip_byte (desk, previous);
}

static void
delete_blobs (FeedDesk *desk, const char *path)
{
  g_auto(GStrv) files = feed_desk_list_files (desk);

  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_prefix (files[i], "blobs/"))
      {
        g_autofree char *blob = feed_desk_dup_path (desk, files[i]);

        g_assert_cmpint (g_unlink (blob), ==, 0);
      }
}

static void
put_stranger (FeedDesk *desk, const char *path)
{
  g_autoptr(GBytes) index = sign (VETO_TRUST_INDEX, make_index (99), "xy");
  g_autofree char *text = text_of (index);

  write_text (path, text);
}

static void
move_feed (FeedDesk *desk, const char *path)
{
  g_autofree char *outside = g_build_filename (desk->home, "outside", NULL);

  g_assert_cmpint (g_rename (desk->feed, outside), ==, 0);
  if (path != NULL)
    g_assert_cmpint (symlink (outside, desk->feed), ==, 0);
}

static void
link_feed (FeedDesk *desk, const char *path)
{
  move_feed (desk, path);
}

static void
delete_feed (FeedDesk *desk, const char *path)
{
  move_feed (desk, NULL);
}

static void
replace_feed (FeedDesk *desk, const char *path)
{
  move_feed (desk, NULL);
  write_text (desk->feed, "not a folder");
}

static void
link_blobs (FeedDesk *desk, const char *path)
{
  link_file (desk, path);
}

static void
open_feed (FeedDesk *desk, const char *path)
{
  g_assert_cmpint (g_chmod (desk->feed, 0755), ==, 0);
}

static const Row rows[] = {
  { "/load/good", leave, "index.json", "Second", TRUE },
  { "/load/index/truncated", truncate_file, "index.json", "First", FALSE },
  { "/load/index/empty", empty_file, "index.json", "First", FALSE },
  { "/load/index/zeroed", zero_file, "index.json", "First", FALSE },
  { "/load/index/flipped", flip_byte, "index.json", "First", FALSE },
  { "/load/index/huge", grow_hugely, "index.json", "First", FALSE },
  { "/load/index/gone", delete_file, "index.json", "First", TRUE }, /* as after a kill between two names */
  { "/load/index/link", link_file, "index.json", "First", FALSE },
  { "/load/index/folder", put_folder, "index.json", "First", FALSE },
  { "/load/index/pipe", put_pipe, "index.json", "First", FALSE },
  { "/load/index/of-strangers", put_stranger, "index.json", "First", FALSE },
  { "/load/index/swapped", swap_indexes, "index.json", "Second", TRUE }, /* the higher number counts */
  { "/load/index/both-damaged", damage_both_indexes, "index.json", "Example", FALSE },
  { "/load/previous/damaged", flip_byte, "index.prev.json", "Second", FALSE },
  { "/load/previous/gone", delete_file, "index.prev.json", "Second", TRUE },
  { "/load/blob/truncated", truncate_file, "BLOB", "First", FALSE },
  { "/load/blob/zeroed", zero_file, "BLOB", "First", FALSE },
  { "/load/blob/flipped", flip_byte, "BLOB", "First", FALSE },
  { "/load/blob/longer", lengthen, "BLOB", "First", FALSE },
  { "/load/blob/swapped", put_other_blob, "BLOB", "First", FALSE },
  { "/load/blob/gone", delete_file, "BLOB", "First", FALSE },
  { "/load/blob/link", link_file, "BLOB", "First", FALSE },
  { "/load/blob/folder", put_folder, "BLOB", "First", FALSE },
  { "/load/blob/all-gone", delete_blobs, "BLOB", "Example", FALSE },
  { "/load/floor/damaged", truncate_file, "floor.json", "Second", FALSE },
  { "/load/floor/folder", put_folder, "floor.json", "Second", FALSE },
  { "/load/floor/gone", delete_file, "floor.json", "Second", TRUE },
  { "/load/times/damaged", flip_byte, "last-try.json", "Second", TRUE },
  { "/load/times/folder", put_folder, "last-try.json", "Second", TRUE },
  { "/load/root/damaged", flip_byte, "root/2.json", "Second", FALSE },
  { "/load/root/truncated", truncate_file, "root/2.json", "Second", FALSE },
  { "/load/root/link", link_file, "root/2.json", "Second", FALSE },
  { "/load/root/folder", put_folder, "root/2.json", "Second", FALSE },
  { "/load/root/gone", delete_file, "root/2.json", "Second", TRUE },
  { "/load/lock/link", link_file, "lock", "Second", TRUE },
  { "/load/lock/folder", put_folder, "lock", "Second", TRUE },
  { "/load/folder/deleted", delete_feed, ".", "Example", TRUE },
  { "/load/folder/a-link", link_feed, ".", "Example", TRUE },
  { "/load/folder/a-file", replace_feed, ".", "Example", TRUE },
  { "/load/folder/of-blobs-a-link", link_blobs, "blobs", "Example", FALSE },
  { "/load/folder/of-roots-a-link", link_blobs, "root", "Second", TRUE },
  { "/load/folder/open-to-others", open_feed, ".", "Second", TRUE },
};

/* A client that has a second root, "First" before and "Second" in use. */
static FeedDesk *
make_desk (void)
{
  FeedDesk *desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);

  feed_desk_publish_root (desk, 2, feed_desk_make_root (2, "abc", "def"), "ab");
  feed_desk_publish_plain (desk, 1, "First");
  feed_desk_assert_new (updater, "First");
  feed_desk_publish_plain (desk, 2, "Second");
  feed_desk_assert_new (updater, "Second");
  return desk;
}

static void
assert_closed (const char *path, mode_t mode)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, mode);
}

static void
assert_whole (FeedDesk *desk)
{
  static const char *const folders[] = { ".", "root", "blobs" };
  g_auto(GStrv) files = feed_desk_list_files (desk);
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoUpdater) updater = feed_desk_start (desk, &set);

  g_assert_cmpstr (feed_desk_get_name (set), ==, "Second");
  g_assert_false (veto_updater_is_repaired (updater));
  g_assert_cmpuint (veto_updater_get_root_version (updater), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = feed_desk_dup_path (desk, folders[i]);

      assert_closed (path, 0700);
    }
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = feed_desk_dup_path (desk, files[i]);

      if (g_str_has_prefix (files[i], "blobs/") || g_str_has_suffix (files[i], ".json"))
        assert_closed (path, 0600);
      g_assert_false (g_str_has_prefix (files[i], ".tmp-"));
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(FeedDesk) desk = make_desk ();
  g_autofree char *file = g_str_equal (row->file, "BLOB") ? feed_desk_dup_blob ("Second")
                                                          : g_strdup (row->file);
  g_autofree char *path = feed_desk_dup_path (desk, file);
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoUpdater) updater = NULL;
  g_auto(FeedLook) look = { 0 };

  row->damage (desk, path);
  updater = feed_desk_start (desk, &set);
  g_assert_cmpstr (feed_desk_get_name (set), ==, row->expected);
  g_assert_cmpint (veto_updater_is_repaired (updater), ==, !row->is_whole);
  g_assert_cmpint (veto_updater_get_source (updater), ==,
                   g_str_equal (row->expected, "Example") ? VETO_UPDATE_SOURCE_BUILT_IN
                                                          : VETO_UPDATE_SOURCE_DISK);

  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==,
                   g_str_equal (row->expected, "Second") ? VETO_UPDATE_CURRENT : VETO_UPDATE_NEW);
  if (look.set != NULL)
    g_assert_cmpstr (feed_desk_get_name (look.set), ==, "Second");
  if (row->damage != swap_indexes && row->damage != damage_both_indexes
      && !g_str_has_prefix (row->name, "/load/previous"))
    assert_whole (desk);
}

typedef struct
{
  FeedDesk  *desk;
  const Row *row;
} Start;

static void
start_and_compare (gpointer data)
{
  const Start *start = data;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoUpdater) updater = feed_desk_start (start->desk, &set);

  g_assert_cmpstr (feed_desk_get_name (set), ==, start->row->expected);
}

/* What may not be read. root may read everything unless it gave that up. */
static void
test_unreadable (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(FeedDesk) desk = make_desk ();
  g_autofree char *file = g_str_equal (row->file, "BLOB") ? feed_desk_dup_blob ("Second")
                                                          : g_strdup (row->file);
  g_autofree char *path = feed_desk_dup_path (desk, file);
  Start            start = { desk, row };

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  fixture_run_bound (start_and_compare, &start);
}

static const Row unreadable[] = {
  { "/load/mode-000/index", leave, "index.json", "First" },
  { "/load/mode-000/previous", leave, "index.prev.json", "Second" },
  { "/load/mode-000/blob", leave, "BLOB", "First" },
  { "/load/mode-000/floor", leave, "floor.json", "Second" },
  { "/load/mode-000/root", leave, "root/2.json", "Second" },
  { "/load/mode-000/blobs", leave, "blobs", "Example" },
  { "/load/mode-000/feed", leave, ".", "Example" },
};

/* A bad root is put aside, so that the next start does not stumble over it again. */
static void
test_bad_root (void)
{
  g_autoptr(FeedDesk) desk = make_desk ();
  g_autofree char *root = feed_desk_dup_path (desk, "root/2.json");
  g_autofree char *bad = feed_desk_dup_path (desk, "root/2.json.bad");

  flip_byte (desk, root);
  feed_desk_assert_start (desk, "Second");
  g_assert_false (g_file_test (root, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (bad, G_FILE_TEST_IS_REGULAR));
}

/* What was in use before, to say what changed. */
static void
test_previous (void)
{
  g_autoptr(FeedDesk) desk = make_desk ();
  g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);
  g_autoptr(VetoGuideSet) before = veto_updater_load_previous (updater, NULL);
  g_autoptr(VetoGuideSet) built_in = NULL;
  g_autofree char *previous = feed_desk_dup_path (desk, "index.prev.json");
  g_autofree char *index = feed_desk_dup_path (desk, "index.json");

  g_assert_cmpstr (feed_desk_get_name (before), ==, "First");
  delete_file (desk, previous);
  built_in = veto_updater_load_previous (updater, NULL);
  g_assert_cmpstr (feed_desk_get_name (built_in), ==, "Example");

  delete_file (desk, index);
  g_clear_object (&updater);
  updater = feed_desk_start (desk, NULL);
  g_assert_null (veto_updater_load_previous (updater, NULL)); /* what is in use is built in */
}

/* Somebody deletes the folder while Veto runs: it goes on, an older index is refused as before, and the folder comes back. */
static void
test_deleted_while_running (void)
{
  g_autoptr(FeedDesk) desk = make_desk ();
  g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);
  g_auto(FeedLook) rollback = { 0 };
  g_auto(FeedLook) again = { 0 };

  delete_feed (desk, NULL);
  feed_desk_publish_plain (desk, 1, "First");
  rollback = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (rollback.error), ==, "rollback");

  feed_desk_publish_plain (desk, 2, "Second");
  again = feed_desk_look (updater, NULL);
  g_assert_no_error (again.error);
  g_assert_cmpint (again.outcome, ==, VETO_UPDATE_CURRENT);
  assert_whole (desk);
}

/* A newer program brings newer guidance than the disk has; what is older than that is refused. */
static void
test_newer_program (void)
{
  g_autoptr(FeedDesk) desk = make_desk ();
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoUpdater) updater = NULL;
  g_auto(FeedLook) look = { 0 };

  desk->config.built_in_version = 2; /* the same number: what is signed is preferred */
  feed_desk_assert_start (desk, "Second");
  desk->config.built_in_version = 3;
  updater = feed_desk_start (desk, &set);
  g_assert_cmpstr (feed_desk_get_name (set), ==, "Example");
  g_assert_cmpuint (veto_updater_get_version (updater), ==, 3);
  g_assert_false (veto_updater_is_repaired (updater));
  look = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "rollback");
  feed_desk_publish_plain (desk, 4, "Fourth");
  feed_desk_assert_new (updater, "Fourth");
  feed_desk_assert_start (desk, "Fourth");
}

/* Other people may begin again at 1, also where the program came with a high number; and they stay after a start. */
static void
test_begun_again (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = NULL;
  g_auto(FeedLook) again = { 0 };
  const FeedIssue issue = { .version = 1, .name = "First", .signers = "gh" };

  desk->config.built_in_version = 40;
  updater = feed_desk_start (desk, NULL);
  feed_desk_publish_root (desk, 2, feed_desk_make_root (2, "abc", "ghi"), "ab");
  feed_desk_publish (desk, desk->server, &issue);
  feed_desk_assert_new (updater, "First");
  feed_desk_assert_start (desk, "First");
  again = feed_desk_look (updater, NULL);
  g_assert_no_error (again.error);
  g_assert_cmpint (again.outcome, ==, VETO_UPDATE_CURRENT);
}

/* Without a root nothing on the disk is believed, and nobody is asked. */
static void
test_without_feed (void)
{
  g_autoptr(FeedDesk) desk = make_desk ();
  g_autoptr(VetoUpdater) updater = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_auto(FeedLook) look = { 0 };

  desk->config.root = NULL;
  updater = feed_desk_start (desk, &set);
  g_assert_cmpstr (feed_desk_get_name (set), ==, "Example");
  g_assert_false (veto_updater_has_feed (updater));
  g_assert_false (veto_updater_may_look (updater, TRUE));
  g_assert_null (veto_updater_get_link_hosts (updater));
  g_assert_cmpint (veto_updater_get_next_try (updater), ==, G_MAXINT64);
  feed_server_forget (desk->server);
  look = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "no-feed");
  g_assert_cmpuint (feed_server_count_requests (desk->server), ==, 0);
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].name, &rows[i], test_row);
  for (gsize i = 0; i < G_N_ELEMENTS (unreadable); i++)
    g_test_add_data_func (unreadable[i].name, &unreadable[i], test_unreadable);
  g_test_add_func ("/load/bad-root", test_bad_root);
  g_test_add_func ("/load/previous-guidance", test_previous);
  g_test_add_func ("/load/deleted-while-running", test_deleted_while_running);
  g_test_add_func ("/load/newer-program", test_newer_program);
  g_test_add_func ("/load/begun-again", test_begun_again);
  g_test_add_func ("/load/without-feed", test_without_feed);
  return g_test_run ();
}
