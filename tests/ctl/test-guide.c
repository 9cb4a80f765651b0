/* vetoctl guide: a guide that can be followed from what is printed alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ctl-fixture.h"
#include "store-fixture.h"

/* Asks that @texts stand in @out in this order. */
static void
assert_in_order (const char *out, const char *const *texts)
{
  const char *at = out;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      const char *found = strstr (at, texts[i]);

      if (found == NULL)
        g_test_message ("“%s” is missing behind the words before it in:\n%s", texts[i], out);
      g_assert_nonnull (found);
      at = found + strlen (texts[i]);
    }
}

static void
test_text (void)
{
  static const char *const expected[] = {
    "Example: With the form\n",
    "The right way for most people.",
    "As described by Example Organisation on 1 July 2026.",
    "1. Open the form\n",
    "Sign in if you are asked to, your name.",
    "in the order to try:\n",
    "     https://www.example.org/object?x=1\n",
    "     https://help.example.org/privacy/\n",
    "| Object\n",
    "] <--\n",
    "[ Send ]\n",
    "Why: Article 21 gives you this right.",
    "It looks different for me:\n",
    "- The page asks me to sign in again and again\n",
    "a) Sign in first\n",
    "Then come back here.",
    "Then go on where you were.",
    "- The form is not there\n",
    "Go on with another guide: Through the settings\n",
    "vetoctl guide example menus\n",
    "2. Enter your e-mail address\n",
    "your account, your e-mail address.",
    "3. Give a reason (not required)\n",
    "4. Send the form\n",
    "5. Wait for the e-mail\n",
    "Allow 2 days for this.",
    "6. Keep a proof\n",
    "Keep: a screenshot of the last page, the e-mail\n",
    "What an objection covers\n- public posts\n- comments\n",
    "What it does not cover\n- private messages\n",
    "Good to know\n",
    "- An objection stops the future, not the past.\n  Source: Example News; as of 7 October 2025\n",
    "- Whether the training is lawful is disputed.\n  Sources disagree: Example News, Example Organisation; "
    "as of 1 July",
    NULL,
  };
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("guide " EXAMPLE " form --guidance %s", bundle);
  g_auto(Run) proposed = run_line ("guide " EXAMPLE " --guidance %s", bundle);
  g_auto(Run) by_name = run_line ("guide EXAMPLE Form --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_cmpstr (run.err, ==, "");
  assert_in_order (run.out, expected);
  assert_fits_terminal (run.out);
  g_assert_null (strstr (run.out, "hecked")); /* nobody tried it */
  g_assert_null (strstr (run.out, "{{"));
  g_assert_cmpstr (proposed.out, ==, run.out);
  g_assert_cmpstr (by_name.out, ==, run.out);
  fixture_remove (bundle);
}

/* Only what somebody did by hand is called checked. */
static void
test_tried (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("guide " EXAMPLE " menus --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_nonnull (strstr (run.out, "Checked by hand on 1 August 2026."));
  g_assert_null (strstr (run.out, "As described"));
  fixture_remove (bundle);
}

/* A way that is described by an old source may look different; one of today may not be called so. */
static void
test_age (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "\"tried\":\"%Y-%m-%d\"");
  char            *fresh = make_bundle ("guidance.json", "\"tried\":\"2026-08-01\"", today);
  char *old = make_bundle ("guidance.json", "\"tried\":\"2026-08-01\"", "\"tried\":\"2020-08-01\"");
  g_auto(Run) fresh_run = run_line ("guide " EXAMPLE " menus --guidance %s", fresh);
  g_auto(Run) old_run = run_line ("guide " EXAMPLE " menus --guidance %s", old);

  g_assert_null (strstr (fresh_run.out, "may look different by now"));
  g_assert_nonnull (
    strstr (old_run.out, "Checked by hand on 1 August 2020. This may look different by now."));
  fixture_remove (fresh);
  fixture_remove (old);
}

static void
test_json (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("guide " EXAMPLE " --json --guidance %s", bundle);
  JsonObject *root = run_get_object (&run);
  JsonObject *guide = get_object (root, "guide");
  JsonObject *step = get_object (guide, "steps/0");

  assert_members (root, "guide language platform");
  assert_members (get_object (root, "platform"), "as_of controller covers facts id name not_covered summary");
  assert_members (get_object (root, "platform/facts/0"), "as_of certainty id sources text tried");
  assert_members (guide,
                  "as_of branches certainty goal id needs regimes sources steps summary title tried where");
  assert_members (get_object (guide, "sources/0"), "about date id link publisher");
  assert_members (get_object (guide, "branches/0"), "guide id question steps");
  assert_members (step, "body branches days for id keep kind links optional screen title value why");
  assert_members (get_object (step, "screen"), "kind rows");
  assert_members (get_object (step, "screen/rows/0"), "kind target text typed");

  g_assert_cmpstr (get_text (guide, "id"), ==, "form");
  g_assert_cmpstr (get_text (guide, "tried"), ==, NULL);
  g_assert_cmpuint (json_array_get_length (get_array (guide, "steps")), ==, 6);
  g_assert_cmpstr (get_text (step, "kind"), ==, "open");
  g_assert_cmpstr (get_text (step, "links/1"), ==, "https://help.example.org/privacy/");
  g_assert_cmpstr (get_text (step, "screen/kind"), ==, "page");
  g_assert_cmpstr (get_text (step, "screen/rows/3/kind"), ==, "field");
  g_assert_true (json_object_get_boolean_member (get_object (step, "screen/rows/3"), "target"));
  g_assert_cmpstr (get_text (step, "branches/1"), ==, "not-available");
  g_assert_cmpstr (get_text (guide, "steps/1/value"), ==, "account.login");
  g_assert_true (json_object_get_boolean_member (get_object (guide, "steps/2"), "optional"));
  g_assert_cmpstr (get_text (guide, "steps/4/for"), ==, "email");
  g_assert_cmpint (get_number (guide, "steps/4/days"), ==, 2);
  g_assert_cmpstr (get_text (guide, "steps/5/keep/1"), ==, "the e-mail");
  g_assert_cmpstr (get_text (guide, "branches/0/steps/0/id"), ==, "login-loop/sign-in-first");
  g_assert_cmpstr (get_text (guide, "branches/1/guide"), ==, "menus");
  g_assert_cmpstr (get_text (root, "platform/facts/1/certainty"), ==, "conflicting");
  fixture_remove (bundle);
}

/* Asks that every address of @steps stands in @text on a line of its own, in the order of each step. */
static void
assert_links (const char *text, JsonArray *steps)
{
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonArray *links = get_array (json_array_get_object_element (steps, i), "links");
      g_autoptr(GString) block = g_string_new ("\n");

      for (guint k = 0; k < json_array_get_length (links); k++)
        g_string_append_printf (block, "%s\n", json_array_get_string_element (links, k));
      g_assert_nonnull (strstr (text, block->str));
    }
}

