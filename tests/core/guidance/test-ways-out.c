/* “It looks different for me”: at each step with a picture somebody finds an answer that fits, and every answer ends in something
 * that works without that page: the next address, another way, at last the letter. Nobody is led round in a circle.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"

/* Answers that say where or for whom somebody does it. Who gives one did not fail, so that it may lead to a way from which one
 * could come. */
static const char *const preferences[] = {
  "on-phone", "in-app", "my-child", "a-photo", "only-whatsapp", NULL
};

/* Where a platform has no letter to the same end: what is said last, and works without the page. */
static const char *const last_words[] = {
  "instagram/private/not-found/object-instead",
  "instagram/reuse/not-there/nothing-to-do",
  "whatsapp/chat-privacy/not-there/ask-people",
  "whatsapp/accounts-center/not-found/object-instead",
  NULL,
};

typedef struct
{
  guint       n_steps, n_answers, n_faults;
  GHashTable *used; /* (element-type utf8 utf8): of the last words */
} Count;

static void
complain (Count *count, VetoPlatform *platform, const VetoGuide *guide, const char *where, const char *what)
{
  g_test_message ("%s/%s/%s: %s", veto_platform_get_id (platform), guide->id, where, what);
  count->n_faults++;
}

static gboolean
is_by_post (const VetoGuide *guide)
{
  return g_strv_contains (guide->where, "post");
}

/* The other ways to the same goal, which each step offers below its answers */
static guint
count_ways (VetoPlatform *platform, const VetoGuide *guide)
{
  guint            n_guides, n = 0;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

  for (guint i = 0; i < n_guides; i++)
    n += &guides[i] != guide && g_str_equal (guides[i].goal, guide->goal);
  return n;
}

/* Returns: whether the guide that @branch goes on with leads, when it fails as well, to a letter in the end. @depth: how many
 * guides somebody went through; more than there are is a circle. */
static gboolean
ends_in_letter (VetoPlatform *platform, const VetoGuide *guide, guint depth)
{
  guint n_guides;

  veto_platform_get_guides (platform, &n_guides);
  if (is_by_post (guide))
    return TRUE;
  if (depth > n_guides)
    return FALSE;
  for (guint i = 0; i < guide->n_branches; i++)
    {
      const VetoBranch *branch = &guide->branches[i];

      if (branch->guide_id != NULL && !g_strv_contains (preferences, branch->id)
          && ends_in_letter (platform, veto_platform_find_guide (platform, branch->guide_id), depth + 1))
        return TRUE;
    }
  return FALSE;
}

