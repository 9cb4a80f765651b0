/* What is wrong with the database, and what one may do about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_problem_page_new:
 * @error: why the database cannot be used, %VETO_STORE_ERROR
 * @place: the file, for people
 *
 * Nothing is done to the file before a button is pressed. The buttons activate "app.try-again", "app.set-aside" (only
 * where the file itself is the trouble) and "app.without-saving".
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_problem_page_new (const GError *error, const char *place);

/* Returns: (transfer floating): the page for a program whose own guidance cannot be read: nothing can be shown, and nothing is lost */
GtkWidget *veto_problem_page_new_unreadable (void);

G_END_DECLS