/* (transfer full): @text without the spaces at the beginning of lines */
static char *
dup_without_indent (const char *text)
{
  g_autoptr(GRegex) indent = g_regex_new ("^ +", G_REGEX_MULTILINE, 0, NULL);
  return g_regex_replace_literal (indent, text, -1, 0, "", 0, NULL);
}

static void
check_guide (const char *platform, const char *guide, const char *language)
{
  g_auto(Run) json = run_line ("guide %s %s --lang %s --json", platform, guide, language);
  g_auto(Run) text = run_line ("guide %s %s --lang %s", platform, guide, language);
  JsonObject      *root = run_get_object (&json);
  JsonArray       *branches = get_array (root, "guide/branches");
  g_autofree char *plain = NULL;

  run_assert_code (&text, 0);
  g_assert_cmpstr (text.err, ==, "");
  assert_fits_terminal (text.out);
  plain = dup_without_indent (text.out);
  assert_links (plain, get_array (root, "guide/steps"));
  for (guint i = 0; i < json_array_get_length (branches); i++)
    {
      JsonObject      *branch = json_array_get_object_element (branches, i);
      g_autofree char *question = g_strdup_printf ("\n- %.40s", get_text (branch, "question"));

      g_assert_nonnull (strstr (plain, question));
      assert_links (plain, get_array (branch, "steps"));
    }
}

