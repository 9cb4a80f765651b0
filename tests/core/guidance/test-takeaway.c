/* What people take elsewhere of a guide: all of it, in plain words, and nothing that only Veto understands. Every guide that
 * Veto ships, in both languages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-columns.h"
#include "veto-evidence.h"
#include "veto-guide-set.h"
#include "veto-guide-text.h"

#define NARROW 40

typedef void (*Check) (VetoPlatform *platform, const VetoGuide *guide, const char *text);

/* Returns: (transfer full): @text without the spaces at the beginning of lines */
static char *
dup_without_indent (const char *text)
{
  g_autoptr(GRegex) indent = g_regex_new ("^ +", G_REGEX_MULTILINE, 0, NULL);
  return g_regex_replace_literal (indent, text, -1, 0, "", 0, NULL);
}

/* Returns: (transfer full): the words of @text with one space between them */
static char *
dup_words (const char *text)
{
  g_autoptr(GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  return g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is missing in:\n%s", words, text);
  g_assert_nonnull (strstr (text, words));
}

/* The addresses of a step one below the other, each alone in its line; its words whole, in one line, so that they can be
 * pasted where lines have another width. */
static void
check_step (VetoPlatform *platform, const VetoStep *step, const char *plain)
{
  g_autofree char *title = veto_guide_fill_for_anybody (step->title, platform);
  g_autofree char *body = veto_guide_fill_for_anybody (step->body, platform);
  g_autofree char *why = veto_guide_fill_for_anybody (step->why, platform);
  g_autoptr(GString) links = g_string_new ("\n");

  for (guint i = 0; step->links != NULL && step->links[i] != NULL; i++)
    g_string_append_printf (links, "%s\n", step->links[i]);
  assert_has (plain, links->str);
  assert_has (plain, title);
  assert_has (plain, body);
  if (why != NULL)
    assert_has (plain, why);
  for (guint i = 0; step->keep != NULL && step->keep[i] != NULL; i++)
    assert_has (plain, step->keep[i]);
  for (guint i = 0; step->screen != NULL && i < step->screen->n_rows; i++)
    if (step->screen->rows[i].typed != NULL) /* in the drawing of the step, where to type it */
      assert_has (plain, step->screen->rows[i].typed);
}

/* A letter can be written from the sheet alone, so it stands there; any other guide is named. */
static void
check_other (VetoPlatform *platform, const VetoGuide *other, const char *plain)
{
  assert_has (plain, other->title);
  for (guint i = 0; g_strv_contains (other->where, "post") && i < other->n_steps; i++)
    check_step (platform, &other->steps[i], plain);
}

static void
check_whole (VetoPlatform *platform, const VetoGuide *guide, const char *text)
{
  g_autofree char *evidence = veto_evidence_dup_description (&guide->evidence);
  g_autofree char *plain = dup_without_indent (text);

  for (guint i = 0; i < guide->n_steps; i++)
    check_step (platform, &guide->steps[i], plain);
  for (guint i = 0; i < guide->n_branches; i++)
    {
      const VetoBranch *branch = &guide->branches[i];
      g_autofree char  *question = veto_guide_fill_for_anybody (branch->question, platform);

      assert_has (text, question);
      for (guint k = 0; k < branch->n_steps; k++)
        check_step (platform, &branch->steps[k], plain);
      if (branch->guide_id != NULL)
        check_other (platform, veto_platform_find_guide (platform, branch->guide_id), plain);
    }
  assert_has (text, veto_platform_get_name (platform));
  assert_has (text, evidence);
  for (guint i = 0; guide->evidence.sources[i] != NULL; i++)
    {
      assert_has (text, guide->evidence.sources[i]->about);
      if (guide->evidence.sources[i]->link != NULL)
        assert_has (text, guide->evidence.sources[i]->link);
    }
}

static void
check_plain (VetoPlatform *platform, const VetoGuide *guide, const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strstr (text, "{{"));
  g_assert_null (strstr (text, "vetoctl"));
  g_assert_null (strstr (text, "\n\n\n"));
  g_assert_null (strstr (text, " \n"));
}

