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

/* What is done when the person says yes. */
typedef void (*VetoAskFunc) (gpointer data);

/**
 * veto_ask:
 * @heading: what is asked
 * @body: what will happen, in plain words
 * @yes: the words of the button that does it
 * @destroys: whether it cannot be taken back; then the other button is the one that Enter presses
 * @func: called at most once
 * @data: (transfer full): freed by @free_data, after @func or when the person says no
 *
 * Asks in a window of its own. Only for what cannot be taken back, or what should be looked at first.
 */
void veto_ask (GtkWidget     *widget,
               const char    *heading,
               const char    *body,
               const char    *yes,
               gboolean       destroys,
               VetoAskFunc    func,
               gpointer       data,
               GDestroyNotify free_data);

G_END_DECLS
