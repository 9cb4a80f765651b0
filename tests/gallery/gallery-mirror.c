/* What does not turn when one reads from right to left.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "gallery-faults.h"
#include "scene.h"

#define TOLERANCE 2 /* pixels: a middle is rounded to one side */

typedef struct
{
  GtkWidget      *widget;
  graphene_rect_t place; /* in the window */
} Place;

typedef struct
{
  GtkWidget *root;
  GArray    *places;
} Search;

/* What GTK itself does not turn: scrollbars come and go with the pointer, what is in a field is scrolled by what is typed,
 * the icon of a field for passwords stays on the right, and so does the knob of a switch that is on. */
static gboolean
is_inside_of_toolkit (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_TEXT) != NULL || GTK_IS_SWITCH (parent)
         || GTK_IS_EDITABLE (parent);
}

static void
add_place (GtkWidget *widget, gpointer data)
{
  Search *search = data;
  Place   place = { .widget = widget };

  if (widget == search->root || GTK_IS_NATIVE (widget) || is_inside_of_toolkit (widget)
      || !gtk_widget_compute_bounds (widget, search->root, &place.place) || place.place.size.width < 1)
    return;
  g_array_append_val (search->places, place);
}

static GArray *
collect_places (GtkWidget *root)
{
  Search search = { root, g_array_new (FALSE, FALSE, sizeof (Place)) };

  scene_for_each (root, add_place, &search);
  return search.places;
}

static gboolean
is_mirrored (const graphene_rect_t *a, const graphene_rect_t *b, float width)
{
  return fabsf (width - a->origin.x - a->size.width - b->origin.x) <= TOLERANCE
         && fabsf (a->size.width - b->size.width) <= TOLERANCE;
}

static const char *
get_words (GtkWidget *widget)
{
  GtkWidget *label = scene_find (widget, GTK_TYPE_LABEL);
  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "no words";
}

/* (nullable): where @widget is in @places, from @start on: nearly always right there */
static const Place *
find_place (GArray *places, guint start, GtkWidget *widget)
{
  for (guint i = start; i < places->len; i++)
    if (g_array_index (places, Place, i).widget == widget)
      return &g_array_index (places, Place, i);
  return NULL;
}

/* What came or went in the meantime, such as the answer of the keyring, is compared on no page. */
static void
compare_places (GArray *left, GArray *right, float width, GPtrArray *faults)
{
  for (guint i = 0; i < left->len; i++)
    {
      const Place *a = &g_array_index (left, Place, i);
      const Place *b = find_place (right, i, a->widget);

      if (b != NULL && !is_mirrored (&a->place, &b->place, width))
        g_ptr_array_add (
          faults, g_strdup_printf ("not turned: a %s at %.0f to %.0f, read from right to left at %.0f to "
                                   "%.0f of %.0f: %s",
                                   G_OBJECT_TYPE_NAME (a->widget), a->place.origin.x,
                                   a->place.origin.x + a->place.size.width, b->place.origin.x,
                                   b->place.origin.x + b->place.size.width, width, get_words (a->widget)));
    }
}

static gboolean
has_direction (const char *name)
{
  static const char *const parts[] = {
    "next", "previous", "forward", "back", "pan-end", "pan-start", "undo", "redo", "left", "right",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (name, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): the file of the picture */
static char *
find_file (GtkWidget *widget, const char *name, GtkTextDirection direction)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, name, NULL, 16, 1, direction, 0);
  g_autoptr(GFile) file = gtk_icon_paintable_get_file (icon);

  return file != NULL ? g_file_get_uri (file) : NULL;
}

/* An icon with a direction has a second picture for those who read from right to left. */
static void
check_icon (GtkWidget *widget, gpointer data)
{
  const char      *name = GTK_IS_IMAGE (widget)
                         && gtk_image_get_storage_type (GTK_IMAGE (widget)) == GTK_IMAGE_ICON_NAME
                            ? gtk_image_get_icon_name (GTK_IMAGE (widget))
                            : NULL;
  g_autofree char *left = NULL, *right = NULL;

  if (name == NULL || !has_direction (name))
    return;
  left = find_file (widget, name, GTK_TEXT_DIR_LTR);
  right = find_file (widget, name, GTK_TEXT_DIR_RTL);
  if (g_strcmp0 (left, right) == 0)
    g_ptr_array_add (data, g_strdup_printf ("points the same way in both directions: %s", name));
}

void
gallery_find_unturned (GtkWidget *root, GPtrArray *faults)
{
  g_autoptr(GArray) right = collect_places (root);
  g_autoptr(GArray) left = NULL;
  guint n_before;

  scene_for_each (root, check_icon, faults);
  n_before = faults->len;
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_test_widget_wait_for_draw (root);
  left = collect_places (root);
  compare_places (left, right, (float) gtk_widget_get_width (root), faults);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (root);
  if (faults->len == n_before)
    return;
  g_ptr_array_set_size (faults, (int) n_before); /* perhaps it was not laid out to the end before */
  g_array_unref (right);
  right = collect_places (root);
  compare_places (left, right, (float) gtk_widget_get_width (root), faults);
}
