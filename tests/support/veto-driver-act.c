/* Using what is there: by its action as a screen reader does, with the pointer, or with the keyboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-driver-private.h"

#define MOST_TABS 200
#define MOST_NOTCHES 200
/* So long something may take to say that it has the keyboard that never says so, as an AdwEntryRow of libadwaita 1.2; Tab may
 * stay inside that. */
#define UNTOLD_FOCUS_MS 1000

typedef struct
{
  VetoNode *node;    /* borrowed */
  AtspiRect place;   /* of the node, in pixels on the screen */
  AtspiRect visible; /* what scrolled areas around it leave to see of it */
  AtspiRect pane;    /* the nearest of them; no width: there is none */
} Spot;

/* Leaves in @a what it has in common with @b; no width or height when that is nothing */
static void
intersect (AtspiRect *a, const AtspiRect *b)
{
  int right = MIN (a->x + a->width, b->x + b->width), bottom = MIN (a->y + a->height, b->y + b->height);

  a->x = MAX (a->x, b->x);
  a->y = MAX (a->y, b->y);
  a->width = MAX (right - a->x, 0);
  a->height = MAX (bottom - a->y, 0);
}

/* Moves what was measured from the content of a window to the screen. Only the place of the content in relation to that of
 * other things is true in every version of GTK, and the frame around it is as wide on all sides. */
static gboolean
move_to_screen (VetoDriver *driver, VetoNode *frame, Spot *spot)
{
  AtspiRect       *parts[] = { &spot->place, &spot->visible, &spot->pane };
  AtspiAccessible *child = atspi_accessible_get_child_at_index (frame->accessible, 0, NULL);
  g_autoptr(VetoNode) content = child != NULL ? veto_node_new (child, 0) : NULL;
  VetoWindow window;
  AtspiRect  origin;

  g_clear_object (&child);
  veto_node_read_name (frame);
  if (content == NULL || !veto_node_get_extents (content, &origin)
      || !veto_driver_get_window (driver, frame->name, &window))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i]->x += window.x + (window.width - origin.width) / 2 - origin.x;
      parts[i]->y += window.y + (window.height - origin.height) / 2 - origin.y;
    }
  return TRUE;
}

/* Finds out where the node is now. Returns: FALSE when it has no place on the screen */
static gboolean
find_spot (VetoDriver *driver, Spot *spot)
{
  g_autoptr(VetoNode) at = veto_node_new (spot->node->accessible, 0);

  if (at == NULL || !veto_node_get_extents (at, &spot->place))
    return FALSE;
  spot->visible = spot->place;
  spot->pane = (AtspiRect){ 0 };
  while (at->kind != VETO_KIND_WINDOW)
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (at->accessible, NULL);
      AtspiRect        place;

      g_clear_pointer (&at, veto_node_free);
      if (parent != NULL)
        at = veto_node_new (parent, 0);
      g_clear_object (&parent);
      if (at == NULL)
        return FALSE;
      if (at->role != ATSPI_ROLE_SCROLL_PANE || !veto_node_get_extents (at, &place))
        continue;
      intersect (&spot->visible, &place);
      if (spot->pane.width == 0)
        spot->pane = place;
    }
  return move_to_screen (driver, at, spot);
}

static gboolean
is_in_view (const Spot *spot)
{
  int y = spot->place.y + spot->place.height / 2, x = spot->place.x + spot->place.width / 2;

  return x >= spot->visible.x && x < spot->visible.x + spot->visible.width && y >= spot->visible.y
         && y < spot->visible.y + spot->visible.height;
}

/* Whether the node was at the same place at the last look: while a page is built or scrolled it moves */
static gboolean
is_at_rest (VetoDriver *driver, gpointer data)
{
  Spot     *spot = data;
  AtspiRect before = spot->place;

  return find_spot (driver, spot) && memcmp (&before, &spot->place, sizeof before) == 0;
}

typedef struct
{
  Spot     *spot;
  AtspiRect before;
} Move;

static gboolean
has_moved (VetoDriver *driver, gpointer data)
{
  Move *move = data;

  return find_spot (driver, move->spot)
         && memcmp (&move->before, &move->spot->place, sizeof move->before) != 0;
}

