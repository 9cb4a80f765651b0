/* vetoctl feed: two people make keys, a root and an index, and a third looks at them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ctl-fixture.h"
#include "publisher-desk.h"
#include "store-fixture.h"

#define SHA256 "a9a1bdb11c2cc807c6a260fbc02aa1327416b67f18aeaec47950d15126ebb4ae"

static char *ids[6]; /* of the keys a to f */

/* Keys that are closed to others, with the same id on every machine. */
static void
test_key (void)
{
  for (char letter = 'a'; letter <= 'f'; letter++)
    {
      g_auto(Run) run = run_feed (FEED_PASSPHRASE "\n", "feed key @%c.pem", letter);
      g_autofree char *name = g_strdup_printf ("%c.pem", letter), *path = in_folder (name);
      g_autofree char *pem = read_file (name), *public_path = g_strconcat (path, ".pub", NULL), *id = NULL;
      g_autofree char *public_key = NULL;
      gsize            n_bytes;
      GStatBuf         status;

      assert_done (&run);
      g_assert_true (g_str_has_prefix (pem, "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
      g_assert_true (g_file_get_contents (public_path, &public_key, &n_bytes, NULL));
      g_assert_cmpuint (n_bytes, ==, 32);
      id = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) public_key, n_bytes);
      g_assert_cmpstr (g_strchomp (run.out), ==, id);
      g_free (ids[letter - 'a']);
      ids[letter - 'a'] = g_steal_pointer (&id);
    }
  {
    g_autofree char *before = read_file ("a.pem"), *after = NULL;
    g_auto(Run) again = run_feed (FEED_PASSPHRASE "\n", "feed key @a.pem");
    g_auto(Run) short_one = run_feed ("elf Zeichen\n", "feed key @g.pem");
    g_auto(Run) nothing = run_feed (NULL, "feed key @g.pem");

    run_assert_failed (&again, 1, "never replaced");
    after = read_file ("a.pem");
    g_assert_cmpstr (before, ==, after);
    run_assert_failed (&short_one, 1, "12 characters or more");
    run_assert_failed (&nothing, 1, "There is no passphrase");
    g_assert_false (is_there ("g.pem") || is_there ("g.pem.pub"));
  }
}

/* A root is written by one person, and signed by two, one of whom has only OpenSSL. */
static void
test_root (void)
{
  g_auto(Run) written = run_feed (NULL, "feed root @root.payload " FEED_KEYS " --hosts @hosts.json");
  g_auto(Run) first = run_feed (FEED_PASSPHRASE "\n", "feed sign @root.payload --key @a.pem --out @1.json");
  g_auto(Run) alone = run_feed (NULL, "feed verify @1.json");
  g_auto(Run) second = run_feed (FEED_PASSPHRASE "\n", "feed add-signature --key @b.pem @1.json");
  g_auto(Run) both = run_feed (NULL, "feed verify @1.json");
  g_auto(Run) json = run_feed (NULL, "feed verify @1.json --json");
  g_autofree char *message = read_file ("root.payload.pae"), *sha256 = NULL;
  JsonObject      *root;

  assert_done (&written);
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, message, -1);
  g_assert_cmpstr (g_strchomp (written.out), ==, sha256);
  g_assert_true (g_str_has_prefix (message, "DSSEv1 33 application/vnd.veto.root.v1+json "));
  assert_done (&first);
  run_assert_failed (&alone, 1, "1 of 3 keys of the root itself signed; 2 must");
  g_assert_nonnull (strstr (alone.err, "New guidance was refused"));
  assert_done (&second);
  assert_done (&both);
  g_assert_true (g_str_has_prefix (both.out, "Root 1, valid until 20"));
  g_assert_nonnull (strstr (both.out, ids[0]));
  g_assert_nonnull (strstr (both.out, ids[1]));
  assert_fits_terminal (both.out);

  root = run_get_object (&json);
  assert_members (root, "code created expires message signatures type version");
  g_assert_cmpstr (get_text (root, "type"), ==, "root");
  g_assert_cmpstr (get_text (root, "code"), ==, NULL);
  g_assert_cmpint (get_number (root, "version"), ==, 1);
  g_assert_cmpuint (json_array_get_length (get_array (root, "signatures")), ==, 2);
  g_assert_cmpstr (get_text (root, "signatures/0/role"), ==, "root");
}

