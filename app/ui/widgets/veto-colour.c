/* Colours that can be read: contrast as WCAG counts it, and the theme's own named colours.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-colour"

#include "veto-colour.h"

#include <math.h>

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
count_luminance (const GdkRGBA *colour)
{
  return 0.2126 * linearise (colour->red) + 0.7152 * linearise (colour->green)
         + 0.0722 * linearise (colour->blue);
}

double
veto_colour_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double first = count_luminance (a), second = count_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

void
veto_colour_make_readable (GdkRGBA *ground, GdkRGBA *text)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const double  bright = 0.4; /* yellow, mint: darkened for white text they would no longer be themselves */

  ground->alpha = 1;
  *text = white;
  if (count_luminance (ground) > bright)
    *text = (GdkRGBA){ 0.08, 0.08, 0.08, 1 };

  while (veto_colour_contrast (ground, text) < VETO_COLOUR_MIN_CONTRAST)
    {
      ground->red *= 0.98f;
      ground->green *= 0.98f;
      ground->blue *= 0.98f;
    }
}

GdkRGBA
veto_colour_lookup (GtkWidget *widget, const char *name, const char *fallback)
{
  GdkRGBA colour = { 0, 0, 0, 1 };

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    gdk_rgba_parse (&colour, fallback);
  return colour;
}

GdkRGBA
veto_colour_of (GtkWidget *widget)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  return colour;
}
