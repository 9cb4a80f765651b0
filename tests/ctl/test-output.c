/* Where the output goes: a reader that went away, a full disk, another encoding.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

/* What the child does before the program starts; only what is safe after a fork. */

static void
close_stdout_cb (gpointer data)
{
  close (STDOUT_FILENO);
}

static void
close_all_cb (gpointer data)
{
  close (STDIN_FILENO);
  close (STDOUT_FILENO);
  close (STDERR_FILENO);
}

static void
fill_disk_cb (gpointer data)
{
  dup2 (open ("/dev/full", O_WRONLY), STDOUT_FILENO);
}

/* A pipe that nobody reads any more, as after "| head -1". */
static void
break_pipe_cb (gpointer data)
{
  int ends[2];

  if (pipe (ends) == 0)
    {
      close (ends[0]);
      dup2 (ends[1], STDOUT_FILENO);
    }
}

/* A small pipe that says "not now" instead of making the writer wait. */
static void
make_impatient_cb (gpointer data)
{
  fcntl (STDOUT_FILENO, F_SETPIPE_SZ, 4096);
  fcntl (STDOUT_FILENO, F_SETFL, O_WRONLY | O_NONBLOCK);
}

typedef struct
{
  const char          *name;
  GSpawnChildSetupFunc setup;
  const char          *words;
} Sample;

static const Sample samples[] = {
  { "/ctl/output/closed", close_stdout_cb, "standard output" },
  { "/ctl/output/full-disk", fill_disk_cb, "No space left on device" },
  { "/ctl/output/reader-gone", break_pipe_cb, "reader" },
};

static void
test_lost (gconstpointer data)
{
  static const char *const lines[] = {
    "list", "list --json", "status", "status --json", "--help", "--version"
  };
  const Sample *sample = data;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto(Run) run = run_line_in (NULL, sample->setup, lines[i]);
      run_assert_failed (&run, 1, sample->words);
    }
}

/* The database must not become the standard output. */
static void
test_all_closed (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *line = g_strdup_printf ("status --data %s", folder);
  g_autofree char *before = NULL, *after = NULL;

  g_free (fixture_make_database (folder, 3));
  before = fixture_describe_folder (folder, NULL);
  {
    g_auto(Run) run = run_line_in (NULL, close_all_cb, line);

    run_assert_code (&run, 1);
    g_assert_cmpstr (run.out, ==, "");
  }
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

static void
test_impatient (void)
{
  g_auto(Run) list = run_line ("list --json");
  const char      *platform = get_text (run_get_object (&list), "platforms/0/id");
  g_autofree char *line = g_strdup_printf ("guide %s --json", platform);
  g_auto(Run) expected = run_line_in (NULL, NULL, line);
  g_auto(Run) run = run_line_in (NULL, make_impatient_cb, line);

  g_assert_cmpuint (strlen (expected.out), >, 4096);
  run_assert_code (&run, 0);
  g_assert_cmpstr (run.out, ==, expected.out);
}

/* Where the encoding is not UTF-8, the words are still there. */
static void
test_ascii (void)
{
  g_auto(Run) list = run_line ("list --json");
  const char      *platform = get_text (run_get_object (&list), "platforms/0/id");
  g_autofree char *line = g_strdup_printf ("guide %s --lang de", platform);
  g_auto(Run) run = run_line_in ("LC_ALL=C", NULL, line);
  g_auto(Run) json = run_line_in ("LC_ALL=C", NULL, "list --json --lang de");
  g_auto(Run) wrong = run_line_in ("LC_ALL=C", NULL, "liste");

  run_assert_code (&run, 0);
  for (const char *at = run.out; *at != '\0'; at++)
    g_assert_true (*at == '\n' || g_ascii_isprint (*at));
  g_assert_nonnull (strstr (run.out, "oeffentlich"));
  assert_fits_terminal (run.out);
  run_assert_failed (&wrong, 2, "\"liste\"");
  g_assert_cmpstr (get_text (run_get_object (&json), "language"), ==, "de"); /* JSON is UTF-8 everywhere */
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_lost);
  g_test_add_func ("/ctl/output/all-closed", test_all_closed);
  g_test_add_func ("/ctl/output/impatient-pipe", test_impatient);
  g_test_add_func ("/ctl/output/ascii", test_ascii);
  return ctl_test_run ();
}
