/* vetoctl list: platforms and their guides.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <locale.h>
#include <string.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

static void
test_json (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("list --json --guidance %s", bundle);
  JsonObject *root = run_get_object (&run);

  assert_members (root, "language platforms");
  g_assert_cmpstr (get_text (root, "language"), ==, "en");
  g_assert_cmpuint (json_array_get_length (get_array (root, "platforms")), ==, 1);
  assert_members (get_object (root, "platforms/0"), "as_of guides id name");
  g_assert_cmpstr (get_text (root, "platforms/0/id"), ==, EXAMPLE);
  g_assert_cmpstr (get_text (root, "platforms/0/name"), ==, "Example");
  g_assert_cmpstr (get_text (root, "platforms/0/as_of"), ==, "2026-07-01");
  g_assert_cmpuint (json_array_get_length (get_array (root, "platforms/0/guides")), ==, 2);
  assert_members (get_object (root, "platforms/0/guides/0"), "as_of certainty goal id steps title");
  g_assert_cmpstr (get_text (root, "platforms/0/guides/0/id"), ==, "form");
  g_assert_cmpstr (get_text (root, "platforms/0/guides/0/goal"), ==, "object");
  g_assert_cmpstr (get_text (root, "platforms/0/guides/0/title"), ==, "With the form");
  g_assert_cmpint (get_number (root, "platforms/0/guides/0/steps"), ==, 6);
  g_assert_cmpstr (get_text (root, "platforms/0/guides/0/as_of"), ==, "2026-07-01");
  g_assert_cmpstr (get_text (root, "platforms/0/guides/0/certainty"), ==, "reported");
  g_assert_cmpstr (get_text (root, "platforms/0/guides/1/certainty"), ==, "primary");
  fixture_remove (bundle);
}

static void
test_text (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("list --guidance %s", bundle);
  static const char *const words[] = {
    "example: Example\n", "form: With the form\n", "menus: Through the settings\n",    "6 steps",
    "1 step\n",           "on 1 July 2026",        "Checked by hand on 1 August 2026."
  };

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.err, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (run.out, words[i]));
  assert_fits_terminal (run.out);
  fixture_remove (bundle);
}

/* The guidance that the program carries needs no file and no option. */
static void
test_built_in (void)
{
  g_auto(Run) run = run_line ("list --json");
  JsonObject *root = run_get_object (&run);

  g_assert_cmpuint (json_array_get_length (get_array (root, "platforms")), >, 0);
  g_assert_cmpstr (get_text (root, "platforms/0/guides/0/goal"), ==, "object");
  g_assert_cmpint (get_number (root, "platforms/0/guides/0/steps"), >, 1);
}

static void
assert_language (const char *environment, const char *line, const char *expected)
{
  g_auto(Run) run = run_line_in (environment, NULL, line);

  g_assert_cmpstr (get_text (run_get_object (&run), "language"), ==, expected);
}

static void
test_language (void)
{
  assert_language (NULL, "list --json", "en");
  assert_language (NULL, "list --json --lang de", "de");
  assert_language (NULL, "list --json --lang de-AT", "de");
  assert_language (NULL, "list --json --lang de_AT.UTF-8", "de");
  assert_language ("LC_ALL=C", "list --json --lang de", "de");
}

/* A reader whose system is German asks for nothing. */
static void
test_language_of_reader (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no German locale; ./check makes one");
      return;
    }
  setlocale (LC_ALL, "C");
  assert_language ("LC_ALL=de_DE.UTF-8", "list --json", "de");
  assert_language ("LC_ALL=de_DE.UTF-8 LANGUAGE=en", "list --json", "en");
  assert_language ("LC_ALL=de_DE.UTF-8", "list --json --lang en", "en");
}

