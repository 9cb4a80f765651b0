/* Where the keyboard gets lost.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tab is pressed, so to speak, until it comes round: each thing that takes the keyboard must come once, in the order in which
 * one reads, and Shift+Tab must lead back the same way. */
#include <X11/Xlib.h>
#include <gdk/x11/gdkx.h>

#include "gallery-faults.h"
#include "scene.h"

#define MOST_STOPS 3000
#define MOST_LINKS 30 /* in one label: Tab goes from one to the next, and the keyboard stays in the label */

typedef struct
{
  GtkWidget *root;
  GPtrArray *faults;
  GPtrArray *stops; /* (element-type GtkWidget): where Tab leads, in this order */
} Walk;

static char *
dup_words (GtkWidget *widget)
{
  GtkWidget *label = scene_find (widget, GTK_TYPE_LABEL), *parent = gtk_widget_get_parent (widget);

  return g_strdup_printf ("a %s in a %s “%.40s”", G_OBJECT_TYPE_NAME (widget),
                          parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "-",
                          label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "");
}

static void
add_fault (Walk *walk, const char *what, GtkWidget *widget)
{
  g_autofree char *words = dup_words (widget);
  g_ptr_array_add (walk->faults, g_strdup_printf ("%s: %s", what, words));
}

/* A toast lies above all else, comes last, and goes by itself: GTK returns from it to where a list was left. */
static gboolean
is_in_toast (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "toast"))
      return TRUE;
  return FALSE;
}

/* Fills @stops with where the keyboard goes from nowhere until it comes to a place for the second time, or to the end.
 * Returns: (nullable): that place, if it is not the first one */
static GtkWidget *
go_round (Walk *walk, GtkDirectionType direction, GPtrArray *stops)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *before = NULL;
  guint      n_links = 0;

  gtk_root_set_focus (GTK_ROOT (walk->root), NULL);
  while (stops->len < MOST_STOPS)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (walk->root, direction);
      focus = gtk_root_get_focus (GTK_ROOT (walk->root));
      if (focus == NULL)
        return NULL;
      if (focus == before && GTK_IS_LABEL (focus) && n_links++ < MOST_LINKS)
        continue;
      n_links = 0;
      before = focus;
      if (!g_hash_table_add (seen, focus))
        return focus != stops->pdata[0] && !is_in_toast (stops->pdata[stops->len - 1]) ? focus : NULL;
      g_ptr_array_add (stops, focus);
    }
  return g_ptr_array_index (stops, stops->len - 1);
}

static gboolean
has_role (GtkWidget *widget, GtkAccessibleRole role)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role;
}

/* Of the radio buttons of a group, and of the rows of a list, it is enough that Tab reaches one: the arrow keys reach the
 * others. */
