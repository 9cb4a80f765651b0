/* Where the keyboard goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Focuses the first widget in @widget that can be, also where the focus is in it already: gtk_widget_child_focus() goes on to
 * the one after that, so that who asks twice lands on the second row. */
gboolean veto_focus_first (GtkWidget *widget);

/* Gives the keyboard to what one wants first in @widget. Returns: %FALSE when there is nothing that takes it */
typedef gboolean (*VetoFocusLead) (GtkWidget *widget);

/**
 * veto_focus_set_lead:
 * @klass: the class of a final type that does not take the keyboard itself
 * @lead: what gtk_widget_grab_focus() does with a widget of it
 *
 * In the place of the grab_focus of the class, which GTK also calls when Shift+Tab is about to leave a widget
 * (gtk_widget_real_focus() of 4.8.3): the keyboard then jumped to what one wants first, and never came out of it.
 */
void veto_focus_set_lead (gpointer klass, VetoFocusLead lead);

G_END_DECLS
