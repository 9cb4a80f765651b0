/* Envelopes: the published example to the byte, and every way to sign badly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "trust-fixture.h"

/* Security design, 2.5, byte for byte; the keys are those of RFC 8032, 7.1, TEST 1 and TEST 2. */
#define EXAMPLE_PAYLOAD                                                                                      \
  "{\"created\":\"2026-11-23T12:00:00Z\",\"expires\":\"2027-01-22T12:00:00Z\",\"files\":{\"guidance."        \
  "json\":{"                                                                                                 \
  "\"sha256\":\"a9a1bdb11c2cc807c6a260fbc02aa1327416b67f18aeaec47950d15126ebb4ae\",\"size\":27}},\"type\":"  \
  "\"index\",\"version\":7}"
#define EXAMPLE_ENVELOPE                                                                                     \
  "{ \"payload\": "                                                                                          \
  "\"eyJjcmVhdGVkIjoiMjAyNi0xMS0yM1QxMjowMDowMFoiLCJleHBpcmVzIjoiMjAyNy0wMS0yMlQxMjowMDowMFoiLCJmaWxlcyI6"   \
  "eyJndWlkYW5jZS5qc29uIjp7InNoYTI1NiI6ImE5YTFiZGIxMWMyY2M4MDdjNmEyNjBmYmMwMmFhMTMyNzQxNmI2N2YxOGFlYWVjND"   \
  "c5NTBkMTUxMjZlYmI0YWUiLCJzaXplIjoyN319LCJ0eXBlIjoiaW5kZXgiLCJ2ZXJzaW9uIjo3fQ==\",\n"                      \
  "  \"payloadType\": \"application/vnd.veto.index.v1+json\",\n"                                             \
  "  \"signatures\": [ { \"keyid\": \"21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9\", "  \
  "\"sig\": \"ikdEowVzq8iqSNUmrz5YSYL4/p+2flo6Sq1vwB7WaeTmqF5XPrrCwrPqelmNFgzT35MEu9MIKMtV2dpZsyWwDg==\" "   \
  "},\n"                                                                                                     \
  "                  { \"keyid\": \"39f713d0a644253f04529421b9f51b9b08979d08295959c4f3990ee617f5139f\", "    \
  "\"sig\": \"CWLObdyKuyjtJBb1tYr3CGr+bv0GScb0Iv9rLlpxWny99NrS+8zZOyBHvXVL+4pOaYeDU7CWC8CRKqrjNCjFBQ==\" } " \
  "] }\n"

static const struct
{
  const char *seed, *public_key, *id, *signature;
} example_keys[] = {
  { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9",
    "8a4744a30573abc8aa48d526af3e584982f8fe9fb67e5a3a4aad6fc01ed669e4e6a85e573ebac2c2b3ea7a598d160cd3df9304bb"
    "d30828cb"
    "55d9da59b325b00e" },
  { "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "39f713d0a644253f04529421b9f51b9b08979d08295959c4f3990ee617f5139f",
    "0962ce6ddc8abb28ed2416f5b58af7086afe6efd0649c6f422ff6b2e5a715a7cbdf4dad2fbccd93b2047bd754bfb8a4e69878353"
    "b0960bc0"
    "912aaae33428c505" },
};

