/* The few strokes that all drawn widgets share: text in the reader's size, rounded boxes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-draw"

#include "veto-draw.h"

#define USUAL_EM (11.0 * 96 / 72) /* GNOME's 11 pt, in pixels */

double
veto_draw_get_em (GtkWidget *widget)
{
  PangoContext         *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double                size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size > 0 ? size : USUAL_EM;
}

double
veto_draw_get_scale (GtkWidget *widget)
{
  return CLAMP (veto_draw_get_em (widget) / USUAL_EM, 1.0, 2.5);
}

graphene_rect_t
veto_draw_get_square (GtkWidget *widget)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int side = MIN (width, height);
  int x = (width - side) / 2, y = (height - side) / 2;

  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) side, (float) side);
}

PangoLayout *
veto_draw_create_text (GtkWidget *widget, const char *text, double size, PangoWeight weight)
{
  PangoLayout  *layout = gtk_widget_create_pango_layout (widget, text);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr(PangoFontDescription)
               font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  return layout;
}

void
veto_draw_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

void
veto_draw_text_centred (GtkSnapshot           *snapshot,
                        PangoLayout           *layout,
                        const graphene_rect_t *area,
                        const GdkRGBA         *colour)
{
  PangoRectangle ink;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  veto_draw_text (snapshot, layout, area->origin.x + (area->size.width - ink.width) / 2 - ink.x,
                  area->origin.y + (area->size.height - ink.height) / 2 - ink.y, colour);
}

void
veto_draw_box (GtkSnapshot *snapshot, const graphene_rect_t *area, double radius, const GdkRGBA *colour)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, area, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, area);
  gtk_snapshot_pop (snapshot);
}

void
veto_draw_frame (GtkSnapshot           *snapshot,
                 const graphene_rect_t *area,
                 double                 radius,
                 double                 width,
                 const GdkRGBA         *colour)
{
  GskRoundedRect shape;
  const float    widths[4] = { (float) width, (float) width, (float) width, (float) width };
  const GdkRGBA  colours[4] = { *colour, *colour, *colour, *colour };

  gsk_rounded_rect_init_from_rect (&shape, area, (float) radius);
  gtk_snapshot_append_border (snapshot, &shape, widths, colours);
}

void
veto_draw_line (GtkSnapshot            *snapshot,
                const graphene_point_t *points,
                guint                   n_points,
                double                  width,
                const GdkRGBA          *colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (points[0].x, points[0].y, 0, 0);
  cairo_t        *cr;

  for (guint i = 1; i < n_points; i++)
    graphene_rect_expand (&bounds, &points[i], &bounds);
  graphene_rect_inset (&bounds, (float) -width, (float) -width);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
