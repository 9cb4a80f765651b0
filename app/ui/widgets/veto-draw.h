/* The few strokes that all drawn widgets share: text in the reader's size, rounded boxes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_draw_get_em:
 * @widget: a widget
 *
 * Returns: the size of the widget's text in pixels; about 15 where nobody asked for larger text
 */
double veto_draw_get_em (GtkWidget *widget);

/**
 * veto_draw_get_scale:
 * @widget: a widget
 *
 * What is drawn beside text grows with it, but never shrinks below the size it was drawn for.
 *
 * Returns: 1.0 to 2.5
 */
double veto_draw_get_scale (GtkWidget *widget);

/**
 * veto_draw_get_square:
 * @widget: a widget
 *
 * Returns: the largest square in the middle of @widget, from whole pixel to whole pixel
 */
graphene_rect_t veto_draw_get_square (GtkWidget *widget);

/**
 * veto_draw_create_text:
 * @widget: whose font and direction to use
 * @text: plain text
 * @size: in pixels
 * @weight: how bold
 *
 * Returns: (transfer full): a layout without width or height
 */
PangoLayout *veto_draw_create_text (GtkWidget *widget, const char *text, double size, PangoWeight weight);

/* Paints @layout with its upper left corner at @x, @y. */
void veto_draw_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *colour);

/* Paints @layout in the middle of @area, by what one sees of it, not by its line height. */
void veto_draw_text_centred (GtkSnapshot           *snapshot,
                             PangoLayout           *layout,
                             const graphene_rect_t *area,
                             const GdkRGBA         *colour);

/* Fills @area, its corners rounded by @radius. */
void veto_draw_box (GtkSnapshot *snapshot, const graphene_rect_t *area, double radius, const GdkRGBA *colour);

/* Draws a line of @width just inside the edge of @area. */
void veto_draw_frame (GtkSnapshot           *snapshot,
                      const graphene_rect_t *area,
                      double                 radius,
                      double                 width,
                      const GdkRGBA         *colour);

/* Strokes a line through @n_points with round ends; for ticks and arrows. */
void veto_draw_line (GtkSnapshot            *snapshot,
                     const graphene_point_t *points,
                     guint                   n_points,
                     double                  width,
                     const GdkRGBA          *colour);

G_END_DECLS
