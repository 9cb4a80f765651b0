/* The other side: those who sign, with keys that lie encrypted on their disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-envelope.h"

G_BEGIN_DECLS

/* A key that can sign. Its secret is wiped when it is freed. */
typedef struct _VetoTrustSigner VetoTrustSigner;

#define VETO_TRUST_MIN_PASSPHRASE 12 /* characters */

/**
 * veto_trust_signer_new:
 * @error: return location, %VETO_TRUST_ERROR_KEY when the system has no randomness
 *
 * Returns: (transfer full) (nullable): a new key, which lies nowhere yet
 */
VetoTrustSigner *veto_trust_signer_new (GError **error);

/* (transfer full) (nullable): the key whose secret is @seed, 32 bytes; RFC 8032, 5.1.5 */
VetoTrustSigner *veto_trust_signer_new_from_seed (const guint8 *seed, GError **error);

/**
 * veto_trust_signer_open:
 * @pem: a file of PKCS#8, encrypted (RFC 5958, RFC 8018)
 * @passphrase: UTF-8
 * @error: return location, %VETO_TRUST_ERROR_KEY, or %VETO_TRUST_ERROR_PASSPHRASE when it does not open it
 *
 * Also opens what "openssl genpkey | openssl pkcs8 -topk8 -v2 aes-256-cbc" made; a key that is not encrypted is refused.
 *
 * Returns: (transfer full) (nullable)
 */
VetoTrustSigner *veto_trust_signer_open (GBytes *pem, const char *passphrase, GError **error);

/**
 * veto_trust_signer_seal:
 * @passphrase: UTF-8, at least %VETO_TRUST_MIN_PASSPHRASE characters
 * @error: return location, %VETO_TRUST_ERROR_PASSPHRASE or %VETO_TRUST_ERROR_KEY
 *
 * PBES2 with AES-256-CBC and PBKDF2 (HMAC-SHA-256, 600000 rounds, some tenths of a second): what the ceremony makes
 * with OpenSSL, and what OpenSSL reads. Rule: security design, 4.
 *
 * Returns: (transfer full) (nullable): the file to keep, in PEM
 */
GBytes *veto_trust_signer_seal (const VetoTrustSigner *self, const char *passphrase, GError **error);

const VetoTrustKey *veto_trust_signer_get_key (const VetoTrustSigner *self);

/* Ed25519 over @message. @out_signature: 64 bytes */
gboolean
veto_trust_signer_sign (const VetoTrustSigner *self, GBytes *message, guint8 *out_signature, GError **error);

void veto_trust_signer_free (VetoTrustSigner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoTrustSigner, veto_trust_signer_free)

G_END_DECLS
