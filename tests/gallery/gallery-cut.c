/* Words that are cut off, and widgets that reach out of the one they are in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "gallery-faults.h"
#include "scene.h"
#include "veto-ring.h"
#include "veto-screen-view.h"
#include "veto-sidebar-row.h"
#include "veto-step-number.h"
#include "veto-tile.h"

typedef struct
{
  GtkWidget *root;
  GPtrArray *faults;
} Search;

static void G_GNUC_PRINTF (2, 3) add_fault (Search *search, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (search->faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
may_be_shortened (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, ADW_TYPE_HEADER_BAR) != NULL
         || gtk_widget_get_ancestor (label, VETO_TYPE_SIDEBAR_ROW) != NULL;
}

/* GTK counts margins to the size that is asked for, but not to the one that is given. */
static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int across = gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  int along = gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
  int least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
      return least - across;
    }
  gtk_widget_measure (widget, orientation, for_size + across, &least, NULL, NULL, NULL);
  return least - along;
}

static void
check_label (GtkWidget *widget, Search *search)
{
  int         width = gtk_widget_get_allocated_width (widget);
  int         height = gtk_widget_get_allocated_height (widget);
  int         least_width = measure (widget, GTK_ORIENTATION_HORIZONTAL, -1);
  int         least_height = measure (widget, GTK_ORIENTATION_VERTICAL, width);
  const char *text = gtk_label_get_text (GTK_LABEL (widget));

  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && !may_be_shortened (widget))
    add_fault (search, "shortened: %s", text);
  if (width < least_width || height < least_height)
    add_fault (search, "%d x %d pixels instead of %d x %d: %s", width, height, least_width, least_height,
               text);
}

/* What draws itself stays within its own bounds. */
static void
check_drawing (GtkWidget *widget, Search *search)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot    *snapshot = gtk_snapshot_new ();
  int             width = gdk_paintable_get_intrinsic_width (paintable);
  int             height = gdk_paintable_get_intrinsic_height (paintable);
  GskRenderNode  *node;
  graphene_rect_t drawn;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  gsk_render_node_get_bounds (node, &drawn);
  gsk_render_node_unref (node);
  if (drawn.origin.x < -1 || drawn.origin.y < -1 || drawn.origin.x + drawn.size.width > (float) width + 1
      || drawn.origin.y + drawn.size.height > (float) height + 1)
    add_fault (search, "a %s of %d x %d draws from %.0f,%.0f to %.0f,%.0f", G_OBJECT_TYPE_NAME (widget),
               width, height, drawn.origin.x, drawn.origin.y, drawn.origin.x + drawn.size.width,
               drawn.origin.y + drawn.size.height);
}

gboolean
gallery_draws_itself (GtkWidget *widget)
{
  return VETO_IS_RING (widget) || VETO_IS_SCREEN_VIEW (widget) || VETO_IS_STEP_NUMBER (widget)
         || VETO_IS_TILE (widget);
}

static const char *
get_words (GtkWidget *widget)
{
  GtkWidget *label = scene_find (widget, GTK_TYPE_LABEL);
  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "no words";
}

/* A part that GTK's own widgets draw, such as the slider of a scrollbar, which is wider than its bar, or the arrow of a list
 * that drops down, which moves some pixels into the padding of its button when the words just fit; or a title with its subtitle,
 * which from libadwaita 1.4 on may use the padding of the header */
static gboolean
is_part_of_theme (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkGizmo") || ADW_IS_WINDOW_TITLE (widget)
         || (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkBuiltinIcon")
             && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL);
}

/* Of margins and shadows of the theme one pixel may stand out. */
static void
check_place (GtkWidget *widget, Search *search)
{
  GtkWidget      *parent = gtk_widget_get_parent (widget);
  graphene_rect_t place, room;

  if (widget == search->root || GTK_IS_NATIVE (widget) || GTK_IS_VIEWPORT (parent) || GTK_IS_TEXT (parent)
      || is_part_of_theme (widget))
    return; /* a surface of its own, or one can scroll to it */
  if (!gtk_widget_compute_bounds (widget, parent, &place)
      || !gtk_widget_compute_bounds (parent, parent, &room))
    return;
  graphene_rect_inset (&room, -1, -1);
  if (place.size.width > 0 && place.size.height > 0 && !graphene_rect_contains_rect (&room, &place))
    add_fault (search, "a %s reaches out of its %s, from %.0f,%.0f to %.0f,%.0f in %.0f x %.0f: %s",
               G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (parent), place.origin.x, place.origin.y,
               place.origin.x + place.size.width, place.origin.y + place.size.height, room.size.width - 2,
               room.size.height - 2, get_words (widget));
}

static void
check_widget (GtkWidget *widget, gpointer data)
{
  check_place (widget, data);
  if (GTK_IS_LABEL (widget))
    check_label (widget, data);
  else if (gallery_draws_itself (widget))
    check_drawing (widget, data);
}

void
gallery_find_cut (GtkWidget *root, GPtrArray *faults)
{
  Search search = { root, faults };
  scene_for_each (root, check_widget, &search);
}
