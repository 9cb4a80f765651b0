/* Hostile indexes, from end to end: numbers 1 to 9 and 14 to 18 of the security design, 11.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-attack.h"

#define VERSION "\"version\":6"
#define FILES "\"files\":{"
#define FILE_WITH(name, hash, size) "\"files\":{\"" name "\":{\"sha256\":" hash ",\"size\":" size "},"
#define SOME_HASH "\"" HASH_1 "\""

/* In the place of the one signature by "d" and its end. */
static void
double_signature (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autoptr(GBytes) sound = sign (VETO_TRUST_INDEX, feed_stage_make_index (6, files), "d"), bent = NULL;
  g_autofree char *text = text_of (sound), *second = NULL;
  char            *start = strchr (strstr (text, "\"signatures\""), '{');
  char            *end = strchr (start, '}') + 1;

  second = g_strndup (start, (gsize) (end - start));
  if (g_str_equal (attack->to, "upper"))
    for (char *at = strstr (second, id_of ('d')); *at != '"'; at++)
      *at = g_ascii_toupper (*at);
  else if (g_str_equal (attack->to, "other"))
    memcpy (strstr (second, id_of ('d')), id_of ('e'), strlen (id_of ('e')));
  bent = bytes_of (g_strdup_printf ("%.*s,%s%s", (int) (end - text), text, second, end), -1);
  feed_stage_put_files (stage, files);
  feed_server_put (stage->server, "index.json", bent);
}

/* The same signature in another way: with the order of the group added to its second half, which some would take (RFC 8032, 8.4). */
static void
add_order (FeedStage *stage, const FeedAttack *attack)
{
  static const guint8 order[VETO_TRUST_KEY_BYTES] = { 0xed, 0xd3, 0xf5, 0x5c, 0x1a,       0x63,
                                                      0x12, 0x58, 0xd6, 0x9c, 0xf7,       0xa2,
                                                      0xde, 0xf9, 0xde, 0x14, [31] = 0x10 };
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autoptr(GBytes) sound = sign (VETO_TRUST_INDEX, feed_stage_make_index (6, files), "de"), bent = NULL;
  g_autofree char   *text = text_of (sound), *was = NULL, *is = NULL;
  g_autofree guint8 *signature = NULL;
  char              *start = strstr (strstr (text, id_of ('d')), "\"sig\":\"") + strlen ("\"sig\":\"");
  gsize              n_bytes;
  guint              carry = 0;

  was = g_strndup (start, (gsize) (strchr (start, '"') - start));
  signature = g_base64_decode (was, &n_bytes);
  g_assert_cmpuint (n_bytes, ==, VETO_TRUST_SIGNATURE_BYTES);
  for (guint i = 0; i < sizeof order; i++)
    {
      carry += (guint) signature[32 + i] + order[i];
      signature[32 + i] = (guint8) carry;
      carry >>= 8;
    }
  is = g_base64_encode (signature, n_bytes);
  bent = bytes_of (with (text_of (sound), was, is), -1);
  feed_stage_put_files (stage, files);
  feed_server_put (stage->server, "index.json", bent);
}

/* Signatures without end, before any of them is looked at. */
static void
flood_signatures (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autoptr(GBytes) sound = sign (VETO_TRUST_INDEX, feed_stage_make_index (6, files), "de"), bent = NULL;
  g_autofree char *text = text_of (sound);
  char            *start = strchr (strstr (text, "\"signatures\""), '{');
  GString         *flood = g_string_new_len (text, start - text);

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (flood, "{\"keyid\":\"%064x\",\"sig\":\"%086u==\"},", i, 0);
  g_string_append (flood, start);
  bent = g_string_free_to_bytes (flood);
  feed_server_put (stage->server, "index.json", bent);
}

/* Signed as something else: @to is "bare" (over the payload without its type) or "relabelled". */
static void
sign_otherwise (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autoptr(GBytes) root = sign (VETO_TRUST_ROOT, feed_stage_make_index (6, files), "de"), bent = NULL;
  char *text = text_of (root);

  if (g_str_equal (attack->to, "relabelled"))
    text = with (text, "vnd.veto.root.v1", "vnd.veto.index.v1");
  else if (g_str_equal (attack->to, "bare"))
    {
      g_autofree char *payload = feed_stage_make_index (6, files);
      g_autofree char *encoded = g_base64_encode ((const guint8 *) payload, strlen (payload));
      g_autoptr(GBytes) message = g_bytes_new (payload, strlen (payload));
      guint8 signatures[2][VETO_TRUST_SIGNATURE_BYTES];
      char  *base64[2];

      for (guint i = 0; i < 2; i++)
        {
          g_assert_true (veto_trust_signer_sign (signer_of ("de"[i]), message, signatures[i], NULL));
          base64[i] = g_base64_encode (signatures[i], VETO_TRUST_SIGNATURE_BYTES);
        }
      g_free (text);
      text = g_strdup_printf ("{\"payload\":\"%s\",\"payloadType\":\"application/vnd.veto.index.v1+json\","
                              "\"signatures\":[{\"keyid\":\"%s\",\"sig\":\"%s\"},{\"keyid\":\"%s\",\"sig\":"
                              "\"%s\"}]}",
                              encoded, id_of ('d'), base64[0], id_of ('e'), base64[1]);
      g_free (base64[0]);
      g_free (base64[1]);
    }
  bent = bytes_of (text, -1);
  feed_stage_put_files (stage, files);
  feed_server_put (stage->server, "index.json", bent);
}

