/* Somebody who has a keyboard and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-hands.h"

void
veto_hands_press (VetoHands *hands, const char *key)
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

VetoNode *
veto_hands_wait_focused (VetoHands *hands)
{
  Focus focus = { 0 };

  veto_driver_wait_until (hands->walker->driver, "something that has the keyboard", is_elsewhere, &focus);
  return focus.found;
}

/* Returns: (transfer full): what has the keyboard after @key. Takes @before, what had it. */
static VetoNode *
move (VetoHands *hands, VetoNode *before, const char *key)
{
  Focus            focus = { .before = before->accessible };
  g_autofree char *what = g_strdup_printf ("another place for the keyboard after %s", key);

  veto_hands_press (hands, key);
  veto_driver_wait_until (hands->walker->driver, what, is_elsewhere, &focus);
  veto_node_free (before);
  return focus.found;
}

VetoNode *
veto_hands_tab (VetoHands *hands, VetoNode *before)
{
  return move (hands, before, "Tab");
}

void
veto_hands_tab_to (VetoHands *hands, Word word)
{
  g_autofree char *name = walker_dup_words (hands->walker->language, word, NULL, NULL);
  VetoNode        *focused = veto_hands_wait_focused (hands);
  gboolean         found = FALSE;

  for (guint i = 0; i < VETO_HANDS_MOST_STOPS && !found; i++)
    {
      focused = veto_hands_tab (hands, focused);
      found = g_str_equal (focused->name, name);
    }
  veto_node_free (focused);
  if (!found)
    veto_driver_fail (hands->walker->driver, "Tab does not reach \"%s\"", name);
}

void
veto_hands_row_to (VetoHands *hands, const char *prefix)
{
  VetoNode *focused = veto_hands_wait_focused (hands);
  gboolean  found = FALSE;

  while (focused->kind != VETO_KIND_ROW)
    focused = veto_hands_tab (hands, focused);
  for (guint i = 0; i < VETO_HANDS_MOST_STOPS && !found; i++)
    {
      found = g_str_has_prefix (focused->name, prefix);
      if (!found)
        focused = move (hands, focused, "Down");
    }
  veto_node_free (focused);
  if (!found)
    veto_driver_fail (hands->walker->driver, "Down does not reach \"%s\"", prefix);
}

void
veto_hands_expect_step (VetoHands *hands, const WalkStep *step)
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
void
veto_hands_expect_focus (VetoHands *hands, Word word)
{
  g_autofree char *name = walker_dup_words (hands->walker->language, word, NULL, NULL);
  g_autofree char *what = g_strdup_printf ("the keyboard at \"%s\"", name);

  veto_driver_wait_until (hands->walker->driver, what, is_focus_named, name);
}

void
veto_hands_do_step (VetoHands *hands, const WalkStep *step)
{
  VetoWalker *walker = hands->walker;

  veto_hands_expect_step (hands, step);
  if (step->links[0] != NULL)
    {
      guint n_opened = veto_driver_count_opened (walker->driver);

      veto_hands_press (hands, "Return");
      g_free (veto_driver_wait_opened (walker->driver, n_opened + 1));
      veto_walker_expect (walker, VETO_KIND_BUTTON, WORD_DONE_NEXT, NULL, NULL);
    }
  if (g_str_equal (step->id, "email"))
    veto_driver_type (walker->driver, WALKER_LOGIN);
  if (step->is_optional)
    {
      veto_hands_tab_to (hands, WORD_SKIP);
      veto_hands_press (hands, "space");
    }
  else
    veto_hands_press (hands, "Return");
}

VetoHands *
veto_hands_new (const char *language, const char *platform, int width, int height)
{
  VetoWalker *walker = platform != NULL ? veto_walker_new_for (language, platform)
                                        : veto_walker_new (language);
  VetoHands  *hands = NULL;

  if (walker == NULL)
    return NULL;
  hands = g_new0 (VetoHands, 1);
  hands->walker = walker;
  veto_walker_start (walker, NULL);
  if (width > 0)
    veto_driver_resize (walker->driver, width, height);
  veto_hands_expect_focus (hands, WORD_START);
  return hands;
}

void
veto_hands_free (VetoHands *hands)
{
  veto_walker_free (hands->walker);
  g_free (hands);
}
