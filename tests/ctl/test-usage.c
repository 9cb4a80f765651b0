/* The command line: what is understood, what is not, and what is said then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

typedef struct
{
  const char *name;
  const char *line;
  const char *words; /* that must be said */
} Sample;

static const Sample wrong[] = {
  { "/ctl/wrong/nothing", "", "No command was named" },
  { "/ctl/wrong/option-alone", "--json", "No command was named" },
  { "/ctl/wrong/command", "lst", "no command “lst”" },
  { "/ctl/wrong/command-with-help", "lst --help", "no command “lst”" },
  { "/ctl/wrong/option", "list --jsn", "no option --jsn" },
  { "/ctl/wrong/short-option", "list -j", "no option -j" },
  { "/ctl/wrong/option-with-value", "list --platform=x", "no option --platform;" },
  { "/ctl/wrong/shortened-option", "list --js", "no option --js" },
  { "/ctl/wrong/no-value", "status --data", "--data needs a value" },
  { "/ctl/wrong/empty-value", "status --data=", "--data needs a value" },
  { "/ctl/wrong/empty-language", "list --lang=", "--lang needs a value" },
  { "/ctl/wrong/flag-with-value", "list --json=yes", "--json takes no value" },
  { "/ctl/wrong/language-is-a-path", "list --lang=../de", "is no language" },
  { "/ctl/wrong/language-is-an-option", "guide " EXAMPLE " --lang --json", "is no language" },
  { "/ctl/wrong/list-argument", "list more", "“more”" },
  { "/ctl/wrong/sources-argument", "sources more", "“more”" },
  { "/ctl/wrong/status-argument", "status more", "“more”" },
  { "/ctl/wrong/guide-without-platform", "guide", "PLATFORM [GUIDE]" },
  { "/ctl/wrong/guide-with-three", "guide a b c", "“c”" },
  { "/ctl/wrong/guidance-alone", "guidance",
    "guidance lint, guidance reading, guidance build, guidance diff" },
  { "/ctl/wrong/guidance-other", "guidance check",
    "guidance lint, guidance reading, guidance build, guidance diff" },
  { "/ctl/wrong/lint-without-folder", "guidance lint", "FOLDER" },
  { "/ctl/wrong/lint-with-two", "guidance lint a b", "“b”" },
  { "/ctl/wrong/reading-without-folder", "guidance reading", "FOLDER" },
  { "/ctl/wrong/build-without-out", "guidance build a", "FOLDER OUT" },
  { "/ctl/wrong/build-with-three", "guidance build a b c", "“c”" },
  { "/ctl/wrong/build-lists-nothing", "guidance build a b --json", "--json" },
  { "/ctl/wrong/list-makes-no-file", "list --out a.pdf", "--out" },
  { "/ctl/wrong/out-without-file", "guide " EXAMPLE " --out", "--out needs a value" },
  { "/ctl/wrong/out-and-json", "guide " EXAMPLE " --json --out a.pdf", "give one" },
  { "/ctl/wrong/diff-without-new", "guidance diff a", "OLD NEW" },
  { "/ctl/wrong/backup-without-file", "backup", "FILE" },
  { "/ctl/wrong/backup-with-two", "backup a b", "“b”" },
  { "/ctl/wrong/restore-without-file", "restore", "FILE" },
  { "/ctl/wrong/restore-lists-nothing", "restore a --json", "--json" },
  { "/ctl/wrong/words-behind-dashes", "list -- --json", "“--json”" },
  { "/ctl/wrong/control-characters", "list \033[31m", "“�[31m”" },
};

static void
test_wrong (gconstpointer data)
{
  const Sample *sample = data;
  g_auto(Run) run = run_line_in (NULL, NULL, sample->line);

  run_assert_failed (&run, 2, sample->words);
  g_assert_nonnull (strstr (run.err, "vetoctl --help"));
}

static const Sample helps[] = {
  { "/ctl/help/all", "--help", "guide PLATFORM [GUIDE]" },
  { "/ctl/help/short", "-h", "guidance diff OLD NEW" },
  { "/ctl/help/group", "guidance --help", "guidance build FOLDER OUT" },
  { "/ctl/help/list", "list --help", "Usage: vetoctl list [OPTION]" },
  { "/ctl/help/before-command", "--help status", "Usage: vetoctl status [OPTION]" },
  { "/ctl/help/guide", "guide --help", "Usage: vetoctl guide PLATFORM [GUIDE] [OPTION]" },
  { "/ctl/help/lint", "guidance lint --help", "Usage: vetoctl guidance lint FOLDER [OPTION]" },
  { "/ctl/help/reading", "guidance reading --help", "Usage: vetoctl guidance reading FOLDER [OPTION]" },
  { "/ctl/help/build", "guidance build x --help", "Usage: vetoctl guidance build FOLDER OUT [OPTION]" },
  { "/ctl/help/diff", "guidance --help diff", "Usage: vetoctl guidance diff OLD NEW [OPTION]" },
};

static void
test_help (gconstpointer data)
{
  static const char *const options[] = { "--data DIR", "--guidance DIR", "--lang L",
                                         "--json",     "--version",      "--help" };
  const Sample            *sample = data;
  g_auto(Run) run = run_line_in (NULL, NULL, sample->line);

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_nonnull (strstr (run.out, sample->words));
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    g_assert_nonnull (strstr (run.out, options[i]));
  assert_fits_terminal (run.out);
}

static void
test_version (void)
{
  g_auto(Run) run = run_line ("--version");
  g_auto(Run) with_command = run_line ("list --version");

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.out, ==, "vetoctl " VETO_VERSION "\n");
  g_assert_cmpstr (with_command.out, ==, run.out);
}

/* Wherever options stand and however values are given, the answer is the same. */
static void
test_anywhere (void)
{
  static const char *const lines[] = {
    "--json --lang de --guidance %s guide " EXAMPLE " menus",
    "guide --json " EXAMPLE " --lang=de menus --guidance=%s",
    "--guidance=%s guide --lang de --json -- " EXAMPLE " menus",
    "guide " EXAMPLE " menus --guidance /nowhere --lang fr --json --lang de --guidance %s",
  };
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) expected = run_line ("guide " EXAMPLE " menus --json --lang de --guidance %s", bundle);

  g_assert_cmpstr (get_text (run_get_object (&expected), "language"), ==, "de");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], "%s", 2);
      g_auto(Run) run = run_line ("%s%s%s", parts[0], bundle, parts[1]);

      run_assert_code (&run, 0);
      g_assert_cmpstr (run.out, ==, expected.out);
    }
  fixture_remove (bundle);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_test_add_data_func (wrong[i].name, &wrong[i], test_wrong);
  for (gsize i = 0; i < G_N_ELEMENTS (helps); i++)
    g_test_add_data_func (helps[i].name, &helps[i], test_help);
  g_test_add_func ("/ctl/version", test_version);
  g_test_add_func ("/ctl/options-anywhere", test_anywhere);
  return ctl_test_run ();
}
