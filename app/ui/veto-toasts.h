/* Short notes at the lower edge of the window, some with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @text for a moment, in the window that @widget is in. */
void veto_toasts_add (GtkWidget *widget, const char *text);

/**
 * veto_toasts_lift:
 * @widget: anything in the window
 *
 * The row of buttons at the window's lower edge has changed: the notes that are shown now stay clear of it. Call it once the row has
 * its size.
 */
void veto_toasts_lift (GtkWidget *widget);

/**
 * veto_toasts_add_lasting:
 *
 * Shows @text until veto_toasts_end(), or until the person closes it. Other notes go before it; it comes back after them.
 *
 * Returns: (transfer full) (nullable): for the two functions below; %NULL where the window has no notes
 */
GObject *veto_toasts_add_lasting (GtkWidget *widget, const char *text);
void     veto_toasts_change (GObject *toast, const char *text);
void     veto_toasts_end (GtkWidget *widget, GObject *toast);

/* Takes back what was done. Returns: whether that could be saved */
typedef gboolean (*VetoUndoFunc) (gpointer data, GError **error);

/**
 * veto_toasts_add_undo:
 * @text: what was done
 * @undo: called when the person chooses "Undo"
 * @data: (transfer full): for @undo, freed by @free_data once it is no longer needed
 */
void veto_toasts_add_undo (GtkWidget     *widget,
                           const char    *text,
                           VetoUndoFunc   undo,
                           gpointer       data,
                           GDestroyNotify free_data);

/* @widget: in the window of the note */
typedef void (*VetoToastFunc) (gpointer data, GtkWidget *widget);

/**
 * veto_toasts_add_button:
 * @label: of a button that calls @func
 * @data: (transfer full): for @func, freed by @free_data once it is no longer needed
 *
 * Returns: %FALSE when @widget is in no window that has notes, and nothing is shown
 */
gboolean veto_toasts_add_button (GtkWidget     *widget,
                                 const char    *text,
                                 const char    *label,
                                 VetoToastFunc  func,
                                 gpointer       data,
                                 GDestroyNotify free_data);
/* Takes away every way back that is still offered in the window of @widget: what it would bring back is no longer there. */
void veto_toasts_forget (GtkWidget *widget);

G_END_DECLS
