/* Keys on a disk, and what publishers make with them: the same bytes on every machine.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "trust-fixture.h"
#include "veto-trust-draft.h"

#define PASSPHRASE "correct horse, Pferd für Pferd"

/* RFC 8032, 7.1, TEST 1, as "openssl genpkey | openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 2048" of
 * OpenSSL 3.0 wrote it, with the passphrase above; and in the clear. */
static const char openssl_pem[] = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                                  "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjmJBrjl+wergICCAAw\n"
                                  "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEMmyK3kxRarAU/wASF+FFKYEQDpf\n"
                                  "ORFiV0Cfctw7LlBnN9KlZCKH/m5Z8Wr/qQly9P374t9ji0AQKrNjuNxznoEpCl4+\n"
                                  "0vWwO3NsA5z2yxkRY3E=\n"
                                  "-----END ENCRYPTED PRIVATE KEY-----\n";
static const char plain_pem[] = "-----BEGIN PRIVATE KEY-----\n"
                                "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                                "-----END PRIVATE KEY-----\n";

static GBytes *
seal (const VetoTrustSigner *signer)
{
  g_autoptr(GError) error = NULL;
  GBytes *pem = veto_trust_signer_seal (signer, PASSPHRASE, &error);

  g_assert_no_error (error);
  return pem;
}

static void
test_round_trip (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustSigner) made = veto_trust_signer_new (&error), opened = NULL, other = NULL;
  g_autoptr(GBytes) pem = NULL, again = NULL, message = bytes_of (g_strdup ("message"), -1);
  guint8 first[VETO_TRUST_SIGNATURE_BYTES], second[VETO_TRUST_SIGNATURE_BYTES];

  g_assert_no_error (error);
  pem = seal (made);
  opened = veto_trust_signer_open (pem, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (veto_trust_signer_get_key (made)->id, ==, veto_trust_signer_get_key (opened)->id);
  g_assert_true (veto_trust_signer_sign (made, message, first, &error));
  g_assert_true (veto_trust_signer_sign (opened, message, second, &error));
  g_assert_cmpmem (first, sizeof first, second, sizeof second);

  /* another key is another one, and the same one is never the same file: salt and IV are new */
  other = veto_trust_signer_new (&error);
  g_assert_cmpstr (veto_trust_signer_get_key (made)->id, !=, veto_trust_signer_get_key (other)->id);
  again = seal (made);
  g_assert_false (g_bytes_equal (pem, again));
}

/* What OpenSSL made in the ceremony is opened. */
static void
test_openssl_wrote (void)
{
  g_autoptr(GBytes) pem = g_bytes_new_static (openssl_pem, strlen (openssl_pem));
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustSigner) signer = veto_trust_signer_open (pem, PASSPHRASE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (veto_trust_signer_get_key (signer)->id, ==,
                   "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9");
}

/* And OpenSSL opens what was made here, and makes the same signature with it. */
static void
test_openssl_reads (void)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autofree char *folder = g_dir_make_tmp ("veto-trust-XXXXXX", NULL), *out = NULL, *err = NULL;
  g_autofree char *key = g_build_filename (folder, "key.pem", NULL);
  g_autofree char *file = g_build_filename (folder, "message", NULL);
  g_autoptr(GBytes) pem = seal (signer_of ('a')), message = bytes_of (g_strdup ("message"), -1);
  g_autoptr(GError) error = NULL;
  const char *argv[] = { openssl,   "pkeyutl",        "-sign", "-rawin", "-inkey", key,
                         "-passin", "env:PASSPHRASE", "-in",   file,     NULL };
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "PASSPHRASE", PASSPHRASE, TRUE);
  guint8 signature[VETO_TRUST_SIGNATURE_BYTES];
  int    status;

  if (openssl == NULL)
    {
      g_test_skip ("there is no openssl here");
      return;
    }
  g_file_set_contents (key, g_bytes_get_data (pem, NULL), (gssize) g_bytes_get_size (pem), NULL);
  g_file_set_contents (file, "message", -1, NULL);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s", err);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (veto_trust_signer_sign (signer_of ('a'), message, signature, &error));
  g_assert_cmpmem (out, sizeof signature, signature, sizeof signature);
  g_unlink (key);
  g_unlink (file);
  g_rmdir (folder);
}

