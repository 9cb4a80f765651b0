/* An account taken out of the database with its cases, and put back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store.h"

G_BEGIN_DECLS

/* All that went, byte for byte, proof included: for as long as one may undo it. */
typedef struct _VetoStoreRemoved VetoStoreRemoved;

void veto_store_removed_free (VetoStoreRemoved *removed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreRemoved, veto_store_removed_free)

/**
 * veto_store_remove_account:
 * @id: of the account
 *
 * Takes out the account with its cases and all that belongs to them; letters stay, and belong to no case from then on. A
 * person whose only account it was goes with it, but for the one in front of the program and who acts for others.
 *
 * Returns: (transfer full) (nullable): what veto_store_restore_account() takes; empty when the account is gone already
 */
VetoStoreRemoved *veto_store_remove_account (VetoStore *self, const char *id, GError **error);

/* Puts all of it back, or nothing (FALSE): also which letters were of its cases, and which accounts were linked to it. */
gboolean veto_store_restore_account (VetoStore *self, const VetoStoreRemoved *removed, GError **error);

G_END_DECLS
