/* The whole walk with the keyboard alone: what has it is always said, and it can always go on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker.h"

#define MOST_STOPS 60

/* Nobody needs more for the walk when nothing goes wrong; letters are not counted. */
#define MOST_KEYS 20

typedef struct
{
  VetoWalker *walker;
  guint       n_keys;
} Hands;

static void
press (Hands *hands, const char *key)
{
  veto_driver_key (hands->walker->driver, key);
  hands->n_keys++;
}

/* The focus as it was at the last look */
typedef struct
{
  AtspiAccessible *before; /* (nullable): where it is to be no more */
  VetoNode        *found;
} Focus;

static gboolean
is_elsewhere (VetoDriver *driver, gpointer data)
{
  Focus *focus = data;

  g_clear_pointer (&focus->found, veto_node_free);
  focus->found = veto_driver_find_focused (driver);
  return focus->found != NULL && focus->found->accessible != focus->before;
}

/* Returns: (transfer full): what has the keyboard */
static VetoNode *
wait_focused (VetoDriver *driver)
{
  Focus focus = { 0 };

  veto_driver_wait_until (driver, "something that has the keyboard", is_elsewhere, &focus);
  return focus.found;
}

/* Returns: (transfer full): what has the keyboard after Tab. Takes @before, what had it. */
static VetoNode *
tab (Hands *hands, VetoNode *before)
{
  Focus focus = { .before = before->accessible };

  press (hands, "Tab");
  veto_driver_wait_until (hands->walker->driver, "another place for the keyboard after Tab", is_elsewhere,
                          &focus);
  veto_node_free (before);
  return focus.found;
}

static void
tab_to (Hands *hands, Word word)
{
  g_autofree char *name = walker_dup_words (hands->walker->language, word, NULL, NULL);
  VetoNode        *focused = wait_focused (hands->walker->driver);
  gboolean         found = FALSE;

  for (guint i = 0; i < MOST_STOPS && !found; i++)
    {
      focused = tab (hands, focused);
      found = g_str_equal (focused->name, name);
    }
  veto_node_free (focused);
  if (!found)
    veto_driver_fail (hands->walker->driver, "Tab does not reach \"%s\"", name);
}

/* The buttons of the window's frame, which have keys of their own everywhere */
static gboolean
is_of_frame (VetoNode *node)
{
  return g_str_equal (node->name, "Minimize") || g_str_equal (node->name, "Maximize")
         || g_str_equal (node->name, "Close");
}

static gboolean
is_stop (VetoNode *node)
{
  return (node->kind == VETO_KIND_BUTTON || node->kind == VETO_KIND_ENTRY || node->kind == VETO_KIND_CHECK)
         && veto_node_is_sensitive (node);
}

/* Tab leads to everything that can be used, and round again. Keys of this are not counted. */
static void
go_round (Hands *hands)
{
  VetoDriver *driver = hands->walker->driver;
  g_autoptr(VetoNode) start = wait_focused (driver);
  g_autoptr(GHashTable) reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) nodes = NULL;
  VetoNode *focused = wait_focused (driver);
  gboolean  is_round = FALSE;
  guint     n_keys = hands->n_keys;

  g_assert_cmpstr (start->name, !=, "");
  for (guint i = 0; i < MOST_STOPS && !is_round; i++)
    {
      focused = tab (hands, focused);
      is_round = focused->accessible == start->accessible;
      g_hash_table_add (reached, g_strdup (focused->name));
    }
  veto_node_free (focused);
  if (!is_round)
    veto_driver_fail (driver, "Tab does not come round to \"%s\"", start->name);

  nodes = veto_driver_list_nodes (driver);
  for (guint i = 0; i < nodes->len; i++)
    {
      VetoNode *node = g_ptr_array_index (nodes, i);

      if (is_stop (node) && !g_hash_table_contains (reached, node->name) && !is_of_frame (node))
        veto_driver_fail (driver, "Tab does not reach the %s \"%s\"", veto_kind_get_name (node->kind),
                          node->name);
    }
  hands->n_keys = n_keys;
}

