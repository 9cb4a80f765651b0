/* Certificates for the test's web server, made when they are needed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-certificate.h"

#include <gnutls/x509.h>
#include <string.h>

#define DAY 86400

struct _FeedAuthority
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t     certificate;
};

static void
assert_done (int result)
{
  if (result < 0)
    g_test_message ("%s", gnutls_strerror (result));
  g_assert_cmpint (result, >=, 0);
}

static gnutls_x509_privkey_t
make_key (void)
{
  gnutls_x509_privkey_t key;

  assert_done (gnutls_x509_privkey_init (&key));
  assert_done (gnutls_x509_privkey_generate (key, GNUTLS_PK_ECDSA,
                                             GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0));
  return key;
}

static gnutls_x509_crt_t
make_certificate (gnutls_x509_privkey_t key,
                  const char           *name,
                  gboolean              authority,
                  int                   first_day,
                  int                   last_day)
{
  static guint8     serial = 1;
  time_t            now = time (NULL);
  gnutls_x509_crt_t certificate;

  assert_done (gnutls_x509_crt_init (&certificate));
  assert_done (gnutls_x509_crt_set_version (certificate, 3));
  assert_done (gnutls_x509_crt_set_serial (certificate, &serial, 1));
  serial++;
  assert_done (gnutls_x509_crt_set_key (certificate, key));
  assert_done (
    gnutls_x509_crt_set_dn_by_oid (certificate, GNUTLS_OID_X520_COMMON_NAME, 0, name, (guint) strlen (name)));
  assert_done (gnutls_x509_crt_set_activation_time (certificate, now + first_day * DAY));
  assert_done (gnutls_x509_crt_set_expiration_time (certificate, now + last_day * DAY));
  assert_done (gnutls_x509_crt_set_basic_constraints (certificate, authority, -1));
  assert_done (gnutls_x509_crt_set_key_usage (certificate, authority ? GNUTLS_KEY_KEY_CERT_SIGN
                                                                     : GNUTLS_KEY_DIGITAL_SIGNATURE));
  return certificate;
}

static void
set_host (gnutls_x509_crt_t certificate, const char *host)
{
  g_autoptr(GInetAddress) number = g_inet_address_new_from_string (host);

  if (number != NULL)
    assert_done (gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_IPADDRESS,
                                                       g_inet_address_to_bytes (number),
                                                       (guint) g_inet_address_get_native_size (number),
                                                       GNUTLS_FSAN_SET));
  else
    assert_done (gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_DNSNAME, host,
                                                       (guint) strlen (host), GNUTLS_FSAN_SET));
}

FeedAuthority *
feed_authority_new (const char *name)
{
  FeedAuthority *self = g_new0 (FeedAuthority, 1);

  self->key = make_key ();
  self->certificate = make_certificate (self->key, name, TRUE, -30, 30);
  assert_done (gnutls_x509_crt_sign2 (self->certificate, self->certificate, self->key, GNUTLS_DIG_SHA256, 0));
  return self;
}

void
feed_authority_free (FeedAuthority *self)
{
  gnutls_x509_privkey_deinit (self->key);
  gnutls_x509_crt_deinit (self->certificate);
  g_free (self);
}

static void
add_pem (GString *text, gnutls_x509_crt_t certificate)
{
  gnutls_datum_t pem;

  assert_done (gnutls_x509_crt_export2 (certificate, GNUTLS_X509_FMT_PEM, &pem));
  g_string_append_len (text, (const char *) pem.data, pem.size);
  gnutls_free (pem.data);
}

GTlsDatabase *
feed_authority_make_database (FeedAuthority *self, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "authority.pem", NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  GTlsDatabase *database;

  add_pem (text, self->certificate);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  return database;
}

GTlsCertificate *
feed_authority_certify (FeedAuthority *self, const char *host, int first_day, int last_day)
{
  gnutls_x509_privkey_t key = make_key ();
  gnutls_x509_crt_t     certificate = make_certificate (key, host, FALSE, first_day, last_day);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  gnutls_datum_t   pem;
  GTlsCertificate *made;

  set_host (certificate, host);
  assert_done (gnutls_x509_crt_sign2 (certificate, self->certificate, self->key, GNUTLS_DIG_SHA256, 0));
  add_pem (text, certificate);
  assert_done (gnutls_x509_privkey_export2_pkcs8 (key, GNUTLS_X509_FMT_PEM, NULL, GNUTLS_PKCS_PLAIN, &pem));
  g_string_append_len (text, (const char *) pem.data, pem.size);
  gnutls_free (pem.data);
  gnutls_x509_privkey_deinit (key);
  gnutls_x509_crt_deinit (certificate);

  made = g_tls_certificate_new_from_pem (text->str, -1, &error);
  g_assert_no_error (error);
  return made;
}
