/* Where somebody is in a window: how far pages are scrolled, and what has the keyboard. To be kept when rows are built anew.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _VetoPlace VetoPlace;

/**
 * veto_place_take:
 * @root: a window
 *
 * Returns: (transfer full): for veto_place_restore(), after something was built anew
 */
VetoPlace *veto_place_take (GtkWidget *root);

/**
 * veto_place_restore:
 * @place: (transfer full): nothing happens when its window has gone
 *
 * What had the keyboard has it again, with its cursor; where it was built anew, what does the same in its place, else what stands
 * where it stood. Pages are scrolled as far as they were, also those that are still growing, unless the person scrolls.
 */
void veto_place_restore (VetoPlace *place);

G_END_DECLS
