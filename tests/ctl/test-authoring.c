/* vetoctl guidance lint, reading, build and diff: for people who write guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

#define PLATFORM_FILE "platforms/example.json"

static void
test_lint_right (void)
{
  char *folder = make_authored (NULL, NULL, NULL);
  g_auto(Run) text = run_line ("guidance lint %s", folder);
  g_auto(Run) json = run_line ("guidance lint %s --json", folder);
  JsonObject *root = run_get_object (&json);

  run_assert_code (&text, 0);
  g_assert_cmpstr (text.out, ==, "nothing to complain of\n");
  g_assert_cmpstr (text.err, ==, "");
  assert_members (root, "complaints");
  g_assert_cmpuint (json_array_get_length (get_array (root, "complaints")), ==, 0);
  fixture_remove (folder);
}

/* Every complaint, not the first alone. */
static void
test_lint_wrong (void)
{
  char            *folder = make_authored (PLATFORM_FILE, "\"kind\": \"fill\"", "\"kind\": \"fyll\"");
  g_autofree char *place = g_strdup_printf ("%s/" PLATFORM_FILE ": guides[0].steps[1]", folder);

  change_file (folder, "text/de/example.json", "\"example/form/send.title\"", "\"example/form/send.tittle\"");
  {
    g_auto(Run) text = run_line ("guidance lint %s", folder);
    g_auto(Run) json = run_line ("guidance lint %s --json", folder);
    g_autoptr(JsonParser) parser = json_parser_new ();
    JsonArray *complaints;
    guint      n_found = 0;

    run_assert_code (&text, 1);
    g_assert_cmpstr (text.out, ==, "");
    g_assert_nonnull (strstr (text.err, place));
    g_assert_nonnull (strstr (text.err, "fyll"));
    g_assert_nonnull (strstr (text.err, "example/form/send.tittle"));
    g_assert_nonnull (strstr (text.err, "\nvetoctl: ")); /* how many, where, what to do */

    run_assert_code (&json, 1);
    g_assert_true (json_parser_load_from_data (parser, json.out, -1, NULL));
    complaints = get_array (json_node_get_object (json_parser_get_root (parser)), "complaints");
    for (guint i = 0; i < json_array_get_length (complaints); i++)
      if (strstr (json_array_get_string_element (complaints, i), "fyll") != NULL
          || strstr (json_array_get_string_element (complaints, i), "tittle") != NULL)
        n_found++;
    g_assert_cmpuint (n_found, >=, 2);
  }
  fixture_remove (folder);
}

static void
test_lint_nothing (void)
{
  g_auto(Run) run = run_line ("guidance lint /no/such/folder");

  run_assert_failed (&run, 1, "/no/such/folder");
}

/* Hardest first, with its ceiling; a sum for each language. */
static void
test_reading (void)
{
  char *folder = make_authored (NULL, NULL, NULL);
  g_auto(Run) text = run_line ("guidance reading %s", folder);
  g_auto(Run) json = run_line ("guidance reading %s --json", folder);
  JsonObject *root = run_get_object (&json);

  run_assert_code (&text, 0);
  g_assert_cmpstr (text.err, ==, "");
  g_assert_nonnull (
    strstr (text.out, "de: words, sentences, longest sentence, LIX, passives, text or step\n"));
  /* "Your browser opens. Sign in if you are asked to, {{name}}.": too short for a score */
  g_assert_nonnull (strstr (text.out, "     11     2    8/16       -   1/1  example/form/open-form.body\n"));
  g_assert_nonnull (strstr (text.out, ", 0 above a ceiling\n"));

  assert_members (root, "languages texts");
  assert_members (get_object (root, "texts/0"), "above file key kind language lix long_words longest max_lix "
                                                "max_longest max_passives passives "
                                                "sentences words");
  assert_members (get_object (root, "languages/0"), "above language lix longest sentences texts words");
  g_assert_cmpstr (get_text (root, "languages/0/language"), ==, "de");
  g_assert_cmpstr (get_text (root, "languages/1/language"), ==, "en");
  g_assert_cmpint (get_number (root, "languages/0/above"), ==, 0);
  fixture_remove (folder);
}

/* A text above a ceiling stands first, and is an error here and for lint. */
static void
test_reading_above (void)
{
  char *folder =
    make_authored ("text/en/example.json", "Press the button at the end.",
                   "Press the button that you see at the very end of the page below the large field.");

  change_file (folder, "text/en/example.json", "large field", "large empty field");
  {
    g_auto(Run) text = run_line ("guidance reading %s", folder);
    g_auto(Run) lint = run_line ("guidance lint %s", folder);
    const char *english = strstr (text.out, "en: words");

    run_assert_code (&text, 1);
    g_assert_nonnull (english);
    g_assert_true (g_str_has_prefix (strchr (english, '\n'),
                                     "\n!    18     1   18/16       -   0/1  example/form/send.body\n"));
    g_assert_nonnull (strstr (text.out, ", 1 above a ceiling\n"));
    run_assert_code (&lint, 1);
    g_assert_nonnull (strstr (lint.err, "example/form/send.body: a sentence of 18 words, at most 16"));
  }
  fixture_remove (folder);
}

static void
test_reading_nothing (void)
{
  g_auto(Run) run = run_line ("guidance reading /no/such/folder");

  run_assert_failed (&run, 1, "/no/such/folder");
}