/* The numbers of the steps, in their order */
static void
check_numbers (VetoPlatform *platform, const VetoGuide *guide, const char *text)
{
  const char *at = text;

  for (guint i = 0; i < guide->n_steps; i++)
    {
      g_autofree char *title = veto_guide_fill_for_anybody (guide->steps[i].title, platform);
      g_autofree char *line = g_strdup_printf ("\n\n%u. %s", i + 1, title);

      assert_has (at, line);
      at = strstr (at, line) + strlen (line);
    }
}

/* A line ends where the next word would not fit, and no words are lost by that. */
static void
check_narrow (VetoPlatform *platform, const VetoGuide *guide, const char *text)
{
  g_autofree char *narrow = veto_guide_dup_text (platform, guide, VETO_GUIDE_READER_ANYBODY, NARROW, NULL);
  g_autofree char *words = dup_words (text), *narrow_words = dup_words (narrow);
  g_auto(GStrv) lines = g_strsplit (narrow, "\n", -1);

  g_assert_cmpstr (narrow_words, ==, words);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *word = g_strrstr (g_strstrip (lines[i]), " ");

      if (veto_columns_measure (lines[i]) > NARROW)
        g_assert_true (word == NULL || veto_columns_measure (word) > NARROW / 2);
    }
}

static void
check_one (VetoPlatform *platform, const VetoGuide *guide, gpointer check)
{
  g_autofree char *text = veto_guide_dup_text (platform, guide, VETO_GUIDE_READER_ANYBODY, 0, NULL);
  (*(const Check *) check) (platform, guide, text);
}

static void
check_english (gconstpointer check)
{
  guidance_trees_for_each_guide ("en", check_one, (gpointer) check);
}

static void
check_german (gconstpointer check)
{
  guidance_trees_for_each_guide ("de", check_one, (gpointer) check);
}

/* Only who has vetoctl in front of them is told its commands. */
static void
test_reader (void)
{
  g_autoptr(Folder) bundle = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (bundle, "en", &error);
  VetoPlatform    *platform;
  const VetoGuide *guide;
  g_autofree char *terminal = NULL, *anybody = NULL;

  g_assert_no_error (error);
  platform = veto_guide_set_get_platform (set, 0);
  guide = veto_platform_find_guide (platform, "form");
  terminal = veto_guide_dup_text (platform, guide, VETO_GUIDE_READER_TERMINAL, 80, NULL);
  anybody = veto_guide_dup_text (platform, guide, VETO_GUIDE_READER_ANYBODY, 0, NULL);
  assert_has (terminal, "Go on with another guide: Through the settings\n");
  assert_has (terminal, "vetoctl guide example menus\n");
  g_assert_null (strstr (terminal, "Where these steps come from"));
  assert_has (anybody, "Go on with another guide: Through the settings\n");
  assert_has (anybody, "Veto shows it at “Example”.");
  assert_has (anybody, "Where these steps come from\n- Example ");
  assert_has (anybody, "Sign in if you are asked to, your name.");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *english;
    const char *german;
    Check       check;
  } rows[] = {
    { "/takeaway/english/whole", "/takeaway/german/whole", check_whole },
    { "/takeaway/english/plain", "/takeaway/german/plain", check_plain },
    { "/takeaway/english/numbers", "/takeaway/german/numbers", check_numbers },
    { "/takeaway/english/narrow", "/takeaway/german/narrow", check_narrow },
  };

  g_test_init (&argc, &argv, NULL);
  if (g_file_test (g_getenv ("VETO_TEST_REAL_GUIDANCE"), G_FILE_TEST_IS_DIR))
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        g_test_add_data_func (rows[i].english, &rows[i].check, check_english);
        g_test_add_data_func (rows[i].german, &rows[i].check, check_german);
      }
  g_test_add_func ("/takeaway/reader", test_reader);
  return g_test_run ();
}
