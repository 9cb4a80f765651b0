/* What a window looks like, also where one would have to scroll.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-picture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "scene-texts.h"
#include "scene.h"
#include "veto-colour.h"

#define MAX_PIXELS 32000 /* in a row or a column; Cairo draws no more */

struct _ScenePicture
{
  GtkWidget       *root;
  GtkWidget       *content; /* NULL unless something has to be scrolled: what would be scrolled */
  graphene_point_t corner;  /* in the picture: where @content begins */
  graphene_rect_t  port;    /* in the window: through which one sees some of @content */
  float            growth;  /* how much higher than the window the picture is, in pixels of the screen */
  float            scale;
  GskRenderNode   *node; /* of the whole, scaled */
};

static void
find_content (GtkWidget *widget, gpointer data)
{
  ScenePicture   *self = data;
  GtkAdjustment  *adjustment;
  GtkWidget      *child;
  graphene_rect_t port;
  graphene_rect_t place;
  float           growth;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return;
  child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  growth = (float) (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  if (!GTK_IS_VIEWPORT (child) || growth < 1 || !gtk_widget_compute_bounds (widget, self->root, &port)
      || port.size.width <= self->port.size.width)
    return;
  self->content = gtk_viewport_get_child (GTK_VIEWPORT (child));
  g_assert_true (gtk_widget_compute_bounds (self->content, widget, &place));
  self->corner =
    GRAPHENE_POINT_INIT (port.origin.x + place.origin.x,
                         port.origin.y + place.origin.y + (float) gtk_adjustment_get_value (adjustment));
  self->port = port;
  self->growth = growth;
}

/* A toast lies over what would be drawn in its place. */
static void
find_toast (GtkWidget *widget, gpointer data)
{
  if (g_strcmp0 (gtk_widget_get_css_name (widget), "toast") == 0)
    *(gboolean *) data = TRUE;
}

static void
append_paintable (GtkSnapshot *snapshot, GtkWidget *widget, float x, float y)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  gtk_snapshot_restore (snapshot);
}

/* The window's paintable begins with the frame around what is in it. */
static void
append_window (GtkSnapshot *snapshot, const ScenePicture *self, float growth)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (self->root, self->root, &bounds));
  append_paintable (snapshot, self->root, bounds.origin.x, bounds.origin.y + growth);
}

/* The part of the window from @top to @bottom, moved down by @growth */
static void
append_part (GtkSnapshot *snapshot, const ScenePicture *self, float top, float bottom, float growth)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, top + growth, (float) gtk_widget_get_width (self->root),
                                               bottom - top));
  append_window (snapshot, self, growth);
  gtk_snapshot_pop (snapshot);
}

static GskRenderNode *
draw (const ScenePicture *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float        width = (float) gtk_widget_get_width (self->root);
  float        height = (float) gtk_widget_get_height (self->root);
  float        bottom = self->port.origin.y + self->port.size.height;
  GdkRGBA      ground = { 1, 1, 1, 1 };

  gtk_snapshot_scale (snapshot, self->scale, self->scale);
  if (self->content == NULL)
    {
      append_window (snapshot, self, 0);
      return gtk_snapshot_free_to_node (snapshot);
    }
  gtk_style_context_lookup_color (gtk_widget_get_style_context (self->root), "window_bg_color", &ground);
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height + self->growth));
  append_part (snapshot, self, 0, bottom, 0);
  append_part (snapshot, self, bottom, height, self->growth);
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (self->port.origin.x, self->port.origin.y,
                                                  self->port.size.width,
                                                  self->port.size.height + self->growth));
  append_paintable (snapshot, self->content, self->corner.x, self->corner.y);
  return gtk_snapshot_free_to_node (snapshot);
}

ScenePicture *
scene_picture_new (GtkWidget *root, float scale)
{
  ScenePicture *self = g_new0 (ScenePicture, 1);
  gboolean      has_toast = FALSE;

  self->root = root;
  self->scale = scale;
  scene_for_each (root, find_toast, &has_toast);
  if (!has_toast)
    scene_for_each (root, find_content, self);
  self->node = draw (self);
  return self;
}

void
scene_picture_free (ScenePicture *picture)
{
  gsk_render_node_unref (picture->node);
  g_free (picture);
}

/* @area: in pixels of the screen */
static GdkTexture *
render (const ScenePicture *self, const graphene_rect_t *area)
{
  GskRenderer    *renderer = gtk_native_get_renderer (gtk_widget_get_native (self->root));
  graphene_rect_t scaled = *area;

  graphene_rect_scale (area, self->scale, self->scale, &scaled);
  graphene_rect_round_extents (&scaled, &scaled);
  scaled.size.width = CLAMP (scaled.size.width, 1, MAX_PIXELS);
  scaled.size.height = CLAMP (scaled.size.height, 1, MAX_PIXELS);
  return gsk_renderer_render_texture (renderer, self->node, &scaled);
}