/* What was built is what is read; others may read the files, as far as the person's own umask lets them. */
static void
test_build (void)
{
  char            *folder = make_authored (NULL, NULL, NULL);
  g_autofree char *out = g_build_filename (folder, "out", "bundle", NULL);
  g_autofree char *head = g_build_filename (out, "guidance.json", NULL);
  GStatBuf         status;
  mode_t           own = umask (0022);
  g_auto(Run) run = run_line ("guidance build %s %s", folder, out);
  g_auto(Run) list = run_line ("list --json --guidance %s", out);

  umask (own);
  run_assert_code (&run, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_nonnull (strstr (run.out, out));
  g_assert_cmpstr (get_text (run_get_object (&list), "platforms/0/id"), ==, EXAMPLE);
  g_assert_cmpint (g_stat (head, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644);
  fixture_remove (folder);
}

static void
test_build_wrong (void)
{
  char            *folder = make_authored (PLATFORM_FILE, "\"kind\": \"fill\"", "\"kind\": \"fyll\"");
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *blocked = g_build_filename (folder, "hosts.json", "out", NULL);
  g_auto(Run) run = run_line ("guidance build %s %s", folder, out);

  run_assert_code (&run, 1);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, "fyll"));
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS)); /* nothing was written */

  change_file (folder, PLATFORM_FILE, "fyll", "fill");
  {
    g_auto(Run) no_folder = run_line ("guidance build %s %s", folder, blocked);
    run_assert_failed (&no_folder, 1, "hosts.json");
  }
  fixture_remove (folder);
}

static void
test_diff (void)
{
  char *before = make_bundle (NULL, NULL, NULL);
  char *after = make_bundle ("text/en.json", "Press the button at the end.", "Press the blue button.");

  change_file (after, "guidance.json", "https://www.example.org/object?x=1",
               "https://www.example.org/object?x=2");
  change_file (after, "guidance.json", "\"days\":2", "\"days\":3");
  {
    g_auto(Run) json = run_line ("guidance diff %s %s --json", before, after);
    g_auto(Run) text = run_line ("guidance diff %s %s", before, after);
    JsonObject *root = run_get_object (&json);

    assert_members (root, "changes");
    g_assert_cmpuint (json_array_get_length (get_array (root, "changes")), ==, 3);
    for (guint i = 0; i < 3; i++)
      assert_members (json_array_get_object_element (get_array (root, "changes"), i),
                      "after before kind place");
    g_assert_cmpstr (get_text (root, "changes/0/kind"), ==, "link");
    g_assert_nonnull (strstr (get_text (root, "changes/0/place"), "example/form/open-form"));
    g_assert_cmpstr (get_text (root, "changes/0/before"), ==,
                     "https://www.example.org/object?x=1 https://help.example.org/privacy/");
    g_assert_cmpstr (get_text (root, "changes/0/after"), ==,
                     "https://www.example.org/object?x=2 https://help.example.org/privacy/");
    g_assert_cmpstr (get_text (root, "changes/1/kind"), ==, "structure");
    g_assert_cmpstr (get_text (root, "changes/2/kind"), ==, "words");
    g_assert_cmpstr (get_text (root, "changes/2/place"), ==, "en: example/form/send.body");

    run_assert_code (&text, 0);
    g_assert_nonnull (strstr (text.out, "words en: example/form/send.body\n"
                                        "    Press the button at the end. → Press the blue button.\n"));
    assert_fits_terminal (text.out);
  }
  fixture_remove (before);
  fixture_remove (after);
}

/* What is new has no before, what is gone no after. */
static void
test_diff_new_and_gone (void)
{
  char            *before = make_bundle (NULL, NULL, NULL);
  char            *after = make_bundle (NULL, NULL, NULL);
  g_autofree char *german = g_build_filename (after, "text", "de.json", NULL);

  g_assert_cmpint (g_unlink (german), ==, 0);
  {
    g_auto(Run) gone = run_line ("guidance diff %s %s --json", before, after);
    g_auto(Run) new = run_line ("guidance diff %s %s --json", after, before);
    g_auto(Run) text = run_line ("guidance diff %s %s", before, after);

    g_assert_cmpstr (get_text (run_get_object (&gone), "changes/0/after"), ==, NULL);
    g_assert_nonnull (get_text (run_get_object (&gone), "changes/0/before"));
    g_assert_cmpstr (get_text (run_get_object (&new), "changes/0/before"), ==, NULL);
    g_assert_nonnull (strstr (text.out, "→ (nothing)"));
  }
  fixture_remove (before);
  fixture_remove (after);
}

static void
test_diff_same (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) text = run_line ("guidance diff %s %s", bundle, bundle);
  g_auto(Run) json = run_line ("guidance diff %s %s --json", bundle, bundle);
  g_auto(Run) missing = run_line ("guidance diff %s /no/such/folder", bundle);

  run_assert_code (&text, 0);
  g_assert_cmpstr (text.out, ==, "no difference\n");
  g_assert_cmpuint (json_array_get_length (get_array (run_get_object (&json), "changes")), ==, 0);
  run_assert_failed (&missing, 1, "/no/such/folder");
  fixture_remove (bundle);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/lint/right", test_lint_right);
  g_test_add_func ("/ctl/lint/wrong", test_lint_wrong);
  g_test_add_func ("/ctl/lint/nothing", test_lint_nothing);
  g_test_add_func ("/ctl/reading/right", test_reading);
  g_test_add_func ("/ctl/reading/above", test_reading_above);
  g_test_add_func ("/ctl/reading/nothing", test_reading_nothing);
  g_test_add_func ("/ctl/build/right", test_build);
  g_test_add_func ("/ctl/build/wrong", test_build_wrong);
  g_test_add_func ("/ctl/diff/changes", test_diff);
  g_test_add_func ("/ctl/diff/new-and-gone", test_diff_new_and_gone);
  g_test_add_func ("/ctl/diff/same", test_diff_same);
  return ctl_test_run ();
}
