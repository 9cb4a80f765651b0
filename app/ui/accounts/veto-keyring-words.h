/* What the keyring said, in people's words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-secrets.h"

G_BEGIN_DECLS

/* (transfer none): about a password that was stored */
const char *veto_keyring_words_get_state (VetoSecretState state);

/* Returns: (transfer full): what went wrong, and, where there is no keyring, how to get one */
char *veto_keyring_words_dup_error (const GError *error);

G_END_DECLS