/* Every guide that the program carries, in both languages. */
static void
test_built_in (void)
{
  g_auto(Run) list = run_line ("list --json");
  JsonArray *platforms = get_array (run_get_object (&list), "platforms");

  for (guint i = 0; i < json_array_get_length (platforms); i++)
    {
      JsonObject *platform = json_array_get_object_element (platforms, i);
      JsonArray  *guides = get_array (platform, "guides");

      for (guint k = 0; k < json_array_get_length (guides); k++)
        {
          const char *guide = get_text (json_array_get_object_element (guides, k), "id");

          check_guide (get_text (platform, "id"), guide, "en");
          check_guide (get_text (platform, "id"), guide, "de");
        }
    }
}

static void
test_german (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("guide " EXAMPLE " --lang de --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_nonnull (strstr (run.out, "Example: Mit dem Formular\n"));
  g_assert_nonnull (strstr (run.out, "4. Formular absenden\n"));
  fixture_remove (bundle);
}

/* Counted as a terminal counts: an ideograph is two columns, a combining mark none. */
static void
test_wide (void)
{
  static const char sentence[] =
    "点击页面底部的按钮然后等待页面显示已经发送点击页面底部的按钮然后等待页面显示已经发送。";
  g_autoptr(GString) marks = g_string_new (NULL);
  char *bundle = make_bundle ("text/en.json", "Press the button at the end.", sentence);

  for (guint i = 0; i < 30; i++)
    g_string_append (marks, "e\xCC\x81t ");
  change_file (bundle, "text/en.json", "It often comes within minutes.", marks->str);
  {
    g_auto(Run) run = run_line ("guide " EXAMPLE " --guidance %s", bundle);
    g_autofree char *plain = dup_without_indent (run.out);

    run_assert_code (&run, 0);
    assert_fits_terminal (run.out);
    /* 77 columns beside the indent: 38 ideographs, 25 pairs of letters */
    g_assert_nonnull (
      strstr (run.out,
              "\n   点击页面底部的按钮然后等待页面显示已经发送点击页面底部的按钮然后等待页面显示\n"));
    g_assert_nonnull (strstr (plain, "t e\xCC\x81t\ne\xCC\x81t e"));
  }
  fixture_remove (bundle);
}

/* A word that is longer than a line, such as an address, can be copied as a whole. */
static void
test_long_link (void)
{
  g_autofree char *tail = g_strnfill (200, 'x');
  g_autofree char *link = g_strdup_printf ("https://www.example.org/object?x=%s", tail);
  g_autofree char *line = g_strdup_printf ("\n     %s\n", link);
  char            *bundle = make_bundle ("guidance.json", "https://www.example.org/object?x=1", link);
  g_auto(Run) run = run_line ("guide " EXAMPLE " --guidance %s", bundle);

  run_assert_code (&run, 0);
  g_assert_nonnull (strstr (run.out, line));
  fixture_remove (bundle);
}

/* Returns: (transfer full): the content of the file @name; "" when there is none */
static char *
dup_file (const char *folder, const char *name, gsize *out_n_bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *content = NULL;

  if (!g_file_get_contents (path, &content, out_n_bytes, NULL))
    content = g_strdup ("");
  return content;
}

/* Pages for somebody else; the same each time, so that they can be compared. */
static void
test_pdf (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) run = run_line ("guide " EXAMPLE " --guidance %s --out %s/steps.pdf", bundle, bundle);
  g_auto(Run) again = run_line ("guide " EXAMPLE " --guidance %s --out %s/again.pdf", bundle, bundle);
  gsize            n_bytes = 0, n_again = 0;
  g_autofree char *pdf = dup_file (bundle, "steps.pdf", &n_bytes);
  g_autofree char *same = dup_file (bundle, "again.pdf", &n_again);

  run_assert_code (&run, 0);
  run_assert_code (&again, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_nonnull (strstr (run.out, "/steps.pdf"));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpmem (pdf, n_bytes, same, n_again);
  fixture_remove (bundle);
}

/* An address that does not fit in a line of the paper is broken, without a hyphen that somebody would type. */
static void
test_long_link_on_paper (void)
{
  g_autofree char *tail = g_strnfill (120, 'x');
  g_autofree char *link = g_strdup_printf ("https://www.example.org/object?x=%s", tail);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = NULL, *text = NULL, *letters = NULL;
  g_autoptr(GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autoptr(GError) error = NULL;
  char *bundle;

  if (program == NULL)
    {
      g_test_skip ("there is no pdftotext here (poppler-utils)");
      return;
    }
  bundle = make_bundle ("guidance.json", "https://www.example.org/object?x=1", link);
  path = g_build_filename (bundle, "steps.pdf", NULL);
  {
    g_auto(Run) run = run_line ("guide " EXAMPLE " --guidance %s --out %s", bundle, path);
    const char *const argv[] = { program, "-layout", path, "-", NULL };

    run_assert_code (&run, 0);
    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
    g_assert_no_error (error);
  }
  letters = g_regex_replace_literal (spaces, text, -1, 0, "", 0, NULL);
  g_assert_nonnull (strstr (letters, link));
  fixture_remove (bundle);
}

/* What the window puts on the clipboard: not broken into lines, nothing that needs vetoctl */
static void
test_text_file (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run)
            run = run_line ("guide " EXAMPLE " --lang de --guidance %s --out %s/steps.txt", bundle, bundle);
  g_autofree char *text = dup_file (bundle, "steps.txt", NULL);

  run_assert_code (&run, 0);
  g_assert_nonnull (strstr (text, "\n4. Formular absenden\n"));
  g_assert_nonnull (strstr (text, "https://help.example.org/privacy/\n"));
  g_assert_null (strstr (text, "vetoctl"));
  fixture_remove (bundle);
}

/* Nothing is left of a file that could not be made, and what was there stays. */
static void
test_no_file (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) kind = run_line ("guide " EXAMPLE " --guidance %s --out %s/steps.doc", bundle, bundle);
  g_auto(Run) folder = run_line ("guide " EXAMPLE " --guidance %s --out %s/none/steps.pdf", bundle, bundle);
  g_auto(Run) unknown = run_line ("guide nobody --guidance %s --out %s/steps.pdf", bundle, bundle);
  g_autofree char *path = g_build_filename (bundle, "steps.doc", NULL);
  g_autofree char *pdf = g_build_filename (bundle, "steps.pdf", NULL);

  run_assert_failed (&kind, 2, ".pdf or .txt");
  run_assert_failed (&folder, 1, "none/steps.pdf");
  run_assert_failed (&unknown, 1, "It knows: example.");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  fixture_remove (bundle);
}

