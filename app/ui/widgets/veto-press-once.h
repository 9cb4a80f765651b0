/* A button that changes its meaning when it is pressed must not be pressed twice by one double-click, or by a held key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_press_once:
 * @button: a button such as "Next": each press leads somewhere else
 * @area: the widget in which a held Return or space bar would press it again and again
 *
 * People double-click on everything. Of a double-click the first click counts, of a held key the first press.
 */
void veto_press_once (GtkWidget *button, GtkWidget *area);

G_END_DECLS
