/* With the keyboard alone, among letters, objections, accounts and data: what opens in front goes with Escape, and the keyboard
 * is then where it was before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-hands.h"

#define FACEBOOK "Facebook"

/* Something that opens in front, and what one sees in it */
typedef struct
{
  const char *opener;
  VetoKind    kind;
  const char *inside;
} Front;

static gboolean
is_focus_named (VetoDriver *driver, gpointer name)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

  return focused != NULL && g_str_equal (focused->name, name);
}

static void
expect_focus (VetoHands *hands, const char *name)
{
  g_autofree char *what = g_strdup_printf ("the keyboard at \"%s\"", name);

  veto_driver_wait_until (hands->walker->driver, what, is_focus_named, (gpointer) name);
}

/* Presses Tab until something whose name begins with @prefix has the keyboard. */
static void
tab_to (VetoHands *hands, const char *prefix)
{
  VetoNode *focused = veto_hands_wait_focused (hands);

  for (guint i = 0; i < VETO_HANDS_MOST_STOPS && !g_str_has_prefix (focused->name, prefix); i++)
    focused = veto_hands_tab (hands, focused);
  if (!g_str_has_prefix (focused->name, prefix))
    veto_driver_fail (hands->walker->driver, "Tab does not reach \"%s\"", prefix);
  veto_node_free (focused);
}

static void
open_front (VetoHands *hands, const Front *front)
{
  g_test_message ("%s", front->opener);
  tab_to (hands, front->opener);
  veto_hands_press (hands, "space");
  veto_node_free (veto_driver_wait_for_prefix (hands->walker->driver, front->kind, front->inside));
}

static gboolean
is_gone (VetoDriver *driver, gpointer data)
{
  const Front *front = data;
  g_autoptr(VetoNode) node = veto_driver_find_prefix (driver, front->kind, front->inside);

  return node == NULL;
}

static void
close_front (VetoHands *hands, const Front *front)
{
  veto_hands_press (hands, "Escape");
  veto_driver_wait_until (hands->walker->driver, "nothing in front", is_gone, (gpointer) front);
  veto_driver_key (hands->walker->driver,
                   "Shift_L"); /* no window manager gives the window behind its keyboard back */
  expect_focus (hands, front->opener);
}

static gboolean
is_focus_elsewhere (VetoDriver *driver, gpointer name)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

  return focused != NULL && !g_str_equal (focused->name, name);
}

/* What hangs on a button takes the keyboard, and Escape closes that alone. */
static void
check_popover (VetoHands *hands, const char *opener, const char *window)
{
  tab_to (hands, opener);
  veto_hands_press (hands, "space");
  veto_driver_wait_until (hands->walker->driver, "the keyboard in the list", is_focus_elsewhere,
                          (gpointer) opener);
  veto_hands_press (hands, "Escape");
  expect_focus (hands, opener);
  g_assert_true (veto_driver_shows (hands->walker->driver, VETO_KIND_WINDOW, window));
}

static void
check_front (VetoHands *hands, const Front *front)
{
  open_front (hands, front);
  close_front (hands, front);
}

/* A row of the sidebar, which is one stop for Tab, at the row of the page that is shown: @from */
static void
open_page (VetoHands *hands, const char *from, const char *prefix, const char *window)
{
  tab_to (hands, from);
  veto_hands_row_to (hands, prefix);
  veto_hands_press (hands, "Return");
  veto_node_free (veto_driver_wait_for (hands->walker->driver, VETO_KIND_WINDOW, window));
}

static void
open_row (VetoHands *hands, const char *prefix, VetoKind kind, const char *inside)
{
  tab_to (hands, prefix);
  veto_hands_press (hands, "Return");
  veto_node_free (veto_driver_wait_for_prefix (hands->walker->driver, kind, inside));
}

/* The whole objection, then its page and what happened with it; then the steps, and what is wrong with one of them */
static void
test_objection (void)
{
  static const Front happened = { "Something happened…", VETO_KIND_CHECK, "They answered" };
  static const Front report = { "Report a wrong step…", VETO_KIND_BUTTON, "Copy" };
  VetoHands         *hands = veto_hands_new ("en", NULL, 0, 0);

  veto_hands_press (hands, "Return");
  for (guint i = 0; i < hands->walker->guide->steps->len; i++)
    veto_hands_do_step (hands, walk_steps_get (hands->walker->guide->steps, i));
  veto_walker_expect (hands->walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, FACEBOOK, NULL);
  veto_hands_press (hands, "Return");
  veto_walker_expect_finished (hands->walker);
  open_page (hands, "Overview", FACEBOOK ": ", FACEBOOK " – Veto");
  check_front (hands, &happened);
  open_row (hands, "Look at the steps", VETO_KIND_ROW, "Step 1");
  open_row (hands, "Step 1", VETO_KIND_BUTTON, "It looks different for me");
  tab_to (hands, "It looks different for me");
  veto_hands_press (hands, "space");
  check_front (hands, &report);
  veto_hands_free (hands);
}

/* A letter is begun and left again; then an account, with a list to choose from in the window in front */
static void
test_letter_and_account (void)
{
  static const Front add = { "Add an account", VETO_KIND_CHECK, "Mine" };
  VetoHands         *hands = veto_hands_new ("en", NULL, 0, 0);

  veto_hands_press (hands, "Control+n");
  veto_node_free (veto_driver_wait_for (hands->walker->driver, VETO_KIND_WINDOW, "Write a letter – Veto"));
  open_row (hands, "Objection to AI training", VETO_KIND_ENTRY, "Search for a service");
  veto_hands_press (hands, "Alt+Left");
  veto_node_free (veto_driver_wait_for (hands->walker->driver, VETO_KIND_WINDOW, "Write a letter – Veto"));
  veto_node_free (veto_hands_wait_focused (hands));
  open_page (hands, "Letters", "Accounts", "Accounts – Veto");
  open_front (hands, &add);
  check_popover (hands, "Where is the account?: Facebook", "Add an account");
  close_front (hands, &add);
  veto_hands_free (hands);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/focus-back/objection", test_objection);
  g_test_add_func ("/focus-back/letter-and-account", test_letter_and_account);
  return g_test_run ();
}