/* The focus is on the step, which is then read out, or in the field that it asks to fill in. */
static void
expect_step (Hands *hands, const WalkStep *step)
{
  VetoWalker *walker = hands->walker;

  veto_walker_expect_step (walker, step);
  if (g_str_equal (step->id, "email"))
    {
      g_autofree char *login = walker_dup_words (walker->language, WORD_LOGIN, NULL, NULL);
      veto_driver_wait_focus (walker->driver, VETO_KIND_ENTRY, login);
    }
  else
    veto_driver_wait_focus (walker->driver, VETO_KIND_OTHER,
                            veto_walker_get_text (walker, step->path, "title"));
}

static gboolean
is_focus_named (VetoDriver *driver, gpointer name)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

  return focused != NULL && g_str_equal (focused->name, name);
}

/* Asks what has the focus, because a menu button is two, one in the other, of the same name. */
static void
expect_focus (Hands *hands, Word word)
{
  g_autofree char *name = walker_dup_words (hands->walker->language, word, NULL, NULL);
  g_autofree char *what = g_strdup_printf ("the keyboard at \"%s\"", name);

  veto_driver_wait_until (hands->walker->driver, what, is_focus_named, name);
}

/* Does the step whose page has the focus. */
static void
do_step (Hands *hands, const WalkStep *step)
{
  VetoWalker *walker = hands->walker;

  expect_step (hands, step);
  if (step->links[0] != NULL)
    {
      guint n_opened = veto_driver_count_opened (walker->driver);

      press (hands, "Return");
      g_free (veto_driver_wait_opened (walker->driver, n_opened + 1));
      veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_DONE_NEXT, NULL, NULL);
    }
  if (g_str_equal (step->id, "email"))
    veto_driver_type (walker->driver, WALKER_LOGIN);
  if (step->is_optional)
    {
      tab_to (hands, WORD_SKIP);
      press (hands, "space");
    }
  else
    press (hands, "Return");
}

static Hands *
start (const char *language)
{
  VetoWalker *walker = veto_walker_new (language);
  Hands      *hands = NULL;

  if (walker == NULL)
    return NULL;
  hands = g_new0 (Hands, 1);
  hands->walker = walker;
  veto_walker_start (walker, NULL);
  expect_focus (hands, WORD_START);
  return hands;
}

static void
stop (Hands *hands)
{
  veto_walker_free (hands->walker);
  g_free (hands);
}

static void
test_walk (gconstpointer language)
{
  Hands *hands = start (language);

  if (hands == NULL)
    return;
  press (hands, "Return");
  for (guint i = 0; i < hands->walker->guide->steps->len; i++)
    do_step (hands, walk_steps_get (hands->walker->guide->steps, i));
  veto_walker_expect (hands->walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, hands->walker->platform->name,
                      NULL);
  press (hands, "Return");
  veto_walker_expect_finished (hands->walker);
  veto_node_free (wait_focused (hands->walker->driver));
  g_test_message ("%u keys beside the letters", hands->n_keys);
  g_assert_cmpuint (hands->n_keys, <=, MOST_KEYS);
  press (hands, "Control+q");
  g_assert_cmpint (veto_driver_wait_exit (hands->walker->driver), ==, 0);
  stop (hands);
}

/* On each page and each step */
static void
test_round (void)
{
  Hands *hands = start ("en");

  go_round (hands);
  press (hands, "Return");
  for (guint i = 0; i < hands->walker->guide->steps->len; i++)
    {
      const WalkStep *step = walk_steps_get (hands->walker->guide->steps, i);

      expect_step (hands, step);
      go_round (hands);
      expect_step (hands, step);
      do_step (hands, step);
    }
  veto_walker_expect (hands->walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, hands->walker->platform->name,
                      NULL);
  go_round (hands);
  press (hands, "Escape");
  veto_walker_expect_finished (hands->walker);
  go_round (hands);
  stop (hands);
}

