/* An Ed25519 key as a file: PKCS#8, encrypted. Private to trust.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VETO_TRUST_PLAIN_BYTES 48

/* The key in the clear, in DER (RFC 8410, 7). @out_plain: VETO_TRUST_PLAIN_BYTES, which the caller wipes */
void veto_trust_pem_encode_plain (const guint8 *seed, guint8 *out_plain);

/* Returns: (transfer full) (nullable): the encrypted key in PEM; %VETO_TRUST_ERROR_KEY */
GBytes *veto_trust_pem_encrypt (const guint8 *seed, const char *passphrase, GError **error);

G_END_DECLS
