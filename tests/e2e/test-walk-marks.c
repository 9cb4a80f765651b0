/* What one did can be looked at again, taken back, and begun anew; and what newer guidance changed is said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-store-rows.h"
#include "veto-walker.h"

static const WalkStep *
get_step (VetoWalker *walker, guint index)
{
  return walk_steps_get (walker->guide->steps, index);
}

/* From the overview of somebody who has done nothing, to the platform page with three steps done or skipped */
static void
do_three_steps (VetoWalker *walker)
{
  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 3);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_open_platform (walker);
}

static void
expect_three_steps (VetoWalker *walker)
{
  veto_walker_expect_row (walker, walker->guide, 0, WORD_DONE, N_WORDS);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_DONE, N_WORDS);
  veto_walker_expect_row (walker, walker->guide, 2, N_WORDS, WORD_SKIPPED);
  veto_walker_expect_row (walker, walker->guide, 3, WORD_THIS_IS_NEXT, N_WORDS);
}

static void
expect_no_steps (VetoWalker *walker)
{
  veto_walker_expect_row (walker, walker->guide, 0, WORD_THIS_IS_NEXT, N_WORDS);
  veto_walker_expect_row (walker, walker->guide, 1, N_WORDS, N_WORDS);
  veto_walker_expect_row (walker, walker->guide, 2, N_WORDS, WORD_NOT_REQUIRED);
  veto_walker_expect_row (walker, walker->guide, 3, N_WORDS, N_WORDS);
}

static void
test_start_over (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  do_three_steps (walker);
  expect_three_steps (walker);
  veto_walker_press (walker, WORD_START_OVER, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_ALL_OPEN, NULL, NULL);
  expect_no_steps (walker);
  veto_walker_press (walker, WORD_UNDO, NULL);
  expect_three_steps (walker);

  veto_driver_kill (walker->driver); /* the way back is as safe as the way there */
  veto_walker_start (walker, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, 3, get_step (walker, 3));
}

static void
choose_in_menu (VetoWalker *walker, Word item)
{
  g_autofree char *more = walker_dup_words (walker->language, WORD_MORE, NULL, NULL);
  g_autofree char *name = walker_dup_words (walker->language, item, NULL, NULL);

  veto_driver_press (walker->driver, VETO_KIND_BUTTON, more);
  veto_driver_press (walker->driver, VETO_KIND_MENU_ITEM, name);
}

/* The same in the middle of the walk: it begins anew, and after Undo what is on the screen is done again. */
static void
test_start_over_in_walk (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 3);
  choose_in_menu (walker, WORD_START_OVER_ITEM);
  veto_walker_expect_step (walker, get_step (walker, 0));
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_OPEN_PAGE, NULL, NULL);
  veto_walker_press (walker, WORD_UNDO, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_DID_THIS, NULL, NULL);
  veto_walker_press (walker, WORD_NEXT, NULL);
  veto_walker_expect_step (walker, get_step (walker, 1));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_DID_THIS, NULL, NULL);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, 3, get_step (walker, 3));
}

/* A step that is not optional can be left out as well; it is done later, before the end. */
static void
test_skip (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 1);
  choose_in_menu (walker, WORD_SKIP_ITEM);
  veto_walker_expect_step (walker, get_step (walker, 2));
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_SKIPPED, NULL, NULL);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_open_platform (walker);
  veto_walker_expect_row (walker, walker->guide, 1, N_WORDS, WORD_SKIPPED);
}

/* A done step is looked at without being undone; taken back, it is the next one. */
static void
test_revisit (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  do_three_steps (walker);
  veto_walker_press_row (walker, walker->guide, 0, WORD_DONE, N_WORDS);
  veto_walker_expect_step (walker, get_step (walker, 0));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_DID_THIS, NULL, NULL);
  veto_walker_press (walker, WORD_NEXT, NULL);
  veto_walker_expect_step (walker, get_step (walker, 1));
  g_assert_cmpuint (veto_driver_count_opened (walker->driver), ==, 1);
  veto_walker_press (walker, WORD_NOT_AFTER_ALL, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_DONE_NEXT, NULL, NULL);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_expect_row (walker, walker->guide, 0, WORD_DONE, N_WORDS);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_THIS_IS_NEXT, N_WORDS);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_walker_expect_step (walker, get_step (walker, 1));
}

