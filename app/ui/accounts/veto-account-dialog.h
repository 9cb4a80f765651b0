/* Asks about another account on a platform: whose it is, and which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_DIALOG (veto_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountDialog, veto_account_dialog, VETO, ACCOUNT_DIALOG, AdwWindow)

/* Shows it above the window that @widget is in. @item: (nullable): to what one objects with the other account, whose page that
 * window shows when it is added; %NULL: it is asked where the account is, and no case is begun. */
void veto_account_dialog_show (GtkWidget *widget, VetoServices *services, VetoObjection *item);

G_END_DECLS