/* (transfer full): a folder in which gettext finds German words for days */
static char *
make_locale_folder (void)
{
  char            *root = fixture_make_folder ();
  g_autofree char *folder = g_build_filename (root, "de", "LC_MESSAGES", NULL);
  g_autofree char *place = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr(GFile) catalogue = g_file_new_for_path (g_getenv ("VETO_TEST_CATALOGUE"));
  g_autoptr(GFile) copy = g_file_new_for_path (place);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_copy (catalogue, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  return root;
}

/* Somebody whose system is English prints a guide for somebody who speaks German: all of it is German. */
static void
test_language_of_words_around (void)
{
  char            *locale = NULL, *bundle;
  g_autofree char *environment = NULL, *line = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no German locale; ./check makes one");
      return;
    }
  setlocale (LC_ALL, "C");
  locale = make_locale_folder ();
  bundle = make_bundle (NULL, NULL, NULL);
  environment = g_strdup_printf ("LC_ALL=de_DE.UTF-8 LANGUAGE=en VETO_LOCALE_DIR=%s", locale);
  line = g_strdup_printf ("guide " EXAMPLE " --guidance %s --lang de", bundle);
  {
    g_auto(Run) run = run_line_in (environment, NULL, line);

    run_assert_code (&run, 0);
    g_assert_nonnull (strstr (run.out, "Mit dem Formular"));
    g_assert_nonnull (strstr (run.out, "7. Oktober 2025"));
  }
  fixture_remove (bundle);
  fixture_remove (locale);
}

/* It is said on the standard error, and the result is there all the same. */
static void
test_missing_language (void)
{
  g_auto(Run) run = run_line ("list --lang fr");

  run_assert_code (&run, 0);
  g_assert_nonnull (strstr (run.err, "“fr”"));
  g_assert_cmpstr (run.out, !=, "");
}

typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
  const char *words;
} Fault;

static const Fault faults[] = {
  { "/ctl/guidance/not-json", "guidance.json", "{", "", "guidance.json: " },
  { "/ctl/guidance/newer", "guidance.json", "\"format\":1", "\"format\":2", "newer" },
  { "/ctl/guidance/foreign-host", "guidance.json", "https://help.example.org/", "https://help.example.net/",
    "its host is not in hosts" },
  { "/ctl/guidance/no-links", "guidance.json", "\"links\":[\"https", "\"lonks\":[\"https", "missing" },
  { "/ctl/guidance/missing-text", "text/en.json", "example/form.title", "example/form.tittle",
    "example/form.title" },
  { "/ctl/guidance/escape-sequence", "text/en.json", "Send the form", "\\u001b[31mSend",
    "control character" },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  char        *bundle = make_bundle (fault->file, fault->from, fault->to);
  g_auto(Run) run = run_line ("list --guidance %s", bundle);

  run_assert_failed (&run, 1, fault->words);
  g_assert_nonnull (strstr (run.err, bundle)); /* where */
  fixture_remove (bundle);
}

static void
test_no_folder (void)
{
  g_auto(Run) missing = run_line ("list --guidance /no/such/folder");
  char *authored = make_authored (NULL, NULL, NULL);
  g_auto(Run) unbuilt = run_line ("list --guidance %s", authored);

  run_assert_failed (&missing, 1, "/no/such/folder");
  run_assert_failed (&unbuilt, 1, "vetoctl guidance build"); /* how to put it right */
  fixture_remove (authored);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/list/json", test_json);
  g_test_add_func ("/ctl/list/text", test_text);
  g_test_add_func ("/ctl/list/built-in", test_built_in);
  g_test_add_func ("/ctl/language/asked-for", test_language);
  g_test_add_func ("/ctl/language/of-the-reader", test_language_of_reader);
  g_test_add_func ("/ctl/language/of-the-words-around", test_language_of_words_around);
  g_test_add_func ("/ctl/language/missing", test_missing_language);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_fault);
  g_test_add_func ("/ctl/guidance/no-folder", test_no_folder);
  return ctl_test_run ();
}
