/* What keyring and accounts know of each other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-account-book.h"
#include "veto-secrets.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *
    states; /* ids that accounts, or the list of what is to be cleared, know; each with its VetoSecretState */
  GPtrArray *strays; /* ids of passwords of Veto that belong to no account */
  GPtrArray *due;    /* such as were to be cleared, and can be without asking anybody */
} VetoKeyringLook;

void veto_keyring_look_free (VetoKeyringLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoKeyringLook, veto_keyring_look_free)

/**
 * veto_keyring_look_async:
 * @book: the accounts as of now
 *
 * Looks at both sides. Asks nobody anything, and changes nothing. What the keyring does not list is asked for by its id. One that
 * is locked is asked nothing (KeePassXC would ask the person): all that belongs to accounts then counts as locked, and no strays are found
 * but what was to be cleared.
 */
void             veto_keyring_look_async (VetoSecrets        *secrets,
                                          VetoAccountBook    *book,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            data);
VetoKeyringLook *veto_keyring_look_finish (VetoSecrets *secrets, GAsyncResult *result, GError **error);

/* What was found about @id; %VETO_SECRET_GONE when nothing was. */
VetoSecretState veto_keyring_look_get_state (const VetoKeyringLook *look, const char *id);

G_END_DECLS