static void
decode (const char *hex, guint8 *out_bytes, gsize n_bytes)
{
  g_assert_cmpuint (strlen (hex), ==, 2 * n_bytes);
  for (gsize i = 0; i < n_bytes; i++)
    out_bytes[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
}

static void
test_example_read (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (EXAMPLE_ENVELOPE, strlen (EXAMPLE_ENVELOPE));
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_parse (bytes, VETO_TRUST_INDEX, &error);
  VetoTrustKey  keys[2];
  VetoTrustRole role = { keys, 2, 2 };
  char          sha256[VETO_TRUST_HEX_BYTES + 1];
  gconstpointer message;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (envelope->payload, NULL), g_bytes_get_size (envelope->payload),
                   EXAMPLE_PAYLOAD, 208);
  message = g_bytes_get_data (envelope->message, NULL);
  g_assert_cmpuint (g_bytes_get_size (envelope->message), ==, 257);
  g_assert_cmpmem (message, 51, "DSSEv1 34 application/vnd.veto.index.v1+json 208 {\"", 51);
  veto_trust_sha256 (message, 257, sha256);
  g_assert_cmpstr (sha256, ==, "2fc4700afecfdc9e6cb98e72aee033434ea0ca4135307a35e25004bfdb6c852a");

  for (guint i = 0; i < 2; i++)
    {
      guint8 public_key[VETO_TRUST_KEY_BYTES], signature[VETO_TRUST_SIGNATURE_BYTES];

      decode (example_keys[i].public_key, public_key, sizeof public_key);
      decode (example_keys[i].signature, signature, sizeof signature);
      g_assert_true (veto_trust_key_init (&keys[i], public_key, &error));
      g_assert_cmpstr (keys[i].id, ==, example_keys[i].id);
      g_assert_cmpmem (envelope->signatures[i].signature, VETO_TRUST_SIGNATURE_BYTES, signature,
                       sizeof signature);
      g_assert_true (veto_trust_key_verifies (&keys[i], envelope->message, signature));
    }
  g_assert_cmpuint (veto_trust_envelope_count (envelope, &role), ==, 2);
  g_assert_true (veto_trust_envelope_check (envelope, &role, "index", &error));
}

/* Its one file is enough to show the bytes, but not for an index in use. */
static void
test_example_payload (void)
{
  g_autoptr(GBytes) payload = g_bytes_new_static (EXAMPLE_PAYLOAD, strlen (EXAMPLE_PAYLOAD));
  g_autoptr(GError) error = NULL;
  VetoTrustIndex *index = veto_trust_index_read_payload (payload, &error);

  g_assert_nonnull (strstr (error->message, "text/en.json"));
  assert_outcome (index, &error, VETO_TRUST_ERROR_MALFORMED);
}

/* The same keys make the same 64 bytes, and the envelope is the same but for its white space. */
static void
test_example_signed (void)
{
  g_autoptr(GBytes) payload = g_bytes_new_static (EXAMPLE_PAYLOAD, strlen (EXAMPLE_PAYLOAD));
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_new (VETO_TRUST_INDEX, payload);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *expected = g_strdup (EXAMPLE_ENVELOPE), *text = NULL;
  char            *out = expected;

  for (gint i = 1; i >= 0; i--) /* in whatever order */
    {
      guint8 seed[VETO_TRUST_KEY_BYTES];
      g_autoptr(VetoTrustSigner) signer = NULL;

      decode (example_keys[i].seed, seed, sizeof seed);
      signer = veto_trust_signer_new_from_seed (seed, NULL);
      g_assert_cmpstr (veto_trust_signer_get_key (signer)->id, ==, example_keys[i].id);
      g_assert_true (veto_trust_envelope_sign (envelope, signer, NULL));
    }
  bytes = veto_trust_envelope_write (envelope, VETO_TRUST_INDEX);
  text = text_of (bytes);
  for (const char *at = expected; *at != '\0'; at++)
    if (*at != ' ' && *at != '\n')
      *out++ = *at;
  *out = '\0';
  g_assert_cmpstr (g_strchomp (text), ==, expected);
}

/* An index that two of the three index keys must have signed. */
typedef struct
{
  const char *name;
  const char *signers;
  const char *from; /* (nullable): of the envelope */
  const char *to;
  int         code;
} Sample;

#define TYPE "application/vnd.veto.index.v1+json"
#define NEST_10 "[[[[[[[[[["
#define NEST_30 NEST_10 NEST_10 NEST_10
#define UNNEST_30 "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
#define STRANGER "{\"keyid\":\"" HASH_1 "\",\"sig\":\"" SIG_64 "\"}"
#define SIG_63 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define SIG_64 SIG_63 "AA=="

