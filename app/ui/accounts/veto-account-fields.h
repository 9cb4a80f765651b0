/* What is asked about an account wherever it is entered or changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-password-box.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_FIELDS (veto_account_fields_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountFields, veto_account_fields, VETO, ACCOUNT_FIELDS, GtkWidget)

/* @account: (nullable): %NULL: one that is to be added. Returns: (transfer floating) */
GtkWidget *veto_account_fields_new (VetoServices *services, VetoAccount *account);

/* Returns: (transfer full): what was typed, without what is around it */
char *veto_account_fields_dup_label (VetoAccountFields *self);
char *veto_account_fields_dup_login (VetoAccountFields *self);
char *veto_account_fields_dup_note (VetoAccountFields *self);

/* (transfer none) */
VetoPasswordBox *veto_account_fields_get_password (VetoAccountFields *self);

/* Keeps what was typed for @account. @error: %VETO_ACCOUNT_ERROR, %VETO_STORE_ERROR */
gboolean veto_account_fields_save (VetoAccountFields *self, VetoAccount *account, GError **error);

G_END_DECLS
