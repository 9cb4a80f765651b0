/* kill -9 right after each single step: what was acknowledged is there, and one goes on where one was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

/* What the overview says before the step at @index is done */
static Word
get_hero (VetoWalker *walker, guint index)
{
  const WalkStep *step = walk_steps_get (walker->guide->steps, index);

  if (index == 0)
    return WORD_NEXT_PLATFORM;
  return g_str_equal (step->kind, "wait") || g_str_equal (step->kind, "keep") ? WORD_NEXT_ANSWER
                                                                              : WORD_NEXT_FINISH;
}

static Word
get_button (VetoWalker *walker, guint index)
{
  const WalkStep *step = walk_steps_get (walker->guide->steps, index);

  if (g_str_equal (step->kind, "wait"))
    return WORD_EMAIL_CAME;
  return index == 0 ? WORD_START : WORD_CONTINUE;
}

static void
expect_rows (VetoWalker *walker, guint n_done)
{
  veto_walker_open_platform (walker);
  for (guint i = 0; i < n_done; i++)
    {
      gboolean is_skipped = walk_steps_get (walker->guide->steps, i)->is_optional;

      veto_walker_expect_row (walker, walker->guide, i, is_skipped ? N_WORDS : WORD_DONE,
                              is_skipped ? WORD_SKIPPED : N_WORDS);
    }
}

/* The step that is seen after the click is what acknowledges it; not a moment is given to Veto afterwards. */
static void
test_each_step (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  guint n_steps = walker->guide->steps->len;

  veto_walker_start (walker, NULL);
  for (guint i = 0; i < n_steps; i++)
    {
      const WalkStep *step = walk_steps_get (walker->guide->steps, i);

      if (i > 0)
        veto_walker_expect_place (walker, get_hero (walker, i), n_steps - i, step);
      veto_walker_press (walker, get_button (walker, i), NULL);
      veto_walker_do_step (walker, step);
      if (i + 1 < n_steps)
        veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, i + 1));
      else
        veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
      veto_driver_kill (walker->driver);
      veto_walker_start (walker, NULL);
    }
  veto_walker_expect_finished (walker);
  expect_rows (walker, n_steps);
}

/* A mark that was taken back, and the start from the beginning, are acknowledged as well. */
static void
test_taken_back (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const WalkStep *first = walk_steps_get (walker->guide->steps, 0);

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 1);
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_walker_expect_step (walker, first);
  veto_walker_press (walker, WORD_NOT_AFTER_ALL, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_OPEN_PAGE, NULL, NULL);
  veto_driver_kill (walker->driver);

  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  veto_walker_walk_to (walker, 3);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_open_platform (walker);
  veto_walker_press (walker, WORD_START_OVER, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_ALL_OPEN, NULL, NULL);
  veto_driver_kill (walker->driver);

  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
}

/* What was typed when one stops in the middle of a step */
static void
test_typed (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *login = walker_dup_words ("en", WORD_LOGIN, NULL, NULL);

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 1);
  veto_driver_fill (walker->driver, login, WALKER_LOGIN);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, 5, walk_steps_get (walker->guide->steps, 1));
  veto_driver_kill (walker->driver);

  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/killed/each-step", test_each_step);
  g_test_add_func ("/walk/killed/taken-back", test_taken_back);
  g_test_add_func ("/walk/killed/typed", test_typed);
  return g_test_run ();
}