static const Sample samples[] = {
  { "/trust/envelope/two-of-three", "de", NULL, NULL, ACCEPT },
  { "/trust/envelope/three-of-three", "def", NULL, NULL, ACCEPT },
  { "/trust/envelope/one-of-three", "d", NULL, NULL, VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/envelope/strangers", "xy", NULL, NULL, VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/envelope/root-keys", "abc", NULL, NULL, VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/envelope/one-and-a-root-key", "da", NULL, NULL, VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/envelope/one-and-strangers", "dxyz", NULL, NULL, VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/envelope/two-and-a-stranger", "dex", NULL, NULL, ACCEPT },
  { "/trust/envelope/two-and-a-made-up-key", "de", "\"signatures\":[", "\"signatures\":[" STRANGER ",",
    ACCEPT },
  { "/trust/envelope/unknown-member", "de", "{\"payload\"", "{\"note\":[1,{}],\"payload\"", ACCEPT },
  { "/trust/envelope/unknown-member-of-signature", "de", "{\"keyid\"", "{\"cert\":null,\"keyid\"", ACCEPT },
  { "/trust/envelope/space-behind", "de", "]}\n", "]}\r\n\t  ", ACCEPT },
  { "/trust/envelope/escaped-base64", "de", "\"payload\":\"e", "\"payload\":\"\\u0065", ACCEPT },

  { "/trust/envelope/type-of-root", "de", TYPE, "application/vnd.veto.root.v1+json",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/type-of-next-version", "de", TYPE, "application/vnd.veto.index.v2+json",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/type-is-no-text", "de", "\"" TYPE "\"", "7", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/no-type", "de", "\"payloadType\"", "\"payloadtype\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/no-payload", "de", "\"payload\"", "\"Payload\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/no-signatures", "de", "\"signatures\"", "\"signature\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/empty-signatures", "", NULL, NULL, VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/signatures-are-an-object", "d", "[{", "{\"a\":{", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/signature-is-null", "de", "\"signatures\":[", "\"signatures\":[null,",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/signature-is-a-text", "de", "\"signatures\":[", "\"signatures\":[\"x\",",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/no-keyid", "de", "\"keyid\"", "\"key\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/no-sig", "de", "\"sig\"", "\"signature\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/short-keyid", "de", "\"keyid\":\"", "\"keyid\":\"1", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/empty-keyid", "de", "\"signatures\":[",
    "\"signatures\":[{\"keyid\":\"\",\"sig\":\"" SIG_64 "\"},", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/sig-of-0-bytes", "de", "\"signatures\":[",
    "\"signatures\":[{\"keyid\":\"" HASH_1 "\",\"sig\":\"\"},", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/sig-of-63-bytes", "de", "\"signatures\":[",
    "\"signatures\":[{\"keyid\":\"" HASH_1 "\",\"sig\":\"" SIG_63 "\"},", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/sig-of-65-bytes", "de", "\"signatures\":[",
    "\"signatures\":[{\"keyid\":\"" HASH_1 "\",\"sig\":\"" SIG_63 "AAA=\"},", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/sig-with-spaces", "de", "\"sig\":\"", "\"sig\":\" ", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/sig-without-padding", "de", "==\"}", "\"}", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/sig-with-stray-bits", "de", "\"signatures\":[",
    "\"signatures\":[{\"keyid\":\"" HASH_1 "\",\"sig\":\"" SIG_63 "AB==\"},", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/sig-in-url-alphabet", "de", "\"signatures\":[",
    "\"signatures\":[{\"keyid\":\"" HASH_1 "\",\"sig\":\"_" SIG_63 "A==\"},", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/payload-with-newline", "de", "\"payload\":\"", "\"payload\":\"\\n",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/payload-with-junk", "de", "\"payload\":\"", "\"payload\":\"!!!!",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/payload-changed", "de", "\"payload\":\"ey", "\"payload\":\"IHsg",
    VETO_TRUST_ERROR_MALFORMED }, /* four characters for two: no base64 any more */
  { "/trust/envelope/payload-with-space", "de", "\"payload\":\"", "\"payload\":\"ICAg",
    VETO_TRUST_ERROR_SIGNATURE },

  { "/trust/envelope/member-twice", "de", "{\"payload\"", "{\"payloadType\":\"" TYPE "\",\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/member-twice-escaped", "de", "{\"payload\"", "{\"p\\u0061yload\":\"\",\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/second-document", "de", "]}\n", "]}{}", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/comment", "de", "{\"payload\"", "/* */{\"payload\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/single-quotes", "de", "\"payload\"", "'payload'", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/comma-at-end", "de", "]}\n", "],}", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/byte-order-mark", "de", "{\"payload\"", "\xef\xbb\xbf{\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/escaped-nul", "de", "{\"payload\"", "{\"a\":\"\\u0000\",\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/half-a-surrogate", "de", "{\"payload\"", "{\"a\":\"\\ud800\",\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/overlong-utf-8", "de", "{\"payload\"", "{\"a\":\"\xc0\xaf\",\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/raw-escape", "de", "{\"payload\"", "{\"a\":\"\x1b\",\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/30-levels", "de", "{\"payload\"", "{\"a\":" NEST_30 UNNEST_30 ",\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/number-too-large", "de", "{\"payload\"", "{\"a\":1e400,\"payload\"",
    VETO_TRUST_ERROR_MALFORMED },
};

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GBytes) signed_bytes = sign (VETO_TRUST_INDEX, make_index (7), sample->signers);
  char *text = text_of (signed_bytes);
  g_autoptr(GBytes) bytes = NULL;

  if (sample->from != NULL)
    text = with (text, sample->from, sample->to);
  bytes = bytes_of (text, -1);
  check_index (bytes, sample->code);
}

