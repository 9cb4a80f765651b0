/* The wizard's progress: one bar a step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_DOTS (veto_dots_get_type ())
G_DECLARE_FINAL_TYPE (VetoDots, veto_dots, VETO, DOTS, GtkWidget)

/**
 * veto_dots_new:
 *
 * Properties: "n-steps", "current" (the first step is 0). Screen readers hear "Step 2 of 6".
 *
 * Returns: (transfer floating): bars without a step
 */
GtkWidget *veto_dots_new (void);

/**
 * veto_dots_set_n_steps:
 * @self: the bars
 * @n_steps: how many steps there are; forgets which were done if that changes
 */
void veto_dots_set_n_steps (VetoDots *self, guint n_steps);

void veto_dots_set_current (VetoDots *self, guint current);

/**
 * veto_dots_set_done:
 * @self: the bars
 * @index: a step, the first is 0; one that is not there is ignored
 * @done: whether it is done
 */
void veto_dots_set_done (VetoDots *self, guint index, gboolean done);

G_END_DECLS
