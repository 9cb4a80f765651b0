/* Starts that cannot go well: one clear sentence on what is wrong and what to do, and nobody's file is touched.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"
#include "veto-config.h"
#include "veto-walker.h"

#define N_STEPS 300 /* a file of several pages */
#define SECRET "nobody's business"

typedef struct
{
  const char *name;
  void (*make) (const char *folder, const char *path);
  Word     title;
  gboolean may_set_aside;
} Sample;

static void
make_text (const char *folder, const char *path)
{
  g_assert_true (g_file_set_contents (path, SECRET, -1, NULL));
}

static void
make_damaged (const char *folder, const char *path)
{
  g_autofree char *id = fixture_make_database (folder, N_STEPS);
  int              file = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (pwrite (file, SECRET, strlen (SECRET), 4096), ==, strlen (SECRET));
  close (file);
}

static void
make_newer (const char *folder, const char *path)
{
  g_free (fixture_make_database (folder, N_STEPS));
  fixture_run_sql (path, "PRAGMA user_version = 999");
}

static const Sample samples[] = {
  { "text", make_text, WORD_PROBLEM_NOT_OURS, TRUE },
  { "damaged", make_damaged, WORD_PROBLEM_DAMAGED, TRUE },
  { "newer", make_newer, WORD_PROBLEM_NEWER, FALSE },
};

/* Returns: (transfer full): the folder in which Veto keeps its file; it is there now */
static char *
make_folder (VetoWalker *walker)
{
  char *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

/* On the screen, and in a terminal that Veto was started from; never what is in the file */
static void
expect_problem (VetoWalker *walker, Word title, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *said = NULL;

  veto_walker_expect (walker, VETO_KIND_LABEL, title, NULL, NULL);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL, path));
  said = veto_driver_dup_stderr (walker->driver);
  g_assert_true (g_str_has_prefix (said, "veto: "));
  g_assert_nonnull (strstr (said, folder));
  g_assert_null (strstr (said, SECRET));
}

static void
expect_nothing_done (VetoWalker *walker)
{
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
}

/* Only looked at, and gone again */
static void
test_refused (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = veto_walker_new ("de");
  g_autofree char *folder = NULL, *path = NULL, *before = NULL, *after = NULL;

  if (walker == NULL)
    return;
  folder = make_folder (walker);
  path = fixture_dup_path (folder, "");
  sample->make (folder, path);
  before = fixture_describe_folder (folder, NULL);

  veto_walker_start (walker, NULL);
  expect_problem (walker, sample->title, path);
  g_assert_cmpint (veto_walker_sees (walker, VETO_KIND_BUTTON, WORD_SET_ASIDE, NULL), ==,
                   sample->may_set_aside);
  veto_walker_press (walker, WORD_TRY_AGAIN, NULL);
  expect_problem (walker, sample->title, path);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* The guides can be read all the same; nothing of it is kept, and that is said. */
static void
test_without_saving (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *folder = make_folder (walker);
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *before = NULL, *after = NULL;

  sample->make (folder, path);
  before = fixture_describe_folder (folder, NULL);
  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_WITHOUT_SAVING, NULL);
  expect_nothing_done (walker);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_MEMORY_NOTICE, NULL, NULL);
  veto_walker_walk_to (walker, 2);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* Returns: (transfer full): where the file lies now */
static char *
find_aside (const char *folder)
{
  g_autofree char *damaged = g_build_filename (folder, "damaged", NULL);
  g_autoptr(GDir) dir = g_dir_open (damaged, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  name = g_dir_read_name (dir);
  g_assert_nonnull (name);
  return g_build_filename (damaged, name, NULL);
}

/* Aside only after the click; then one begins anew, and what was there is there as it was. */
static void
test_set_aside (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *folder = make_folder (walker);
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *before = NULL, *aside = NULL, *after = NULL;

  sample->make (folder, path);
  before = fixture_describe_folder (folder, NULL);
  veto_walker_start (walker, NULL);
  expect_problem (walker, sample->title, path);
  veto_walker_press (walker, WORD_SET_ASIDE, NULL);
  expect_nothing_done (walker);
  aside = find_aside (folder);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_FILE_IS_IN, NULL, NULL);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL, aside));
  veto_walker_press (walker, WORD_CLOSE, NULL);
  after = fixture_describe_folder (aside, NULL);
  g_assert_cmpstr (after, ==, before);

  veto_walker_walk_to (walker, 1);
  veto_driver_kill (walker->driver);
  veto_walker_start (walker, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, 5, walk_steps_get (walker->guide->steps, 1));
}

