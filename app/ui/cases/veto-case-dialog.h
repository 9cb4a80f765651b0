/* A small window with a question or two about a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes @window such a window, above the one that @parent is in. Returns: (transfer none): the box for what is asked */
GtkWidget *veto_case_dialog_build (AdwWindow *window, GtkWidget *parent, const char *title);

/* Appends a button that closes the window with what was entered, in blue. Returns: (transfer none) */
GtkWidget *veto_case_dialog_append_save (GtkWidget *box);

G_END_DECLS