/* Alt+Left goes back and Escape stops, also while one writes; the focus is then at what one would do next. */
static void
test_back (void)
{
  Hands          *hands = start ("en");
  const WalkStep *first = walk_steps_get (hands->walker->guide->steps, 0);
  const WalkStep *second = walk_steps_get (hands->walker->guide->steps, 1);

  press (hands, "Return");
  do_step (hands, first);
  expect_step (hands, second);
  press (hands, "Alt+Left");
  expect_step (hands, first);
  press (hands, "Return");
  expect_step (hands, second);
  press (hands, "Escape");
  expect_focus (hands, WORD_CONTINUE);
  press (hands, "Return");
  expect_step (hands, second);
  press (hands, "Alt+Left");
  expect_step (hands, first);
  press (hands, "Alt+Left"); /* there is nothing before the first step but the overview */
  expect_focus (hands, WORD_CONTINUE);
  stop (hands);
}

/* A detour, by what is seen in it */
static void
test_branch (void)
{
  Hands            *hands = start ("en");
  VetoWalker       *walker = hands->walker;
  const WalkStep   *step = walk_steps_get (walker->guide->steps, 0);
  const WalkBranch *branch = walk_guide_find_branch (walker->guide, "asks-ai-question");

  press (hands, "Return");
  expect_step (hands, step);
  tab_to (hands, WORD_LOOKS_DIFFERENT);
  press (hands, "space");
  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON,
                      veto_walker_get_text (walker, branch->path, "question"));
  press (hands, "Return");
  do_step (hands, walk_steps_get (branch->steps, 0));
  expect_step (hands, step);
  stop (hands);
}

static void
wait_row (Hands *hands, const WalkGuide *guide, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *name =
    walker_dup_words ("en", WORD_STEP_ROW, number,
                      veto_walker_get_text (hands->walker, walk_steps_get (guide->steps, index)->path,
                                            "title"));
  g_autoptr(VetoNode) row = veto_driver_wait_for_prefix (hands->walker->driver, VETO_KIND_ROW, name);

  veto_driver_wait_focus (hands->walker->driver, VETO_KIND_ROW, row->name);
}

/* The sidebar and the list of steps by arrow keys */
static void
test_lists (void)
{
  Hands      *hands = start ("en");
  VetoWalker *walker = hands->walker;

  tab_to (hands, WORD_OVERVIEW);
  press (hands, "Down");
  veto_driver_wait_focus (walker->driver, VETO_KIND_ROW, "Facebook: Not started");
  press (hands, "Return");
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_STEP_BY_STEP, NULL, NULL);
  tab_to (hands, WORD_STEP_BY_STEP);
  press (hands, "Tab");
  wait_row (hands, walker->guide, 0);
  press (hands, "Down");
  wait_row (hands, walker->guide, 1);
  press (hands, "Return");
  expect_step (hands, walk_steps_get (walker->guide->steps, 1));
  press (hands, "Escape");
  expect_focus (hands, WORD_STEP_BY_STEP);
  press (hands, "Alt+Left");
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  veto_node_free (wait_focused (walker->driver));
  stop (hands);
}

/* A menu and a list of keys that open in front, and go again with Escape without more */
static void
test_in_front (void)
{
  Hands          *hands = start ("en");
  VetoWalker     *walker = hands->walker;
  const WalkStep *step = walk_steps_get (walker->guide->steps, 0);

  press (hands, "Return");
  expect_step (hands, step);
  press (hands, "F10");
  veto_walker_expect (walker, VETO_KIND_MENU_ITEM, WORD_SKIP_ITEM, NULL, NULL);
  press (hands, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_MENU_ITEM, "Skip This Step");
  expect_focus (hands, WORD_MORE);
  veto_walker_expect_step (walker, step);
  press (hands, "Control+question");
  veto_node_free (veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ANY, "Press the blue button"));
  press (hands, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_ANY, "Press the blue button");
  veto_walker_expect_step (walker, step);
  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON,
                      "Open the page"); /* as if nothing had been in front */
  press (hands, "Return");
  g_free (veto_driver_wait_opened (walker->driver, 1));
  stop (hands);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/walk/keyboard/english", "en", test_walk);
  g_test_add_data_func ("/walk/keyboard/german", "de", test_walk);
  g_test_add_func ("/walk/keyboard/round", test_round);
  g_test_add_func ("/walk/keyboard/back", test_back);
  g_test_add_func ("/walk/keyboard/branch", test_branch);
  g_test_add_func ("/walk/keyboard/lists", test_lists);
  g_test_add_func ("/walk/keyboard/in-front", test_in_front);
  return g_test_run ();
}
