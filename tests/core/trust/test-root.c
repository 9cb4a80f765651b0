/* Roots: what contradicts itself is refused, and a rotation needs old and new keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "trust-fixture.h"

/* A root of a, b, c and d, e, f, in which one thing is changed before a and b sign it. */
typedef struct
{
  const char *name;
  const char *from; /* "A" stands for the id of key a, and so on */
  const char *to;
  int         code;
} Sample;

static const Sample samples[] = {
  { "/trust/root-document/plain", NULL, NULL, ACCEPT },
  { "/trust/root-document/threshold-1", "\"threshold\":2", "\"threshold\":1", ACCEPT },
  { "/trust/root-document/unknown-member", "\"type\"", "\"note\":{\"a\":[1]},\"type\"", ACCEPT },
  { "/trust/root-document/unknown-role", "\"roles\":{", "\"roles\":{\"timestamp\":null,", ACCEPT },
  { "/trust/root-document/unused-key-of-another-scheme", "\"keys\":{",
    "\"keys\":{\"x\":{\"scheme\":\"later\"},", ACCEPT },
  { "/trust/root-document/no-hosts", "[\"www.example.org\",\"help.example.org\"]", "[]", ACCEPT },

  { "/trust/root-document/type-of-index", "\"root\"", "\"index\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-type", "\"type\"", "\"typ\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-version", "\"version\"", "\"versio\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/version-0", "\"version\":1", "\"version\":0", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/version-negative", "\"version\":1", "\"version\":-1", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/version-2-to-31", "\"version\":1", "\"version\":2147483648",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/version-is-text", "\"version\":1", "\"version\":\"1\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/time-of-day-missing", CREATED, "2026-11-23", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-expiry", "\"expires\"", "\"expire\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/never-expires", "\"" LATER "\"", "null", VETO_TRUST_ERROR_MALFORMED },

  { "/trust/root-document/no-keys", "\"keys\"", "\"key\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/keys-are-a-list", "\"keys\":{", "\"keys\":[],\"k\":{", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/key-is-null", "\"keys\":{", "\"keys\":{\"x\":null,", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/id-of-another-key", "\"A\":{", "\"" HASH_1 "\":{", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/needed-key-of-another-scheme", "ed25519", "ed448", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-scheme", "\"scheme\"", "\"schema\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-public", "\"public\"", "\"secret\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/public-short", "\"public\":\"", "\"public\":\"\",\"p\":\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/public-long", "\"public\":\"", "\"public\":\"00", VETO_TRUST_ERROR_MALFORMED },

  { "/trust/root-document/no-roles", "\"roles\"", "\"role\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-root-role", "\"root\":{", "\"boot\":{", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-index-role", "\"index\":{", "\"targets\":{", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/threshold-0", "\"threshold\":2", "\"threshold\":0", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/threshold-negative", "\"threshold\":2", "\"threshold\":-2",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/threshold-4-of-3", "\"threshold\":2", "\"threshold\":4",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/threshold-half", "\"threshold\":2", "\"threshold\":1.5",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-threshold", "\"threshold\"", "\"least\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-keyids", "\"keyids\"", "\"keys\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/keyid-twice", "\"keyids\":[\"A\"", "\"keyids\":[\"A\",\"A\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/keyid-without-key", "\"keyids\":[", "\"keyids\":[\"" HASH_1 "\",",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/keyid-is-a-number", "\"keyids\":[", "\"keyids\":[1,", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/empty-role", "\"keyids\":[\"A\",\"B\",\"C\"]", "\"keyids\":[]",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/key-in-both-roles", "\"keyids\":[\"D\"", "\"keyids\":[\"A\"",
    VETO_TRUST_ERROR_MALFORMED },

  { "/trust/root-document/no-link-hosts", "\"link_hosts\"", "\"hosts\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/no-mail-domains", "\"mail_domains\"", "\"mails\"", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/hosts-are-a-text", "[\"example.org\"]", "\"example.org\"",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-is-a-number", "\"www.example.org\"", "1", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-upper-case", "www.example.org", "www.Example.org",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-wildcard", "www.example.org", "*.example.org", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-without-dot", "www.example.org", "localhost", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-with-dot-at-end", "www.example.org", "www.example.org.",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-with-port", "www.example.org", "www.example.org:8443",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-with-scheme", "www.example.org", "https://www.example.org",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-with-user", "www.example.org", "a@example.org", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-punycode", "www.example.org", "www.xn--exmple-cua.org",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-cyrillic", "www.example.org", "www.ex\xd0\xb0mple.org",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-address", "www.example.org", "192.0.2.1", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-address-6", "www.example.org", "[2001:db8::1]", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/host-empty", "www.example.org", "", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/domain-with-at", "[\"example.org\"]", "[\"@example.org\"]",
    VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/domain-punycode", "[\"example.org\"]", "[\"xn--exmple-cua.org\"]",
    VETO_TRUST_ERROR_MALFORMED },
};

/* Puts ids into a sample's text: a capital letter that is a whole JSON text. */
static char *
fill_ids (const char *text)
{
  char *filled = g_strdup (text);

  for (char letter = 'A'; letter <= 'F'; letter++)
    {
      g_autofree char *mark = g_strdup_printf ("\"%c\"", letter);
      g_autofree char *id = g_strdup_printf ("\"%s\"", id_of (g_ascii_tolower (letter)));

      while (strstr (filled, mark) != NULL)
        filled = with (filled, mark, id);
    }
  return filled;
}

static void
check_first (char *payload, int code)
{
  g_autoptr(GBytes) bytes = sign (VETO_TRUST_ROOT, payload, "ab");
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustRoot) root = veto_trust_root_read_first (bytes, &error);

  assert_outcome (root, &error, code);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  char         *payload = make_plain_root (1);

  if (sample->from != NULL)
    {
      g_autofree char *from = fill_ids (sample->from), *to = fill_ids (sample->to);
      payload = with (payload, from, to);
    }
  check_first (payload, sample->code);
}

static void
test_content (void)
{
  g_autoptr(VetoTrustRoot) root = read_plain_root ();

  g_assert_cmpuint (root->version, ==, 1);
  g_assert_cmpint (root->created, ==, NOW);
  g_assert_cmpint (root->expires, ==, NOW + 730 * DAY);
  g_assert_cmpuint (root->root.n_keys, ==, 3);
  g_assert_cmpuint (root->index.threshold, ==, 2);
  g_assert_nonnull (veto_trust_role_find (&root->index, id_of ('f')));
  g_assert_null (veto_trust_role_find (&root->index, id_of ('a')));
  g_assert_cmpstrv (root->link_hosts, ((const char *[]){ "www.example.org", "help.example.org", NULL }));
  g_assert_cmpstrv (root->mail_domains, ((const char *[]){ "example.org", NULL }));
}

/* Keys with which anybody signs without a secret, and a y of two ids: 0, 1, p-1, p, p+1, the two of order 8, p+3; each with
 * both signs of x. */
static void
test_weak_keys (void)
{
  static const char *const weak[] = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (weak); i++)
    {
      guint8           bytes[VETO_TRUST_KEY_BYTES];
      char             id[VETO_TRUST_HEX_BYTES + 1];
      g_autofree char *key = NULL, *hex = g_strdup (weak[i / 2]);
      VetoTrustKey     parsed;

      for (gsize k = 0; k < sizeof bytes; k++)
        bytes[k] = (guint8) (g_ascii_xdigit_value (hex[2 * k]) * 16 + g_ascii_xdigit_value (hex[2 * k + 1]));
      bytes[31] |= i % 2 == 1 ? 0x80 : 0;
      hex[62] = "0123456789abcdef"[bytes[31] >> 4];
      g_assert_false (veto_trust_key_init (&parsed, bytes, NULL));

      veto_trust_sha256 (bytes, sizeof bytes, id);
      key = g_strdup_printf ("\"keys\":{\"%s\":{\"scheme\":\"ed25519\",\"public\":\"%s\"},", id, hex);
      check_first (with (make_plain_root (1), "\"keys\":{", key), VETO_TRUST_ERROR_MALFORMED);
    }
}

/* Root 1 is of a, b, c; what is offered behind it */
static const struct
{
  const char *name;
  guint       version;
  const char *keys;
  guint       threshold;
  const char *signers;
  int         code;
} steps[] = {
  { "/trust/root-document/next/same-keys", 2, "abc", 2, "bc", ACCEPT },
  { "/trust/root-document/next/one-key-replaced", 2, "abx", 2, "ab", ACCEPT },
  { "/trust/root-document/next/old-and-new", 2, "xyz", 2, "abxy", ACCEPT },
  { "/trust/root-document/next/other-threshold", 2, "abc", 3, "abc", ACCEPT },
  { "/trust/root-document/next/only-old", 2, "xyz", 2, "abc", VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/root-document/next/only-new", 2, "xyz", 2, "xyz", VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/root-document/next/one-old-all-new", 2, "xyz", 2, "axyz", VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/root-document/next/all-old-one-new", 2, "xyz", 2, "abcx", VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/root-document/next/old-threshold-only", 2, "abc", 3, "ab", VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/root-document/next/index-keys", 2, "abc", 2, "def", VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/root-document/next/nobody-known", 2, "abc", 2, "x", VETO_TRUST_ERROR_SIGNATURE },
  { "/trust/root-document/next/gap", 3, "abc", 2, "ab", VETO_TRUST_ERROR_MALFORMED },
  { "/trust/root-document/next/repeat", 1, "abc", 2, "ab", VETO_TRUST_ERROR_ROLLBACK },
  { "/trust/root-document/next/repeat-with-other-keys", 1, "abx", 2, "ab", VETO_TRUST_ERROR_ROLLBACK },
};

static void
test_step (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr(VetoTrustRoot) root = read_plain_root ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustRoot) next = NULL;
  g_autoptr(GBytes) bytes =
               sign (VETO_TRUST_ROOT,
                     make_root (steps[number].version, steps[number].keys, steps[number].threshold, "def", 2),
                     steps[number].signers);

  next = veto_trust_root_read_next (root, bytes, &error);
  assert_outcome (next, &error, steps[number].code);
  if (next != NULL)
    g_assert_true (g_bytes_equal (next->bytes, bytes)); /* as received, for the disk */
}

