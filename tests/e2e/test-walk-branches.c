/* “It looks different for me”: each detour to its end and back, and the other ways to the same goal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

/* A branch that several steps lead to has its steps done after the first time. */
static void
do_detour (VetoWalker *walker, const WalkBranch *branch, gboolean is_known)
{
  const char *question = veto_walker_get_text (walker, branch->path, "question");

  veto_walker_take_branch (walker, branch);
  for (guint i = 0; i < branch->steps->len; i++)
    {
      const WalkStep  *step = walk_steps_get (branch->steps, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *n_steps = g_strdup_printf ("%u", branch->steps->len);

      veto_walker_expect_step (walker, step);
      veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_LABEL, question)); /* why one is here */
      veto_walker_expect (walker, VETO_KIND_LABEL, WORD_IN_BETWEEN, number, n_steps);
      if (branch->guide_id != NULL && i + 1 == branch->steps->len)
        veto_walker_end_detour (walker, step, WORD_DID_NOT_WORK);
      else if (is_known)
        veto_walker_press (walker, WORD_NEXT, NULL);
      else
        veto_walker_do_step (walker, step);
    }
}

/* From each step of the proposed guide, each of its branches */
static void
test_all (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_START, NULL);
  for (guint i = 0; i < walker->guide->steps->len; i++)
    {
      const WalkStep *step = walk_steps_get (walker->guide->steps, i);

      veto_walker_expect_step (walker, step);
      for (guint j = 0; step->branches[j] != NULL; j++)
        {
          const WalkBranch *branch = walk_guide_find_branch (walker->guide, step->branches[j]);

          do_detour (walker, branch, g_hash_table_contains (known, branch->id));
          g_hash_table_add (known, branch->id);
          if (branch->guide_id != NULL)
            {
              const WalkGuide *other = walk_platform_find_guide (walker->platform, branch->guide_id);

              veto_walker_expect_step (walker, walk_steps_get (other->steps, 0));
              veto_walker_take_guide (walker, walker->guide);
            }
          veto_walker_expect_step (walker, step);
        }
      veto_walker_do_step (walker, step);
    }
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  g_assert_cmpuint (g_hash_table_size (known), ==, walker->guide->branches->len);
}

/* Back in a detour leads through it, and out of it. */
static void
test_back (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const WalkStep   *step = walk_steps_get (walker->guide->steps, 0);
  const WalkBranch *branch = walk_guide_find_branch (walker->guide, step->branches[0]);

  g_assert_cmpuint (branch->steps->len, >=, 2);
  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_START, NULL);
  veto_walker_expect_step (walker, step);
  veto_walker_take_branch (walker, branch);
  veto_walker_do_step (walker, walk_steps_get (branch->steps, 0));
  veto_walker_expect_step (walker, walk_steps_get (branch->steps, 1));
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_walker_expect_step (walker, walk_steps_get (branch->steps, 0));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_YOU_DID_THIS, NULL, NULL);
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_walker_expect_step (walker, step);
}

static void
choose_way (VetoWalker *walker, const WalkGuide *guide)
{
  const char *title = veto_walker_get_text (walker, guide->path, "title");

  veto_driver_press (walker->driver, VETO_KIND_ROW, title);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING, title));
}

/* The marks of each way are its own; what was entered is known to all of them. */
static void
test_other_way (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const WalkGuide *menus = walk_platform_find_guide (walker->platform, "menus");
  g_autofree char *login = walker_dup_words ("en", WORD_LOGIN, NULL, NULL);

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 2);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_open_platform (walker);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_DONE, N_WORDS);

  choose_way (walker, menus);
  veto_walker_expect_row (walker, menus, 0, WORD_THIS_IS_NEXT, N_WORDS);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  for (guint i = 0; !g_str_equal (walk_steps_get (menus->steps, i)->id, "email"); i++)
    veto_walker_do_step (walker, walk_steps_get (menus->steps, i));
  veto_driver_wait_text (walker->driver, login, WALKER_LOGIN);
  veto_walker_press (walker, WORD_STOP_HERE, NULL);
  veto_walker_expect_row (walker, menus, 0, WORD_DONE, N_WORDS);

  choose_way (walker, walker->guide);
  veto_walker_expect_row (walker, walker->guide, 0, WORD_DONE, N_WORDS);
  veto_walker_expect_row (walker, walker->guide, 1, WORD_DONE, N_WORDS);
  veto_walker_expect_row (walker, walker->guide, 2, WORD_THIS_IS_NEXT, WORD_NOT_REQUIRED);
  veto_walker_press (walker, WORD_CONTINUE, NULL);
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 2));
  veto_walker_take_guide (walker, menus);
  veto_walker_expect_step (walker, walk_steps_get (menus->steps, 7));
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/branches/all", test_all);
  g_test_add_func ("/walk/branches/back", test_back);
  g_test_add_func ("/walk/branches/other-way", test_other_way);
  return g_test_run ();
}
