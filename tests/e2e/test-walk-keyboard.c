/* The whole walk with the keyboard alone: what has it is always said, and it can always go on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-hands.h"

typedef struct
{
  const char *name;
  const char *language;
  const char *platform;      /* (nullable): NULL for the one that is proposed */
  int         width, height; /* of the window in pixels; 0: as Veto likes it */
  guint       most_keys;     /* nobody needs more when nothing goes wrong; letters are not counted */
} Sample;

static const Sample samples[] = {
  { "/walk/keyboard/english", "en", NULL, 0, 0, 20 },
  { "/walk/keyboard/german", "de", NULL, 0, 0, 20 },
  { "/walk/keyboard/other/german", "de", "instagram", 0, 0, 21 },
  { "/walk/keyboard/other/narrow", "de", "instagram", 360, 640, 23 },
};

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
go_round (VetoHands *hands)
{
  VetoDriver *driver = hands->walker->driver;
  g_autoptr(VetoNode) start = veto_hands_wait_focused (hands);
  g_autoptr(GHashTable) reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) nodes = NULL;
  VetoNode *focused = veto_hands_wait_focused (hands);
  gboolean  is_round = FALSE;
  guint     n_keys = hands->n_keys;

  g_assert_cmpstr (start->name, !=, "");
  for (guint i = 0; i < VETO_HANDS_MOST_STOPS && !is_round; i++)
    {
      focused = veto_hands_tab (hands, focused);
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

/* From the overview to the first step: what is proposed is one key away, another platform is in the list. */
static void
set_out (VetoHands *hands, const Sample *sample)
{
  g_autofree char *prefix = g_strconcat (hands->walker->platform->name, ": ", NULL);

  if (sample->platform != NULL)
    {
      veto_hands_row_to (hands, prefix);
      veto_hands_press (hands, "Return");
      veto_hands_expect_focus (hands, WORD_STEP_BY_STEP);
    }
  veto_hands_press (hands, "Return");
}

/* From the end of the walk to where it began: by way of the platform's page if one came from there, and of the sidebar where
 * there is no room for it beside the page */
static void
go_home (VetoHands *hands, const Sample *sample)
{
  veto_hands_press (hands, "Return");
  if (sample->platform != NULL)
    {
      veto_hands_expect_focus (hands, WORD_LOOK_AGAIN);
      veto_hands_press (hands, "Alt+Left");
    }
  if (sample->width > 0)
    {
      veto_walker_expect_sidebar (hands->walker, WORD_DONE, 0, 0);
      veto_hands_press (hands, "Home");
      veto_hands_expect_focus (hands, WORD_OVERVIEW);
      veto_hands_press (hands, "Return");
    }
}

static void
test_walk (gconstpointer data)
{
  const Sample *sample = data;
  VetoHands    *hands = veto_hands_new (sample->language, sample->platform, sample->width, sample->height);
  VetoWalker   *walker;

  if (hands == NULL)
    return;
  walker = hands->walker;
  set_out (hands, sample);
  for (guint i = 0; i < walker->guide->steps->len; i++)
    veto_hands_do_step (hands, walk_steps_get (walker->guide->steps, i));
  veto_walker_expect (walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, walker->platform->name, NULL);
  go_home (hands, sample);
  veto_walker_expect_finished (walker);
  veto_walker_expect_state (walker, WORD_DONE, 0, 0);
  veto_node_free (veto_hands_wait_focused (hands));
  g_test_message ("%u keys beside the letters", hands->n_keys);
  g_assert_cmpuint (hands->n_keys, <=, sample->most_keys);
  veto_hands_press (hands, "Control+q");
  g_assert_cmpint (veto_driver_wait_exit (walker->driver), ==, 0);
  veto_hands_free (hands);
}

/* On each page and each step */
static void
test_round (void)
{
  VetoHands *hands = veto_hands_new ("en", NULL, 0, 0);

  go_round (hands);
  veto_hands_press (hands, "Return");
  for (guint i = 0; i < hands->walker->guide->steps->len; i++)
    {
      const WalkStep *step = walk_steps_get (hands->walker->guide->steps, i);

      veto_hands_expect_step (hands, step);
      go_round (hands);
      veto_hands_expect_step (hands, step);
      veto_hands_do_step (hands, step);
    }
  veto_walker_expect (hands->walker, VETO_KIND_LABEL, WORD_PLATFORM_DONE, hands->walker->platform->name,
                      NULL);
  go_round (hands);
  veto_hands_press (hands, "Escape");
  veto_walker_expect_finished (hands->walker);
  go_round (hands);
  veto_hands_free (hands);
}

/* Alt+Left goes back and Escape stops, also while one writes; the focus is then at what one would do next. */
static void
test_back (void)
{
  VetoHands      *hands = veto_hands_new ("en", NULL, 0, 0);
  const WalkStep *first = walk_steps_get (hands->walker->guide->steps, 0);
  const WalkStep *second = walk_steps_get (hands->walker->guide->steps, 1);

  veto_hands_press (hands, "Return");
  veto_hands_do_step (hands, first);
  veto_hands_expect_step (hands, second);
  veto_hands_press (hands, "Alt+Left");
  veto_hands_expect_step (hands, first);
  veto_hands_press (hands, "Return");
  veto_hands_expect_step (hands, second);
  veto_hands_press (hands, "Escape");
  veto_hands_expect_focus (hands, WORD_CONTINUE);
  veto_hands_press (hands, "Return");
  veto_hands_expect_step (hands, second);
  veto_hands_press (hands, "Alt+Left");
  veto_hands_expect_step (hands, first);
  veto_hands_press (hands, "Alt+Left"); /* there is nothing before the first step but the overview */
  veto_hands_expect_focus (hands, WORD_CONTINUE);
  veto_hands_free (hands);
}

/* A detour, by what is seen in it */
static void
test_branch (void)
{
  VetoHands        *hands = veto_hands_new ("en", NULL, 0, 0);
  VetoWalker       *walker = hands->walker;
  const WalkStep   *step = walk_steps_get (walker->guide->steps, 0);
  const WalkBranch *branch = walk_guide_find_branch (walker->guide, "asks-ai-question");

  veto_hands_press (hands, "Return");
  veto_hands_expect_step (hands, step);
  veto_hands_tab_to (hands, WORD_LOOKS_DIFFERENT);
  veto_hands_press (hands, "space");
  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON,
                      veto_walker_get_text (walker, branch->path, "question"));
  veto_hands_press (hands, "Return");
  veto_hands_do_step (hands, walk_steps_get (branch->steps, 0));
  veto_hands_expect_step (hands, step);
  veto_hands_free (hands);
}

