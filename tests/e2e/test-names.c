/* What a screen reader hears, in German: nothing that can be used is without a name, and no name is in another language.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-walker.h"

/* Only words of the interface that differ between the two tell. */
static gboolean
is_other_language (const char *name)
{
  for (Word word = 0; word < N_WORDS; word++)
    {
      g_autofree char *english = walker_dup_words ("en", word, "\001", "\001");
      g_autofree char *german = walker_dup_words ("de", word, "\001", "\001");

      if (g_str_equal (name, english) && !g_str_equal (english, german))
        return TRUE;
    }
  return FALSE;
}

/* Everything that is showing now, also what is scrolled out of sight. @where: for the words of a failure */
static void
check_names (VetoWalker *walker, const char *where)
{
  g_autoptr(GPtrArray) nodes = veto_driver_list_nodes (walker->driver);
  guint n_named = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      VetoNode *node = g_ptr_array_index (nodes, i);

      if (node->kind != VETO_KIND_OTHER && node->name[0] == '\0')
        veto_driver_fail (walker->driver, "%s: a %s has no name", where, veto_kind_get_name (node->kind));
      if (is_other_language (node->name))
        veto_driver_fail (walker->driver, "%s: \"%s\" is not German", where, node->name);
      n_named += node->name[0] != '\0';
    }
  g_assert_cmpuint (n_named, >=, 5); /* or it was looked at before it was there */
}

static void
check_menu (VetoWalker *walker, Word button, Word item)
{
  g_autofree char *name = walker_dup_words (walker->language, item, NULL, NULL);

  veto_walker_press (walker, button, NULL);
  veto_walker_expect (walker, VETO_KIND_MENU_ITEM, item, NULL, NULL);
  check_names (walker, name);
  veto_driver_key (walker->driver, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_MENU_ITEM, name);
}

static void
open_expander (VetoWalker *walker, Word word)
{
  g_autofree char *name = walker_dup_words (walker->language, word, NULL, NULL);

  veto_driver_press (walker->driver, VETO_KIND_BUTTON, name);
  veto_driver_wait_state (walker->driver, VETO_KIND_BUTTON, name, ATSPI_STATE_EXPANDED, TRUE);
}

static gboolean
is_focus_a_source (VetoDriver *driver, gpointer as_of)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

  return focused != NULL && strstr (focused->name, as_of) != NULL;
}

/* Also inside of a source */
static void
check_sources (VetoWalker *walker)
{
  g_autofree char *name = walker_dup_words (walker->language, WORD_SOURCES, NULL, NULL);
  g_autofree char *as_of = walker_dup_words (walker->language, WORD_AS_OF, "", NULL);
  g_autoptr(VetoNode) source = NULL;

  veto_driver_press (walker->driver, VETO_KIND_ROW, name);
  veto_walker_press (walker, WORD_TO_SOURCES, NULL);
  veto_driver_wait_until (walker->driver, "the first source with the keyboard", is_focus_a_source, as_of);
  source = veto_driver_find_focused (walker->driver);
  veto_driver_key (walker->driver, "space");
  veto_driver_wait_state (walker->driver, VETO_KIND_BUTTON, source->name, ATSPI_STATE_EXPANDED, TRUE);
  check_names (walker, name);
}

/* Each page, before, in the middle and after; with all that can be opened in it */
static void
test_all (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("de");
  guint last;

  if (walker == NULL)
    return;
  last = walker->guide->steps->len - 1;
  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_START, NULL, NULL);
  check_names (walker, "the overview");
  veto_walker_open_platform (walker);
  check_names (walker, "the platform page");
  veto_walker_press (walker, WORD_STEP_BY_STEP, NULL);
  for (guint i = 0; i <= last; i++)
    {
      const WalkStep *step = walk_steps_get (walker->guide->steps, i);

      veto_walker_expect_step (walker, step);
      open_expander (walker, WORD_WHY);
      open_expander (walker, WORD_LOOKS_DIFFERENT);
      check_names (walker, step->path);
      if (i == 0)
        check_menu (walker, WORD_MORE, WORD_SKIP_ITEM);
      veto_walker_do_step (walker, step);
    }
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  check_names (walker, "the end");
  veto_walker_press (walker, WORD_FINISH, NULL);
  veto_walker_expect_row (walker, walker->guide, last, WORD_DONE, N_WORDS);
  check_names (walker, "the platform page afterwards");
  check_sources (walker);
}

/* In a narrow window there are other buttons, and the sidebar is a page of its own. */
static void
test_narrow (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("de");

  if (walker == NULL)
    return;
  veto_walker_start (walker, NULL);
  veto_driver_resize (walker->driver, 360, 640);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_BACK, NULL, NULL);
  check_names (walker, "the narrow overview");
  veto_walker_press (walker, WORD_BACK, NULL);
  veto_driver_wait_gone (walker->driver, VETO_KIND_BUTTON, "Zurück");
  check_names (walker, "the sidebar alone");
  veto_walker_open_platform (walker);
  check_names (walker, "the narrow platform page");
}

static void
test_problem (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("de");
  g_autofree char *path = NULL;

  if (walker == NULL)
    return;
  path = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL)); /* a file where the folder should be */
  veto_walker_start (walker, NULL);
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_TRY_AGAIN, NULL, NULL);
  check_names (walker, "the page about a problem");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/all", test_all);
  g_test_add_func ("/names/narrow", test_narrow);
  g_test_add_func ("/names/problem", test_problem);
  return g_test_run ();
}
