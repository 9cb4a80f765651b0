/* A guide on paper: every step with a box, every address, every branch, on pages that say which one they are. Every guide that
 * Veto ships, in both languages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-guide-lines.h"
#include "veto-guide-set.h"
#include "veto-guide-sheet.h"
#include "veto-paper.h"

/* Nothing is broken at this width, so that whole paragraphs can be looked for. */
#define WIDE 100000

#define MM (72.0 / 25.4)

/* What a printer can do without, at least, on each side */
#define LEAST_MARGIN (10 * MM)

typedef void (*Check) (VetoPlatform *platform, const VetoGuide *guide, VetoDocument *document);

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is missing in:\n%s", words, text);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_has_filled (const char *text, VetoPlatform *platform, const char *words)
{
  g_autofree char *filled = veto_guide_fill_for_anybody (words, platform);
  g_auto(GStrv) lines = g_strsplit (filled != NULL ? filled : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    assert_has (text, lines[i]);
}

static void
check_step (VetoPlatform *platform, const VetoStep *step, const char *text)
{
  assert_has_filled (text, platform, step->title);
  assert_has_filled (text, platform, step->body);
  assert_has_filled (text, platform, step->why);
  for (guint i = 0; step->links != NULL && step->links[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s\n", step->links[i]);
      assert_has (text, line);
    }
  for (guint i = 0; step->screen != NULL && i < step->screen->n_rows; i++)
    if (step->screen->rows[i].text != NULL)
      assert_has (text, step->screen->rows[i].text);
}

static void
check_whole (VetoPlatform *platform, const VetoGuide *guide, VetoDocument *document)
{
  g_autofree char *text = veto_document_to_text (document, WIDE);

  g_assert_null (strstr (text, "{{"));
  g_assert_null (strstr (text, "vetoctl"));
  assert_has (text, veto_platform_get_name (platform));
  assert_has_filled (text, platform, guide->summary);
  for (guint i = 0; i < guide->n_steps; i++)
    check_step (platform, &guide->steps[i], text);
  for (guint i = 0; i < guide->n_branches; i++)
    {
      assert_has_filled (text, platform, guide->branches[i].question);
      for (guint k = 0; k < guide->branches[i].n_steps; k++)
        check_step (platform, &guide->branches[i].steps[k], text);
    }
  for (guint i = 0; guide->evidence.sources[i] != NULL; i++)
    assert_has (text, guide->evidence.sources[i]->about);
}

/* A box for each step of the guide, none for those of a branch: who needs none of them would have boxes left. */
static void
check_boxes (VetoPlatform *platform, const VetoGuide *guide, VetoDocument *document)
{
  g_autofree char *text = veto_document_to_text (document, WIDE);
  const char      *at = text;
  guint            n_boxes = 0;

  for (const char *box = text; (box = strstr (box, "[ ] ")) != NULL; box++)
    n_boxes += box == text || box[-1] == '\n'; /* a button in a drawing stands further in */
  g_assert_cmpuint (n_boxes, ==, guide->n_steps);
  for (guint i = 0; i < guide->n_steps; i++)
    {
      g_autofree char *title = veto_guide_fill_for_anybody (guide->steps[i].title, platform);
      g_autofree char *line = g_strdup_printf ("\n[ ] %u. %s", i + 1, title);

      assert_has (at, line);
      at = strstr (at, line) + strlen (line);
    }
}

/* Everything stands on the paper, and large enough for old eyes: a line of 12 points is at least as high. */
static void
check_pages (VetoPlatform *platform, const VetoGuide *guide, VetoDocument *document)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPaper) paper = veto_paper_lay_out (document, VETO_PAPER_SHEET, &error);
  double width, height;
  guint  n_large = 0, n_lines = 0;

  g_assert_no_error (error);
  veto_paper_get_size (paper, &width, &height);
  g_assert_cmpfloat (fabs (width - 210 * MM), <, 1);
  g_test_message ("%s/%s: %u pages", veto_platform_get_id (platform), guide->id,
                  veto_paper_get_n_pages (paper));
  for (guint page = 0; page < veto_paper_get_n_pages (paper); page++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page + 1, veto_paper_get_n_pages (paper));
      guint            n_here = veto_paper_get_n_lines (paper, page);
      gboolean         has_number = FALSE;

      for (guint i = 0; i < n_here; i++)
        {
          VetoPaperLine line;

          veto_paper_get_line (paper, page, i, &line);
          g_assert_cmpfloat (line.x, >=, LEAST_MARGIN);
          g_assert_cmpfloat (line.x + line.width, <=, width - LEAST_MARGIN);
          g_assert_cmpfloat (line.y, >=, LEAST_MARGIN);
          g_assert_cmpfloat (line.y + line.height, <=, height - LEAST_MARGIN);
          has_number = has_number || g_str_equal (line.text, number);
          n_lines++;
          n_large += line.height >= 12;
        }
      g_assert_true (has_number || veto_paper_get_n_pages (paper) == 1);
      g_assert_cmpuint (n_here, >, 1); /* no page for its number alone */
    }
  g_assert_cmpuint (2 * n_large, >, n_lines);
}

typedef struct
{
  const char *language;
  Check       check;
} Job;

static void
check_one (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  const Job *job = data;
  g_autoptr(VetoDocument) document = veto_guide_sheet_new (platform, guide, job->language);

  g_assert_cmpstr (veto_document_get_language (document), ==, job->language);
  job->check (platform, guide, document);
}

static void
check_all (const char *language, Check check)
{
  Job job = { language, check };
  guidance_trees_for_each_guide (language, check_one, &job);
}

static void
check_english (gconstpointer check)
{
  check_all ("en", *(const Check *) check);
}

static void
check_german (gconstpointer check)
{
  check_all ("de", *(const Check *) check);
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
    { "/guide-sheet/english/whole", "/guide-sheet/german/whole", check_whole },
    { "/guide-sheet/english/boxes", "/guide-sheet/german/boxes", check_boxes },
    { "/guide-sheet/english/pages", "/guide-sheet/german/pages", check_pages },
  };

  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (g_getenv ("VETO_TEST_REAL_GUIDANCE"), G_FILE_TEST_IS_DIR))
    {
      g_print ("1..0 # SKIP there is no guidance in this tree\n");
      return 0;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_add_data_func (rows[i].english, &rows[i].check, check_english);
      g_test_add_data_func (rows[i].german, &rows[i].check, check_german);
    }
  return g_test_run ();
}
