/* Which other account the company counts as one with this.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_LINK (veto_account_link_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountLink, veto_account_link, VETO, ACCOUNT_LINK, GtkWidget)

/* Returns: (transfer floating) (nullable): %NULL where the same company has no other account */
GtkWidget *veto_account_link_new (VetoServices *services, VetoAccount *account);

/* Keeps what was chosen. @error: %VETO_STORE_ERROR */
gboolean veto_account_link_save (VetoAccountLink *self, GError **error);

G_END_DECLS
