/* Databases that cannot be used: one line, exit code 1, and every byte where it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

#define N_STEPS 300 /* a file of several pages */
#define PAGE_BYTES 4096

typedef struct
{
  const char *name;
  void (*make) (const char *folder, const char *path);
  const char *words;
} Sample;

static void
make_text (const char *folder, const char *path)
{
  g_assert_true (g_file_set_contents (path, "hello\n", -1, NULL));
}

static void
make_empty (const char *folder, const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_foreign (const char *folder, const char *path)
{
  fixture_run_sql (path,
                   "CREATE TABLE notes (text); PRAGMA application_id = 252006674; PRAGMA user_version = 1");
}

static void
make_newer (const char *folder, const char *path)
{
  g_free (fixture_make_database (folder, 1));
  fixture_run_sql (path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 999");
}

/* Its head is right, and what comes behind is not. */
static void
make_damaged (const char *folder, const char *path)
{
  char dirt[3 * PAGE_BYTES];
  int  file;

  g_free (fixture_make_database (folder, N_STEPS));
  memset (dirt, 'x', sizeof dirt);
  file = open (path, O_WRONLY);
  g_assert_cmpint (pwrite (file, dirt, sizeof dirt, PAGE_BYTES), ==, sizeof dirt);
  close (file);
}

static void
make_short (const char *folder, const char *path)
{
  g_free (fixture_make_database (folder, N_STEPS));
  g_assert_cmpint (truncate (path, 2 * PAGE_BYTES + 100), ==, 0);
}

static void
make_link (const char *folder, const char *path)
{
  g_autofree char *other = g_build_filename (folder, "other.db", NULL);

  g_free (fixture_make_database (folder, 1));
  g_assert_cmpint (g_rename (path, other), ==, 0);
  g_assert_cmpint (symlink ("other.db", path), ==, 0);
}

static void
make_pipe (const char *folder, const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static const Sample samples[] = {
  { "/ctl/database/text-file", make_text, "no database of Veto" },
  { "/ctl/database/empty-file", make_empty, "damaged" },
  { "/ctl/database/of-another-program", make_foreign, "no database of Veto" },
  { "/ctl/database/newer", make_newer, "newer Veto" },
  { "/ctl/database/damaged", make_damaged, "damaged" },
  { "/ctl/database/cut-short", make_short, "damaged" },
  { "/ctl/database/symbolic-link", make_link, "no database of Veto" },
  { "/ctl/database/pipe", make_pipe, "no database of Veto" },
};

static void
test_unusable (gconstpointer data)
{
  const Sample    *sample = data;
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *before = NULL, *after = NULL;
  gboolean         can_be_described = sample->make != make_pipe;

  sample->make (folder, path);
  before = can_be_described ? fixture_describe_folder (folder, NULL) : NULL;
  {
    g_auto(Run) text = run_line ("status --data %s", folder);
    g_auto(Run) json = run_line ("status --json --data %s", folder);

    run_assert_failed (&text, 1, sample->words);
    run_assert_failed (&text, 1, path); /* where */
    run_assert_failed (&json, 1, sample->words);
  }
  after = can_be_described ? fixture_describe_folder (folder, NULL) : NULL;
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

/* Root is let through everywhere, unless it gives that up before the program starts. */
static void
give_up_override_cb (gpointer data)
{
  prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
  prctl (PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

static void
test_unreadable (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");
  g_autofree char *line = g_strdup_printf ("status --data %s", folder);
  g_autofree char *before = NULL, *after = NULL;

  g_free (fixture_make_database (folder, 1));
  before = fixture_describe_folder (folder, NULL);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  {
    g_auto(Run) run = run_line_in (NULL, give_up_override_cb, line);
    run_assert_failed (&run, 1, "may not be read");
  }
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

static void
test_folder_is_a_file (void)
{
  g_auto(Run) run = run_line ("status --data %s", g_getenv ("VETOCTL"));

  run_assert_failed (&run, 1, "not a folder");
}

/* Looking at a good one leaves no trace either. */
static void
test_untouched (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *before = NULL, *after = NULL;

  g_free (fixture_make_database (folder, N_STEPS));
  before = fixture_describe_folder (folder, NULL);
  {
    g_auto(Run) run = run_line ("status --data %s", folder);
    run_assert_code (&run, 0);
  }
  after = fixture_describe_folder (folder, NULL);
  g_assert_cmpstr (before, ==, after);
  fixture_remove (folder);
}

/* Guides can be read when the database cannot. */
static void
test_guide_without_database (void)
{
  char            *folder = fixture_make_folder ();
  g_autofree char *path = fixture_dup_path (folder, "");

  make_text (folder, path);
  {
    g_auto(Run) run = run_line ("list --data %s", folder);
    run_assert_code (&run, 0);
  }
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_unusable);
  g_test_add_func ("/ctl/database/unreadable", test_unreadable);
  g_test_add_func ("/ctl/database/folder-is-a-file", test_folder_is_a_file);
  g_test_add_func ("/ctl/database/untouched", test_untouched);
  g_test_add_func ("/ctl/database/not-needed", test_guide_without_database);
  return ctl_test_run ();
}
