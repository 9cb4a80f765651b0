/* A part that can be opened, without a trap for the keyboard while it is closed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Hides the child of @expander, which has to be there already, while @expander is closed.
 *
 * A closed GtkExpander takes its child out of the window, but the Tab key that leaves the expander still asks the child for
 * something to stop at (gtk_expander_focus() in gtk/gtkexpander.c of 4.8.3 and 4.18.6), unless the child is not visible.
 * The focus is then caught by a label that can be selected (4.8), or the child asks a window that it does not have for its
 * focus: "gtk_root_get_focus: assertion 'GTK_IS_ROOT (self)' failed" (old_focus_coords() in gtk/gtkwidgetfocus.c of 4.18.6,
 * for each child that is a box). */
void veto_expander_hide_closed (GtkExpander *expander);

G_END_DECLS
