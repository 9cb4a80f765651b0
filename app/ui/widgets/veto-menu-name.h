/* The name of a menu button, for people who do not see its icon.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names @button as its tooltip does. What has the keyboard is a button inside of it, which GTK 4.8 leaves without a name. */
void veto_menu_name_from_tooltip (GtkMenuButton *button);

G_END_DECLS
