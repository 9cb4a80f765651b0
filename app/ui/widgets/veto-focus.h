/* Where the keyboard goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Focuses the first widget in @widget that can be, also where the focus is in it already: gtk_widget_child_focus() goes on to
 * the one after that, so that who asks twice lands on the second row. */
gboolean veto_focus_first (GtkWidget *widget);

G_END_DECLS
