/* The password of an account: whether one is stored, and room for one to store.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-services.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_PASSWORD_BOX (veto_password_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoPasswordBox, veto_password_box, VETO, PASSWORD_BOX, GtkWidget)

/**
 * veto_password_box_new:
 * @account: (nullable): whose; %NULL as long as it is not added
 *
 * Looks into the keyring once it is on the screen, without asking anybody anything.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_password_box_new (VetoServices *services, VetoAccount *account);

void veto_password_box_set_account (VetoPasswordBox *self, VetoAccount *account);

/* Whether what is typed can be stored; nothing typed is fine. @error: a sentence for people */
gboolean veto_password_box_check (VetoPasswordBox *self, GError **error);

/**
 * veto_password_box_save_async:
 *
 * Stores what was typed for the account, which must be there by now; the keyring may ask to be opened. Nothing typed: nothing is
 * done. What was typed stays in the field until it is stored.
 */
void     veto_password_box_save_async (VetoPasswordBox    *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            data);
gboolean veto_password_box_save_finish (VetoPasswordBox *self, GAsyncResult *result, GError **error);

G_END_DECLS