/* Writes into the database that the step was described differently when it was done. */
static void
make_step_old (VetoWalker *walker, const WalkStep *step)
{
  g_autofree char *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoStore) store = veto_store_open (folder, VETO_STORE_TOOL, &error);
  g_autoptr(GPtrArray) cases = NULL;
  VetoStoreCase *row;
  VetoStoreStep  old = { .guide = walker->guide->id, .step = step->id, .revision = (char *) "old", .at = 1 };

  g_assert_no_error (error);
  cases = veto_store_read_cases (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  row = g_ptr_array_index (cases, 0);
  veto_store_set_step (store, row->id, &old, &error);
  g_assert_no_error (error);
}

/* What changed is said on the platform page and in the step; all other progress stays. */
static void
test_changed (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  do_three_steps (walker);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  make_step_old (walker, get_step (walker, 0));
  make_step_old (walker, get_step (walker, 1));

  veto_walker_start (walker, NULL);
  veto_walker_expect_place (walker, WORD_NEXT_FINISH, 3, get_step (walker, 3));
  veto_walker_open_platform (walker);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_DONE, WORD_CHANGED_SINCE);
  veto_walker_press_row (walker, walker->guide, 0, WORD_DONE, WORD_CHANGED_SINCE);
  veto_walker_expect_step (walker, get_step (walker, 0));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_STEP_CHANGED, NULL, NULL);
  veto_walker_press (walker, WORD_STILL_RIGHT, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_DID_THIS, NULL, NULL);
  g_assert_false (veto_walker_sees (walker, VETO_KIND_LABEL, WORD_STEP_CHANGED, NULL));

  veto_walker_press (walker, WORD_NEXT, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_STEP_CHANGED, NULL, NULL);
  veto_walker_press (walker, WORD_DO_AGAIN, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_DONE_NEXT, NULL,
                      NULL); /* the entry is another one from here on */
  veto_walker_do_step (walker, get_step (walker, 1));
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  expect_three_steps (walker);
}

/* What begins with these words. */
static void
press_prefix (VetoWalker *walker, VetoKind kind, Word word)
{
  g_autofree char *prefix = walker_dup_words (walker->language, word, NULL, NULL);
  g_autoptr(VetoNode) node = veto_driver_wait_for_prefix (walker->driver, kind, prefix);

  veto_driver_press (walker->driver, kind, node->name);
}

/* When everything is done, the overview says so below what is next, and leads by way of the case to the step. */
static void
test_changed_after_the_end (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  guint last = walker->guide->steps->len - 1;

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, last);
  veto_walker_do_step (walker, get_step (walker, last));
  veto_walker_press (walker, WORD_FINISH, NULL);
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  make_step_old (walker, get_step (walker, 3));

  veto_walker_start (walker, NULL);
  press_prefix (walker, VETO_KIND_BUTTON, WORD_SEE_CHANGES);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_HAVE_READ, NULL, NULL);
  press_prefix (walker, VETO_KIND_ROW, WORD_LOOK_AT_STEPS);
  veto_walker_press_row (walker, walker->guide, 3, WORD_DONE, WORD_CHANGED_SINCE);
  veto_walker_press (walker, WORD_STILL_RIGHT, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_DID_THIS, NULL, NULL);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_expect_row (walker, walker->guide, 3, WORD_DONE, N_WORDS);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_LOOK_AGAIN, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/marks/start-over", test_start_over);
  g_test_add_func ("/walk/marks/start-over-in-walk", test_start_over_in_walk);
  g_test_add_func ("/walk/marks/skip", test_skip);
  g_test_add_func ("/walk/marks/revisit", test_revisit);
  g_test_add_func ("/walk/marks/changed", test_changed);
  g_test_add_func ("/walk/marks/changed-after-the-end", test_changed_after_the_end);
  return g_test_run ();
}
