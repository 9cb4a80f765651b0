/* A list that drops down, narrow enough for any window, and with a name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: the question, for screen readers. Its model is to be a GtkStringList. Returns: (transfer floating): a GtkDropDown */
GtkWidget *veto_drop_down_new (const char *name);

G_END_DECLS
