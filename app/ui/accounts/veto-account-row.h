/* An account on the page of accounts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-keyring-look.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_ROW (veto_account_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountRow, veto_account_row, VETO, ACCOUNT_ROW, GtkListBoxRow)

/* Signals "change" and "remove" (no arguments): the person wants to. Returns: (transfer floating) */
GtkWidget *veto_account_row_new (VetoServices *services, VetoAccount *account);

VetoAccount *veto_account_row_get_account (VetoAccountRow *self);

/* @look: (nullable): what the keyring has; %NULL: nobody knows. @waits: it is being asked */
void veto_account_row_show_look (VetoAccountRow *self, const VetoKeyringLook *look, gboolean waits);

G_END_DECLS