/* 40 rotations, each of which replaces a key; none can be left out. */
static void
test_chain (void)
{
  g_autoptr(VetoTrustRoot) root = read_plain_root ();
  char keys[] = "abc";

  for (guint version = 2; version <= 40; version++)
    {
      g_autofree char *signers = NULL;
      g_autoptr(GBytes) bytes = NULL, later = NULL;
      g_autoptr(GError) error = NULL;
      VetoTrustRoot *next;
      char           old = keys[version % 3];

      keys[version % 3] = (char) ('A' + version % 26);
      signers = g_strdup_printf ("%s%c", keys, old);
      later = sign (VETO_TRUST_ROOT, make_root (version + 1, keys, 2, "def", 2), signers);
      g_assert_null (veto_trust_root_read_next (root, later, NULL));
      bytes = sign (VETO_TRUST_ROOT, make_root (version, keys, 2, "def", 2), signers);
      next = veto_trust_root_read_next (root, bytes, &error);
      g_assert_no_error (error);
      veto_trust_root_unref (root);
      root = next;
    }
  g_assert_cmpuint (root->version, ==, 40);
}

/* It signs itself, with its own root keys and enough of them. */
static void
test_first (void)
{
  static const struct
  {
    const char *signers;
    int         code;
  } rows[] = { { "ab", ACCEPT },
               { "abc", ACCEPT },
               { "a", VETO_TRUST_ERROR_SIGNATURE },
               { "de", VETO_TRUST_ERROR_SIGNATURE },
               { "xy", VETO_TRUST_ERROR_SIGNATURE },
               { "", VETO_TRUST_ERROR_MALFORMED } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) bytes = sign (VETO_TRUST_ROOT, make_plain_root (1), rows[i].signers);
      g_autoptr(GError) error = NULL;
      g_autoptr(VetoTrustRoot) root = veto_trust_root_read_first (bytes, &error);

      assert_outcome (root, &error, rows[i].code);
    }
}

static void
test_too_big (void)
{
  g_autofree char *space = g_strnfill (VETO_TRUST_MAX_ROOT_BYTES, ' ');
  g_autoptr(GBytes) whole = sign (VETO_TRUST_ROOT, make_plain_root (1), "ab");
  g_autoptr(GBytes) bytes = bytes_of (with (text_of (whole), "{\"payload\"", space), -1);
  g_autoptr(GError) error = NULL;
  VetoTrustRoot *root = veto_trust_root_read_first (bytes, &error);

  assert_outcome (root, &error, VETO_TRUST_ERROR_TOO_BIG);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_test_add_data_func (steps[i].name, GUINT_TO_POINTER (i), test_step);
  g_test_add_func ("/trust/root-document/content", test_content);
  g_test_add_func ("/trust/root-document/weak-keys", test_weak_keys);
  g_test_add_func ("/trust/root-document/chain", test_chain);
  g_test_add_func ("/trust/root-document/first", test_first);
  g_test_add_func ("/trust/root-document/too-big", test_too_big);
  return g_test_run ();
}
