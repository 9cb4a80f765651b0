/* Deletes a case, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-case.h"
#include "veto-services.h"

G_BEGIN_DECLS

/**
 * veto_delete_case_offer:
 * @widget: anything in the window; it may go with the case
 * @item: the case
 *
 * Deletes the case with its steps, dates, letters and proof at once, says how long copies of it remain, and offers a way back
 * for some seconds. What cannot be deleted is told. The book and the list of letters lose it before this returns, so the page
 * that shows it should leave first or follow the book.
 *
 * Returns: whether it was deleted
 */
gboolean veto_delete_case_offer (GtkWidget *widget, VetoServices *services, VetoCase *item);

G_END_DECLS