/* Returns: whether somebody who fails on each way comes back to @start */
static gboolean
leads_round (VetoPlatform *platform, const VetoGuide *start, const VetoGuide *guide, guint depth)
{
  guint n_guides;

  veto_platform_get_guides (platform, &n_guides);
  for (guint i = 0; i < guide->n_branches && depth <= n_guides; i++)
    {
      const VetoBranch *branch = &guide->branches[i];
      const VetoGuide *next = branch->guide_id != NULL ? veto_platform_find_guide (platform, branch->guide_id)
                                                       : NULL;

      if (next == NULL || g_strv_contains (preferences, branch->id))
        continue;
      if (next == start || leads_round (platform, start, next, depth + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_last_words (VetoPlatform *platform, const VetoGuide *guide, const VetoStep *step, Count *count)
{
  g_autofree char *path =
    g_strdup_printf ("%s/%s/%s", veto_platform_get_id (platform), guide->id, step->path);

  if (!g_strv_contains (last_words, path))
    return FALSE;
  g_hash_table_add (count->used, g_steal_pointer (&path));
  return TRUE;
}

/* Returns: whether an answer leads on by itself: to another way, to an address, or to what is said last */
static gboolean
leads_on (VetoPlatform *platform, const VetoGuide *guide, const VetoBranch *branch, Count *count)
{
  if (branch->guide_id != NULL)
    return TRUE;
  for (guint i = 0; i < branch->n_steps; i++)
    if (branch->steps[i].kind == VETO_STEP_OPEN
        || says_last_words (platform, guide, &branch->steps[i], count))
      return TRUE;
  return FALSE;
}

/* A step with a picture: two answers and more, of which one leads on; the others come back to it. */
static void
check_step (VetoPlatform *platform, const VetoGuide *guide, const VetoStep *step, Count *count)
{
  guint n_answers = 0, n_on = 0, n_ways = count_ways (platform, guide);

  for (; step->branches[n_answers] != NULL; n_answers++)
    n_on += leads_on (platform, guide, step->branches[n_answers], count);
  count->n_steps++;
  count->n_answers += n_answers;
  if (n_answers == 0)
    complain (count, platform, guide, step->path, "no answer to what else one may see");
  else if (n_answers + n_ways < 2)
    complain (count, platform, guide, step->path, "one answer only");
  if (n_on + n_ways == 0)
    complain (count, platform, guide, step->path, "no answer leads on");
}

static void
check_guide (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  Count *count = data;

  for (guint i = 0; i < guide->n_steps; i++)
    if (guide->steps[i].screen != NULL)
      check_step (platform, guide, &guide->steps[i], count);
}

static void
test_answers (void)
{
  Count count = { .used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  guidance_trees_for_each_guide ("en", check_guide, &count);
  for (guint i = 0; last_words[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (count.used, last_words[i]));
  g_test_message ("%u answers at %u steps with a picture", count.n_answers, count.n_steps);
  g_assert_cmpuint (count.n_steps, >, 0);
  g_assert_cmpuint (count.n_faults, ==, 0);
  g_hash_table_unref (count.used);
}

static void
check_end (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  Count *count = data;

  for (guint i = 0; i < guide->n_branches; i++)
    {
      const VetoBranch *branch = &guide->branches[i];

      if (branch->guide_id == NULL)
        continue;
      count->n_answers++;
      if (!ends_in_letter (platform, veto_platform_find_guide (platform, branch->guide_id), 0))
        complain (count, platform, guide, branch->id, "does not end in a letter");
    }
  if (leads_round (platform, guide, guide, 0))
    complain (count, platform, guide, "", "who fails on each way comes back to this one");
}

/* Whoever fails on one way after another is at a letter in the end. */
static void
test_ends (void)
{
  Count count = { 0 };

  guidance_trees_for_each_guide ("en", check_end, &count);
  g_assert_cmpuint (count.n_answers, >, 0);
  g_assert_cmpuint (count.n_faults, ==, 0);
}

static void
check_questions (VetoPlatform *platform, const VetoGuide *guide, gpointer data)
{
  Count *count = data;

  for (guint i = 0; i < guide->n_steps; i++)
    {
      g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; guide->steps[i].branches[j] != NULL; j++)
        {
          count->n_answers++;
          if (!g_hash_table_add (seen, (gpointer) guide->steps[i].branches[j]->question))
            complain (count, platform, guide, guide->steps[i].path, "the same answer twice");
        }
    }
}

/* Nobody has to choose between two answers that say the same. */
static void
test_questions (gconstpointer language)
{
  Count count = { 0 };

  guidance_trees_for_each_guide (language, check_questions, &count);
  g_assert_cmpuint (count.n_answers, >, 0);
  g_assert_cmpuint (count.n_faults, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (g_file_test (g_getenv ("VETO_TEST_REAL_GUIDANCE"), G_FILE_TEST_IS_DIR))
    {
      g_test_add_func ("/guidance/ways-out/answers", test_answers);
      g_test_add_func ("/guidance/ways-out/ends", test_ends);
      g_test_add_data_func ("/guidance/ways-out/answers-differ/en", "en", test_questions);
      g_test_add_data_func ("/guidance/ways-out/answers-differ/de", "de", test_questions);
    }
  return g_test_run ();
}
