/* Colours that can be read: contrast as WCAG counts it, and the theme's own named colours.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What small text needs against its ground (WCAG 2.1, 1.4.3). */
#define VETO_COLOUR_MIN_CONTRAST 4.5

/**
 * veto_colour_contrast:
 * @a: a colour; its alpha is ignored
 * @b: another
 *
 * Rule: WCAG 2.1, contrast ratio and relative luminance.
 *
 * Returns: 1 (the same) to 21 (black on white)
 */
double veto_colour_contrast (const GdkRGBA *a, const GdkRGBA *b);

/**
 * veto_colour_make_readable:
 * @ground: (inout): a colour for a tile; darkened only as far as needed
 * @text: (out): white, or near black on a bright ground, with a contrast of at least %VETO_COLOUR_MIN_CONTRAST
 */
void veto_colour_make_readable (GdkRGBA *ground, GdkRGBA *text);

/**
 * veto_colour_lookup:
 * @widget: a widget
 * @name: a named colour of the theme or of style.css, such as "accent_bg_color"
 * @fallback: what "#rrggbb" stands in for it where the theme has none
 *
 * Returns: the colour as it is now: light, dark or high contrast
 */
GdkRGBA veto_colour_lookup (GtkWidget *widget, const char *name, const char *fallback);

/**
 * veto_colour_of:
 * @widget: a widget
 *
 * Returns: the colour of the widget's text
 */
GdkRGBA veto_colour_of (GtkWidget *widget);

G_END_DECLS
