/* What is too small for a finger.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-faults.h"
#include "scene.h"

#define LEAST 44 /* pixels, at the usual text size */

typedef struct
{
  GtkWidget *root;
  GPtrArray *faults;
} Search;

/* A row that leads somewhere; others only say something. */
static gboolean
is_active_row (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));
}

/* What GTK makes in an expander to be pressed */
static gboolean
is_title (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL && g_str_equal (gtk_widget_get_css_name (widget), "title")
         && gtk_widget_get_ancestor (parent, GTK_TYPE_EXPANDER) != NULL;
}

static gboolean
can_be_pressed (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget) || !gtk_widget_get_can_target (widget))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_ENTRY (widget) || is_active_row (widget) || is_title (widget);
}

/* The desktop's own, in the corner of every window: they are as large as everywhere. */
static gboolean
is_of_desktop (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

/* A button that is drawn small may have a larger one around it, which does the same. */
static gboolean
is_in_larger (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return GTK_IS_SWITCH (widget) && row != NULL && is_active_row (row);
}

static void
check_size (GtkWidget *widget, gpointer data)
{
  Search         *search = data;
  GtkWidget      *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds;

  if (!can_be_pressed (widget) || is_of_desktop (widget) || is_in_larger (widget)
      || !gtk_widget_compute_bounds (widget, search->root, &bounds))
    return;
  if (bounds.size.height + 0.5f >= LEAST && bounds.size.width + 0.5f >= LEAST)
    return;
  g_ptr_array_add (search->faults,
                   g_strdup_printf ("too small for a finger: %.0f×%.0f: a %s (%s) in a %s",
                                    (double) bounds.size.width, (double) bounds.size.height,
                                    G_OBJECT_TYPE_NAME (widget), gtk_widget_get_css_name (widget),
                                    parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "-"));
}

void
gallery_find_small (GtkWidget *root, GPtrArray *faults)
{
  Search search = { root, faults };
  scene_for_each (root, check_size, &search);
}