/* Root passes every permission check, unless two capabilities are taken away. */
static void
start_bound (VetoWalker *walker)
{
  g_autofree char  *setpriv = g_find_program_in_path ("setpriv");
  const char *const argv[] = { setpriv, "--bounding-set=-dac_override,-dac_read_search",
                               "--inh-caps=-dac_override,-dac_read_search", veto_walker_get_program (),
                               NULL };

  if (geteuid () == 0)
    veto_driver_start (walker->driver, argv);
  else
    veto_walker_start (walker, NULL);
}

static void
test_read_only (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *folder = make_folder (walker);
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *before = NULL, *after = NULL;

  g_free (fixture_make_database (folder, N_STEPS));
  before = fixture_describe_folder (folder, NULL);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  start_bound (walker);
  expect_problem (walker, WORD_PROBLEM_READ_ONLY, path);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  veto_walker_press (walker, WORD_TRY_AGAIN, NULL);
  expect_nothing_done (walker);
}

/* The program's own guidance is damaged: whoever pressed its icon sees what to do, and their file is not touched. */
static void
test_unreadable (gconstpointer data)
{
  const char *language = data;
  gboolean    german = g_str_equal (language, "de");
  g_autoptr(VetoWalker) walker = veto_walker_new (language);
  g_autofree char *folder = NULL, *before = NULL, *after = NULL, *bent = NULL, *file = NULL, *overlay = NULL;

  if (walker == NULL)
    return;
  folder = make_folder (walker);
  g_free (fixture_make_database (folder, 1));
  before = fixture_describe_folder (folder, NULL);
  bent = g_build_filename (veto_driver_get_data_folder (walker->driver), "guidance", NULL);
  file = g_build_filename (bent, "guidance.json", NULL);
  g_assert_cmpint (g_mkdir (bent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "{", -1, NULL));
  overlay = g_strconcat (VETO_RESOURCE_PREFIX "/guidance=", bent, NULL);
  veto_driver_set_env (walker->driver, "G_RESOURCE_OVERLAYS", overlay);
  veto_walker_start (walker, NULL);
  veto_node_free (
    veto_driver_wait_for (walker->driver, VETO_KIND_LABEL,
                          german ? "Bitte installieren Sie Veto neu" : "Please install Veto again"));
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, german ? "Beenden" : "Quit");
  g_assert_cmpint (veto_driver_wait_exit (walker->driver), ==, 1);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
is_there (VetoDriver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Another session has a bus of its own, so the windows do not know of each other; the file is what they share. */
static void
test_in_use (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char  *folder = make_folder (walker);
  g_autofree char  *path = fixture_dup_path (folder, "");
  const char *const argv[] = { "dbus-run-session",
                               "--",
                               "env",
                               "GTK_A11Y=none", /* or it says to all where its bus is */
                               "setpriv",
                               "--pdeathsig",
                               "KILL",
                               veto_walker_get_program (),
                               NULL };
  g_autoptr(GSubprocess) other = veto_driver_start_beside (walker->driver, argv);
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!is_there (walker->driver, path)) /* it is locked before it is made */
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
  veto_walker_start (walker, NULL);
  expect_problem (walker, WORD_PROBLEM_IN_USE, path);
  g_subprocess_force_exit (other);
  g_assert_true (g_subprocess_wait (other, NULL, NULL));
  veto_walker_press (walker, WORD_TRY_AGAIN, NULL);
  expect_nothing_done (walker);
}

static void
fill_disk (const char *path)
{
  char zeros[4096] = { 0 };
  int  file = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  while (write (file, zeros, sizeof zeros) > 0)
    ;
  close (file);
}

/* What is typed stays on the screen, and is kept as soon as there is room: one goes on, or stops, after that. */
static void
stay_and_go_on (VetoWalker *walker, const char *filler, Word how)
{
  g_autofree char *login = walker_dup_words ("en", WORD_LOGIN, NULL, NULL);
  g_autofree char *full = walker_dup_words ("en", WORD_DISK_FULL, NULL, NULL);

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 1);
  fill_disk (filler);
  veto_driver_fill (walker->driver, login, WALKER_LOGIN);
  veto_walker_press (walker, how, NULL);
  veto_node_free (veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ANY, full));
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 1));
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);

  g_assert_cmpint (g_unlink (filler), ==, 0);
  veto_walker_press (walker, how, NULL);
  if (how == WORD_DONE_NEXT)
    veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 2));
  else
    veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_CONTINUE, NULL, NULL);
  g_assert_null (veto_driver_find_prefix (walker->driver, VETO_KIND_ANY, full));
  veto_driver_kill (walker->driver);

  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  if (how == WORD_DONE_NEXT)
    veto_walker_press (walker, WORD_BACK, NULL);
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);
}

