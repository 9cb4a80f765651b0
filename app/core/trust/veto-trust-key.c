/* Keys that may speak: Ed25519 (RFC 8032) through GnuTLS.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-key.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <stdlib.h>
#include <string.h>

#include "veto-trust-error.h"

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_pubkey_t, gnutls_pubkey_deinit, NULL)

/* The y of the points whose order divides 8, first byte first, without the sign of x: 0, 1, p-1, and the two of order 8.
 * Source: security-snippets of the design; y = p and p+1 are not reduced and are refused as such. */
static const guint8 small_order[][VETO_TRUST_KEY_BYTES] = {
  { 0 },
  { 1 },
  { 0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f },
  { 0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
    0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05 },
  { 0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
    0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a },
};

void
veto_trust_sha256 (gconstpointer data, gsize n_bytes, char *out_hex)
{
  static const char digits[] = "0123456789abcdef";
  guint8            digest[VETO_TRUST_HEX_BYTES / 2];

  /* A start hashes every file of the guidance; with the processor's own instructions it takes a fifth of GChecksum's time. */
  if (gnutls_hash_fast (GNUTLS_DIG_SHA256, data, n_bytes, digest) < 0)
    {
      g_autofree char *hex = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, n_bytes);

      memcpy (out_hex, hex, VETO_TRUST_HEX_BYTES + 1);
      return;
    }
  for (gsize i = 0; i < sizeof digest; i++)
    {
      out_hex[2 * i] = digits[digest[i] >> 4];
      out_hex[2 * i + 1] = digits[digest[i] & 0x0f];
    }
  out_hex[VETO_TRUST_HEX_BYTES] = '\0';
}

/* Whether y, without the sign, is smaller than p = 2^255 - 19. */
static gboolean
is_reduced (const guint8 *y)
{
  if (y[31] != 0x7f || y[0] < 0xed)
    return TRUE;
  for (guint i = 1; i < 31; i++)
    if (y[i] != 0xff)
      return TRUE;
  return FALSE;
}

gboolean
veto_trust_key_init (VetoTrustKey *self, const guint8 *public_key, GError **error)
{
  guint8 y[VETO_TRUST_KEY_BYTES];

  memcpy (y, public_key, sizeof y);
  y[31] &= 0x7f;
  for (gsize i = 0; i < G_N_ELEMENTS (small_order); i++)
    if (!is_reduced (y) || memcmp (y, small_order[i], sizeof y) == 0)
      {
        g_set_error_literal (error, VETO_TRUST_ERROR, VETO_TRUST_ERROR_MALFORMED,
                             "a key with which anybody could sign");
        return FALSE;
      }
  memcpy (self->public_key, public_key, sizeof self->public_key);
  veto_trust_sha256 (public_key, VETO_TRUST_KEY_BYTES, self->id);
  return TRUE;
}

gboolean
veto_trust_key_verifies (const VetoTrustKey *self, GBytes *message, const guint8 *signature)
{
  g_auto(gnutls_pubkey_t) key = NULL;
  gsize          n_bytes;
  gconstpointer  data = g_bytes_get_data (message, &n_bytes);
  gnutls_datum_t x = { (guchar *) self->public_key, VETO_TRUST_KEY_BYTES };
  gnutls_datum_t signed_data = { (guchar *) data, (guint) n_bytes };
  gnutls_datum_t signature_data = { (guchar *) signature, VETO_TRUST_SIGNATURE_BYTES };

  return n_bytes <= G_MAXUINT && gnutls_pubkey_init (&key) >= 0
         && gnutls_pubkey_import_ecc_raw (key, GNUTLS_ECC_CURVE_ED25519, &x, NULL) >= 0
         && gnutls_pubkey_verify_data2 (key, GNUTLS_SIGN_EDDSA_ED25519, 0, &signed_data, &signature_data)
              >= 0;
}

const VetoTrustKey *
veto_trust_role_find (const VetoTrustRole *self, const char *id)
{
  for (guint i = 0; i < self->n_keys; i++)
    if (g_str_equal (self->keys[i].id, id))
      return &self->keys[i];
  return NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const char *const *first = a, *const *second = b;
  return strcmp (*first, *second);
}

void
veto_trust_role_digest (const VetoTrustRole *self, char *out_digest)
{
  g_autofree const char **ids = g_new (const char *, self->n_keys);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_keys; i++)
    ids[i] = self->keys[i].id;
  qsort (ids, self->n_keys, sizeof *ids, compare_ids);
  g_string_append_printf (text, "%u", self->threshold);
  for (guint i = 0; i < self->n_keys; i++)
    g_string_append_printf (text, " %s", ids[i]);
  veto_trust_sha256 (text->str, text->len, out_digest);
}

void
veto_trust_role_clear (VetoTrustRole *self)
{
  g_clear_pointer (&self->keys, g_free);
  self->n_keys = self->threshold = 0;
}
