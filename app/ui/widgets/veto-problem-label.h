/* A label that says what is wrong with what was entered, and is not there otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @max_chars: as veto_wrap_label_new() has it. Returns: (transfer floating): not shown yet */
GtkWidget *veto_problem_label_new (int max_chars);

/* @words: (nullable): %NULL or "": nothing is wrong (any more) */
void veto_problem_label_say (GtkWidget *label, const char *words);

G_END_DECLS
