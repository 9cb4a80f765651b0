/* What was taken out of the database, for as long as one may undo it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store.h"

G_BEGIN_DECLS

/* All that went, byte for byte, proof included, in memory. It is nowhere else. */
typedef struct _VetoStoreUndo VetoStoreUndo;

void veto_store_undo_free (VetoStoreUndo *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreUndo, veto_store_undo_free)

/* Returns: how many rows of that table went: "proof" */
guint veto_store_undo_count (const VetoStoreUndo *undo, const char *table);

/* Puts all of it back, with the same ids, or nothing (%FALSE). */
gboolean veto_store_undo (VetoStore *self, const VetoStoreUndo *undo, GError **error);

G_END_DECLS