/* Turns the wheel at the edge of the scrolled area, where nothing else takes it, until the node is in view and at rest. */
static void
bring_into_view (VetoDriver *driver, Spot *spot)
{
  for (int i = 0; i < MOST_NOTCHES; i++)
    {
      gboolean is_below;

      veto_driver_wait_until (driver, "a place where it stays", is_at_rest, spot);
      if (is_in_view (spot))
        return;
      if (spot->pane.width == 0)
        break;
      is_below = spot->place.y + spot->place.height / 2 > spot->pane.y + spot->pane.height / 2;
      veto_driver_turn_wheel (driver, spot->pane.x + 2, spot->pane.y + spot->pane.height / 2, is_below);
      veto_driver_wait_until (driver, "a page that moves when the wheel is turned", has_moved,
                              &(Move){ spot, spot->place });
    }
  veto_driver_fail (driver, "\"%s\" cannot be brought into view", spot->node->name);
}

/* Scrolls the page with the wheel until the first of @kind named @name can be seen. */
void
veto_driver_scroll_to (VetoDriver *driver, VetoKind kind, const char *name)
{
  g_autoptr(VetoNode) node = veto_driver_wait_for (driver, kind, name);

  veto_driver_note (driver, "scrolled to %s \"%s\"", veto_kind_get_name (kind), name);
  bring_into_view (driver, &(Spot){ .node = node });
}

static void
click_node (VetoDriver *driver, VetoNode *node)
{
  Spot       spot = { .node = node };
  VetoWindow window;

  if (veto_driver_get_window (driver, NULL, &window) && window.has_popover)
    veto_driver_fail (driver,
                      "the pointer cannot find \"%s\": a popover is open, and GTK does not say where it is",
                      node->name);
  bring_into_view (driver, &spot);
  veto_driver_click_at (driver, spot.place.x + spot.place.width / 2, spot.place.y + spot.place.height / 2);
}

/**
 * veto_driver_click:
 *
 * Clicks with the pointer into the middle of the first of @kind named @name, as soon as it can be used; scrolls there first.
 * For tests of the pointer: GTK 4.18 leaves the padding of what is around a thing out of its place, so that the middle of
 * something small deep inside is not quite where it says, and no GTK says where a popover is, so that clicking in one fails.
 * Anything else uses veto_driver_press().
 */
void
veto_driver_click (VetoDriver *driver, VetoKind kind, const char *name)
{
  g_autoptr(VetoNode) node = veto_driver_wait_usable (driver, kind, name);

  veto_driver_note (driver, "clicked on %s \"%s\"", veto_kind_get_name (kind), name);
  click_node (driver, node);
}

typedef struct
{
  VetoCondition condition;
  gpointer      data;
  int           x, y; /* where the hand is */
  guint         n_moves;
} Hand;

/* A hand that waits is never quite still, and what it drags says where it is with each move. */
static gboolean
moves_until (VetoDriver *driver, gpointer data)
{
  Hand *hand = data;

  if (hand->condition (driver, hand->data))
    return TRUE;
  veto_driver_move_to (driver, hand->x + (int) (hand->n_moves % 2) * 3,
                       hand->y + (int) (hand->n_moves / 2 % 2) * 3);
  hand->n_moves++;
  return FALSE;
}

/**
 * veto_driver_drag:
 * @x, @y: pixels on the screen: what is dragged
 * @has_begun: whether it hangs on the pointer
 * @kind, @name: what it is dragged to; the first of them
 * @is_taken: whether it may be let go of there
 * @data: for both
 *
 * Drags from another program to this one, with the pointer.
 */
void
veto_driver_drag (VetoDriver   *driver,
                  int           x,
                  int           y,
                  VetoCondition has_begun,
                  VetoKind      kind,
                  const char   *name,
                  VetoCondition is_taken,
                  gpointer      data)
{
  g_autoptr(VetoNode) node = veto_driver_wait_usable (driver, kind, name);
  Spot spot = { .node = node };
  Hand hand = { has_begun, data, x + 20, y - 20, 0 };

  veto_driver_note (driver, "dragged to %s \"%s\"", veto_kind_get_name (kind), name);
  bring_into_view (driver, &spot);
  veto_driver_hold_at (driver, x, y);
  veto_driver_wait_until (driver, "the thing on the pointer", moves_until, &hand);
  hand =
    (Hand){ is_taken, data, spot.place.x + spot.place.width / 2, spot.place.y + spot.place.height / 2, 0 };
  veto_driver_wait_until (driver, "a place that takes it", moves_until, &hand);
  veto_driver_let_go (driver);
}