static void
test_unknown (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run) platform = run_line ("guide nobody --guidance %s", bundle);
  g_auto(Run) guide = run_line ("guide " EXAMPLE " nothing --guidance %s", bundle);

  run_assert_failed (&platform, 1, "It knows: example.");
  run_assert_failed (&guide, 1, "It has: form, menus.");
  fixture_remove (bundle);
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/guide/text", test_text);
  g_test_add_func ("/ctl/guide/tried", test_tried);
  g_test_add_func ("/ctl/guide/age", test_age);
  g_test_add_func ("/ctl/guide/json", test_json);
  g_test_add_func ("/ctl/guide/built-in", test_built_in);
  g_test_add_func ("/ctl/guide/german", test_german);
  g_test_add_func ("/ctl/guide/wide-characters", test_wide);
  g_test_add_func ("/ctl/guide/long-link", test_long_link);
  g_test_add_func ("/ctl/guide/pdf", test_pdf);
  g_test_add_func ("/ctl/guide/long-link-on-paper", test_long_link_on_paper);
  g_test_add_func ("/ctl/guide/text-file", test_text_file);
  g_test_add_func ("/ctl/guide/no-file", test_no_file);
  g_test_add_func ("/ctl/guide/unknown", test_unknown);
  return ctl_test_run ();
}