/* What is no object at all, or not whole. */
static const Sample documents[] = {
  { "/trust/envelope/empty", NULL, NULL, "", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/white-space", NULL, NULL, "  \n", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/null", NULL, NULL, "null", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/list", NULL, NULL, "[]", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/empty-object", NULL, NULL, "{}", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/text", NULL, NULL, "\"index\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/envelope/web-page", NULL, NULL, "<!DOCTYPE html><title>Log in to HotelNet</title>",
    VETO_TRUST_ERROR_MALFORMED },
};

static void
test_document (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GBytes) bytes = bytes_of (g_strdup (sample->to), -1);

  check_index (bytes, sample->code);
}

/* Cut anywhere, it is no envelope any more. */
static void
test_cut (void)
{
  g_autoptr(VetoTrustRoot) root = read_plain_root ();
  g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "de");

  for (gsize n_bytes = 0; n_bytes < g_bytes_get_size (whole) - 1; n_bytes++)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (whole, 0, n_bytes);
      g_autoptr(GError) error = NULL;

      g_assert_null (veto_trust_index_read (root, part, &error));
      g_assert_error (error, VETO_TRUST_ERROR, VETO_TRUST_ERROR_MALFORMED);
    }
}

static void
test_utf_16_and_nul (void)
{
  g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "de");
  g_autofree char *text = text_of (whole), *wide = NULL;
  gsize            n_bytes;
  g_autoptr(GBytes) bytes = NULL, behind = NULL;

  wide = g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &n_bytes, NULL);
  bytes = g_bytes_new (wide, n_bytes);
  check_index (bytes, VETO_TRUST_ERROR_MALFORMED);
  behind = g_bytes_new (text, strlen (text) + 1);
  check_index (behind, VETO_TRUST_ERROR_MALFORMED);
}

/* 200000 levels, and a document over the limit: refused by size, before anybody looks into it. */
static void
test_too_big (void)
{
  char *deep = g_malloc (200000), *long_text = g_strnfill (VETO_TRUST_MAX_INDEX_BYTES - 40, 'A');
  g_autoptr(GBytes) whole = sign (VETO_TRUST_INDEX, make_index (7), "de");
  g_autofree char *member = g_strdup_printf ("{\"a\":\"%s\",\"payload\"", long_text);
  g_autoptr(GBytes) bytes = NULL, longer = NULL, sliced = NULL;

  memset (deep, '[', 200000);
  bytes = bytes_of (deep, 200000);
  check_index (bytes, VETO_TRUST_ERROR_TOO_BIG);
  sliced = g_bytes_new_from_bytes (bytes, 0, VETO_TRUST_MAX_INDEX_BYTES);
  check_index (sliced, VETO_TRUST_ERROR_MALFORMED);
  longer = bytes_of (with (text_of (whole), "{\"payload\"", member), -1);
  check_index (longer, VETO_TRUST_ERROR_TOO_BIG);
  g_free (long_text);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/envelope/example-read", test_example_read);
  g_test_add_func ("/trust/envelope/example-payload", test_example_payload);
  g_test_add_func ("/trust/envelope/example-signed", test_example_signed);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    g_test_add_data_func (documents[i].name, &documents[i], test_document);
  g_test_add_func ("/trust/envelope/cut", test_cut);
  g_test_add_func ("/trust/envelope/utf-16-and-nul", test_utf_16_and_nul);
  g_test_add_func ("/trust/envelope/too-big", test_too_big);
  return g_test_run ();
}
