/* Guidance that is published while somebody walks through it: the publishers' own commands on one side, Veto's window on the
 * other, and a web server between them. Verified, told, shown; and refused where only one of two signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "publisher-desk.h"
#include "veto-walker.h"

#define NEW_WORDS "New: "

/* What the people who publish have */
typedef struct
{
  GSubprocess *server;
  char        *address;
  char        *guidance; /* as they write it */
} Publisher;

static void
copy_guidance (const char *to)
{
  g_autofree char  *from = g_build_filename (g_getenv ("VETO_TEST_RESOURCES"), "guidance", NULL);
  g_autofree char  *hosts = g_build_filename (from, "hosts.json", NULL), *text = NULL;
  const char *const argv[] = { "cp", "-r", from, to, NULL };
  int               status;

  g_assert_true (
    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (hosts, &text, NULL, NULL));
  write_file ("hosts.json", text);
}

/* The title of a step is another one from now on, in both languages. */
static void
change_title (Publisher *self, const WalkStep *step)
{
  static const char *const files[] = { "text/en/facebook.json", "text/de/facebook.json" };
  g_autofree char         *from = g_strdup_printf ("\"%s.title\": \"", step->path);
  g_autofree char         *to = g_strconcat (from, NEW_WORDS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    change_file (self->guidance, files[i], from, to);
}

/* And that is what the window has to say. */
static void
expect_new_title (VetoWalker *walker, const WalkStep *step)
{
  char *title = g_strconcat (NEW_WORDS, veto_walker_get_text (walker, step->path, "title"), NULL);

  g_hash_table_replace (walker->platform->texts, g_strconcat (step->path, ".title", NULL), title);
}

static void
publish (Publisher *self)
{
  feed_make_release ("release", self->guidance, "de", "--version 1");
  {
    g_auto(Run) run = run_feed (NULL, "feed publish @release --to @feed");
    assert_done (&run);
  }
}

static void
serve (Publisher *self)
{
  g_autofree char *feed = in_folder ("feed");
  g_autoptr(GError) error = NULL;
  g_autoptr(GDataInputStream) lines = NULL;

  self->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("VETOCTL"), "feed",
                                   "serve", feed, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->server));
  self->address = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->address);
}

/* @step: of which the title is another one than in the guidance that Veto is built with */
static void
publisher_open (Publisher *self, const WalkStep *step)
{
  publisher_desk_open ();
  self->guidance = in_folder ("guidance");
  copy_guidance (self->guidance);
  change_title (self, step);
  feed_make_keys ("abcdef");
  feed_make_root ("feed/root/1.json", "def", "ab", NULL);
  publish (self);
  serve (self);
}

static void
publisher_close (Publisher *self)
{
  g_subprocess_send_signal (self->server, SIGTERM);
  g_assert_true (g_subprocess_wait (self->server, NULL, NULL));
  g_clear_object (&self->server);
  g_free (self->address);
  g_free (self->guidance);
  publisher_desk_close ();
}

static void
start (VetoWalker *walker, Publisher *publisher)
{
  g_autofree char *root = in_folder ("feed/root/1.json");

  veto_driver_set_env (walker->driver, "VETO_TEST_ROOT", root);
  veto_driver_set_env (walker->driver, "VETO_TEST_URL", publisher->address);
  veto_driver_set_env (walker->driver, "GIO_USE_PROXY_RESOLVER", "dummy");
  veto_walker_start (walker, NULL);
}

/* A look ends with a note of when it was. */
static gboolean
has_looked (VetoDriver *driver, gpointer data)
{
  g_autofree char *note =
    g_build_filename (veto_driver_get_data_folder (driver), "veto", "feed", "last-try.json", NULL);

  return g_file_test (note, G_FILE_TEST_EXISTS);
}

/* The first step is done and the second on the screen, when Veto looks by itself and finds that the first is another one. */
static void
walk_meanwhile (VetoWalker *walker)
{
  const WalkStep *second = walk_steps_get (walker->guide->steps, 1);

  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_MAY_LOOK, NULL, NULL);
  veto_walker_walk_to (walker, 1);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  g_assert_false (has_looked (walker->driver, NULL)); /* nobody said that it may */
  veto_walker_press (walker, WORD_LOOK_DAILY, NULL);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_walker_expect_step (walker, second);
  veto_driver_wait_until (walker->driver, "a look for guidance", has_looked, NULL);
  veto_walker_expect_step (walker, second); /* what somebody reads stays */
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
}

static void
read_news (VetoWalker *walker, const WalkStep *step)
{
  g_autofree char *for_you = walker_dup_words (walker->language, WORD_FOR_YOU, NULL, NULL);

  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_CHANGED_MEANWHILE, NULL, NULL);
  veto_walker_press (walker, WORD_SHOW, NULL);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_WHAT_CHANGED, NULL, NULL);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL,
                                        veto_walker_get_text (walker, step->path, "title")));
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LIST, for_you));
  veto_walker_open_overview (walker);
  veto_walker_open_platform (walker);
  veto_walker_expect_row (walker, walker->guide, 0, WORD_DONE, WORD_CHANGED_SINCE);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_THIS_IS_NEXT, N_WORDS);
}

static void
open_sources (VetoWalker *walker)
{
  g_autofree char *entry = walker_dup_words (walker->language, WORD_SOURCES, NULL, NULL);

  veto_driver_press (walker->driver, VETO_KIND_ROW, entry);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_SOURCES, NULL, NULL);
}

/* One key was stolen: what it alone signed changes nothing. */
static void
refuse (VetoWalker *walker, Publisher *publisher)
{
  g_autofree char *index = NULL;

  change_title (publisher, walk_steps_get (walker->guide->steps, 1));
  feed_make_release ("stolen", publisher->guidance, "d", "--version 9");
  index = read_file ("stolen/index.json");
  write_file ("feed/index.json", index);

  open_sources (walker);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_NEWEST, NULL, NULL);
  veto_walker_press (walker, WORD_CHECK_NOW, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_REFUSED, NULL, NULL);
}

/* What two signed is told while somebody is at the steps, and in use after the next start; what one signed is refused. */
static void
test_new_guidance (gconstpointer language)
{
  g_autoptr(VetoWalker) walker = veto_walker_new (language);
  Publisher       publisher = { 0 };
  const WalkStep *first;

  if (walker == NULL)
    return;
  first = walk_steps_get (walker->guide->steps, 0);
  publisher_open (&publisher, first);
  start (walker, &publisher);
  walk_meanwhile (walker);
  expect_new_title (walker, first);
  read_news (walker, first);
  refuse (walker, &publisher);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  start (walker, &publisher);
  veto_walker_open_platform (walker);
  veto_walker_expect_row (walker, walker->guide, 0, WORD_DONE, WORD_CHANGED_SINCE);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_THIS_IS_NEXT, N_WORDS);
  publisher_close (&publisher);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_data_func ("/new-guidance/en", "en", test_new_guidance);
  g_test_add_data_func ("/new-guidance/de", "de", test_new_guidance);
  return ctl_test_run ();
}
