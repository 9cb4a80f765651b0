/* How VetoAccountBook makes and changes a VetoAccount.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-account.h"
#include "veto-store-accounts.h"

G_BEGIN_DECLS

/* @row: (transfer full): what the store has; @person: whose it is */
VetoAccount            *veto_account_new (VetoStoreAccount *row, VetoPerson *person);
void                    veto_account_take_row (VetoAccount *self, VetoStoreAccount *row);
const VetoStoreAccount *veto_account_get_row (VetoAccount *self);

G_END_DECLS
