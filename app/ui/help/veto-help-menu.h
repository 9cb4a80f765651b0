/* The small menu of pages that take the window's whole room: F10 opens it, as the main menu elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @topic: of the manual, what its "Help" shows; "" for the list. Returns: (transfer floating): a GtkMenuButton */
GtkWidget *veto_help_menu_new (const char *topic);

G_END_DECLS
