/* Keys that may speak, and roles that say how many of them must.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VETO_TRUST_KEY_BYTES 32
#define VETO_TRUST_SIGNATURE_BYTES 64
#define VETO_TRUST_HEX_BYTES 64 /* of a SHA-256 or a public key in lower-case hexadecimal digits */

typedef struct
{
  guint8 public_key[VETO_TRUST_KEY_BYTES];
  char   id[VETO_TRUST_HEX_BYTES + 1]; /* SHA-256 of the public key */
} VetoTrustKey;

/* Different keys, of which @threshold must sign; at least one, and at most all of them. */
typedef struct
{
  VetoTrustKey *keys;
  guint         n_keys;
  guint         threshold;
} VetoTrustRole;

/**
 * veto_trust_key_init:
 * @self: (out caller-allocates): the key
 * @public_key: (array fixed-size=32): as RFC 8032 writes it
 * @error: return location, %VETO_TRUST_ERROR_MALFORMED
 *
 * Refuses the points of small order, with which anybody can sign (measured: all messages for one of them, half for
 * four others), and a coordinate that is not reduced, because one point would have two ids. Rule: security design, 2.3.
 */
gboolean veto_trust_key_init (VetoTrustKey *self, const guint8 *public_key, GError **error);

/* Ed25519 over @message; @signature has 64 bytes. */
gboolean veto_trust_key_verifies (const VetoTrustKey *self, GBytes *message, const guint8 *signature);

/* Returns: (nullable): the key of that id */
const VetoTrustKey *veto_trust_role_find (const VetoTrustRole *self, const char *id);

/* Names the set of keys and the threshold: SHA-256 of "2 ID ID ID", ids sorted. @out_digest: 65 bytes, as hex */
void veto_trust_role_digest (const VetoTrustRole *self, char *out_digest);

void veto_trust_role_clear (VetoTrustRole *self);

/* The lower-case hexadecimal SHA-256. @out_hex: 65 bytes */
void veto_trust_sha256 (gconstpointer data, gsize n_bytes, char *out_hex);

G_END_DECLS
