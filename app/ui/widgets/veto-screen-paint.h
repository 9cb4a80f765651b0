/* Paints the rows of a drawn screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-screen-layout.h"

G_BEGIN_DECLS

/**
 * veto_screen_paint_rows:
 * @widget: whose colours and direction to use
 * @snapshot: where to paint; its origin is the upper left of the screen's inside
 * @layout: the rows
 * @touch: how far the ring of a touch has run, 0 to 1; 1 when nothing moves
 *
 * The row to touch gets a frame in the accent colour and a soft dot, as of a fingertip. All of that stays; a ring that runs
 * from the dot is there only while something moves.
 */
void veto_screen_paint_rows (GtkWidget              *widget,
                             GtkSnapshot            *snapshot,
                             const VetoScreenLayout *layout,
                             double                  touch);

G_END_DECLS
