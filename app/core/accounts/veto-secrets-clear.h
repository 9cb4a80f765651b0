/* Several secrets out of the keyring, one after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-account-book.h"
#include "veto-secrets.h"

G_BEGIN_DECLS

/**
 * veto_secrets_clear_list_async:
 * @ids: (element-type utf8): borrowed until the call returns
 *
 * Remembers all of them as to be cleared (veto-secret-debts.h), then clears them one by one and forgets those that went. It
 * stops at the first that does not go, because a question that was closed is not asked again: the others stay remembered.
 */
void veto_secrets_clear_list_async (VetoSecrets        *self,
                                    GPtrArray          *ids,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);

/* Returns: whether all went; @error: of the one that did not */
gboolean veto_secrets_clear_list_finish (VetoSecrets *self, GAsyncResult *result, GError **error);

/**
 * veto_secrets_forget_async:
 * @book: (nullable): the accounts
 *
 * Clears all that Veto has in the keyring: what @book knows of, what was to be cleared, and what nobody knows any more. Where
 * there is no keyring, or where none of ours is known of and it does not answer, there is nothing to clear. One that is locked is opened
 * first, which asks the person; when it stays locked, nothing is cleared, and nothing new is remembered as to be cleared.
 */
void     veto_secrets_forget_async (VetoSecrets        *self,
                                    VetoAccountBook    *book,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);
gboolean veto_secrets_forget_finish (VetoSecrets *self, GAsyncResult *result, GError **error);

G_END_DECLS
