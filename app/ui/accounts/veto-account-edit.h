/* A small window in which what is known of an account is changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_ACCOUNT_EDIT (veto_account_edit_get_type ())
G_DECLARE_FINAL_TYPE (VetoAccountEdit, veto_account_edit, VETO, ACCOUNT_EDIT, AdwWindow)

/* @to_password: the keyboard goes to the field for the password. Shown above the window of @widget. */
void veto_account_edit_show (GtkWidget    *widget,
                             VetoServices *services,
                             VetoAccount  *account,
                             gboolean      to_password);

G_END_DECLS
