/* An account taken out of the database with its cases, and put back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-undo.h"

G_BEGIN_DECLS

/**
 * veto_store_remove_account:
 * @id: of the account
 *
 * Takes out the account with its cases and all that belongs to them; letters stay, and belong to no case from then on. A
 * person whose only account it was goes with it, but for the one in front of the program and who acts for others.
 *
 * Returns: (transfer full) (nullable): for veto_store_undo(), with which letters were of its cases and which accounts were linked to
 *   it; empty when the account is gone already
 */
VetoStoreUndo *veto_store_remove_account (VetoStore *self, const char *id, GError **error);

G_END_DECLS
