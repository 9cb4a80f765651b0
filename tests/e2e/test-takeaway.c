/* The steps for somewhere else, with the keyboard alone: onto the clipboard, where another program finds all of them, and to the
 * printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-walker.h"

/* Enough to go through a menu twice */
#define MOST_KEYS 20

static void
assert_has (VetoWalker *walker, const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    veto_driver_fail (walker->driver, "\"%s\" is not on the clipboard, but:\n%s", words, text);
}

static gboolean
is_something_copied (VetoDriver *driver, gpointer data)
{
  g_autofree char *text = veto_driver_dup_clipboard (driver);
  return *text != '\0';
}

/* Every step of the proposed guide, with its addresses */
static void
expect_pasted (VetoWalker *walker)
{
  g_autofree char *text = NULL;

  veto_driver_wait_until (walker->driver, "something on the clipboard", is_something_copied, NULL);
  text = veto_driver_dup_clipboard (walker->driver);
  assert_has (walker, text, walker->platform->name);
  for (guint i = 0; i < walker->guide->steps->len; i++)
    {
      const WalkStep *step = walk_steps_get (walker->guide->steps, i);

      assert_has (walker, text, veto_walker_get_text (walker, step->path, "title"));
      for (guint k = 0; step->links[k] != NULL; k++)
        assert_has (walker, text, step->links[k]);
    }
}

/* Goes to the button with the Tab key and presses it. */
static void
press_by_keyboard (VetoWalker *walker, Word word)
{
  g_autofree char *name = walker_dup_words (walker->language, word, NULL, NULL);

  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON, name);
  veto_driver_key (walker->driver, "space");
}

static void
test_copy (gconstpointer language)
{
  g_autoptr(VetoWalker) walker = veto_walker_new (language);

  if (walker == NULL)
    return;
  veto_walker_start (walker, NULL);
  veto_walker_open_platform (walker);
  press_by_keyboard (walker, WORD_COPY_STEPS);
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_COPIED_STEPS, NULL, NULL);
  expect_pasted (walker);
}

static gboolean
is_focus_named (VetoDriver *driver, const char *name)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);
  return focused != NULL && g_str_equal (focused->name, name);
}

/* The same in the midst of the walk, by the menu. */
static void
test_menu (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *name = NULL;

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 1);
  veto_driver_key (walker->driver, "F10");
  veto_walker_expect (walker, VETO_KIND_MENU_ITEM, WORD_COPY_STEPS_ITEM, NULL, NULL);
  name = walker_dup_words (walker->language, WORD_COPY_STEPS_ITEM, NULL, NULL);
  for (guint i = 0; i < MOST_KEYS && !is_focus_named (walker->driver, name); i++)
    veto_driver_key (walker->driver, "Down");
  veto_driver_key (walker->driver, "Return");
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_COPIED_STEPS, NULL, NULL);
  expect_pasted (walker);
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 1));
}

/* Ctrl+P asks for a printer; Escape, and all is as before, without a word. */
static void
test_print (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");

  veto_walker_start (walker, NULL);
  veto_walker_walk_to (walker, 1);
  veto_driver_key (walker->driver, "Control+p");
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_WINDOW, "Print"));
  veto_driver_key (walker->driver, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_WINDOW, "Print");
  g_assert_false (veto_driver_shows (walker->driver, VETO_KIND_LABEL, "Not printed"));
  veto_walker_expect_step (walker, walk_steps_get (walker->guide->steps, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/takeaway/copy/english", "en", test_copy);
  g_test_add_data_func ("/takeaway/copy/german", "de", test_copy);
  g_test_add_func ("/takeaway/menu", test_menu);
  g_test_add_func ("/takeaway/print", test_print);
  return g_test_run ();
}
