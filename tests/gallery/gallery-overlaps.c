/* Words and pictures that lie on top of one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "gallery-faults.h"
#include "scene.h"

/* Something that one reads or looks at */
typedef struct
{
  GtkWidget *widget;
  GtkWidget *
    layer; /* the scroller it is in, the toast, or the window: what lies above or below another is no fault */
  graphene_rect_t place; /* in the window */
} Thing;

typedef struct
{
  GtkWidget *root;
  GArray    *things;
} Search;

static GtkWidget *
get_layer (GtkWidget *widget, GtkWidget *root)
{
  GtkWidget *layer = gtk_widget_get_parent (widget);

  while (layer != root && !GTK_IS_VIEWPORT (layer) && !GTK_IS_NATIVE (layer)
         && g_strcmp0 (gtk_widget_get_css_name (layer), "toast") != 0)
    layer = gtk_widget_get_parent (layer);
  return layer;
}

/* Where the words are: a label may have got more room than they need. */
static void
place_words (GtkLabel *label, graphene_rect_t *place)
{
  PangoRectangle words;
  int            x, y;

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_get_pixel_extents (gtk_label_get_layout (label), NULL, &words);
  *place = GRAPHENE_RECT_INIT ((float) (x + words.x), (float) (y + words.y), (float) words.width,
                               (float) words.height);
}

static void
add_thing (GtkWidget *widget, gpointer data)
{
  Search          *search = data;
  Thing            thing = { .widget = widget };
  graphene_point_t corner;

  if (widget == search->root || GTK_IS_NATIVE (widget) || gtk_widget_get_first_child (widget) != NULL)
    return;
  if (GTK_IS_LABEL (widget))
    place_words (GTK_LABEL (widget), &thing.place);
  else if (GTK_IS_IMAGE (widget) || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Veto"))
    g_assert_true (gtk_widget_compute_bounds (widget, widget, &thing.place));
  else
    return;
  if (!gtk_widget_compute_point (widget, search->root, &thing.place.origin, &corner))
    return;
  thing.place.origin = corner;
  thing.layer = get_layer (widget, search->root);
  g_array_append_val (search->things, thing);
}

static const char *
describe (const Thing *thing)
{
  return GTK_IS_LABEL (thing->widget) ? gtk_label_get_text (GTK_LABEL (thing->widget))
                                      : G_OBJECT_TYPE_NAME (thing->widget);
}

void
gallery_find_overlaps (GtkWidget *root, GPtrArray *faults)
{
  g_autoptr(GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));
  Search search = { root, things };

  scene_for_each (root, add_thing, &search);
  for (guint i = 0; i < things->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const Thing    *a = &g_array_index (things, Thing, i), *b = &g_array_index (things, Thing, j);
        graphene_rect_t both;

        if (a->layer == b->layer && graphene_rect_intersection (&a->place, &b->place, &both)
            && both.size.width > 1 && both.size.height > 1)
          g_ptr_array_add (faults,
                           g_strdup_printf ("overlap by %.0f x %.0f pixels: “%s” and “%s”", both.size.width,
                                            both.size.height, describe (b), describe (a)));
      }
}
