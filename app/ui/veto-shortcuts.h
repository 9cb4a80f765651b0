/* The window that lists the keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the keys, above @parent. @has_data: whether Veto's file is in use; without it some keys lead nowhere and are not named. */
void veto_shortcuts_show (GtkWindow *parent, gboolean has_data);

G_END_DECLS
