/* Keys that can sign: Ed25519 through GnuTLS.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-signer.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <string.h>

#include "veto-trust-pem.h"
#include "veto-trust-read.h"

#define MAX_PEM_BYTES 8192

struct _VetoTrustSigner
{
  gnutls_privkey_t private_key;
  guint8           seed[VETO_TRUST_KEY_BYTES];
  VetoTrustKey     key;
};

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_x509_privkey_t, gnutls_x509_privkey_deinit, NULL)

/* GnuTLS frees what it gave, but wipes nothing. */
static void
wipe_datum (gnutls_datum_t *datum)
{
  if (datum->data != NULL)
    gnutls_memset (datum->data, 0, datum->size);
  g_clear_pointer (&datum->data, gnutls_free);
}

void
veto_trust_signer_free (VetoTrustSigner *self)
{
  g_clear_pointer (&self->private_key, gnutls_privkey_deinit);
  gnutls_memset (self->seed, 0, sizeof self->seed);
  g_free (self);
}

static VetoTrustSigner *
take_private_key (gnutls_x509_privkey_t x509, GError **error)
{
  g_autoptr(VetoTrustSigner) self = g_new0 (VetoTrustSigner, 1);
  gnutls_datum_t     x = { 0 }, k = { 0 };
  gnutls_ecc_curve_t curve = GNUTLS_ECC_CURVE_INVALID;
  gboolean           done;

  done = gnutls_x509_privkey_export_ecc_raw (x509, &curve, &x, NULL, &k) >= 0
         && curve == GNUTLS_ECC_CURVE_ED25519 && x.size == VETO_TRUST_KEY_BYTES
         && k.size == VETO_TRUST_KEY_BYTES && veto_trust_key_init (&self->key, x.data, NULL)
         && gnutls_privkey_init (&self->private_key) >= 0
         && gnutls_privkey_import_x509 (self->private_key, x509, GNUTLS_PRIVKEY_IMPORT_COPY) >= 0;
  if (done)
    memcpy (self->seed, k.data, sizeof self->seed);
  wipe_datum (&x);
  wipe_datum (&k);
  if (done)
    return g_steal_pointer (&self);
  veto_trust_fail (error, VETO_TRUST_ERROR_KEY, "not an Ed25519 key");
  return NULL;
}

VetoTrustSigner *
veto_trust_signer_new_from_seed (const guint8 *seed, GError **error)
{
  g_auto(gnutls_x509_privkey_t) x509 = NULL;
  guint8         plain[VETO_TRUST_PLAIN_BYTES];
  gnutls_datum_t datum = { plain, sizeof plain };
  int            code;

  veto_trust_pem_encode_plain (seed, plain);
  code = gnutls_x509_privkey_init (&x509);
  if (code >= 0)
    code = gnutls_x509_privkey_import_pkcs8 (x509, &datum, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN);
  gnutls_memset (plain, 0, sizeof plain);
  if (code >= 0)
    return take_private_key (x509, error);
  veto_trust_fail (error, VETO_TRUST_ERROR_KEY, "%s", gnutls_strerror (code));
  return NULL;
}

VetoTrustSigner *
veto_trust_signer_new (GError **error)
{
  guint8           seed[VETO_TRUST_KEY_BYTES];
  int              code = gnutls_rnd (GNUTLS_RND_KEY, seed, sizeof seed);
  VetoTrustSigner *self = NULL;

  if (code >= 0)
    self = veto_trust_signer_new_from_seed (seed, error);
  else
    veto_trust_fail (error, VETO_TRUST_ERROR_KEY, "%s", gnutls_strerror (code));
  gnutls_memset (seed, 0, sizeof seed);
  return self;
}

/* Whether it is a key at all, and encrypted in a way that GnuTLS knows. */
static gboolean
is_encrypted_key (const gnutls_datum_t *pem)
{
  guint schema, cipher, n_rounds, n_salt = 0;

  return pem->size > 0 && pem->size <= MAX_PEM_BYTES
         && gnutls_pkcs8_info (pem, GNUTLS_X509_FMT_PEM, &schema, &cipher, NULL, &n_salt, &n_rounds, NULL)
              >= 0;
}

VetoTrustSigner *
veto_trust_signer_open (GBytes *pem, const char *passphrase, GError **error)
{
  g_auto(gnutls_x509_privkey_t) x509 = NULL;
  gsize          n_bytes;
  gconstpointer  data = g_bytes_get_data (pem, &n_bytes);
  gnutls_datum_t datum = { (guchar *) data, (guint) n_bytes };
  int            code;

  if (!is_encrypted_key (&datum))
    {
      veto_trust_fail (error, VETO_TRUST_ERROR_KEY, "not an encrypted key");
      return NULL;
    }
  code = gnutls_x509_privkey_init (&x509);
  if (code >= 0)
    code = gnutls_x509_privkey_import_pkcs8 (x509, &datum, GNUTLS_X509_FMT_PEM, passphrase, 0);
  if (code >= 0)
    return take_private_key (x509, error);
  /* what a wrong passphrase opens is garbage, which fails here or there */
  veto_trust_fail (error, VETO_TRUST_ERROR_PASSPHRASE, "it does not open the key");
  return NULL;
}

GBytes *
veto_trust_signer_seal (const VetoTrustSigner *self, const char *passphrase, GError **error)
{
  if (g_utf8_validate (passphrase, -1, NULL) && g_utf8_strlen (passphrase, -1) >= VETO_TRUST_MIN_PASSPHRASE)
    return veto_trust_pem_encrypt (self->seed, passphrase, error);
  veto_trust_fail (error, VETO_TRUST_ERROR_PASSPHRASE, "a passphrase has %d characters or more",
                   VETO_TRUST_MIN_PASSPHRASE);
  return NULL;
}

const VetoTrustKey *
veto_trust_signer_get_key (const VetoTrustSigner *self)
{
  return &self->key;
}

gboolean
veto_trust_signer_sign (const VetoTrustSigner *self, GBytes *message, guint8 *out_signature, GError **error)
{
  gsize          n_bytes;
  gconstpointer  data = g_bytes_get_data (message, &n_bytes);
  gnutls_datum_t datum = { (guchar *) data, (guint) n_bytes }, signature = { 0 };
  int code = gnutls_privkey_sign_data2 (self->private_key, GNUTLS_SIGN_EDDSA_ED25519, 0, &datum, &signature);
  gboolean done = code >= 0 && signature.size == VETO_TRUST_SIGNATURE_BYTES;

  if (done)
    memcpy (out_signature, signature.data, VETO_TRUST_SIGNATURE_BYTES);
  g_clear_pointer (&signature.data, gnutls_free);
  return done ? TRUE : veto_trust_fail (error, VETO_TRUST_ERROR_KEY, "%s", gnutls_strerror (code));
}
