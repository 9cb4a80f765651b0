/* Each platform from the overview to its end and back: as it is proposed, another way, and by a branch and its answers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

typedef struct
{
  const char *name;
  const char *language;
  const char *platform;
  int         width, height; /* of the window in pixels; 0: as Veto likes it */
  guint       n_before;      /* steps of the proposed way that are done before anything else happens */
  const char *branch;        /* (nullable): of the proposed way, to be taken then */
  Word        answer;        /* at its end, where it leads to another way; else N_WORDS */
  const char *way;           /* (nullable): another way, to be taken then */
} Sample;

/* clang-format off */
static const Sample samples[] = {
  { "/walk/ways/another", "en", "instagram", 0, 0, 2, NULL, N_WORDS, "app" },
  { "/walk/ways/another/narrow", "de", "instagram", 360, 640, 1, NULL, N_WORDS, "privacy-center" },
  { "/walk/ways/another/at-once", "en", "instagram", 0, 0, 0, NULL, N_WORDS, "letter" },
  { "/walk/ways/without-account", "en", "no-account", 0, 0, 0, NULL, N_WORDS, NULL },
  { "/walk/ways/without-account/narrow", "de", "no-account", 360, 640, 0, NULL, N_WORDS, NULL },
  { "/walk/ways/own-controller", "de", "whatsapp", 0, 0, 0, NULL, N_WORDS, NULL },
  { "/walk/ways/branch/worked", "en", "instagram", 0, 0, 0, "not-available", WORD_WORKED, NULL },
  { "/walk/ways/branch/did-not-work", "de", "instagram", 0, 0, 0, "not-available", WORD_DID_NOT_WORK, NULL },
  { "/walk/ways/branch/did-not-work/letter", "en", "no-account", 0, 0, 0, "not-available", WORD_DID_NOT_WORK, NULL },
  { "/walk/ways/branch/own-steps", "en", "no-account", 0, 0, 1, "in-an-answer", N_WORDS, NULL },
  { "/walk/ways/branch/to-the-letter", "en", "instagram", 0, 0, 0, "nothing-works", N_WORDS, NULL },
  { "/walk/ways/branch/straight-on", "de", "instagram", 0, 0, 0, "on-phone", N_WORDS, NULL },
};
/* clang-format on */

static gboolean
is_wide (const Sample *sample)
{
  return sample->width == 0;
}

static void
start (VetoWalker *walker, const Sample *sample)
{
  veto_walker_start (walker, NULL);
  if (!is_wide (sample))
    veto_driver_resize (walker->driver, sample->width, sample->height);
}

/* On the overview, and in the sidebar beside it */
static void
expect_state (VetoWalker *walker, const Sample *sample, Word state, guint n_done, guint n_steps)
{
  veto_walker_expect_state (walker, state, n_done, n_steps);
  if (is_wide (sample))
    veto_walker_expect_sidebar (walker, state, n_done, n_steps);
}

/* Returns: the way one is on after the branch */
static const WalkGuide *
take_branch (VetoWalker *walker, const Sample *sample)
{
  const WalkBranch *branch = walk_guide_find_branch (walker->guide, sample->branch);

  veto_walker_take_branch (walker, branch);
  for (guint i = 0; i < branch->steps->len; i++)
    {
      const WalkStep *step = walk_steps_get (branch->steps, i);

      if (i + 1 == branch->steps->len && sample->answer != N_WORDS)
        veto_walker_end_detour (walker, step, sample->answer);
      else
        veto_walker_do_step (walker, step);
    }
  if (branch->guide_id == NULL || sample->answer == WORD_WORKED)
    return walker->guide;
  return walk_platform_find_guide (walker->platform, branch->guide_id);
}

/* From the first step of the proposed way until one knows which way it is. Returns: that way */
static const WalkGuide *
set_out (VetoWalker *walker, const Sample *sample)
{
  const WalkGuide *other;

  for (guint i = 0; i < sample->n_before; i++)
    veto_walker_do_step (walker, walk_steps_get (walker->guide->steps, i));
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, sample->n_before));
  if (sample->branch != NULL)
    return take_branch (walker, sample);
  if (sample->way == NULL)
    return walker->guide;
  other = walk_platform_find_guide (walker->platform, sample->way);
  veto_walker_take_guide (walker, other);
  return other;
}

/* Closed half-way: the overview knows the way one is on, and how far one is on it. */
static void
come_back (VetoWalker *walker, const Sample *sample, const WalkGuide *way, guint n_done)
{
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  start (walker, sample);
  expect_state (walker, sample, WORD_IN_PROGRESS, n_done, way->steps->len);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, way->steps->len - n_done,
                            walk_steps_get (way->steps, n_done));
  veto_walker_press (walker, WORD_CONTINUE, NULL);
}

/* The page tells of the way that was finished; it is offered to look at, not to go on. */
static void
expect_page (VetoWalker *walker, const WalkGuide *way)
{
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING,
                                        veto_walker_get_text (walker, way->path, "title")));
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_LOOK_AGAIN, NULL, NULL);
  for (guint i = 0; i < way->steps->len; i++)
    {
      const WalkStep *step = walk_steps_get (way->steps, i);

      veto_walker_expect_row (walker, way, i, step->is_optional ? N_WORDS : WORD_DONE,
                              step->is_optional ? WORD_SKIPPED : N_WORDS);
    }
}

static void
test_way (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoWalker) walker = veto_walker_new_for (sample->language, sample->platform);
  const WalkGuide *way;
  guint            n_done;

  if (walker == NULL)
    return;
  start (walker, sample);
  expect_state (walker, sample, WORD_NOT_STARTED, 0, 0);
  veto_walker_open_platform (walker);
  veto_walker_press (walker, WORD_STEP_BY_STEP, NULL);
  way = set_out (walker, sample);

  n_done = way == walker->guide ? sample->n_before : 0;
  veto_walker_do_step (walker, walk_steps_get (way->steps, n_done++));
  veto_walker_expect_step (walker, walk_steps_get (way->steps, n_done));
  come_back (walker, sample, way, n_done);
  for (guint i = n_done; i < way->steps->len; i++)
    veto_walker_do_step (walker, walk_steps_get (way->steps, i));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  veto_walker_press (walker, WORD_FINISH, NULL);

  expect_state (walker, sample, WORD_DONE, 0, 0);
  veto_walker_open_platform (walker);
  expect_page (walker, way);
  veto_walker_open_overview (walker);
  expect_state (walker, sample, WORD_DONE, 0, 0);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_way);
  return g_test_run ();
}