static void
sign_with_openssl (const char *key, const char *message, const char *out)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autofree char *key_path = in_folder (key), *message_path = in_folder (message),
                  *out_path = in_folder (out);
  const char *argv[] = { openssl,          "pkeyutl", "-sign",      "-rawin", "-inkey", key_path, "-passin",
                         "env:PASSPHRASE", "-in",     message_path, "-out",   out_path, NULL };
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "PASSPHRASE", FEED_PASSPHRASE, TRUE);
  int status;

  g_assert_true (
    g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

/* Key f replaces d: the next root, with a signature that was made without Veto. */
static void
test_rotation (void)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_auto(Run)
            written = run_feed (NULL, "feed root @2.payload --after @1.json --until 2031-01-01 --hosts "
                                      "@hosts.json --root-key @a.pem.pub "
                                      "--root-key @b.pem.pub --index-key @e.pem.pub --index-key @f.pem.pub");

  assert_done (&written);
  if (openssl == NULL)
    {
      g_test_skip ("there is no openssl here");
      return;
    }
  sign_with_openssl ("a.pem", "2.payload.pae", "a.sig");
  sign_with_openssl ("b.pem", "2.payload.pae", "b.sig");
  {
    g_auto(Run) first =
              run_feed (NULL, "feed sign @2.payload --public @a.pem.pub --signature @a.sig --out @2.json");
    g_auto(Run) wrong = run_feed (NULL, "feed add-signature @2.json --public @b.pem.pub --signature @a.sig");
    g_auto(Run)
              second = run_feed (NULL, "feed add-signature @2.json --public @b.pem.pub --signature @b.sig");
    g_auto(Run) next = run_feed (NULL, "feed verify @2.json --root @1.json");
    g_auto(Run) back = run_feed (NULL, "feed verify @1.json --root @2.json --json");

    assert_done (&first);
    run_assert_failed (&wrong, 1, "not a signature of");
    assert_done (&second);
    assert_done (&next);
    g_assert_true (g_str_has_prefix (next.out, "Root 2, valid until 2031-01-01T12:00:00Z."));
    run_assert_code (&back, 1);
    g_assert_nonnull (strstr (back.out, "\"code\":\"rollback\""));
  }
}

static char *
make_index (const char *expires)
{
  return g_strdup_printf ("{\"type\":\"index\",\"version\":42,\"created\":\"2026-11-23T12:00:00Z\","
                          "\"expires\":\"%s\","
                          "\"files\":{\"guidance.json\":{\"sha256\":\"" SHA256 "\",\"size\":27},"
                          "\"text/en.json\":{\"sha256\":\"" SHA256 "\",\"size\":27}}}",
                          expires);
}

static void
test_index (void)
{
  g_autofree char *payload = make_index ("2099-01-01T00:00:00Z");

  write_file ("index.payload", payload);
  {
    g_auto(Run) first =
              run_feed (FEED_PASSPHRASE "\n", "feed sign @index.payload --key @d.pem --out @index.json");
    g_auto(Run) stranger = run_feed (FEED_PASSPHRASE "\n", "feed add-signature @index.json --key @a.pem");
    g_auto(Run) refused = run_feed (NULL, "feed verify @index.json --root @1.json");
    g_auto(Run) second =
              run_feed (FEED_PASSPHRASE "\n", "feed add-signature @index.json --key @e.pem --out @both.json");
    g_auto(Run) good = run_feed (NULL, "feed verify @both.json --root @1.json --json");
    g_auto(Run) still = run_feed (NULL, "feed verify @index.json --root @1.json");
    g_auto(Run) rootless = run_feed (NULL, "feed verify @both.json");
    JsonObject *index;
    guint       n_known = 0;

    assert_done (&first);
    assert_done (&stranger);
    run_assert_failed (&refused, 1, "1 of 3 keys of the index signed; 2 must");
    assert_done (&second);
    index = run_get_object (&good);
    g_assert_cmpstr (get_text (index, "type"), ==, "index");
    g_assert_cmpint (get_number (index, "version"), ==, 42);
    g_assert_cmpstr (get_text (index, "expires"), ==, "2099-01-01T00:00:00Z");
    for (guint i = 0; i < 3; i++)
      {
        g_autofree char *path = g_strdup_printf ("signatures/%u/role", i);
        n_known += g_str_equal (get_text (index, path), "index") ? 1 : 0;
      }
    g_assert_cmpuint (n_known, ==, 2);
    run_assert_code (&still, 1); /* --out left the file as it was */
    run_assert_failed (&rootless, 2, "--root ROOT.json");
  }
}

static void
test_expired (void)
{
  g_autofree char *payload = make_index ("2026-11-24T00:00:00Z");

  write_file ("old.payload", payload);
  {
    g_auto(Run)
              first = run_feed (FEED_PASSPHRASE "\n", "feed sign @old.payload --key @d.pem --out @old.json");
    g_auto(Run) second = run_feed (FEED_PASSPHRASE "\n", "feed add-signature @old.json --key @e.pem");
    g_auto(Run) run = run_feed (NULL, "feed verify @old.json --root @1.json");

    assert_done (&first);
    assert_done (&second);
    run_assert_failed (
      &run, 1, "The server has only outdated guidance. Yours stays in use. If your computer’s date (");
  }
}

typedef struct
{
  const char *name;
  const char *typed;
  const char *line;
  int         code;
  const char *words;
} Sample;

