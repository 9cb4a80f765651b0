/* Pages to a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-paper.h"

G_BEGIN_DECLS

/**
 * veto_print_operation_new:
 * @paper: the pages; kept until they are printed
 * @name: what the printer's list of jobs calls them
 *
 * Paper of another size gets the pages smaller or larger, in its middle.
 *
 * Returns: (transfer full): to be run once, with veto_print_run()
 */
GtkPrintOperation *veto_print_operation_new (VetoPaper *paper, const char *name);

/**
 * veto_print_run:
 * @widget: where that was asked for; without its window nothing is printed
 * @operation: of veto_print_operation_new()
 * @action: %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG to ask which printer
 *
 * Returns at once. What does not work is told in one sentence; a person who closes the dialog knows that nothing comes.
 */
void veto_print_run (GtkWidget *widget, GtkPrintOperation *operation, GtkPrintOperationAction action);

/* Says that nothing is printed, and why. @reason: whole sentences */
void veto_print_tell (GtkWidget *widget, const char *reason);

G_END_DECLS
