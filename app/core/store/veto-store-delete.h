/* One case goes, and can come back for a while.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-undo.h"

G_BEGIN_DECLS

/**
 * veto_store_delete_case:
 * @with_letters: whether its letters go too; otherwise they stay, as letters of no case
 * @error: return location, %VETO_STORE_ERROR
 *
 * Takes a case away with its steps, answers, events and proof, and its account when that says nothing more: no other
 * case, no password, no name or note that somebody gave it, no other account that goes with it. In one transaction; then
 * the journal is emptied, so that the words are in no file of Veto's any more but the copies: veto_store_list_kept().
 *
 * Returns: (transfer full) (nullable): for veto_store_undo()
 */
VetoStoreUndo *
veto_store_delete_case (VetoStore *self, const char *case_id, gboolean with_letters, GError **error);

G_END_DECLS
