/* The overview's ring: how many objections are confirmed, how many are on their way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_RING (veto_ring_get_type ())
G_DECLARE_FINAL_TYPE (VetoRing, veto_ring, VETO, RING, GtkWidget)

/**
 * veto_ring_new:
 *
 * Properties: "n-total", "n-done" (green), "n-started" (amber), "caption" (one word for what is done, such as
 * "confirmed"; it stands below "1 of 3"). Screen readers hear all of it in words.
 *
 * Returns: (transfer floating): a ring of nothing yet
 */
GtkWidget *veto_ring_new (void);

/**
 * veto_ring_set_counts:
 * @self: the ring
 * @n_total: how many there are
 * @n_done: how many of them are done
 * @n_started: how many of the others are on their way
 */
void veto_ring_set_counts (VetoRing *self, guint n_total, guint n_done, guint n_started);

void veto_ring_set_caption (VetoRing *self, const char *caption);

G_END_DECLS
