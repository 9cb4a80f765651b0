/* The pictures of the guidance that Veto ships: one for each step at which somebody looks at a page or an app, with words that
 * the steps say as well, and none for what happens elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"

/* Steps of the kind "do" without a picture, by platform, guide and step, and why. A row that no step needs any more fails. */
static const struct
{
  const char *steps;
  const char *why;
} without[] = {
  { "*/letter", "happens on paper; Veto's own page writes it" },
  { "*/post", "happens on paper" },
  { "*/post-meta", "happens on paper" },
  { "*/post-whatsapp", "happens on paper" },
  { "*/reminder", "happens on paper" },
  { "*/by-letter", "happens on paper" },
  { "*/authority", "an office to turn to; each has a page of its own" },
  { "*/refused/help", "people to turn to" },
  { "*/get-help", "people to turn to" },
  { "*/ask", "people to talk to" },
  { "*/friend", "people to talk to" },
  { "*/ask-people", "people to talk to" },
  { "*/together", "people to talk to" },
  { "*/no-click", "what not to touch" },
  { "*/not-off", "what not to touch" },
  { "*/no-call", "what not to write" },
  { "*/nothing-secret", "what not to write" },
  { "*/no-apps", "what not to allow" },
  { "*/avoid/no-chat", "what not to write" },
  { "*/object-too", "which way to take next; that way has the pictures" },
  { "*/object-instead", "which way to take next; that way has the pictures" },
  { "*/has-account/both", "which way to take next; that way has the pictures" },
  { "*/there-too", "which way to take next; that way has the pictures" },
  { "*/several-accounts/each", "says to do the same again, with the pictures of this way" },
  { "*/page/each-author", "says to do the same again, with the pictures of this way" },
  { "*/chat-privacy/others", "says to do the same again, with the pictures of this way" },
  { "*/who/two-firms", "something to know" },
  { "*/still-public", "something to know" },
  { "*/public-places", "something to know" },
  { "*/public-search/picture", "something to think about" },
  { "*/child/where", "something to think about" },
  { "*/no-chat/good", "nothing to do" },
  { "*/no-account/fine", "nothing to do" },
  { "*/nothing-to-do", "nothing to do" },
  { "*/eighteen", "a calendar of any kind" },
  { "*/vpn-off", "a program of the person's own, which looks different on each computer" },
  { "*/refused/old-posts", "in many places; the ways that limit who sees posts draw them" },
  { "*/page/own-profile", "no source says where one changes to it" },
};

typedef struct _Count Count;
typedef void (*StepFunc) (const VetoStep *step, const char *where, Count *count);

struct _Count
{
  StepFunc    check; /* of each step */
  gboolean    used[G_N_ELEMENTS (without)];
  const char *said; /* by the platform that is looked at */
  guint       n_steps, n_pictures, n_faults;
};

static void
for_each_step (VetoPlatform *platform, const VetoGuide *guide, Count *count, StepFunc func)
{
  g_autofree char *base = g_strdup_printf ("%s/%s", veto_platform_get_id (platform), guide->id);

  for (guint i = 0; i < guide->n_steps; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s/%s", base, guide->steps[i].path);
      func (&guide->steps[i], where, count);
    }
  for (guint k = 0; k < guide->n_branches; k++)
    for (guint i = 0; i < guide->branches[k].n_steps; i++)
      {
        g_autofree char *where = g_strdup_printf ("%s/%s", base, guide->branches[k].steps[i].path);
        func (&guide->branches[k].steps[i], where, count);
      }
}

static void
check_guide (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  Count *count = data;

  for_each_step (platform, guide, count, count->check);
}

static void
complain (Count *count, const char *where, const char *what)
{
  g_test_message ("%s: %s", where, what);
  count->n_faults++;
}

/* Returns: whether a row says that this step needs no picture */
static gboolean
is_without (const char *where, Count *count)
{
  for (gsize i = 0; i < G_N_ELEMENTS (without); i++)
    if (g_pattern_match_simple (without[i].steps, where))
      {
        count->used[i] = TRUE;
        return TRUE;
      }
  return FALSE;
}

static void
check_picture (const VetoStep *step, const char *where, Count *count)
{
  gboolean is_elsewhere = step->kind == VETO_STEP_WAIT || step->kind == VETO_STEP_KEEP
                          || (step->kind == VETO_STEP_DO && is_without (where, count));

  count->n_steps++;
  count->n_pictures += step->screen != NULL ? 1 : 0;
  if (is_elsewhere && step->screen != NULL)
    complain (count, where, "has a picture, but nobody looks at a page there");
  else if (!is_elsewhere && step->screen == NULL)
    complain (count, where, "somebody looks at a page there, but it has no picture");
}

