/* An Ed25519 key as a file: PKCS#8 (RFC 5958, RFC 8410), encrypted by PBES2 (RFC 8018).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GnuTLS 3.7 can write such files only with HMAC-SHA-1 and a few thousand rounds, which is too little for a passphrase. All
 * lengths are known, so the file is a fixed frame of DER around salt, IV and the encrypted key. */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-pem.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <string.h>

#include "veto-trust-read.h"

#define N_ROUNDS 600000 /* 0x0927c0 */
#define SALT_BYTES 16
#define IV_BYTES 16
#define KEY_BYTES 32
#define SEED_BYTES 32
#define PADDING_BYTES 16 /* the key fills its blocks of 16 bytes, so there is one more (PKCS#7) */
#define BOX_BYTES (VETO_TRUST_PLAIN_BYTES + PADDING_BYTES)
#define LINE_BYTES 64

/* SEQUENCE { version 0, SEQUENCE { OID 1.3.101.112 }, OCTET STRING { OCTET STRING of 32 bytes } } */
static const guint8 plain_frame[] = { 0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                                      0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20 };

/* SEQUENCE { SEQUENCE { PBES2, SEQUENCE { SEQUENCE { PBKDF2, SEQUENCE { OCTET STRING of 16 bytes … */
static const guint8 frame_to_salt[] = { 0x30, 0x81, 0xa4, 0x30, 0x60, 0x06, 0x09, 0x2a, 0x86,
                                        0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d, 0x30, 0x53,
                                        0x30, 0x32, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7,
                                        0x0d, 0x01, 0x05, 0x0c, 0x30, 0x25, 0x04, 0x10 };
/* … INTEGER 600000, SEQUENCE { hmacWithSHA256, NULL } } } SEQUENCE { aes256-CBC, OCTET STRING of 16 bytes … */
static const guint8 frame_to_iv[] = { 0x02, 0x03, 0x09, 0x27, 0xc0, 0x30, 0x0c, 0x06, 0x08, 0x2a, 0x86, 0x48,
                                      0x86, 0xf7, 0x0d, 0x02, 0x09, 0x05, 0x00, 0x30, 0x1d, 0x06, 0x09, 0x60,
                                      0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2a, 0x04, 0x10 };
/* … } } } OCTET STRING of 64 bytes */
static const guint8 frame_to_box[] = { 0x04, 0x40 };

G_STATIC_ASSERT (sizeof plain_frame + SEED_BYTES == VETO_TRUST_PLAIN_BYTES);
G_STATIC_ASSERT (sizeof frame_to_salt + SALT_BYTES + sizeof frame_to_iv + IV_BYTES + sizeof frame_to_box
                   + BOX_BYTES
                 == 3 + 0xa4);

void
veto_trust_pem_encode_plain (const guint8 *seed, guint8 *out_plain)
{
  memcpy (out_plain, plain_frame, sizeof plain_frame);
  memcpy (out_plain + sizeof plain_frame, seed, SEED_BYTES);
}

static int
derive_key (const char *passphrase, const guint8 *salt, guint8 *out_key)
{
  const gnutls_datum_t words = { (guchar *) passphrase, (guint) strlen (passphrase) };
  const gnutls_datum_t salt_datum = { (guchar *) salt, SALT_BYTES };

  return gnutls_pbkdf2 (GNUTLS_MAC_SHA256, &words, &salt_datum, N_ROUNDS, out_key, KEY_BYTES);
}

/* Encrypts @box where it stands. */
static int
encrypt_box (const char *passphrase, const guint8 *salt, guint8 *iv, guint8 *box)
{
  guint8               key[KEY_BYTES];
  const gnutls_datum_t key_datum = { key, sizeof key }, iv_datum = { iv, IV_BYTES };
  gnutls_cipher_hd_t   cipher = NULL;
  int                  code = derive_key (passphrase, salt, key);

  if (code >= 0)
    code = gnutls_cipher_init (&cipher, GNUTLS_CIPHER_AES_256_CBC, &key_datum, &iv_datum);
  if (code >= 0)
    code = gnutls_cipher_encrypt (cipher, box, BOX_BYTES);
  g_clear_pointer (&cipher, gnutls_cipher_deinit);
  gnutls_memset (key, 0, sizeof key);
  return code;
}

static GBytes *
write_pem (GByteArray *der)
{
  g_autofree char *base64 = g_base64_encode (der->data, der->len);
  GString         *pem = g_string_new ("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");

  for (gsize at = 0; at < strlen (base64); at += LINE_BYTES)
    g_string_append_printf (pem, "%.*s\n", LINE_BYTES, base64 + at);
  g_string_append (pem, "-----END ENCRYPTED PRIVATE KEY-----\n");
  return g_string_free_to_bytes (pem);
}

GBytes *
veto_trust_pem_encrypt (const guint8 *seed, const char *passphrase, GError **error)
{
  guint8 salt[SALT_BYTES], iv[IV_BYTES], box[BOX_BYTES];
  g_autoptr(GByteArray) der = g_byte_array_new ();
  int code = gnutls_rnd (GNUTLS_RND_RANDOM, salt, sizeof salt);

  if (code >= 0)
    code = gnutls_rnd (GNUTLS_RND_NONCE, iv, sizeof iv);
  veto_trust_pem_encode_plain (seed, box);
  memset (box + VETO_TRUST_PLAIN_BYTES, PADDING_BYTES, PADDING_BYTES);
  g_byte_array_append (der, frame_to_salt, sizeof frame_to_salt);
  g_byte_array_append (der, salt, sizeof salt);
  g_byte_array_append (der, frame_to_iv, sizeof frame_to_iv);
  g_byte_array_append (der, iv, sizeof iv);
  g_byte_array_append (der, frame_to_box, sizeof frame_to_box);
  if (code >= 0)
    code = encrypt_box (passphrase, salt, iv, box);
  if (code < 0)
    {
      gnutls_memset (box, 0, sizeof box);
      veto_trust_fail (error, VETO_TRUST_ERROR_KEY, "%s", gnutls_strerror (code));
      return NULL;
    }
  g_byte_array_append (der, box, sizeof box);
  return write_pem (der);
}