/* One of three signatures is wrong, and a stranger has signed as well. */
static void
sign_too_much (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  char *payload = with (feed_stage_make_index (6, files), FILES, "\"note\":[1,{\"of\":\"later\"}]," FILES);
  g_autoptr(GBytes) sound = sign (VETO_TRUST_INDEX, payload, "defx"), bent = NULL;
  char *text = text_of (sound);
  char *sig = strstr (strstr (text, id_of ('f')), "\"sig\":\"") + strlen ("\"sig\":\"");

  sig[3] = sig[3] == 'A' ? 'B' : 'A';
  bent = bytes_of (with (text, "{", "{\"note\":\"of later\","), -1);
  feed_stage_put_files (stage, files);
  feed_server_put (stage->server, "index.json", bent);
}

static void
nest (FeedStage *stage, const FeedAttack *attack)
{
  g_autofree char *text = g_strnfill (g_ascii_strtoull (attack->to, NULL, 10), '[');
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  feed_server_put (stage->server, "index.json", bytes);
}

/* @to: as many files of the largest size. */
static void
name_many_files (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  GString *text = g_string_new (FILES);

  for (guint i = 0; i < g_ascii_strtoull (attack->to, NULL, 10); i++)
    g_string_append_printf (text, "\"text/q%c%c.json\":{\"sha256\":" SOME_HASH ",\"size\":%s},", 'a' + i / 26,
                            'a' + i % 26, attack->from);
  feed_stage_put_files (stage, files);
  feed_stage_put_index (stage, with (feed_stage_make_index (6, files), FILES, text->str), "de");
  g_string_free (text, TRUE);
}

static void
cut_index (FeedStage *stage, const FeedAttack *attack)
{
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 6);
  g_autoptr(GBytes) sound = sign (VETO_TRUST_INDEX, feed_stage_make_index (6, files), "de");
  g_autoptr(GBytes) bent = g_bytes_new_from_bytes (sound, 0, g_bytes_get_size (sound) - 4);

  feed_server_put (stage->server, "index.json", bent);
}