static void
test_each_has_one (void)
{
  Count count = { .check = check_picture };

  guidance_trees_for_each_guide ("en", check_guide, &count);
  for (gsize i = 0; i < G_N_ELEMENTS (without); i++)
    if (!count.used[i])
      complain (&count, without[i].steps, "no step needs this row");
  g_test_message ("%u of %u steps have a picture", count.n_pictures, count.n_steps);
  g_assert_cmpuint (count.n_faults, ==, 0);
  g_assert_cmpuint (count.n_pictures, >, 0);
}

static const VetoScreenRow *
get_target (const VetoScreen *screen)
{
  for (guint i = 0; i < screen->n_rows; i++)
    if (screen->rows[i].target)
      return &screen->rows[i];
  return NULL;
}

/* Who should choose or enter something sees where. */
static void
check_mark (const VetoStep *step, const char *where, Count *count)
{
  const VetoScreenRow *target = step->screen != NULL ? get_target (step->screen) : NULL;
  gboolean             is_entered = step->kind == VETO_STEP_COPY || step->kind == VETO_STEP_FILL;

  if (step->screen == NULL)
    return;
  count->n_pictures++;
  if (target == NULL && step->kind != VETO_STEP_OPEN)
    complain (count, where, "nothing is marked");
  else if (is_entered && target->kind != VETO_ROW_FIELD && target->kind != VETO_ROW_AREA)
    complain (count, where, "no field is marked");
}

static void
test_marked (void)
{
  Count count = { .check = check_mark };

  guidance_trees_for_each_guide ("en", check_guide, &count);
  g_assert_cmpuint (count.n_pictures, >, 0);
  g_assert_cmpuint (count.n_faults, ==, 0);
}

/* All that the steps of a platform say, without capitals */
static char *
dup_said (VetoPlatform *platform)
{
  g_autoptr(GString) said = g_string_new (NULL);
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

  for (guint i = 0; i < n_guides; i++)
    {
      for (guint k = 0; k < guides[i].n_steps; k++)
        g_string_append_printf (said, "%s\n%s\n", guides[i].steps[k].title, guides[i].steps[k].body);
      for (guint j = 0; j < guides[i].n_branches; j++)
        for (guint k = 0; k < guides[i].branches[j].n_steps; k++)
          g_string_append_printf (said, "%s\n%s\n", guides[i].branches[j].steps[k].title,
                                  guides[i].branches[j].steps[k].body);
    }
  return g_utf8_casefold (said->str, -1);
}

/* What is marked is called what the steps call it: a picture claims no words of a page that the guidance does not. "…" stands
 * for the rest of a text, so that only what is between is looked for. */
static gboolean
says_words (const char *said, const char *words)
{
  g_auto(GStrv) parts = g_regex_split_simple ("…|\\(|\\)|: ", words, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_utf8_casefold (g_strstrip (parts[i]), -1);

      if (g_utf8_strlen (part, -1) > 1 && strstr (said, part) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
check_said (const VetoStep *step, const char *where, Count *count)
{
  const VetoScreenRow *target = step->screen != NULL ? get_target (step->screen) : NULL;

  if (target == NULL)
    return;
  count->n_pictures++;
  if (target->text != NULL && !says_words (count->said, target->text))
    complain (count, where, target->text);
  if (target->typed != NULL && !says_words (count->said, target->typed))
    complain (count, where, target->typed);
}

static void
check_all_said (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  Count           *count = data;
  g_autofree char *said = dup_said (platform);

  count->said = said;
  for_each_step (platform, guide, count, check_said);
}

static void
test_said (gconstpointer language)
{
  Count count = { 0 };

  guidance_trees_for_each_guide (language, check_all_said, &count);
  g_assert_cmpuint (count.n_pictures, >, 0);
  g_assert_cmpuint (count.n_faults, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (g_file_test (g_getenv ("VETO_TEST_REAL_GUIDANCE"), G_FILE_TEST_IS_DIR))
    {
      g_test_add_func ("/guidance/screens/each-step", test_each_has_one);
      g_test_add_func ("/guidance/screens/marked", test_marked);
      g_test_add_data_func ("/guidance/screens/words-of-the-steps/en", "en", test_said);
      g_test_add_data_func ("/guidance/screens/words-of-the-steps/de", "de", test_said);
    }
  return g_test_run ();
}
