/* The accounts a person objects for, by whose they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNTS_PAGE (veto_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountsPage, veto_accounts_page, VETO, ACCOUNTS_PAGE, GtkWidget)

/* Each time it comes onto the screen it looks into the keyring, after the first frame, and asks nobody anything.
 * Returns: (transfer floating) */
GtkWidget *veto_accounts_page_new (VetoServices *services);

G_END_DECLS