static const FeedAttack attacks[] = {
  { "1/strangers", feed_attack_payload, .signers = "xy", .problem = "signature" },
  { "1/root-keys", feed_attack_payload, .signers = "ab", .problem = "signature" },
  { "1/one", feed_attack_payload, .signers = "d", .problem = "signature" },
  { "1/one-and-a-stranger", feed_attack_payload, .signers = "dx", .problem = "signature" },
  { "1/nobody", feed_attack_payload, .signers = "", .problem = "malformed" },
  { "2/key-twice", double_signature, .to = "same", .problem = "malformed" },
  { "2/key-twice-in-capitals", double_signature, .to = "upper", .problem = "malformed" },
  { "2/key-under-two-ids", double_signature, .to = "other", .problem = "signature" },
  { "3/other-type", sign_otherwise, .to = "root", .problem = "malformed" },
  { "3/relabelled", sign_otherwise, .to = "relabelled", .problem = "signature" },
  { "3/bare-payload", sign_otherwise, .to = "bare", .problem = "signature" },
  { "4/order-added", add_order, .problem = "signature" },
  { "4/shorter", feed_attack_envelope, "\"sig\":\"", "\"sig\":\"AA==\",\"was\":\"", "malformed" },
  { "4/longer", feed_attack_envelope, "\"sig\":\"", "\"sig\":\"AAAA", "malformed" },
  { "4/empty", feed_attack_envelope, "\"sig\":\"", "\"sig\":\"\",\"was\":\"", "malformed" },
  { "5/flood", flood_signatures, .problem = "malformed" },
  { "6/one-bad-two-good", sign_too_much },
  { "6/three-good", feed_attack_payload, .signers = "def" },
  { "7/older", feed_attack_payload, VERSION, "\"version\":4", "rollback" },
  { "7/oldest", feed_attack_payload, VERSION, "\"version\":1", "rollback" },
  { "7/same-number", feed_attack_payload, VERSION, "\"version\":5", "rollback" },
  { "8/0", feed_attack_payload, VERSION, "\"version\":0", "malformed" },
  { "8/negative", feed_attack_payload, VERSION, "\"version\":-1", "malformed" },
  { "8/fraction", feed_attack_payload, VERSION, "\"version\":6.5", "malformed" },
  { "8/point", feed_attack_payload, VERSION, "\"version\":6.0", "malformed" },
  { "8/exponent", feed_attack_payload, VERSION, "\"version\":1e2", "malformed" },
  { "8/text", feed_attack_payload, VERSION, "\"version\":\"11\"", "malformed" },
  { "8/true", feed_attack_payload, VERSION, "\"version\":true", "malformed" },
  { "8/null", feed_attack_payload, VERSION, "\"version\":null", "malformed" },
  { "8/2^31", feed_attack_payload, VERSION, "\"version\":2147483648", "malformed" },
  { "8/2^63", feed_attack_payload, VERSION, "\"version\":9223372036854775808", "malformed" },
  { "8/2^64+6", feed_attack_payload, VERSION, "\"version\":18446744073709551622", "malformed" },
  { "8/digits", feed_attack_payload, VERSION, "\"version\":6" HASH_1, "malformed" },
  { "8/hexadecimal", feed_attack_payload, VERSION, "\"version\":0xff", "malformed" },
  { "8/octal", feed_attack_payload, VERSION, "\"version\":011", "malformed" },
  { "8/NaN", feed_attack_payload, VERSION, "\"version\":NaN", "malformed" },
  { "8/plus", feed_attack_payload, VERSION, "\"version\":+6", "malformed" },
  { "9/expired", feed_attack_payload, "2027-01-22T", "2026-11-23T", "expired" },
  { "9/long-expired", feed_attack_payload, "2027-01-22T", "1999-01-22T", "expired" },
  { "9/no-time", feed_attack_payload, "2027-01-22T12:00:00Z", "soon", "malformed" },
  { "9/with-zone", feed_attack_payload, "2027-01-22T12:00:00Z", "2027-01-22T12:00:00+00:00", "malformed" },
  { "9/30-february", feed_attack_payload, "2027-01-22T", "2027-02-30T", "malformed" },
  { "9/number", feed_attack_payload, "\"2027-01-22T12:00:00Z\"", "1795435200", "malformed" },
  { "14/empty", feed_attack_index, .to = "", .problem = "malformed" },
  { "14/null", feed_attack_index, .to = "null", .problem = "malformed" },
  { "14/list", feed_attack_index, .to = "[]", .problem = "malformed" },
  { "14/object", feed_attack_index, .to = "{}", .problem = "malformed" },
  { "14/page", feed_attack_index, .to = "<!DOCTYPE html><p>Hello</p>", .problem = "malformed" },
  { "14/zeros", feed_attack_index, ATTACK_BYTES ("\0\0\0\0\0\0\0\0"), .problem = "malformed" },
  { "14/utf-16", feed_attack_index, ATTACK_BYTES ("\xff\xfe{\0}\0"), .problem = "malformed" },
  { "14/two-documents", feed_attack_envelope, "{\"payload\"", "{} {\"payload\"", "malformed" },
  { "14/comment", feed_attack_envelope, "{\"payload\"", "/* */ {\"payload\"", "malformed" },
  { "14/byte-order-mark", feed_attack_envelope, "{\"payload\"", "\xef\xbb\xbf{\"payload\"", "malformed" },
  { "14/quotes", feed_attack_envelope, "\"payload\"", "'payload'", "malformed" },
  { "14/cut", cut_index, .problem = "malformed" },
  { "15/levels", nest, .to = "60000", .problem = "malformed" },
  { "15/200000-levels", nest, .to = "200000", .problem = "too-big" },
  { "15/levels-that-are-signed", feed_attack_payload, FILES,
    "\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]," FILES, "malformed" },
  { "16/double-member", feed_attack_payload, VERSION, VERSION "," VERSION, "malformed" },
  { "16/double-member-of-envelope", feed_attack_envelope, "{\"payload\"", "{\"payload\":\"e30=\",\"payload\"",
    "malformed" },
  { "17/up", feed_attack_payload, FILES, FILE_WITH ("../../x", SOME_HASH, "1"), "malformed" },
  { "17/up-inside", feed_attack_payload, FILES, FILE_WITH ("text/../x", SOME_HASH, "1"), "malformed" },
  { "17/absolute", feed_attack_payload, FILES, FILE_WITH ("/etc/passwd", SOME_HASH, "1"), "malformed" },
  { "17/backslash", feed_attack_payload, FILES, FILE_WITH ("..\\\\x", SOME_HASH, "1"), "malformed" },
  { "17/nul", feed_attack_payload, FILES, FILE_WITH ("x\\u0000", SOME_HASH, "1"), "malformed" },
  { "17/hidden", feed_attack_payload, FILES, FILE_WITH (".ssh/authorized_keys", SOME_HASH, "1"),
    "malformed" },
  { "17/empty", feed_attack_payload, FILES, FILE_WITH ("", SOME_HASH, "1"), "malformed" },
  { "17/folder", feed_attack_payload, FILES, FILE_WITH ("text/", SOME_HASH, "1"), "malformed" },
  { "17/unknown-is-not-fetched", feed_attack_payload, FILES, FILE_WITH ("later/things.bin", SOME_HASH, "1") },
  { "17/no-guidance", feed_attack_payload, "\"guidance.json\"", "\"guidance2.json\"", "malformed" },
  { "17/no-english", feed_attack_payload, "\"text/en.json\"", "\"text/fr.json\"", "malformed" },
  { "18/short-hash", feed_attack_payload, FILES, FILE_WITH ("text/fr.json", "\"a9a1\"", "1"), "malformed" },
  { "18/capitals", feed_attack_payload, FILES,
    FILE_WITH ("text/fr.json", "\"A9A1BDB11C2CC807C6A260FBC02AA1327416B67F18AEAEC47950D15126EBB4AE\"", "1"),
    "malformed" },
  { "18/path-as-hash", feed_attack_payload, FILES,
    FILE_WITH ("text/fr.json", "\"../../../../../../../../../../../../../../../../../../../../../x\"", "1"),
    "malformed" },
  { "18/number-as-hash", feed_attack_payload, FILES, FILE_WITH ("text/fr.json", "1", "1"), "malformed" },
  { "18/size-0", feed_attack_payload, FILES, FILE_WITH ("text/fr.json", SOME_HASH, "0"), "malformed" },
  { "18/size-negative", feed_attack_payload, FILES, FILE_WITH ("text/fr.json", SOME_HASH, "-1"),
    "malformed" },
  { "18/size-fraction", feed_attack_payload, FILES, FILE_WITH ("text/fr.json", SOME_HASH, "1.5"),
    "malformed" },
  { "18/size-2^64", feed_attack_payload, FILES, FILE_WITH ("text/fr.json", SOME_HASH, "18446744073709551617"),
    "malformed" },
  { "18/size-gigabyte", feed_attack_payload, FILES, FILE_WITH ("text/fr.json", SOME_HASH, "1073741824"),
    "too-big" },
  { "18/size-of-all", name_many_files, "2097152", "4", "too-big" },
  { "18/70-files", name_many_files, "1", "70", "too-big" },
};