/* What lies on the disk says nothing of the key but that it is one. */
static void
test_nothing_in_the_clear (void)
{
  guint8 seed[VETO_TRUST_KEY_BYTES];
  g_autoptr(GBytes) pem = seal (signer_of ('a'));
  g_autofree char   *text = text_of (pem), *body = NULL;
  gsize              n_bytes;
  g_autofree guchar *der = NULL;

  memset (seed, 'a', sizeof seed);
  body = g_strndup (text + strlen ("-----BEGIN ENCRYPTED PRIVATE KEY-----"),
                    strstr (text, "-----END") - text - 37);
  der = g_base64_decode (body, &n_bytes);
  g_assert_cmpuint (n_bytes, ==, 167);
  g_assert_null (memmem (der, n_bytes, seed, 8));
  g_assert_null (memmem (der, n_bytes, veto_trust_signer_get_key (signer_of ('a'))->public_key, 8));
}

static void
test_refused (void)
{
  g_autoptr(GBytes) sealed = seal (signer_of ('a'));
  g_autofree char *text = text_of (sealed);
  const struct
  {
    const char *pem;
    const char *passphrase;
    int         code;
  } rows[] = {
    { text, "correct horse, pferd für Pferd", VETO_TRUST_ERROR_PASSPHRASE },
    { text, "", VETO_TRUST_ERROR_PASSPHRASE },
    { plain_pem, PASSPHRASE, VETO_TRUST_ERROR_KEY },
    { "", PASSPHRASE, VETO_TRUST_ERROR_KEY },
    { "-----BEGIN ENCRYPTED PRIVATE KEY-----\n", PASSPHRASE, VETO_TRUST_ERROR_KEY },
    { "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", PASSPHRASE,
      VETO_TRUST_ERROR_KEY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) pem = bytes_of (g_strdup (rows[i].pem), -1);
      g_autoptr(GError) error = NULL;
      VetoTrustSigner *signer = veto_trust_signer_open (pem, rows[i].passphrase, &error);

      assert_outcome (signer, &error, rows[i].code);
    }
}

/* What a wrong one opens is right to the last byte of its padding, once in 256 times. */
static void
test_wrong_passphrases (void)
{
  g_autoptr(GBytes) pem = g_bytes_new_static (openssl_pem, strlen (openssl_pem));

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *passphrase = g_strdup_printf ("wrong passphrase %u", i);
      g_autoptr(GError) error = NULL;

      g_assert_null (veto_trust_signer_open (pem, passphrase, &error));
      g_assert_error (error, VETO_TRUST_ERROR, VETO_TRUST_ERROR_PASSPHRASE);
    }
}

static void
test_short_passphrase (void)
{
  g_autoptr(GError) error = NULL;
  GBytes *pem = veto_trust_signer_seal (signer_of ('a'), "elf Zeichen", &error);

  assert_outcome (pem, &error, VETO_TRUST_ERROR_PASSPHRASE);
  pem = veto_trust_signer_seal (signer_of ('a'), "zw\xf6lf Zeichen", &error); /* no UTF-8 */
  assert_outcome (pem, &error, VETO_TRUST_ERROR_PASSPHRASE);
}

