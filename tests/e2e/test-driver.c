/* The driver of the end-to-end tests, tried on a small window: finding, reading, using, and the keyboard alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "veto-driver.h"

#define UMLAUTS "Jörg Äpfel-Straße 5 € <zoë@example.org>"

static VetoDriver *
start_sample (void)
{
  const char *const argv[] = { g_getenv ("VETO_TEST_SAMPLE"), NULL };
  VetoDriver       *driver = veto_driver_new ();

  veto_driver_start (driver, argv);
  return driver;
}

static void
test_find (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();
  g_autoptr(VetoNode) prefix = veto_driver_find_prefix (driver, VETO_KIND_BUTTON, "Copy the");

  g_assert_nonnull (prefix);
  g_assert_cmpstr (prefix->name, ==, "Copy the name");
  g_assert_true (veto_driver_shows (driver, VETO_KIND_WINDOW, "Sample"));
  g_assert_true (veto_driver_shows (driver, VETO_KIND_HEADING, "What people write"));
  g_assert_true (veto_driver_shows (driver, VETO_KIND_LABEL, "Nothing yet"));
  g_assert_true (veto_driver_shows (driver, VETO_KIND_LIST, "Pages"));
  g_assert_true (veto_driver_shows (driver, VETO_KIND_ROW, "Long page"));
  g_assert_true (veto_driver_shows (driver, VETO_KIND_ENTRY, "Login"));
  g_assert_true (veto_driver_shows (driver, VETO_KIND_CHECK, "Remind me"));

  g_assert_false (veto_driver_shows (driver, VETO_KIND_ENTRY, "Save"));     /* another kind */
  g_assert_false (veto_driver_shows (driver, VETO_KIND_BUTTON, "Sav"));     /* only a part of the name */
  g_assert_false (veto_driver_shows (driver, VETO_KIND_ANY, "Never seen")); /* not visible */
  g_assert_false (veto_driver_shows (driver, VETO_KIND_ANY, "Because it is so.")); /* folded away */
  g_assert_false (veto_driver_shows (driver, VETO_KIND_ANY, "Line 1")); /* on a page that was not shown yet */
  g_assert_false (veto_driver_shows (driver, VETO_KIND_ANY, "GtkImage")); /* a type is no name */
}

static void
test_names (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();
  g_auto(GStrv) names = veto_driver_list_names (driver);
  guint n_saves = 0;

  g_assert_cmpstr (names[0], ==, "Sample");
  g_assert_true (g_strv_contains ((const char *const *) names, "Not now"));
  g_assert_false (g_strv_contains ((const char *const *) names, "Line 1"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      n_saves += g_str_equal (names[i], "Save"); /* the button, and not once more its label */
      g_assert_false (g_str_has_prefix (names[i], "Gtk") || g_str_has_prefix (names[i], "Adw"));
    }
  g_assert_cmpuint (n_saves, ==, 1);
}

static void
test_tree (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();
  g_autoptr(GPtrArray) nodes = veto_driver_list_nodes (driver);
  g_autofree char *tree = veto_driver_dup_tree (driver);
  VetoNode        *first = g_ptr_array_index (nodes, 0);

  g_assert_cmpint (first->kind, ==, VETO_KIND_WINDOW);
  g_assert_cmpuint (first->depth, ==, 0);
  for (guint i = 1; i < nodes->len; i++)
    {
      VetoNode *node = g_ptr_array_index (nodes, i), *before = g_ptr_array_index (nodes, i - 1);
      g_assert_cmpuint (node->depth, >, 0);
      g_assert_cmpuint (node->depth, <=, before->depth + 1);
    }
  g_assert_nonnull (strstr (tree, "window \"Sample\"\n"));
  g_assert_nonnull (strstr (tree, "  button \"Not now\" (insensitive)\n"));
  g_assert_nonnull (strstr (tree, "  entry \"Name\" []\n"));
}

static void
test_states (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();
  g_autoptr(VetoNode) slider = veto_driver_wait_for (driver, VETO_KIND_SLIDER, "How often");
  g_autoptr(VetoNode) useless = veto_driver_wait_for (driver, VETO_KIND_BUTTON, "Not now");
  g_autoptr(VetoNode) close = veto_driver_wait_for (driver, VETO_KIND_BUTTON, "Close");
  g_autofree char *description = veto_node_dup_description (close);

  g_assert_false (veto_node_is_sensitive (useless));
  g_assert_true (veto_node_is_sensitive (close));
  g_assert_cmpfloat (veto_node_get_value (slider), ==, 3);
  g_assert_true (isnan (veto_node_get_value (close)));
  g_assert_cmpstr (description, !=, NULL);

  veto_driver_press (driver, VETO_KIND_CHECK, "I agree");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "I agree", ATSPI_STATE_CHECKED, TRUE);
  veto_driver_press (driver, VETO_KIND_CHECK, "I agree");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "I agree", ATSPI_STATE_CHECKED, FALSE);
  veto_driver_press (driver, VETO_KIND_CHECK, "Remind me");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "Remind me", ATSPI_STATE_CHECKED, TRUE);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Bold");
  veto_driver_wait_state (driver, VETO_KIND_BUTTON, "Bold", ATSPI_STATE_PRESSED, TRUE);
  veto_driver_press (driver, VETO_KIND_BUTTON, "Why?");
  veto_driver_wait_state (driver, VETO_KIND_BUTTON, "Why?", ATSPI_STATE_EXPANDED, TRUE);
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "Because it is so."));
  veto_driver_press (driver, VETO_KIND_ROW, "Long page");
  veto_driver_wait_state (driver, VETO_KIND_ROW, "Long page", ATSPI_STATE_SELECTED, TRUE);
}

