/* The ways of one platform in two guidances: what is another about them, their steps and what one may see instead.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-news"

#include "veto-config.h"

#include "veto-guide-news-private.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-evidence.h"
#include "veto-text.h"

/* One list of steps in both guidances: those of a guide, or of a branch */
typedef struct
{
  const VetoGuide  *guides[2];
  const VetoBranch *branches[2]; /* nullable */
  const VetoStep   *steps[2];
  guint             n_steps[2];
} Lists;

/* (nullable): addresses one a line; they stand in the order to try */
static char *
dup_links (const VetoStep *step)
{
  return step->links != NULL ? g_strjoinv ("\n", (char **) step->links) : NULL;
}

static char *
dup_keep (const VetoStep *step)
{
  return step->keep != NULL ? g_strjoinv (", ", (char **) step->keep) : NULL;
}

static char *
dup_wait (const VetoStep *step)
{
  if (step->kind != VETO_STEP_WAIT || step->wait_days == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u day", "%u days", step->wait_days), step->wait_days);
}

/* (nullable): what is written on the screen that is drawn, one a line, with the row to touch marked by words */
static char *
dup_screen (const VetoStep *step)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; step->screen != NULL && i < step->screen->n_rows; i++)
    {
      const VetoScreenRow *row = &step->screen->rows[i];
      g_autofree char     *words = veto_text_dup_isolated (row->text, NULL);

      if (row->text == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a row of a drawn screen, the one to press */
      g_string_append_printf (text, row->target ? _ ("%s (press here)") : "%s", words);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static const char *
get_need (const VetoStep *step)
{
  return step->optional ? _ ("You may leave this step out.") : _ ("This step is needed.");
}

/* What a step says, with what is the same in both left out. @before, @after: (nullable) */
static void
add_step_words (VetoNewsWork *work, VetoNewsItem *item, const VetoStep *before, const VetoStep *after)
{
  g_autofree char *old_links = before != NULL ? dup_links (before) : NULL;
  g_autofree char *new_links = after != NULL ? dup_links (after) : NULL;
  g_autofree char *old_wait = before != NULL ? dup_wait (before) : NULL;
  g_autofree char *new_wait = after != NULL ? dup_wait (after) : NULL;
  g_autofree char *old_keep = before != NULL ? dup_keep (before) : NULL;
  g_autofree char *new_keep = after != NULL ? dup_keep (after) : NULL;
  g_autofree char *old_screen = before != NULL ? dup_screen (before) : NULL;
  g_autofree char *new_screen = after != NULL ? dup_screen (after) : NULL;

  veto_news_item_compare (work, item, _ ("Title"), before != NULL ? before->title : NULL,
                          after != NULL ? after->title : NULL);
  veto_news_item_compare (work, item, _ ("What to do"), before != NULL ? before->body : NULL,
                          after != NULL ? after->body : NULL);
  veto_news_item_compare (work, item, _ ("Web addresses, in the order to try"), old_links, new_links);
  veto_news_item_compare (work, item, _ ("How long to wait"), old_wait, new_wait);
  veto_news_item_compare (work, item, _ ("What to keep"), old_keep, new_keep);
  veto_news_item_compare (work, item, _ ("Words on the screen"), old_screen, new_screen);
  veto_news_item_compare (work, item, _ ("Why"), before != NULL ? before->why : NULL,
                          after != NULL ? after->why : NULL);
  if (before != NULL && after != NULL && before->optional != after->optional)
    veto_news_item_add (work, item, _ ("Is it needed?"), get_need (before), get_need (after));
}

static gboolean
has_same_revision (const VetoStep *before, const VetoStep *after)
{
  g_autofree char *old_revision = veto_step_dup_revision (before);
  g_autofree char *new_revision = veto_step_dup_revision (after);

  return g_str_equal (old_revision, new_revision);
}

static const VetoStep *
find_step (const VetoStep *steps, guint n_steps, const char *id)
{
  for (guint i = 0; i < n_steps; i++)
    if (g_str_equal (steps[i].id, id))
      return &steps[i];
  return NULL;
}

static char *
dup_place (const Lists *lists, guint side, const VetoStep *step)
{
  g_autofree char *guide = veto_text_dup_isolated (lists->guides[side]->title, NULL);
  g_autofree char *question = NULL;

  if (lists->branches[side] == NULL)
    /* Translators: where a step stands: %1$s is the title of a way, such as "With the form", %2$u the number of the step */
    return g_strdup_printf (_ ("%1$s, step %2$u"), guide, (guint) (step - lists->steps[side]) + 1);
  question = veto_text_dup_isolated (lists->branches[side]->question, NULL);
  /* Translators: %1$s is the title of a way, %2$s what somebody may see instead: "The page asks me to sign in again" */
  return g_strdup_printf (_ ("%1$s, if it looks different: %2$s"), guide, question);
}

static void
take_step (VetoNewsWork *work, const Lists *lists, const VetoStep *before, const VetoStep *after)
{
  const VetoStep *shown = after != NULL ? after : before;
  VetoNewsKind    kind = after == NULL ? VETO_NEWS_GONE : before == NULL ? VETO_NEWS_NEW : VETO_NEWS_CHANGED;
  VetoNewsItem   *item = veto_news_item_new (work, kind, VETO_NEWS_STEP, shown->title);
  gboolean        is_same = before != NULL && after != NULL && has_same_revision (before, after);

  item->place = dup_place (lists, after != NULL ? 1 : 0, shown);
  item->guide = g_strdup (lists->guides[after != NULL ? 1 : 0]->id);
  item->step = g_strdup (shown->path);
  /* In two languages all words differ; the revision tells whether the step does. */
  if (!is_same || !work->is_translated)
    add_step_words (work, item, before, after);
  if (!is_same && item->words->len == 0)
    veto_news_item_add (work, item, _ ("The picture"), _ ("It showed the page in another way."),
                        _ ("It shows the page as it looks now."));
  veto_news_work_take (work, item);
}

static void
compare_steps (VetoNewsWork *work, const Lists *lists)
{
  for (guint i = 0; i < lists->n_steps[1]; i++)
    {
      const VetoStep *after = &lists->steps[1][i];

      take_step (work, lists, find_step (lists->steps[0], lists->n_steps[0], after->id), after);
    }
  for (guint i = 0; i < lists->n_steps[0]; i++)
    if (find_step (lists->steps[1], lists->n_steps[1], lists->steps[0][i].id) == NULL)
      take_step (work, lists, &lists->steps[0][i], NULL);
}

/* Where one goes on after a branch. Returns: (nullable) */
static const char *
get_onwards (VetoNewsWork *work, guint side, const VetoBranch *branch)
{
  const VetoGuide *guide =
    branch->guide_id != NULL ? veto_platform_find_guide (work->platforms[side], branch->guide_id) : NULL;

  return guide != NULL ? guide->title : NULL;
}

/* A branch that came or went, with its steps: who reads of it wants to know what to do then. */
static void
take_whole_branch (VetoNewsWork *work, const VetoGuide *guide, const VetoBranch *branch, guint side)
{
  VetoNewsItem *item =
    veto_news_item_new (work, side == 0 ? VETO_NEWS_GONE : VETO_NEWS_NEW, VETO_NEWS_BRANCH, branch->question);
  g_autoptr(GString) text = g_string_new (NULL);
  const char *onwards = get_onwards (work, side, branch);

  for (guint i = 0; i < branch->n_steps; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", branch->steps[i].title);
  if (onwards != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", onwards);
  item->place = g_strdup (guide->title);
  item->guide = g_strdup (guide->id);
  veto_news_item_add (work, item, _ ("What to do then"), side == 0 ? text->str : NULL,
                      side == 1 ? text->str : NULL);
  veto_news_work_take (work, item);
}

static void
compare_branches (VetoNewsWork *work, const VetoGuide *before, const VetoGuide *after)
{
  for (guint i = 0; i < after->n_branches; i++)
    {
      const VetoBranch *now = &after->branches[i], *then = veto_guide_find_branch (before, now->id);
      Lists         lists = { { before, after }, { then, now }, { NULL, now->steps }, { 0, now->n_steps } };
      VetoNewsItem *item;

      if (then == NULL)
        {
          take_whole_branch (work, after, now, 1);
          continue;
        }
      item = veto_news_item_new (work, VETO_NEWS_CHANGED, VETO_NEWS_BRANCH, now->question);
      item->place = g_strdup (after->title);
      item->guide = g_strdup (after->id);
      if (!work->is_translated)
        veto_news_item_compare (work, item, _ ("What one may see"), then->question, now->question);
      if (g_strcmp0 (then->guide_id, now->guide_id) != 0)
        veto_news_item_add (work, item, _ ("How it goes on"), get_onwards (work, 0, then),
                            get_onwards (work, 1, now));
      veto_news_work_take (work, item);
      lists.steps[0] = then->steps;
      lists.n_steps[0] = then->n_steps;
      compare_steps (work, &lists);
    }
  for (guint i = 0; i < before->n_branches; i++)
    if (veto_guide_find_branch (after, before->branches[i].id) == NULL)
      take_whole_branch (work, before, &before->branches[i], 0);
}

/* (transfer full): the titles of the steps that both have, in the order of @guide, one a line. The titles are those of now, so
 * that a new title is not a new order. */
static char *
dup_order (const VetoGuide *guide, const VetoGuide *other, const VetoGuide *now)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < guide->n_steps; i++)
    {
      const VetoStep *step = find_step (now->steps, now->n_steps, guide->steps[i].id);

      if (step != NULL && find_step (other->steps, other->n_steps, step->id) != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", step->title);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_regimes (const VetoGuide *guide)
{
  return veto_guide_dup_regimes (guide);
}

static void
compare_guide (VetoNewsWork *work, const VetoGuide *before, const VetoGuide *after)
{
  VetoNewsItem    *item = veto_news_item_new (work, VETO_NEWS_CHANGED, VETO_NEWS_GUIDE, after->title);
  g_autofree char *old_order = dup_order (before, after, after);
  g_autofree char *new_order = dup_order (after, before, after);
  g_autofree char *old_regimes = dup_regimes (before), *new_regimes = dup_regimes (after);
  Lists            lists = {
               { before, after }, { NULL, NULL }, { before->steps, after->steps }, { before->n_steps, after->n_steps }
  };

  item->guide = g_strdup (after->id);
  if (!work->is_translated)
    {
      veto_news_item_compare (work, item, _ ("Title"), before->title, after->title);
      veto_news_item_compare (work, item, _ ("When it is the right way"), before->summary, after->summary);
      veto_news_item_compare (work, item, _ ("For whom it is"), old_regimes, new_regimes);
      veto_news_item_compare (work, item, _ ("Who has to send again"), before->redo, after->redo);
    }
  veto_news_item_compare (work, item, _ ("The order of the steps"), old_order, new_order);
  if (g_date_valid (&after->evidence.as_of)
      && g_date_compare (&before->evidence.as_of, &after->evidence.as_of) != 0)
    {
      g_autofree char *old_source = veto_evidence_dup_source (&before->evidence);
      g_autofree char *new_source = veto_evidence_dup_source (&after->evidence);

      veto_news_item_add (work, item, _ ("Who describes it"), old_source, new_source);
    }
  veto_news_work_take (work, item);
  compare_steps (work, &lists);
  compare_branches (work, before, after);
}

/* A way that came or went, with the titles of its steps. */
static void
take_whole_guide (VetoNewsWork *work, const VetoGuide *guide, guint side)
{
  VetoNewsItem *item =
    veto_news_item_new (work, side == 0 ? VETO_NEWS_GONE : VETO_NEWS_NEW, VETO_NEWS_GUIDE, guide->title);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < guide->n_steps; i++)
    g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n" : "", i + 1, guide->steps[i].title);
  item->guide = g_strdup (guide->id);
  veto_news_item_add (work, item, _ ("The steps"), side == 0 ? text->str : NULL,
                      side == 1 ? text->str : NULL);
  veto_news_work_take (work, item);
}

void
veto_news_compare_guides (VetoNewsWork *work)
{
  guint            n_before, n_after;
  const VetoGuide *before = veto_platform_get_guides (work->platforms[0], &n_before);
  const VetoGuide *after = veto_platform_get_guides (work->platforms[1], &n_after);

  for (guint i = 0; i < n_after; i++)
    {
      const VetoGuide *then = veto_platform_find_guide (work->platforms[0], after[i].id);

      if (then != NULL)
        compare_guide (work, then, &after[i]);
      else
        take_whole_guide (work, &after[i], 1);
    }
  for (guint i = 0; i < n_before; i++)
    if (veto_platform_find_guide (work->platforms[1], before[i].id) == NULL)
      take_whole_guide (work, &before[i], 0);
}