/* Whoever signs again replaces the signature; one that is wrong is not added; there is room for 16. */
static void
test_add (void)
{
  g_autoptr(GBytes) payload = bytes_of (make_index (7), -1), written = NULL, again = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_new (VETO_TRUST_INDEX, payload), read = NULL;
  g_autoptr(GError) error = NULL;
  guint8 signature[VETO_TRUST_SIGNATURE_BYTES] = { 0 };

  for (char letter = 'p'; letter >= 'a'; letter--)
    g_assert_true (veto_trust_envelope_sign (envelope, signer_of (letter), NULL));
  g_assert_true (veto_trust_envelope_sign (envelope, signer_of ('a'), NULL));
  g_assert_cmpuint (envelope->n_signatures, ==, 16);
  g_assert_false (veto_trust_envelope_sign (envelope, signer_of ('q'), &error));
  assert_outcome (NULL, &error, VETO_TRUST_ERROR_TOO_BIG);
  g_assert_false (
    veto_trust_envelope_add (envelope, veto_trust_signer_get_key (signer_of ('a')), signature, &error));
  assert_outcome (NULL, &error, VETO_TRUST_ERROR_SIGNATURE);

  written = veto_trust_envelope_write (envelope, VETO_TRUST_INDEX);
  read = veto_trust_envelope_parse (written, VETO_TRUST_INDEX, &error);
  g_assert_no_error (error);
  again = veto_trust_envelope_write (read, VETO_TRUST_INDEX);
  g_assert_true (g_bytes_equal (written, again));
}

/* The order in which somebody names keys and hosts does not change what is signed. */
static void
test_root_written (void)
{
  g_autoptr(VetoTrustRoot) root = read_plain_root (), read = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) first = veto_trust_root_write (root, &error), second = NULL;
  VetoTrustKey key = root->root.keys[0];
  char        *host = root->link_hosts[0];

  g_assert_no_error (error);
  root->root.keys[0] = root->root.keys[2];
  root->root.keys[2] = key;
  root->link_hosts[0] = root->link_hosts[1];
  root->link_hosts[1] = host;
  second = veto_trust_root_write (root, &error);
  g_assert_true (g_bytes_equal (first, second));

  read = veto_trust_root_read_payload (first, &error);
  g_assert_cmpstr (read->link_hosts[0], ==, "help.example.org");
  g_assert_cmpint (read->expires, ==, root->expires);
  g_assert_cmpuint (read->index.threshold, ==, 2);
}

/* Nothing is written that a client would refuse. */
static void
test_root_not_written (void)
{
  g_autoptr(VetoTrustRoot) root = read_plain_root ();
  g_autoptr(GError) error = NULL;

  root->index.threshold = 4;
  assert_outcome (veto_trust_root_write (root, &error), &error, VETO_TRUST_ERROR_MALFORMED);
  root->index.threshold = 2;
  root->index.keys[1] = root->index.keys[0];
  assert_outcome (veto_trust_root_write (root, &error), &error, VETO_TRUST_ERROR_MALFORMED);
}

static void
test_index_written (void)
{
  g_autoptr(GBytes) payload = bytes_of (make_index (7), -1), written = NULL;
  g_autoptr(VetoTrustIndex) index = veto_trust_index_read_payload (payload, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  written = veto_trust_index_write (index, &error);
  g_assert_no_error (error);
  text = text_of (written);
  g_assert_cmpstr (text, ==,
                   "{\"created\":\"2026-11-23T12:00:00Z\",\"expires\":\"2027-01-22T12:00:00Z\",\"files\":{"
                   "\"guidance.json\":{\"sha256\":\"" HASH_1 "\",\"size\":27},"
                   "\"text/en.json\":{\"sha256\":\"" HASH_2
                   "\",\"size\":2}},\"type\":\"index\",\"version\":7}");
  index->version = 0;
  assert_outcome (veto_trust_index_write (index, &error), &error, VETO_TRUST_ERROR_MALFORMED);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/signer/round-trip", test_round_trip);
  g_test_add_func ("/trust/signer/openssl-wrote", test_openssl_wrote);
  g_test_add_func ("/trust/signer/openssl-reads", test_openssl_reads);
  g_test_add_func ("/trust/signer/nothing-in-the-clear", test_nothing_in_the_clear);
  g_test_add_func ("/trust/signer/refused", test_refused);
  g_test_add_func ("/trust/signer/wrong-passphrases", test_wrong_passphrases);
  g_test_add_func ("/trust/signer/short-passphrase", test_short_passphrase);
  g_test_add_func ("/trust/signer/add", test_add);
  g_test_add_func ("/trust/signer/root-written", test_root_written);
  g_test_add_func ("/trust/signer/root-not-written", test_root_not_written);
  g_test_add_func ("/trust/signer/index-written", test_index_written);
  return g_test_run ();
}