static gboolean
is_focused (VetoDriver *driver, gpointer node)
{
  return veto_node_has_state (node, ATSPI_STATE_FOCUSED);
}

/* Gives the keyboard to the node and presses what uses it. Returns: FALSE when it does not take the keyboard */
static gboolean
use_key (VetoDriver *driver, VetoNode *node)
{
  AtspiComponent *component = atspi_accessible_get_component_iface (node->accessible);
  gboolean        takes_focus;

  veto_driver_focus_window (driver);
  takes_focus = component != NULL && atspi_component_grab_focus (component, NULL)
                && veto_driver_poll_until (driver, UNTOLD_FOCUS_MS, is_focused, node);
  if (takes_focus)
    veto_driver_key (driver, node->kind == VETO_KIND_CHECK ? "space" : "Return");
  g_clear_object (&component);
  return takes_focus;
}

/**
 * veto_driver_press:
 *
 * Uses the first of @kind named @name as soon as it is showing and can be used: with the action that it offers to a screen
 * reader; or, because GTK offers none for rows, check boxes and menu items, with the keyboard; or with the pointer.
 */
void
veto_driver_press (VetoDriver *driver, VetoKind kind, const char *name)
{
  g_autoptr(VetoNode) node = veto_driver_wait_usable (driver, kind, name);

  veto_driver_note (driver, "pressed %s \"%s\"", veto_kind_get_name (kind), name);
  if (!veto_node_do_action (driver, node) && !use_key (driver, node))
    click_node (driver, node);
}

static gboolean
is_focus_elsewhere (VetoDriver *driver, gpointer accessible)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

  return (focused != NULL ? focused->accessible : NULL) != accessible;
}

/**
 * veto_driver_tab_to:
 *
 * Presses Tab until the first of @kind named @name has the keyboard. Fails when Tab comes round without getting there, or
 * gets stuck.
 */
void
veto_driver_tab_to (VetoDriver *driver, VetoKind kind, const char *name)
{
  g_autoptr(VetoNode) start = NULL;
  g_autoptr(VetoNode) wanted = veto_driver_wait_for (driver, kind, name);

  veto_driver_note (driver, "going to %s \"%s\" with Tab", veto_kind_get_name (kind), name);
  for (int i = 0; i < MOST_TABS; i++)
    {
      g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

      if (focused != NULL && focused->accessible == wanted->accessible)
        return;
      if (start != NULL && focused != NULL && focused->accessible == start->accessible)
        break;
      veto_driver_key (driver, "Tab");
      if (focused == NULL)
        veto_driver_poll_until (driver, UNTOLD_FOCUS_MS, is_focus_elsewhere, NULL);
      else
        veto_driver_wait_until (driver, "another place for the keyboard after Tab", is_focus_elsewhere,
                                focused->accessible);
      if (start == NULL)
        start = g_steal_pointer (&focused);
    }
  veto_driver_fail (driver, "Tab does not reach the %s \"%s\"", veto_kind_get_name (kind), name);
}

static gboolean
is_focused_or_untold (VetoDriver *driver, gpointer accessible)
{
  g_autoptr(VetoNode) focused = veto_driver_find_focused (driver);

  return focused == NULL || focused->accessible == accessible;
}

/**
 * veto_driver_fill:
 * @entry: name of the entry
 * @text: UTF-8, one line
 *
 * Writes @text with the keyboard in the place of what is in the entry, and waits until it stands there; a password is not
 * shown to anybody, so that it is only typed.
 */
void
veto_driver_fill (VetoDriver *driver, const char *entry, const char *text)
{
  g_autoptr(VetoNode) node = veto_driver_wait_usable (driver, VETO_KIND_ENTRY, entry);
  AtspiComponent *component;

  veto_driver_note (driver, "filled \"%s\"", entry);
  veto_driver_focus_window (driver);
  component = atspi_accessible_get_component_iface (node->accessible);
  if (component == NULL || !atspi_component_grab_focus (component, NULL))
    click_node (driver, node);
  g_clear_object (&component);
  veto_driver_wait_until (driver, "the keyboard in the entry", is_focused_or_untold, node->accessible);
  veto_driver_key (driver, "Control+a");
  if (text[0] != '\0')
    veto_driver_type (driver, text);
  else
    veto_driver_key (driver, "BackSpace");
  if (node->role != ATSPI_ROLE_PASSWORD_TEXT)
    veto_driver_wait_text (driver, entry, text);
}