static void
test_full_disk (gconstpointer how)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *folder = make_folder (walker);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);

  /* a small disk that only this test and what it starts can see */
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("veto-test", folder, "tmpfs", 0, "size=512k,mode=0700") != 0)
    {
      g_test_skip ("only root can make a small disk");
      return;
    }
  stay_and_go_on (walker, filler, (Word) GPOINTER_TO_INT (how));
  g_clear_pointer (&walker, veto_walker_free);
  umount2 (folder, MNT_DETACH);
}

static void
test_no_display (gconstpointer language)
{
  g_autoptr(VetoWalker) walker = veto_walker_new (language);
  const char *const argv[] = { veto_walker_get_program (), NULL };
  g_autofree char  *said = NULL;

  if (walker == NULL)
    return;
  veto_driver_set_env (walker->driver, "DISPLAY", NULL);
  veto_driver_set_env (walker->driver, "GDK_BACKEND", NULL);
  g_assert_cmpint (veto_driver_run_beside (walker->driver, argv, &said), ==, 1);
  g_assert_true (g_str_has_prefix (said, "veto: "));
  g_assert_true (g_str_has_suffix (said, "\n"));
  g_assert_true (strchr (said, '\n') == said + strlen (said) - 1); /* one sentence, no warning */
  g_assert_nonnull (strstr (said, "vetoctl guide"));
  if (g_str_equal (language, "de"))
    g_assert_nonnull (strstr (said, "Bildschirm"));
}

/* The address can be carried to a browser elsewhere; one goes on either way. */
static void
test_no_browser (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const WalkStep *step = walk_steps_get (walker->guide->steps, 0);

  veto_driver_set_browser (walker->driver, FALSE);
  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 0);
  veto_walker_press (walker, WORD_OPEN_PAGE, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_NO_BROWSER, NULL, NULL);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL, step->links[0]));
  veto_walker_press (walker, WORD_COPY_ADDRESS, NULL);
  veto_driver_wait_clipboard (walker->driver, step->links[0]);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_OPEN_PAGE, NULL, NULL); /* nothing is open yet */
  g_assert_cmpuint (veto_driver_count_opened (walker->driver), ==, 0);

  veto_walker_press (walker, WORD_PAGE_IS_OPEN, NULL); /* on another device */
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_DONE_NEXT, NULL, NULL);
  veto_driver_set_browser (walker->driver, TRUE);
  veto_walker_press (walker, WORD_OPEN_AGAIN, NULL);
  g_free (veto_driver_wait_opened (walker->driver, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *refused = g_strconcat ("/bad-starts/refused/", samples[i].name, NULL);
      g_autofree char *aside = g_strconcat ("/bad-starts/set-aside/", samples[i].name, NULL);

      g_test_add_data_func (refused, &samples[i], test_refused);
      if (samples[i].may_set_aside)
        g_test_add_data_func (aside, &samples[i], test_set_aside);
    }
  g_test_add_data_func ("/bad-starts/without-saving", &samples[0], test_without_saving);
  g_test_add_func ("/bad-starts/read-only", test_read_only);
  g_test_add_func ("/bad-starts/in-use", test_in_use);
  g_test_add_data_func ("/bad-starts/unreadable/english", "en", test_unreadable);
  g_test_add_data_func ("/bad-starts/unreadable/german", "de", test_unreadable);
  g_test_add_data_func ("/bad-starts/full-disk/go-on", GINT_TO_POINTER (WORD_DONE_NEXT), test_full_disk);
  g_test_add_data_func ("/bad-starts/full-disk/stop", GINT_TO_POINTER (WORD_STOP_HERE), test_full_disk);
  g_test_add_data_func ("/bad-starts/no-display/english", "en", test_no_display);
  g_test_add_data_func ("/bad-starts/no-display/german", "de", test_no_display);
  g_test_add_func ("/bad-starts/no-browser", test_no_browser);
  return g_test_run ();
}
