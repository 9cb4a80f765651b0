/* The file is damaged while one walks: one sentence says it, and after the next start what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "damage.h"
#include "store-fixture.h"
#include "veto-walker.h"

static void
test_while_walking (gconstpointer language)
{
  g_autoptr(VetoWalker) walker = veto_walker_new (language);
  g_autofree char *folder = NULL, *said = NULL, *before = NULL, *after = NULL;

  if (walker == NULL)
    return;
  folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 2);
  damage_table (folder, "steps");
  before = fixture_describe_folder (folder, "veto.db-shm");
  said = walker_dup_words (language, WORD_FILE_CHANGED, NULL, NULL);
  for (guint i = 0; i < 2; i++) /* the second time too */
    {
      veto_walker_press (walker, WORD_DONE_NEXT, NULL);
      veto_node_free (veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ANY, said));
      veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 2));
    }
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  after = fixture_describe_folder (folder, "veto.db-shm");
  g_assert_cmpstr (after, ==, before);

  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PROBLEM_DAMAGED, NULL, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_SET_ASIDE, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/damaged/while-walking/english", "en", test_while_walking);
  g_test_add_data_func ("/damaged/while-walking/german", "de", test_while_walking);
  return g_test_run ();
}