static gboolean
is_reached_by_arrows (Walk *walk, GtkWidget *widget)
{
  if (!has_role (widget, GTK_ACCESSIBLE_ROLE_RADIO) && !GTK_IS_LIST_BOX_ROW (widget))
    return FALSE;
  for (guint i = 0; i < walk->stops->len; i++)
    {
      GtkWidget *stop = walk->stops->pdata[i];

      if (gtk_widget_get_parent (stop) == gtk_widget_get_parent (widget)
          && has_role (stop, gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
can_be_reached (GtkWidget *widget, GtkWidget *root)
{
  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  for (; widget != root && widget != NULL; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_can_focus (widget))
      return FALSE;
  return TRUE;
}

/* It takes the keyboard only where nothing in it does, or is given it by the program alone, to be read out. */
static gboolean
passes_on (GtkWidget *widget)
{
  return GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_LIST_BOX (widget)
         || gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
         || has_role (widget, GTK_ACCESSIBLE_ROLE_GROUP) || has_role (widget, GTK_ACCESSIBLE_ROLE_STATUS)
         || has_role (widget, GTK_ACCESSIBLE_ROLE_ALERT) || has_role (widget, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
check_reached (GtkWidget *widget, gpointer data)
{
  Walk *walk = data;

  if (widget == walk->root || !can_be_reached (widget, walk->root) || passes_on (widget)
      || is_reached_by_arrows (walk, widget) || gtk_widget_get_native (widget) != GTK_NATIVE (walk->root))
    return;
  if (!g_ptr_array_find (walk->stops, widget, NULL))
    add_fault (walk, "Tab does not reach", widget);
}

/* What is scrolled is as one sees it from outside: where its scroller is. Returns: (transfer none): the outermost scroller
 * around @widget that @other is not in, or @widget */
static GtkWidget *
get_seen (GtkWidget *widget, GtkWidget *other)
{
  GtkWidget *seen = widget;

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    if (GTK_IS_SCROLLED_WINDOW (at) && !gtk_widget_is_ancestor (other, at))
      seen = at;
  return seen;
}

/* Where one reads on after @before: below, or beside it in the direction of reading. What holds @after, or is held by it, is
 * at the same place. */
static gboolean
is_read_after (Walk *walk, GtkWidget *before, GtkWidget *after)
{
  gboolean        is_rtl = gtk_widget_get_direction (walk->root) == GTK_TEXT_DIR_RTL;
  GtkWidget      *a = get_seen (before, after), *b = get_seen (after, before);
  graphene_rect_t from, to, both;
  float           ahead;

  if (gtk_widget_is_ancestor (a, b) || gtk_widget_is_ancestor (b, a)
      || !gtk_widget_compute_bounds (a, walk->root, &from) || !gtk_widget_compute_bounds (b, walk->root, &to))
    return TRUE;
  if (graphene_rect_intersection (&from, &to, &both) && both.size.width > 1 && both.size.height > 1)
    return TRUE; /* one is in front of the other, as a toast */
  ahead = is_rtl ? from.origin.x - (to.origin.x + to.size.width)
                 : to.origin.x - (from.origin.x + from.size.width);
  if (ahead > -1)
    return TRUE;
  return to.origin.y + to.size.height / 2 > from.origin.y + from.size.height / 2;
}

static void
check_order (Walk *walk)
{
  for (guint i = 1; i < walk->stops->len; i++)
    if (!is_read_after (walk, walk->stops->pdata[i - 1], walk->stops->pdata[i])
        && !is_in_toast (walk->stops->pdata[i]))
      {
        g_autofree char *before = dup_words (walk->stops->pdata[i - 1]);
        g_autofree char *after = dup_words (walk->stops->pdata[i]);

        g_ptr_array_add (walk->faults, g_strdup_printf ("Tab jumps back from %s to %s", before, after));
      }
}

/* The same stops the other way round; where it begins does not matter. */
static void
check_way_back (Walk *walk)
{
  g_autoptr(GPtrArray) back = g_ptr_array_new ();
  GtkWidget *trap = go_round (walk, GTK_DIR_TAB_BACKWARD, back);
  guint      n = walk->stops->len, first;

  if (trap != NULL)
    add_fault (walk, "Shift+Tab gets stuck at", trap);
  for (guint i = 0; i < n; i++)
    if (!g_ptr_array_find (back, walk->stops->pdata[i], NULL))
      add_fault (walk, "Shift+Tab does not reach", walk->stops->pdata[i]);
  if (back->len != n || !g_ptr_array_find (back, walk->stops->pdata[0], &first))
    return;
  for (guint i = 0; i < n; i++)
    if (back->pdata[(first + n - i) % n] != walk->stops->pdata[i])
      {
        add_fault (walk, "Shift+Tab comes another way to", walk->stops->pdata[i]);
        return;
      }
}

static void
collect_scroller (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    g_ptr_array_add (data, widget);
}

static void
walk_about (Walk *walk)
{
  GtkWidget *trap = go_round (walk, GTK_DIR_TAB_FORWARD, walk->stops);

  if (trap != NULL)
    add_fault (walk, "Tab gets stuck at", trap);
  if (walk->stops->len == 0)
    {
      g_ptr_array_add (walk->faults, g_strdup ("nothing takes the keyboard"));
      return;
    }
  scene_for_each (walk->root, check_reached, walk);
  check_order (walk);
  check_way_back (walk);
}

/* GTK 4.18 goes on from a row with a button in it only where the window is active (gtk_list_box_row_focus () of 4.18.6 asks
 * "has-focus", read on 2026-11-26), and there is no window manager to make it so. */
static void
activate (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  if (gtk_get_minor_version () <= 8 || gtk_window_is_active (window))
    return;
  XSetInputFocus (gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface)),
                  gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  while (!gtk_window_is_active (window))
    g_main_context_iteration (NULL, TRUE);
}

void
gallery_find_lost (GtkWidget *root, GPtrArray *faults)
{
  g_autoptr(GPtrArray) stops = g_ptr_array_new (), scrollers = g_ptr_array_new ();
  g_autofree double *places = NULL;
  GtkWidget         *focus;
  Walk               walk = { root, faults, stops };

  if (!GTK_IS_WINDOW (root))
    return; /* a popover's keyboard is its window's */
  activate (GTK_WINDOW (root));
  focus = gtk_root_get_focus (GTK_ROOT (root));
  scene_for_each (root, collect_scroller, scrollers);
  places = g_new0 (double, scrollers->len);
  for (guint i = 0; i < scrollers->len; i++)
    places[i] = gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrollers->pdata[i])));
  walk_about (&walk);
  gtk_root_set_focus (GTK_ROOT (root), focus);
  for (guint i = 0; i < scrollers->len; i++)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrollers->pdata[i])),
                              places[i]);
}