static const Sample samples[] = {
  { "/ctl/feed/wrong/no-command", NULL, "feed", 2, "feed key, feed root, feed build, feed diff, feed sign" },
  { "/ctl/feed/wrong/key-without-file", NULL, "feed key", 2, "FILE" },
  { "/ctl/feed/wrong/root-without-hosts", NULL, "feed root @x " FEED_KEYS, 2, "--hosts" },
  { "/ctl/feed/wrong/root-without-keys", NULL, "feed root @x --hosts @hosts.json", 1, "threshold" },
  { "/ctl/feed/wrong/root-threshold", NULL, "feed root @x --hosts @hosts.json --threshold 0 " FEED_KEYS, 1,
    "“0”" },
  { "/ctl/feed/wrong/root-threshold-4-of-3", NULL,
    "feed root @x --hosts @hosts.json --threshold 4 " FEED_KEYS, 1, "threshold" },
  { "/ctl/feed/wrong/root-key-in-both", NULL,
    "feed root @x --hosts @hosts.json --index-key @a.pem.pub " FEED_KEYS, 1, "twice" },
  { "/ctl/feed/wrong/root-in-the-past", NULL,
    "feed root @x --hosts @hosts.json --until 2020-01-01 " FEED_KEYS, 1, "“2020-01-01”" },
  { "/ctl/feed/wrong/root-key-is-a-secret", NULL, "feed root @x --hosts @hosts.json --root-key @a.pem", 1,
    "no public key of 32 bytes" },
  { "/ctl/feed/wrong/root-hosts-are-a-key", NULL, "feed root @x --hosts @a.pem " FEED_KEYS, 1, "hosts.json" },
  { "/ctl/feed/wrong/root-after-nothing", NULL, "feed root @x --hosts @hosts.json --after @none " FEED_KEYS,
    1, "none" },
  { "/ctl/feed/wrong/sign-without-out", NULL, "feed sign @root.payload --key @a.pem", 2, "--out" },
  { "/ctl/feed/wrong/sign-without-key", NULL, "feed sign @root.payload --out @x", 2, "--key FILE" },
  { "/ctl/feed/wrong/sign-both-ways", NULL,
    "feed sign @root.payload --out @x --key @a.pem --public @a.pem.pub", 2, "--key FILE" },
  { "/ctl/feed/wrong/sign-public-alone", NULL, "feed sign @root.payload --out @x --public @a.pem.pub", 2,
    "--signature" },
  { "/ctl/feed/wrong/sign-signed", NULL, "feed sign @1.json --out @x --key @a.pem", 1, "neither a root nor" },
  { "/ctl/feed/wrong/sign-key", NULL, "feed sign @a.pem --out @x --key @a.pem", 1, "a.pem" },
  { "/ctl/feed/wrong/sign-empty-index", NULL, "feed sign @empty.payload --out @x --key @a.pem", 1,
    "Veto would refuse this (index.json: created: missing)" },
  { "/ctl/feed/wrong/passphrase", "wrong horse, Pferd für Pferd\n",
    "feed sign @root.payload --out @x --key @a.pem", 1, "The passphrase does not fit" },
  { "/ctl/feed/wrong/no-key", FEED_PASSPHRASE "\n", "feed sign @root.payload --out @x --key @hosts.json", 1,
    "This key cannot be used" },
  { "/ctl/feed/wrong/add-to-unsigned", NULL, "feed add-signature @root.payload --key @a.pem", 1,
    "neither a root nor" },
  { "/ctl/feed/wrong/signature-is-a-key", NULL,
    "feed add-signature @1.json --public @a.pem.pub --signature @a.pem.pub", 1, "64 bytes" },
  { "/ctl/feed/wrong/verify-page", NULL, "feed verify @hosts.json", 1, "neither a root nor" },
  { "/ctl/feed/wrong/verify-missing", NULL, "feed verify @none", 1, "none" },
};

/* One line says what is wrong, and nothing is written. */
static void
test_wrong (gconstpointer data)
{
  const Sample *sample = data;
  g_auto(Run) run = run_feed (sample->typed, "%s", sample->line);

  run_assert_failed (&run, sample->code, sample->words);
  g_assert_null (strstr (run.err, "horse")); /* nothing of a passphrase */
  g_assert_false (is_there ("x") || is_there ("x.pae"));
}

int
main (int argc, char *argv[])
{
  int code;

  ctl_test_init (&argc, &argv);
  publisher_desk_open ();
  write_file ("empty.payload", "{\"type\":\"index\",\"version\":1}");
  g_test_add_func ("/ctl/feed/key", test_key);
  g_test_add_func ("/ctl/feed/root", test_root);
  g_test_add_func ("/ctl/feed/rotation", test_rotation);
  g_test_add_func ("/ctl/feed/index", test_index);
  g_test_add_func ("/ctl/feed/expired", test_expired);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_wrong);
  code = ctl_test_run ();
  publisher_desk_close ();
  return code;
}
