/* "They got it on another day": the day of receipt that a deadline is counted from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-case-sending.h"

G_BEGIN_DECLS

#define VETO_TYPE_RECEIPT_DIALOG (veto_receipt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VetoReceiptDialog, veto_receipt_dialog, VETO, RECEIPT_DIALOG, AdwWindow)

/**
 * veto_receipt_dialog_present:
 * @page: as in veto_event_dialog_add()
 * @item: a case in which something was sent
 * @received: the day that is counted from now
 *
 * Where the steps alone say that it was sent, an event comes of it.
 */
void veto_receipt_dialog_present (GtkWidget *page, VetoCase *item, const GDate *received);

G_END_DECLS
