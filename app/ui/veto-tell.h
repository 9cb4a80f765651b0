/* Something that must be read: what could not be done, or where something is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * veto_tell:
 * @widget: (nullable): where it came up; without its window nothing is shown
 * @heading: a few words
 * @body: plain text, whole sentences
 *
 * Shows a dialog that stays until it is closed: unlike a toast it cuts nothing off, and is read out.
 */
void veto_tell (GtkWidget *widget, const char *heading, const char *body);

/* Says that something could not be saved, and what to do. */
void veto_tell_error (GtkWidget *widget, const GError *error);

G_END_DECLS
