/* A legal term on a step, by keyboard and screen reader: opened, read, closed with Esc.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

/* Returns: (transfer full): the name of the row that explains the terms of the reason, which is open */
static char *
dup_title (VetoWalker *walker)
{
  g_autoptr(VetoNode) node = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_BUTTON, "What do ");
  return g_strdup (node->name);
}

static void
test_keyboard (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const WalkStep  *step = walk_steps_get (walker->guide->steps, 0);
  g_autofree char *title = NULL, *card = NULL;

  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_START, NULL);
  veto_walker_expect_step (walker, step);
  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON, "Why this step?");
  veto_driver_key (walker->driver, "space");
  title = dup_title (walker);

  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON, title);
  veto_driver_key (walker->driver, "space");
  {
    g_autoptr(VetoNode)
                 row = veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ROW, "GDPR: The GDPR is");
    card = g_strdup (row->name);
  }
  veto_driver_key (walker->driver, "Tab");
  veto_driver_wait_focus (walker->driver, VETO_KIND_ROW, card);

  /* Esc closes the explanation, not the step. */
  veto_driver_key (walker->driver, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_ROW, card);
  veto_driver_wait_focus (walker->driver, VETO_KIND_BUTTON, title);
  veto_walker_expect_step (walker, step);
}

/* Nothing but what accessibility offers: press, read. */
static void
test_screen_reader (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *title = NULL;

  veto_walker_start (walker, NULL);
  veto_walker_press (walker, WORD_START, NULL);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, "Why this step?");
  title = dup_title (walker);
  veto_driver_press (walker->driver, VETO_KIND_BUTTON, title);
  veto_node_free (veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ROW, "Article 21: "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/keyboard", test_keyboard);
  g_test_add_func ("/terms/screen-reader", test_screen_reader);
  return g_test_run ();
}
