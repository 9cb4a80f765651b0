/* Guidance that is not as it should be is still read: without a translation, far too long, or from right to left.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bent-guidance.h"
#include "fits.h"

#include <string.h>

typedef struct
{
  const char  *name;
  int          width;
  guint        points; /* of the text */
  BentGuidance bent;
} Sample;

#define ONE "whatsapp"
#define LONG .english = bent_lengthen, .german = bent_lengthen, .names = bent_lengthen_word
#define TURNED .english = bent_turn, .german = bent_turn, .names = bent_turn
#define MIXED .english = bent_mix, .german = bent_mix, .names = bent_mix

static const Sample samples[] = {
  { "/bent/long/narrow", 360, 11, { ONE, LONG } },
  { "/bent/in-both/long-large", 360, 22, { ONE, LONG } },
  { "/bent/turned/narrow", 360, 11, { ONE, TURNED } },
  { "/bent/turned/wide", 1060, 11, { ONE, TURNED } },
  { "/bent/mixed/narrow", 360, 11, { ONE, MIXED } },
  { "/bent/in-both/half", 360, 11, { ONE, .german = bent_leave_out } },
};

#define FIRST_STRONG_ISOLATE "\u2068"

/* A text from right to left runs so; a sentence of Veto's own never does, whatever stands in it. */
static void
check_label (GtkWidget *widget, gpointer where)
{
  const char    *text;
  PangoDirection direction;

  if (!GTK_IS_LABEL (widget))
    return;
  text = gtk_label_get_text (GTK_LABEL (widget));
  direction = pango_layout_get_direction (gtk_label_get_layout (GTK_LABEL (widget)), 0);
  if (*text == '\0')
    g_test_fail_printf ("%s: a label without words", (const char *) where);
  if (direction == PANGO_DIRECTION_RTL && !g_str_has_prefix (text, BENT_WORD)
      && !g_str_has_prefix (text, "• " BENT_WORD))
    g_test_fail_printf ("%s: from right to left: %s", (const char *) where, text);
  if (direction != PANGO_DIRECTION_RTL && g_str_has_prefix (text, BENT_WORD))
    g_test_fail_printf ("%s: from left to right: %s", (const char *) where, text);
  if (direction != PANGO_DIRECTION_RTL && strstr (text, BENT_WORD) != NULL
      && strstr (text, FIRST_STRONG_ISOLATE) == NULL)
    g_test_fail_printf ("%s: words from right to left that are not kept for themselves: %s",
                        (const char *) where, text);
}

static void
check_page (Scene *scene, const char *where, gpointer data)
{
  scene_for_each (GTK_WIDGET (scene->window), check_label, (gpointer) where);
}

static void
test_bent (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoGuideSet) set = bent_guidance_read (&sample->bent, scene_get_language ());

  fits_check_pages (set, sample->width, sample->points, check_page, NULL);
}

/* Which language the words are in, by what a reader gets who wants @wanted */
typedef struct
{
  const char  *name;
  const char  *wanted;
  BentGuidance bent;
  gboolean     has_german; /* some of the words are */
  gboolean     has_english;
} Language;

static const Language languages[] = {
  { "/bent/language/unknown", "fr", { NULL }, FALSE, TRUE },
  { "/bent/language/unknown-region", "fr_CA.UTF-8", { NULL }, FALSE, TRUE },
  { "/bent/language/no-name", "../de", { NULL }, FALSE, TRUE },
  { "/bent/language/region", "de_AT.UTF-8", { NULL }, TRUE, FALSE },
  { "/bent/language/no-german", "de", { .has_no_german = TRUE }, FALSE, TRUE },
  { "/bent/language/half", "de", { .german = bent_leave_out }, TRUE, TRUE },
};

typedef struct
{
  guint n_german;
  guint n_english;
  guint n_both; /* the same words in both */
} Tally;

/* One of the languages, whole, and never nothing */
static void
count (Tally *tally, const char *text, const char *english, const char *german)
{
  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  if (g_str_equal (english, german))
    {
      g_assert_cmpstr (text, ==, english);
      tally->n_both++;
    }
  else if (g_str_equal (text, german))
    tally->n_german++;
  else
    {
      g_assert_cmpstr (text, ==, english);
      tally->n_english++;
    }
}

static void
count_steps (Tally *tally, const VetoGuide *guide, const VetoGuide *english, const VetoGuide *german)
{
  count (tally, guide->title, english->title, german->title);
  for (guint i = 0; i < guide->n_steps; i++)
    {
      count (tally, guide->steps[i].title, english->steps[i].title, german->steps[i].title);
      count (tally, guide->steps[i].body, english->steps[i].body, german->steps[i].body);
      for (guint j = 0; guide->steps[i].branches[j] != NULL; j++)
        count (tally, guide->steps[i].branches[j]->question, english->steps[i].branches[j]->question,
               german->steps[i].branches[j]->question);
    }
}

static void
count_platform (Tally *tally, VetoPlatform *platform, VetoPlatform *english, VetoPlatform *german)
{
  guint            n_guides, n_facts;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);
  const VetoFact  *facts = veto_platform_get_facts (platform, &n_facts);

  count (tally, veto_platform_get_name (platform), veto_platform_get_name (english),
         veto_platform_get_name (german));
  count (tally, veto_platform_get_summary (platform), veto_platform_get_summary (english),
         veto_platform_get_summary (german));
  for (guint i = 0; i < n_guides; i++)
    count_steps (tally, &guides[i], &veto_platform_get_guides (english, &n_guides)[i],
                 &veto_platform_get_guides (german, &n_guides)[i]);
  for (guint i = 0; i < n_facts; i++)
    count (tally, facts[i].text, veto_platform_get_facts (english, &n_facts)[i].text,
           veto_platform_get_facts (german, &n_facts)[i].text);
}

static void
test_language (gconstpointer data)
{
  const Language    *sample = data;
  const BentGuidance as_it_is = { NULL };
  g_autoptr(VetoGuideSet) set = bent_guidance_read (&sample->bent, sample->wanted);
  g_autoptr(VetoGuideSet) english = bent_guidance_read (&as_it_is, "en");
  g_autoptr(VetoGuideSet) german = bent_guidance_read (&as_it_is, "de");
  Tally tally = { 0 };

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    count_platform (&tally, veto_guide_set_get_platform (set, i), veto_guide_set_get_platform (english, i),
                    veto_guide_set_get_platform (german, i));
  g_test_message ("%u German, %u English, %u the same", tally.n_german, tally.n_english, tally.n_both);
  g_assert_cmpint (tally.n_german > 0, ==, sample->has_german);
  g_assert_cmpint (tally.n_english > 0, ==, sample->has_english);
  /* What is left of a language is one, not what takes its place. */
  g_assert_cmpstr (veto_guide_set_get_language (set), ==, sample->has_german ? "de" : "en");
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    g_test_add_data_func (languages[i].name, &languages[i], test_language);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_bent);
  return g_test_run ();
}