static void
test_fill (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();

  veto_driver_fill (driver, "Name", "somebody else");
  veto_driver_fill (driver, "Name", UMLAUTS);
  veto_driver_fill (driver, "Login", "jörg.müller@example.org");
  veto_driver_fill (driver, "Secret", "pÄss wörd#1");
  veto_driver_press (driver, VETO_KIND_BUTTON, "Save");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL,
                                        "Saved: " UMLAUTS ", jörg.müller@example.org, pÄss wörd#1"));
  veto_driver_fill (driver, "Name", "");
  veto_driver_wait_text (driver, "Name", "");
}

static void
test_wait (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();

  veto_driver_press (driver, VETO_KIND_BUTTON, "Later");
  g_assert_false (veto_driver_shows (driver, VETO_KIND_LABEL, "It took a while"));
  veto_node_free (veto_driver_wait_for_prefix (driver, VETO_KIND_LABEL, "It took"));
  veto_driver_press (driver, VETO_KIND_BUTTON, "Save");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "That was saved"));
  veto_driver_wait_gone (driver, VETO_KIND_LABEL, "That was saved");
}

static void
test_scroll (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();

  veto_driver_press (driver, VETO_KIND_ROW, "Long page");
  veto_driver_click (driver, VETO_KIND_CHECK, "At the very end"); /* far below what can be seen */
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "At the very end", ATSPI_STATE_CHECKED, TRUE);
  veto_driver_scroll_to (driver, VETO_KIND_LABEL, "Line 1");
  veto_driver_press (driver, VETO_KIND_ROW, "Forms");
  veto_driver_wait_gone (driver, VETO_KIND_CHECK, "At the very end");
}

static void
test_click (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();

  veto_driver_click (driver, VETO_KIND_ROW, "Forms");
  veto_driver_wait_state (driver, VETO_KIND_ROW, "Forms", ATSPI_STATE_SELECTED, TRUE);
  veto_driver_click (driver, VETO_KIND_CHECK, "I agree");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "I agree", ATSPI_STATE_CHECKED, TRUE);
  veto_driver_click (driver, VETO_KIND_BUTTON, "Main menu");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_MENU_ITEM, "Greet"));
}

static void
test_menu (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();

  veto_driver_press (driver, VETO_KIND_BUTTON, "Main menu");
  veto_driver_press (driver, VETO_KIND_MENU_ITEM, "Greet");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "Hello"));
  veto_driver_press (driver, VETO_KIND_BUTTON, "Main menu");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_MENU_ITEM, "Greet"));
  veto_driver_key (driver, "Escape");
  veto_driver_wait_gone (driver, VETO_KIND_MENU_ITEM, "Greet");
}

static void
test_dialog (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();

  veto_driver_press (driver, VETO_KIND_BUTTON, "Ask");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_BUTTON, "No"));
  veto_driver_press (driver, VETO_KIND_BUTTON, "Yes");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "It was yes"));
  veto_driver_press (driver, VETO_KIND_BUTTON, "Ask");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_BUTTON, "Yes"));
  veto_driver_key (driver, "Escape"); /* goes to the window in front */
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "close"));
}

/* Everything that a hand on the keyboard can do, without a pointer and without an action */
static void
test_keyboard (void)
{
  g_autoptr(VetoDriver) driver = start_sample ();

  veto_driver_tab_to (driver, VETO_KIND_ROW, "Forms");
  veto_driver_key (driver, "Down");
  veto_driver_wait_focus (driver, VETO_KIND_ROW, "Long page");
  veto_driver_key (driver, "Return");
  veto_node_free (veto_driver_wait_for (driver, VETO_KIND_LABEL, "Line 1"));
  veto_driver_key (driver, "Up");
  veto_driver_wait_focus (driver, VETO_KIND_ROW, "Forms");
  veto_driver_key (driver, "Return");

  veto_driver_tab_to (driver, VETO_KIND_ENTRY, "Name");
  veto_driver_type (driver, UMLAUTS);
  veto_driver_wait_text (driver, "Name", UMLAUTS);
  veto_driver_tab_to (driver, VETO_KIND_CHECK, "I agree");
  veto_driver_key (driver, "space");
  veto_driver_wait_state (driver, VETO_KIND_CHECK, "I agree", ATSPI_STATE_CHECKED, TRUE);
  veto_driver_tab_to (driver, VETO_KIND_BUTTON, "Later");
  veto_driver_key (driver, "Shift+Tab");
  veto_driver_wait_focus (driver, VETO_KIND_BUTTON, "Save");
  veto_driver_key (driver, "Return");
  veto_node_free (veto_driver_wait_for_prefix (driver, VETO_KIND_LABEL, "Saved: " UMLAUTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/driver/find", test_find);
  g_test_add_func ("/driver/names", test_names);
  g_test_add_func ("/driver/tree", test_tree);
  g_test_add_func ("/driver/states", test_states);
  g_test_add_func ("/driver/fill", test_fill);
  g_test_add_func ("/driver/wait", test_wait);
  g_test_add_func ("/driver/scroll", test_scroll);
  g_test_add_func ("/driver/click", test_click);
  g_test_add_func ("/driver/menu", test_menu);
  g_test_add_func ("/driver/dialog", test_dialog);
  g_test_add_func ("/driver/keyboard", test_keyboard);
  return g_test_run ();
}
