/* Signatures that say less than they seem to: repeated, malleated, of another message, or too many to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "trust-fixture.h"

#define SIG_64 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="

/* The list is counted before anything is computed; 16 are right, whoever they are from. */
static void
test_many_signatures (void)
{
  static const struct
  {
    guint n_strangers;
    int   code;
  } rows[] = { { 14, ACCEPT }, { 15, VETO_TRUST_ERROR_MALFORMED }, { 300, VETO_TRUST_ERROR_MALFORMED } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "de");
      g_autoptr(GString) list = g_string_new ("\"signatures\":[");
      g_autoptr(GBytes) bytes = NULL;

      for (guint k = 0; k < rows[i].n_strangers; k++)
        g_string_append_printf (list, "{\"keyid\":\"%064x\",\"sig\":\"" SIG_64 "\"},", k);
      bytes = bytes_of (with (text_of (whole), "\"signatures\":[", list->str), -1);
      check_index (bytes, rows[i].code);
    }
}

/* Returns: (transfer full): the signature of @letter in @text, as base64 */
static char *
find_signature (const char *text, char letter)
{
  g_autofree char *start = g_strdup_printf ("\"keyid\":\"%s\",\"sig\":\"", id_of (letter));
  const char      *at = strstr (text, start);

  g_assert_nonnull (at);
  return g_strndup (at + strlen (start), 88);
}

/* One key cannot count twice, whatever it is called. */
static void
test_one_key_twice (void)
{
  g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "d");
  g_autofree char *text = text_of (whole), *signature = find_signature (text, 'd');
  g_autofree char *upper = g_ascii_strup (id_of ('d'), -1);
  const struct
  {
    const char *id;
    int         code;
  } rows[] = { { id_of ('d'), VETO_TRUST_ERROR_MALFORMED },
               { upper, VETO_TRUST_ERROR_MALFORMED },
               { id_of ('e'), VETO_TRUST_ERROR_SIGNATURE },
               { HASH_1, VETO_TRUST_ERROR_SIGNATURE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *more =
        g_strdup_printf ("\"signatures\":[{\"keyid\":\"%s\",\"sig\":\"%s\"},", rows[i].id, signature);
      g_autoptr(GBytes) bytes = bytes_of (with (g_strdup (text), "\"signatures\":[", more), -1);

      check_index (bytes, rows[i].code);
    }
}

/* A signature that is damaged does not take away what two others said. */
static void
test_one_bad_two_good (void)
{
  g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "def");
  g_autofree char *signature = NULL, *text = text_of (whole);
  g_autoptr(GBytes) bytes = NULL, worse = NULL;

  signature = find_signature (text, 'e');
  bytes = bytes_of (with (g_strdup (text), signature, SIG_64), -1);
  check_index (bytes, ACCEPT);
  g_free (signature);
  signature = find_signature (text, 'd');
  worse = bytes_of (with (text_of (bytes), signature, SIG_64), -1);
  check_index (worse, VETO_TRUST_ERROR_SIGNATURE);
}

/* S + L verifies where S is not compared with the order L of the group (RFC 8032, 5.1.7). */
static void
test_malleated (void)
{
  static const guint8 order[32] = { 0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                    0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10 };
  g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "de");
  g_autofree char   *text = text_of (whole), *signature = find_signature (text, 'd'), *changed = NULL;
  gsize              n_bytes;
  g_autofree guchar *bytes = g_base64_decode (signature, &n_bytes);
  guint              carry = 0;
  g_autoptr(GBytes) again = NULL;

  for (guint i = 0; i < 32; i++)
    {
      carry += (guint) bytes[32 + i] + order[i];
      bytes[32 + i] = (guchar) carry;
      carry >>= 8;
    }
  changed = g_base64_encode (bytes, n_bytes);
  again = bytes_of (with (g_strdup (text), signature, changed), -1);
  check_index (again, VETO_TRUST_ERROR_SIGNATURE);
}

/* Without its type, or with the other's, a signature says nothing about an index. */
static void
test_other_message (void)
{
  g_autoptr(GBytes) as_root = sign (VETO_TRUST_ROOT, make_index (7), "de");
  g_autoptr(GBytes)
               relabelled = bytes_of (with (text_of (as_root), "vnd.veto.root.v1", "vnd.veto.index.v1"), -1);
  g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "de");
  g_autoptr(GBytes) payload = bytes_of (make_index (7), -1), bare = NULL;
  char *text = text_of (whole);

  check_index (as_root, VETO_TRUST_ERROR_MALFORMED);
  check_index (relabelled, VETO_TRUST_ERROR_SIGNATURE);
  for (const char *at = "de"; *at != '\0'; at++)
    {
      guint8           signature[VETO_TRUST_SIGNATURE_BYTES];
      g_autofree char *old = find_signature (text, *at), *base64 = NULL;

      g_assert_true (veto_trust_signer_sign (signer_of (*at), payload, signature, NULL));
      base64 = g_base64_encode (signature, sizeof signature);
      text = with (text, old, base64);
    }
  bare = bytes_of (text, -1);
  check_index (bare, VETO_TRUST_ERROR_SIGNATURE);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/forged/many-signatures", test_many_signatures);
  g_test_add_func ("/trust/forged/one-key-twice", test_one_key_twice);
  g_test_add_func ("/trust/forged/one-bad-two-good", test_one_bad_two_good);
  g_test_add_func ("/trust/forged/malleated", test_malleated);
  g_test_add_func ("/trust/forged/other-message", test_other_message);
  return g_test_run ();
}
