/* Labels and buttons whose words run over several lines, so that nothing is cut off in a narrow window or in large text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_wrap_label_new:
 * @text: plain text
 * @max_chars: how wide it would like to be at most, in characters; -1: as wide as there is room
 *
 * Returns: (transfer floating): a label that starts at the side where reading starts
 */
GtkWidget *veto_wrap_label_new (const char *text, int max_chars);

/* Returns: (transfer floating): a label that screen readers jump to as a heading */
GtkWidget *veto_wrap_heading_new (const char *text);

/* Returns: (transfer floating): a button of the size that a finger needs */
GtkWidget *veto_wrap_button_new (const char *text);

/* Returns: (transfer floating): as above, a button that stays pressed; from the beginning it says that it is not */
GtkWidget *veto_wrap_toggle_new (const char *text);

/* Makes the words of @button, which has a label, wrap; also those it gets later. */
void veto_wrap_button (GtkButton *button);

/* @name: what screen readers say instead of the words on @button, which has a label; more than those */
void veto_wrap_name_button (GtkWidget *button, const char *name);

G_END_DECLS
