/* Keys, roots and indexes for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "trust-fixture.h"

#include <string.h>

/* Security design, 10; what a person is told when the date is 23 November 2026. */
static const struct
{
  const char *id, *title, *text;
} words[] = {
  [VETO_TRUST_ERROR_MALFORMED] = { "malformed", "New guidance was damaged",
                                   "It was not used. Your present guidance stays." },
  [VETO_TRUST_ERROR_TOO_BIG] = { "too-big", "New guidance was damaged",
                                 "It was not used. Your present guidance stays." },
  [VETO_TRUST_ERROR_SIGNATURE] = { "signature", "New guidance was refused",
                                   "It is not signed by the people who publish Veto’s guidance. Your present "
                                   "guidance stays in use. If this happens again on another network, please "
                                   "tell us." },
  [VETO_TRUST_ERROR_ROLLBACK] = { "rollback", "Older guidance was refused",
                                  "The server offered steps that are older than yours. Yours stay in use." },
  [VETO_TRUST_ERROR_EXPIRED] = { "expired", "The server has only outdated guidance",
                                 "Yours stays in use. If your computer’s date (23 November 2026) is wrong, "
                                 "correct it and try again." },
  [VETO_TRUST_ERROR_HASH] = { "hash", "New guidance was damaged",
                              "It was not used. Your present guidance stays." },
  [VETO_TRUST_ERROR_KEY] = { "key", "This key cannot be used",
                             "Keys are Ed25519 keys, encrypted, in a file that begins with “BEGIN ENCRYPTED "
                             "PRIVATE KEY”. Name another file." },
  [VETO_TRUST_ERROR_PASSPHRASE] = { "passphrase", "The passphrase does not fit",
                                    "Type it again. For a new key, take twelve characters or more." },
};

const VetoTrustSigner *
signer_of (char letter)
{
  static VetoTrustSigner *signers[128];
  guint8                  seed[VETO_TRUST_KEY_BYTES];

  if (signers[(guint) letter] == NULL)
    {
      memset (seed, letter, sizeof seed);
      signers[(guint) letter] = veto_trust_signer_new_from_seed (seed, NULL);
    }
  g_assert_nonnull (signers[(guint) letter]);
  return signers[(guint) letter];
}

const char *
id_of (char letter)
{
  return veto_trust_signer_get_key (signer_of (letter))->id;
}

static void
add_key (GString *text, char letter)
{
  const VetoTrustKey *key = veto_trust_signer_get_key (signer_of (letter));

  g_string_append_printf (text, "\"%s\":{\"scheme\":\"ed25519\",\"public\":\"", key->id);
  for (guint i = 0; i < VETO_TRUST_KEY_BYTES; i++)
    g_string_append_printf (text, "%02x", key->public_key[i]);
  g_string_append (text, "\"}");
}

static void
add_role (GString *text, const char *name, const char *letters, guint threshold)
{
  g_string_append_printf (text, "\"%s\":{\"keyids\":[", name);
  for (const char *at = letters; *at != '\0'; at++)
    g_string_append_printf (text, "%s\"%s\"", at > letters ? "," : "", id_of (*at));
  g_string_append_printf (text, "],\"threshold\":%u}", threshold);
}

char *
make_root (guint version, const char *root_keys, guint n_root, const char *index_keys, guint n_index)
{
  g_autofree char *letters = g_strconcat (root_keys, index_keys, NULL);
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "{\"type\":\"root\",\"version\":%u,\"created\":\"" CREATED "\",\"expires\":\"" LATER
                          "\",\"keys\":{",
                          version);
  for (const char *at = letters; *at != '\0'; at++)
    {
      g_string_append (text, at > letters ? "," : "");
      add_key (text, *at);
    }
  g_string_append (text, "},\"roles\":{");
  add_role (text, "root", root_keys, n_root);
  g_string_append_c (text, ',');
  add_role (text, "index", index_keys, n_index);
  g_string_append (text, "},\"link_hosts\":[\"www.example.org\",\"help.example.org\"],"
                         "\"mail_domains\":[\"example.org\"]}");
  return g_string_free (text, FALSE);
}

char *
make_plain_root (guint version)
{
  return make_root (version, "abc", 2, "def", 2);
}

char *
make_index (guint version)
{
  return g_strdup_printf ("{\"type\":\"index\",\"version\":%u,\"created\":\"" CREATED
                          "\",\"expires\":\"2027-01-22T12:00:00Z\",\"files\":{"
                          "\"guidance.json\":{\"sha256\":\"" HASH_1 "\",\"size\":27},"
                          "\"text/en.json\":{\"sha256\":\"" HASH_2 "\",\"size\":2}}}",
                          version);
}

char *
with (char *text, const char *from, const char *to)
{
  char    *at = strstr (text, from);
  GString *changed;

  if (at == NULL)
    g_test_message ("there is no %s in %s", from, text);
  g_assert_nonnull (at);
  changed = g_string_new_len (text, at - text);
  g_string_append (changed, to);
  g_string_append (changed, at + strlen (from));
  g_free (text);
  return g_string_free (changed, FALSE);
}

GBytes *
bytes_of (char *text, gssize n_bytes)
{
  return g_bytes_new_take (text, n_bytes >= 0 ? (gsize) n_bytes : strlen (text));
}

char *
text_of (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GBytes *
sign (VetoTrustKind kind, char *payload, const char *letters)
{
  g_autoptr(GBytes) bytes = bytes_of (payload, -1);
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_new (kind, bytes);

  for (; *letters != '\0'; letters++)
    {
      g_autoptr(GError) error = NULL;

      veto_trust_envelope_sign (envelope, signer_of (*letters), &error);
      g_assert_no_error (error);
    }
  return veto_trust_envelope_write (envelope, kind);
}

VetoTrustRoot *
read_plain_root (void)
{
  g_autoptr(GBytes) bytes = sign (VETO_TRUST_ROOT, make_plain_root (1), "ab");
  g_autoptr(GError) error = NULL;
  VetoTrustRoot *root = veto_trust_root_read_first (bytes, &error);

  g_assert_no_error (error);
  return root;
}

void
assert_outcome (gconstpointer result, GError **error, int code)
{
  g_autofree char *text = NULL;
  GDate            today;

  if (code == ACCEPT)
    {
      g_assert_no_error (*error);
      g_assert_nonnull (result);
      return;
    }
  g_assert_null (result);
  g_assert_error (*error, VETO_TRUST_ERROR, code);
  g_test_message ("%s", (*error)->message);
  g_clear_error (error);

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 23, G_DATE_NOVEMBER, 2026);
  text = veto_trust_error_dup_text ((VetoTrustError) code, &today);
  g_assert_cmpstr (veto_trust_error_get_id ((VetoTrustError) code), ==, words[code].id);
  g_assert_cmpstr (veto_trust_error_get_title ((VetoTrustError) code), ==, words[code].title);
  g_assert_cmpstr (text, ==, words[code].text);
}

void
check_index (GBytes *bytes, int code)
{
  g_autoptr(VetoTrustRoot) root = read_plain_root ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoTrustIndex) index = veto_trust_index_read (root, bytes, &error);

  assert_outcome (index, &error, code);
  if (index != NULL)
    g_assert_true (g_bytes_equal (index->bytes, bytes));
}