/* A clock far ahead refuses what is good, and says which day it has; one far behind takes it, and doubts. */
static void
test_clock (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) ahead = { 0 };

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  g_assert_false (veto_updater_doubts_clock (stage->updater));
  feed_stage_publish (stage, 6);
  stage->now = 4099118400; /* 2099-11-23T12:00:00Z */
  feed_stage_look (stage, &ahead, NULL);
  feed_attack_assert_told (stage, ahead.error, "expired");
  feed_stage_assert_in_use (stage, 5);

  stage->now = 0 + DAY; /* 1970 */
  feed_stage_assert_new (stage, 6);
  g_assert_true (veto_updater_doubts_clock (stage->updater));
  stage->now = NOW;
  feed_stage_publish (stage, 7);
  feed_stage_assert_new (stage, 7);
  g_assert_false (veto_updater_doubts_clock (stage->updater));
}

/* The index in use is offered for ever: the first time there is nothing new, and once its date is over that is said. */
static void
test_freeze (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) same = { 0 }, frozen = { 0 };

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  stage->now += 30 * DAY;
  feed_stage_look (stage, &same, NULL);
  g_assert_no_error (same.error);
  g_assert_cmpint (same.outcome, ==, VETO_UPDATE_CURRENT);
  g_assert_null (same.set);
  stage->now += 31 * DAY;
  feed_stage_look (stage, &frozen, NULL);
  feed_attack_assert_told (stage, frozen.error, "expired");
  feed_stage_assert_in_use (stage, 5);
}

int
main (int argc, char *argv[])
{
  feed_stage_init (&argc, &argv);
  feed_attack_add (attacks, G_N_ELEMENTS (attacks));
  g_test_add_func ("/hostile/9/clock", test_clock);
  g_test_add_func ("/hostile/9/freeze", test_freeze);
  return g_test_run ();
}
