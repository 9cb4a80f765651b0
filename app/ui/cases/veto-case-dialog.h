/* A small window with a question or two about a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * veto_case_dialog_build:
 * @window: becomes such a window, above the one that @parent is in
 * @out_footer: (out) (transfer none): the box below, which is always in sight: what is missing, and the buttons
 *
 * Returns: (transfer none): the box for what is asked
 */
GtkWidget *
veto_case_dialog_build (AdwWindow *window, GtkWidget *parent, const char *title, GtkWidget **out_footer);

/* Appends a button to the box below that saves what was entered, in blue. Returns: (transfer none) */
GtkWidget *veto_case_dialog_append_save (GtkWidget *footer);

G_END_DECLS