/* (transfer full): @path for the first part, "NAME-2.png" for the next one, and so on */
static char *
dup_part_path (const char *path, guint part)
{
  const char      *dot = strrchr (path, '.');
  g_autofree char *stem = g_strndup (path, (gsize) (dot - path));

  return part == 0 ? g_strdup (path) : g_strdup_printf ("%s-%u%s", stem, part + 1, dot);
}

void
scene_picture_save (const ScenePicture *picture, const char *path)
{
  float            width = (float) gtk_widget_get_width (picture->root);
  float            height = (float) gtk_widget_get_height (picture->root) + picture->growth;
  float            most = MAX_PIXELS / picture->scale; /* a page of many sources is higher */
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  for (guint part = 0; (float) part * most < height; part++)
    {
      float            top = (float) part * most;
      g_autofree char *file = dup_part_path (path, part);
      g_autoptr(GdkTexture)
                   texture = render (picture, &GRAPHENE_RECT_INIT (0, top, width, MIN (most, height - top)));

      if (!gdk_texture_save_to_png (texture, file))
        g_error ("%s could not be written", file);
    }
}

static void
locate (const ScenePicture *self, GtkWidget *widget, graphene_rect_t *place)
{
  if (self->content != NULL && gtk_widget_is_ancestor (widget, self->content))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, self->content, place));
      graphene_rect_offset (place, self->corner.x, self->corner.y);
      return;
    }
  g_assert_true (gtk_widget_compute_bounds (widget, self->root, place));
  if (self->content != NULL && place->origin.y >= self->port.origin.y + self->port.size.height)
    graphene_rect_offset (place, 0, self->growth);
}

/* What is scrolled out of sight beside what the picture shows whole: another window or size shows it. */
static gboolean
is_scrolled_away (const ScenePicture *self, GtkWidget *widget)
{
  GtkWidget      *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place, port;

  if (scroller == NULL || (self->content != NULL && gtk_widget_is_ancestor (widget, self->content)))
    return FALSE;
  g_assert_true (gtk_widget_compute_bounds (widget, scroller, &place));
  port = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (scroller),
                             (float) gtk_widget_get_height (scroller));
  return !graphene_rect_contains_rect (&port, &place);
}

/* The colours in @texture, each with its number */
static GHashTable *
count_colours (GdkTexture *texture)
{
  gsize n_pixels = (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n_pixels); /* 0xAARRGGBB, as Cairo has them */
  GHashTable         *colours = g_hash_table_new (NULL, NULL);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) gdk_texture_get_width (texture) * 4);
  for (gsize i = 0; i < n_pixels; i++)
    {
      gpointer colour = GUINT_TO_POINTER (pixels[i] & 0xffffff);
      guint    n = GPOINTER_TO_UINT (g_hash_table_lookup (colours, colour));

      g_hash_table_insert (colours, colour, GUINT_TO_POINTER (n + 1));
    }
  return colours;
}

static GdkRGBA
get_colour (guint32 pixel)
{
  return (GdkRGBA){ (float) (pixel >> 16) / 255, (float) (pixel >> 8 & 255) / 255,
                    (float) (pixel & 255) / 255, 1 };
}

/* Between the commonest colour, the ground, and the most different one of those that are no mere edge of a stroke */
static double
measure_contrast (const ScenePicture *picture, const graphene_rect_t *place)
{
  g_autoptr(GdkTexture) texture = render (picture, place);
  g_autoptr(GHashTable) colours = count_colours (texture);
  GHashTableIter iter;
  gpointer       colour, n;
  guint          n_ground = 0, ground = 0;
  double         contrast = 1;

  g_hash_table_iter_init (&iter, colours);
  while (g_hash_table_iter_next (&iter, &colour, &n))
    if (GPOINTER_TO_UINT (n) > n_ground)
      {
        n_ground = GPOINTER_TO_UINT (n);
        ground = GPOINTER_TO_UINT (colour);
      }
  g_hash_table_iter_init (&iter, colours);
  while (g_hash_table_iter_next (&iter, &colour, &n))
    if (GPOINTER_TO_UINT (n) >= 12)
      {
        GdkRGBA a = get_colour (GPOINTER_TO_UINT (colour)), b = get_colour (ground);
        contrast = MAX (contrast, veto_colour_contrast (&a, &b));
      }
  return contrast;
}

double
scene_picture_get_contrast (const ScenePicture *picture, GtkWidget *widget)
{
  graphene_rect_t place;

  if (is_scrolled_away (picture, widget))
    return 21;
  locate (picture, widget, &place);
  return measure_contrast (picture, &place);
}

double
scene_picture_get_drawn_contrast (const ScenePicture *picture, GtkWidget *widget)
{
  g_autoptr(GArray) texts = scene_find_drawn_texts (widget);
  graphene_rect_t place;
  double          least = 21;

  if (is_scrolled_away (picture, widget))
    return least;
  locate (picture, widget, &place);
  for (guint i = 0; i < texts->len; i++)
    {
      graphene_rect_t text = g_array_index (texts, SceneText, i).place;

      graphene_rect_offset (&text, place.origin.x, place.origin.y);
      least = MIN (least, measure_contrast (picture, &text));
    }
  return least;
}
