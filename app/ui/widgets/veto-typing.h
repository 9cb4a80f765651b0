/* What may be typed and pasted: everything but what the layout of text dies of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_typing_guard:
 * @entry: a GtkEntry, GtkSearchEntry or GtkText, empty as yet, or a GtkTextView
 *
 * From now on at most %VETO_DIRECTIONS_MAX signs that turn the direction of text come into it, however they come: those that
 * are too many are left out before anything is laid out. A letter refuses all of them, with a sentence.
 */
void veto_typing_guard (GtkWidget *entry);

/* Whether that was done, for the test that looks at every page. */
gboolean veto_typing_is_guarded (GtkWidget *entry);

G_END_DECLS
