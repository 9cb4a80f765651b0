/* Asks about another account on a platform: whose it is, and which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_DIALOG (veto_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountDialog, veto_account_dialog, VETO, ACCOUNT_DIALOG, AdwWindow)

/* Shows it above the window that @widget is in, which shows the new account's page when there is one. @item: to what one
 * objects with the other account */
void veto_account_dialog_show (GtkWidget *widget, VetoServices *services, VetoObjection *item);

G_END_DECLS
