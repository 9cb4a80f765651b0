/* A tick in a circle: something is done. It can draw itself once, where the desktop allows motion.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VETO_TYPE_TICK (veto_tick_get_type ())
G_DECLARE_FINAL_TYPE (VetoTick, veto_tick, VETO, TICK, GtkWidget)

/**
 * veto_tick_new:
 * @size: width and height in pixels at the usual text size
 * @is_fresh: whether it draws itself when it is seen for the first time; else it is there at once
 *
 * Decoration: screen readers skip it.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_tick_new (int size, gboolean is_fresh);

/* Whether it is drawing itself right now. */
gboolean veto_tick_is_moving (VetoTick *self);

/* Paints such a tick; @progress: from 0, nothing, to 1, all of it */
void veto_tick_draw (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area, double progress);

/**
 * veto_tick_create_motion:
 * @widget: is painted anew with each bit of it; holds what is returned, and nothing holds @widget
 * @duration_ms: how long it takes
 *
 * Returns: (transfer full): from 0 to 1; at 1 at once where the desktop allows no motion, and while @widget is not seen
 */
AdwAnimation *veto_tick_create_motion (GtkWidget *widget, guint duration_ms);

G_END_DECLS
