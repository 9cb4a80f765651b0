/* vetoctl feed publish and verify: whoever asks gets the old release or the new one, whatever happens meanwhile.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "publisher-desk.h"
#include "store-fixture.h"

static char *trees[4]; /* of releases 1, 2, 3; all files differ */

static void
copy_folder (const char *from, const char *to)
{
  g_autofree char *from_path = in_folder (from), *to_path = in_folder (to);
  const char      *argv[] = { "cp", "-a", from_path, to_path, NULL };
  int              status;

  g_assert_true (
    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static guint
count_files (const char *name)
{
  g_autofree char *path = in_folder (name);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_verified (const char *feed, guint root, guint version)
{
  g_auto(Run) run = run_feed (NULL, "feed verify @%s --json", feed);
  JsonObject *object = run_get_object (&run);

  assert_members (object, "code created expires message root signatures type version");
  g_assert_cmpstr (get_text (object, "type"), ==, "feed");
  g_assert_cmpstr (get_text (object, "code"), ==, NULL);
  g_assert_cmpint (get_number (object, "root"), ==, root);
  g_assert_cmpint (get_number (object, "version"), ==, version);
}

/* From nothing: a root, then an index, then the next ones. Files of the index before are kept, older ones go. */
static void
test_in_turn (void)
{
  g_auto(Run) root = run_feed (NULL, "feed publish @root-1 --to @turn");
  g_auto(Run) one = run_feed (NULL, "feed publish @one --to @turn");
  g_auto(Run) again = run_feed (NULL, "feed publish @one --to @turn");
  guint n_first = count_files ("turn/blobs"), n_second;
  g_auto(Run) two = run_feed (NULL, "feed publish @two --to @turn --root @root-1/root/1.json");
  g_autofree char *path = in_folder ("turn/index.json");
  GStatBuf         status;

  n_second = count_files ("turn/blobs");
  assert_done (&root);
  g_assert_cmpstr (root.out, ==, "Published: root 1, no index yet.\n");
  assert_done (&one);
  g_assert_cmpstr (one.out, ==, "Published: root 1, index 1 (files: 3 new, 0 old ones removed).\n");
  g_assert_cmpstr (again.out, ==, "Nothing to do: root 1 and index 1 are served already.\n");
  assert_done (&two);
  g_assert_cmpuint (n_first, ==, 3);
  g_assert_cmpuint (n_second, ==, 6);
  assert_verified ("turn", 1, 2);
  {
    g_auto(Run) three = run_feed (NULL, "feed publish @three --to @turn");

    assert_done (&three);
    g_assert_cmpstr (three.out, ==, "Published: root 1, index 3 (files: 3 new, 3 old ones removed).\n");
    g_assert_cmpuint (count_files ("turn/blobs"), ==, 6);
    assert_verified ("turn", 1, 3);
  }
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644); /* a web server is somebody else */
}

/* Key f takes the place of d. The index that is served must be signed by who stays before the root may come. */
static void
test_rotation (void)
{
  g_autofree char *before = NULL, *after = NULL;

  copy_folder ("feed", "rotated");
  before = feed_digest ("rotated");
  {
    g_auto(Run) early = run_feed (NULL, "feed publish @root-2 --to @rotated");

    run_assert_failed (&early, 1, "is not signed by the keys of root 2");
    after = feed_digest ("rotated");
    g_assert_cmpstr (before, ==, after);
  }
  copy_folder ("two", "two-again");
  {
    g_auto(Run) more = run_feed (FEED_PASSPHRASE "\n", "feed add-signature @two-again --key @f.pem");
    g_auto(Run) signed_more = run_feed (NULL, "feed publish @two-again --to @rotated");
    g_auto(Run) root = run_feed (NULL, "feed publish @root-2 --to @rotated");
    g_auto(Run) twice = run_feed (NULL, "feed publish @root-2 --to @rotated");

    assert_done (&more);
    assert_done (&signed_more);
    g_assert_cmpstr (signed_more.out, ==, "Published: root 1, index 2 (files: 0 new, 0 old ones removed).\n");
    assert_done (&root);
    g_assert_cmpstr (root.out, ==, "Published: root 2, index 2 (files: 0 new, 0 old ones removed).\n");
    run_assert_failed (&twice, 1, "neither a new root nor a signed index");
  }
  assert_verified ("rotated", 2, 2);
}

/* A host that only the new root allows: root and index go together. */
static void
test_root_with_index (void)
{
  g_auto(Run) refused = run_feed (NULL, "feed publish @far --to @feed");
  g_auto(Run) together = { 0 };

  run_assert_failed (&refused, 1, "far.example.org");
  copy_folder ("feed", "together");
  copy_folder ("far", "far-with-root");
  copy_folder ("root-2-far/root", "far-with-root/root");
  together = run_feed (NULL, "feed publish @far-with-root --to @together");
  assert_done (&together);
  assert_verified ("together", 2, 3);
}

typedef struct
{
  const char *name, *line;
  int         code;
  const char *words;
} Sample;

static const Sample samples[] = {
  { "/ctl/feed/publish/nowhere", "feed publish @three", 2, "--to FEED" },
  { "/ctl/feed/publish/no-folder", "feed publish @none --to @feed", 1, "neither a new root nor" },
  { "/ctl/feed/publish/unsigned", "feed publish @unsigned --to @feed", 1, "neither a new root nor" },
  { "/ctl/feed/publish/below-threshold", "feed publish @alone --to @feed", 1,
    "1 of 3 keys of the index signed" },
  { "/ctl/feed/publish/by-root-keys", "feed publish @by-root-keys --to @feed", 1,
    "0 of 3 keys of the index signed" },
  { "/ctl/feed/publish/older", "feed publish @one --to @feed", 1, "version 1 behind version 2" },
  { "/ctl/feed/publish/other-under-its-number", "feed publish @other-two --to @feed", 1,
    "another version 2" },
  { "/ctl/feed/publish/expired", "feed publish @expired --to @feed", 1, "has expired" },
  { "/ctl/feed/publish/root-gap", "feed publish @root-3 --to @feed", 1, "root 2 is missing before root 3" },
  { "/ctl/feed/publish/other-root", "feed publish @other-root --to @feed", 1, "another root/1.json" },
  { "/ctl/feed/publish/root-below-threshold", "feed publish @root-alone --to @feed", 1, "root/2.json: " },
  { "/ctl/feed/publish/stranger-root", "feed publish @three --to @feed --root @other-root/root/1.json", 1,
    "root 1 is not the one that programs have" },
  { "/ctl/feed/publish/tampered-file", "feed publish @tampered-file --to @feed", 1, "another content" },
  { "/ctl/feed/publish/missing-file", "feed publish @missing-file --to @feed", 1, "No such file" },
  { "/ctl/feed/publish/tampered-payload", "feed publish @tampered-payload --to @feed", 1,
    "index.json holds something else than index.payload" },
  { "/ctl/feed/publish/to-a-file", "feed publish @three --to @hosts.json", 1, "hosts.json" },
  { "/ctl/feed/verify/empty", "feed verify @empty", 1, "no root" },
};

/* One line says what is wrong, and the feed is served as before. */
static void
test_refused (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *before = feed_digest ("feed"), *after = NULL;
  g_auto(Run) run = run_feed (NULL, "%s", sample->line);

  run_assert_failed (&run, sample->code, sample->words);
  after = feed_digest ("feed");
  g_assert_cmpstr (before, ==, after);
}

/* What is served may be damaged as well: that is told, and a release beside it repairs files of the same index. */
static void
test_damaged_feed (void)
{
  g_autofree char *blobs = NULL;
  g_autoptr(GDir) dir = NULL;

  copy_folder ("feed", "damaged");
  blobs = in_folder ("damaged/blobs");
  dir = g_dir_open (blobs, 0, NULL);
  {
    g_autofree char *path = g_build_filename (blobs, g_dir_read_name (dir), NULL);
    g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  }
  {
    g_auto(Run) text = run_feed (NULL, "feed verify @damaged");
    g_auto(Run) json = run_feed (NULL, "feed verify @damaged --json");
    g_auto(Run) repaired = run_feed (NULL, "feed publish @two --to @damaged");

    run_assert_failed (&text, 1, "New guidance was damaged");
    run_assert_code (&json, 1);
    g_assert_nonnull (strstr (json.out, "\"code\":\"hash\""));
    assert_done (&repaired);
    g_assert_nonnull (strstr (repaired.out, "files: 1 new"));
  }
  assert_verified ("damaged", 1, 2);
}

static void
test_busy (void)
{
  g_autofree char *path = in_folder ("feed"), *before = feed_digest ("feed"), *after = NULL;
  int              fd = g_open (path, O_RDONLY | O_DIRECTORY, 0);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  {
    g_auto(Run) run = run_feed (NULL, "feed publish @three --to @feed");

    run_assert_failed (&run, 1, "somebody else is publishing");
  }
  after = feed_digest ("feed");
  g_assert_cmpstr (before, ==, after);
  close (fd);
}

static char *
dup_environment (const char *plan)
{
  return g_strdup_printf ("LD_PRELOAD=%s VETO_TEST_RENAME=%s "
                          "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0",
                          g_getenv ("VETO_TEST_BAD_RENAME"), plan);
}

/* A disk that cannot be written to, or is full, at each step: the old release is served, or the new one. */
static void
test_bad_disk (gconstpointer data)
{
  const char *error = data;

  for (guint step = 1; step <= 4; step++)
    {
      g_autofree char *plan = g_strdup_printf ("%s:%u", error, step), *environment = dup_environment (plan);
      g_autofree char *name = g_strdup_printf ("disk-%s-%u", error, step);
      g_autofree char *line = g_strdup_printf ("feed publish @three --to @%s", name);

      copy_folder ("feed", name);
      {
        g_auto(Run) run = run_feed_in (environment, NULL, line);
        g_auto(Run) then = { 0 };

        run_assert_failed (&run, 1, "make room there");
        assert_verified (name, 1, 2);
        then = run_feed_in (NULL, NULL, line);
        assert_done (&then);
        assert_verified (name, 1, 3);
      }
    }
}

/* Returns: whether it was killed */
static gboolean
publish_killed (const char *folder, const char *feed, guint step)
{
  g_autofree char *plan = g_strdup_printf ("kill:%u", step), *text = NULL, *line = NULL, *whole = NULL;
  g_auto(GStrv) argv = NULL;
  g_auto(GStrv) environment =
            g_environ_setenv (g_get_environ (), "LD_PRELOAD", g_getenv ("VETO_TEST_BAD_RENAME"), TRUE);
  int status;

  text = g_strdup_printf (" feed publish @%s --to @%s", folder, feed);
  line = feed_dup_line (text);
  whole = g_strconcat (g_getenv ("VETOCTL"), line, NULL);
  argv = g_strsplit (whole, " ", -1);
  environment = g_environ_setenv (environment, "VETO_TEST_RENAME", plan, TRUE);
  environment =
    g_environ_setenv (environment, "ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", TRUE);
  g_assert_true (g_spawn_sync (NULL, argv, environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                               &status, NULL));
  g_assert_true (WIFSIGNALED (status) || status == 0);
  return WIFSIGNALED (status);
}

/* Killed before each step: a client finds a whole feed, and the same command goes on and tidies up. */
static void
test_killed (void)
{
  guint step = 1;

  for (gboolean killed = TRUE; killed; step++)
    {
      g_autofree char *name = g_strdup_printf ("killed-%u", step), *roots = g_strconcat (name, "/root", NULL);

      copy_folder ("feed", name);
      killed = publish_killed ("far-with-root", name, step);
      {
        g_auto(Run) run = run_feed (NULL, "feed verify @%s --json", name);
        gint64 version = get_number (run_get_object (&run), "version");

        g_assert_cmpint (version, ==, killed ? 2 : 3);
      }
      {
        g_auto(Run) again = run_feed (NULL, "feed publish @far-with-root --to @%s", name);

        assert_done (&again);
      }
      assert_verified (name, 2, 3);
      g_assert_cmpuint (count_files (roots), ==, 2);
      g_assert_cmpuint (count_files (name), ==, 3); /* nothing half-made is left */
    }
  g_assert_cmpuint (step - 1, ==, 6); /* three files, a root, an index, and once to the end */
}

static void
make_tampered (void)
{
  g_autofree char *file = NULL, *blobs = NULL, *payload = NULL;
  g_autoptr(GDir) dir = NULL;

  copy_folder ("three", "tampered-file");
  copy_folder ("three", "missing-file");
  copy_folder ("three", "tampered-payload");
  copy_folder ("three", "unsigned");
  blobs = in_folder ("tampered-file/blobs");
  dir = g_dir_open (blobs, 0, NULL);
  file = g_strdup (g_dir_read_name (dir));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strconcat (i == 0 ? "tampered-file" : "missing-file", "/blobs/", file, NULL);
      g_autofree char *path = in_folder (name), *text = NULL;
      gsize            n_bytes;

      g_assert_true (g_file_get_contents (path, &text, &n_bytes, NULL));
      text[n_bytes / 2] ^= 1;
      g_assert_true (i == 0 ? g_file_set_contents (path, text, (gssize) n_bytes, NULL)
                            : g_unlink (path) == 0);
    }
  payload = in_folder ("tampered-payload");
  change_file (payload, "index.payload", "\"version\":3", "\"version\":4");
  {
    g_autofree char *index = in_folder ("unsigned/index.json");
    g_assert_cmpint (g_unlink (index), ==, 0);
  }
}

static char *
make_tree (const char *words, const char *link)
{
  char *tree = make_authored ("text/en/example.json", "The training began.", words);

  change_file (tree, "text/de/example.json", "Das Training begann.", words);
  change_file (tree, "platforms/example.json", "https://www.example.org/object?x=1", link);
  return tree;
}

/* Feed "feed" has root 1 and index 2. */
static void
make_releases (void)
{
  char *far = make_tree ("Far away it began.", "https://far.example.org/object");

  change_file (far, "hosts.json", "\"news.example.org\"", "\"news.example.org\", \"far.example.org\"");
  feed_make_root ("root-1/root/1.json", "def", "ab", NULL);
  feed_make_root ("root-2/root/2.json", "ef", "ab", "--after @root-1/root/1.json");
  feed_make_root ("root-3/root/3.json", "ef", "bc", "--after @root-2/root/2.json");
  feed_make_root ("root-alone/root/2.json", "ef", "c", "--after @root-1/root/1.json");
  feed_make_root ("other-root/root/1.json", "def", "bc", NULL);
  write_file ("hosts.json", "{\"links\":[\"www.example.org\",\"help.example.org\",\"news.example.org\",\"far."
                            "example.org\"],"
                            "\"mail\":[\"example.org\"]}");
  feed_make_root ("root-2-far/root/2.json", "def", "ab", "--after @root-1/root/1.json");
  feed_make_release ("one", trees[1], "de", "--version 1");
  feed_make_release ("two", trees[2], "de", "--version 2");
  feed_make_release ("three", trees[3], "ef", "--version 3");
  feed_make_release ("far", far, "ef", "--version 3");
  feed_make_release ("other-two", trees[3], "de", "--version 2");
  feed_make_release ("alone", trees[3], "d", "--version 3");
  feed_make_release ("by-root-keys", trees[3], "ab", "--version 3");
  feed_make_release ("expired", trees[3], "de", "--version 3 --created 2026-01-01");
  make_tampered ();
  fixture_remove (far);
}

int
main (int argc, char *argv[])
{
  int code;

  ctl_test_init (&argc, &argv);
  publisher_desk_open ();
  feed_make_keys ("abcdef");
  trees[1] = make_authored (NULL, NULL, NULL);
  trees[2] = make_tree ("It began.", "https://www.example.org/object?x=2");
  trees[3] = make_tree ("Some day it began.", "https://www.example.org/object?x=3");
  make_releases ();
  {
    g_autofree char *empty = in_folder ("empty");
    g_auto(Run) root = run_feed (NULL, "feed publish @root-1 --to @feed");
    g_auto(Run) two = run_feed (NULL, "feed publish @two --to @feed");

    g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
    assert_done (&root);
    assert_done (&two);
  }
  g_test_add_func ("/ctl/feed/publish/in-turn", test_in_turn);
  g_test_add_func ("/ctl/feed/publish/rotation", test_rotation);
  g_test_add_func ("/ctl/feed/publish/root-with-index", test_root_with_index);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_refused);
  g_test_add_func ("/ctl/feed/publish/damaged-feed", test_damaged_feed);
  g_test_add_func ("/ctl/feed/publish/busy", test_busy);
  g_test_add_data_func ("/ctl/feed/publish/read-only", "30", test_bad_disk);
  g_test_add_data_func ("/ctl/feed/publish/disk-full", "28", test_bad_disk);
  g_test_add_func ("/ctl/feed/publish/killed", test_killed);
  code = ctl_test_run ();
  publisher_desk_close ();
  for (guint i = 1; i < G_N_ELEMENTS (trees); i++)
    fixture_remove (trees[i]);
  return code;
}
