/* A platform by its initial, on a rounded square of its colour: never a logo.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_TILE (veto_tile_get_type ())
G_DECLARE_FINAL_TYPE (VetoTile, veto_tile, VETO, TILE, GtkWidget)

/**
 * veto_tile_new:
 * @size: width and height in pixels at the usual text size: 24, 34 or 64
 *
 * The tile is decoration, screen readers skip it: the platform's name stands beside it.
 *
 * Properties: "text" (the platform's name; its first letter is shown), "colour" ("#rrggbb", or %NULL for the accent
 * colour; darkened where the letter could not be read on it), "size".
 *
 * Returns: (transfer floating): a new tile
 */
GtkWidget *veto_tile_new (int size);

void veto_tile_set_text (VetoTile *self, const char *text);
void veto_tile_set_colour (VetoTile *self, const char *colour);
void veto_tile_set_size (VetoTile *self, int size);

G_END_DECLS
