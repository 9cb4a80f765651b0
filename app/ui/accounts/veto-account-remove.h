/* Removes an account with its cases, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/* Removes the account of @item, which has a case, and says so in the window of @widget. */
void veto_account_remove (GtkWidget *widget, VetoServices *services, VetoObjection *item);

/**
 * veto_account_remove_account:
 *
 * The same for any account. Its password goes from the keyring once "Undo" is gone; one that does not go is remembered as to be
 * cleared (veto-secret-debts.h), and the person is told.
 */
void veto_account_remove_account (GtkWidget *widget, VetoServices *services, VetoAccount *account);

G_END_DECLS