static void
wait_row (VetoHands *hands, const WalkGuide *guide, guint index)
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
  VetoHands  *hands = veto_hands_new ("en", NULL, 0, 0);
  VetoWalker *walker = hands->walker;

  veto_hands_tab_to (hands, WORD_OVERVIEW);
  veto_hands_press (hands, "Down");
  veto_driver_wait_focus (walker->driver, VETO_KIND_ROW, "Facebook: Not started");
  veto_hands_press (hands, "Return");
  veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_STEP_BY_STEP, NULL, NULL);
  veto_hands_tab_to (hands, WORD_STEP_BY_STEP);
  veto_hands_press (hands, "Tab");
  wait_row (hands, walker->guide, 0);
  veto_hands_press (hands, "Down");
  wait_row (hands, walker->guide, 1);
  veto_hands_press (hands, "Return");
  veto_hands_expect_step (hands, walk_steps_get (walker->guide->steps, 1));
  veto_hands_press (hands, "Escape");
  veto_hands_expect_focus (hands, WORD_STEP_BY_STEP);
  veto_hands_press (hands, "Alt+Left");
  veto_walker_expect (walker, VETO_KIND_HEADING, WORD_NEXT_PLATFORM, walker->platform->name, NULL);
  veto_node_free (veto_hands_wait_focused (hands));
  veto_hands_free (hands);
}

/* A menu and a list of keys that open in front, and go again with Escape without more */
static void
test_in_front (void)
{
  VetoHands      *hands = veto_hands_new ("en", NULL, 0, 0);
  VetoWalker     *walker = hands->walker;
  const WalkStep *step = walk_steps_get (walker->guide->steps, 0);

  veto_hands_press (hands, "Return");
  veto_hands_expect_step (hands, step);
  veto_hands_press (hands, "F10");
  veto_walker_expect (walker, VETO_KIND_MENU_ITEM, WORD_SKIP_ITEM, NULL, NULL);
  veto_hands_press (hands, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_MENU_ITEM, "Skip This Step");
  veto_hands_expect_focus (hands, WORD_MORE);
  veto_walker_expect_step (walker, step);
  veto_hands_press (hands, "Control+question");
  veto_node_free (veto_driver_wait_for_prefix (walker->driver, VETO_KIND_ANY, "Press the blue button"));
  veto_hands_press (hands, "Escape");
  veto_driver_wait_gone (walker->driver, VETO_KIND_ANY, "Press the blue button");
  veto_walker_expect_step (walker, step);
  veto_driver_tab_to (walker->driver, VETO_KIND_BUTTON,
                      "Open the page"); /* as if nothing had been in front */
  veto_hands_press (hands, "Return");
  g_free (veto_driver_wait_opened (walker->driver, 1));
  veto_hands_free (hands);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_walk);
  g_test_add_func ("/walk/keyboard/round", test_round);
  g_test_add_func ("/walk/keyboard/back", test_back);
  g_test_add_func ("/walk/keyboard/branch", test_branch);
  g_test_add_func ("/walk/keyboard/lists", test_lists);
  g_test_add_func ("/walk/keyboard/in-front", test_in_front);
  return g_test_run ();
}
