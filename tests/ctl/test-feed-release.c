/* vetoctl feed build, sign and add-signature of a release: two people on two machines, who trust nobody in between.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "publisher-desk.h"
#include "store-fixture.h"

#define TIMES "--created 2026-11-26 --expires 2027-01-20T12:00:00Z"

static char *tree;  /* the clone of the one */
static char *other; /* and of the other */

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *text = read_file (from);
  write_file (to, text);
}

/* The same tree and arguments give the same bytes, and another number or time others. */
static void
test_same_bytes (void)
{
  g_auto(Run) first = run_feed (NULL, "feed build %s --version 1 " TIMES " --out @one", tree);
  g_auto(Run) second = run_feed (NULL, "feed build --version=1 %s --out @two " TIMES, other);
  g_auto(Run) later = run_feed (NULL, "feed build %s --version 1 --created 2026-11-27 --out @later", tree);
  g_auto(Run) next = run_feed (NULL, "feed build %s --version 2 " TIMES " --out @next", tree);
  g_auto(Run) today = run_feed (NULL, "feed build %s --version 1 --out @today", tree);
  g_auto(Run) again = run_feed (NULL, "feed build %s --version 1 --out @again", other);
  g_autofree char *one = feed_digest ("one"), *two = feed_digest ("two"), *message = NULL, *sha256 = NULL;
  g_autofree char *payload = read_file ("one/index.payload");

  assert_done (&first);
  assert_done (&second);
  assert_done (&later);
  assert_done (&next);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (first.out, ==, second.out);
  g_assert_cmpstr (first.out, !=, later.out);
  g_assert_cmpstr (first.out, !=, next.out);
  if (g_str_equal (today.out, again.out) == FALSE) /* midnight went by */
    g_test_message ("%s%s", today.out, again.out);
  message = read_file ("one/index.payload.pae");
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, message, -1);
  g_assert_cmpstr (g_strchomp (first.out), ==, sha256);
  g_assert_nonnull (strstr (payload, "\"created\":\"2026-11-26T00:00:00Z\""));
  g_assert_nonnull (strstr (payload, "\"expires\":\"2027-01-20T12:00:00Z\""));
  g_assert_nonnull (strstr (payload, "\"version\":1}"));
}

/* A bundle gives what the tree that it was made of gives; and so does a release. */
static void
test_other_sources (void)
{
  char *bundle = make_bundle (NULL, NULL, NULL);
  g_auto(Run)
            from_bundle = run_feed (NULL, "feed build %s --version 1 " TIMES " --out @from-bundle", bundle);
  g_auto(Run) from_release = run_feed (NULL, "feed build @one --version 1 " TIMES " --out @from-release");
  g_autofree char *one = feed_digest ("one"), *two = feed_digest ("from-bundle"),
                  *three = feed_digest ("from-release");

  assert_done (&from_bundle);
  assert_done (&from_release);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, ==, three);
  fixture_remove (bundle);
}

/* The first one signs a folder, the second one their own, into which the signed index goes. */
static void
test_two_machines (void)
{
  g_auto(Run) first = run_feed (FEED_PASSPHRASE "\n", "feed sign @one --key @d.pem");
  g_auto(Run) alone = run_feed (NULL, "feed verify @one/index.json --root @1.json");
  g_autofree char *digest = feed_digest ("two"), *after = NULL;

  assert_done (&first);
  run_assert_failed (&alone, 1, "1 of 3 keys of the index signed; 2 must");
  copy_file ("one/index.json", "two/index.json");
  {
    g_auto(Run) second = run_feed (FEED_PASSPHRASE "\n", "feed add-signature @two --key @e.pem");
    g_auto(Run) both = run_feed (NULL, "feed verify @two/index.json --root @1.json");

    assert_done (&second);
    assert_done (&both);
    g_assert_true (g_str_has_prefix (both.out, "Index 1, valid until 2027-01-20T12:00:00Z."));
  }
  after = feed_digest ("two");
  g_assert_cmpstr (digest, !=, after);
}

/* What a tampered folder says is never signed, whoever tampered: with a file, the list of files, or what was signed before. */
static void
test_tampered (void)
{
  static const struct
  {
    const char *file, *from, *to, *command, *words;
  } samples[] = {
    { "index.payload", "\"version\":1}", "\"version\":9}", "feed add-signature",
      "holds something else than" },
    { "index.payload", "\"size\":", "\"size\":1", "feed sign", "bytes, not" },
    { "index.payload", "2027-01-20", "2027-01-xx", "feed sign", "expires" },
    { "blob", "example.org/object?x=1", "example.org/object?x=2", "feed sign",
      "guidance.json: another content" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gboolean         is_first = g_str_equal (samples[i].command, "feed sign");
      g_autofree char *name = g_strdup_printf ("tampered-%" G_GSIZE_FORMAT, i), *folder = in_folder (name);
      g_auto(Run) built = run_feed (NULL, "feed build %s --version 1 " TIMES " --out @%s", tree, name);
      g_autofree char *index = g_strconcat (name, "/index.json", NULL), *blob = NULL;

      assert_done (&built);
      if (g_str_equal (samples[i].file, "blob"))
        {
          g_autofree char *payload = read_file ("one/index.payload");
          const char      *at = strstr (payload, "\"guidance.json\":{\"sha256\":\"");

          g_assert_nonnull (at);
          blob = g_strdup_printf ("blobs/%.64s.json", at + strlen ("\"guidance.json\":{\"sha256\":\""));
        }
      change_file (folder, blob != NULL ? blob : samples[i].file, samples[i].from, samples[i].to);
      if (!is_first)
        copy_file ("one/index.json", index);
      {
        g_autofree char *before = feed_digest (name), *after = NULL;
        g_auto(Run) run = run_feed (FEED_PASSPHRASE "\n", "%s @%s --key @e.pem", samples[i].command, name);

        run_assert_failed (&run, 1, samples[i].words);
        after = feed_digest (name);
        g_assert_cmpstr (before, ==, after);
      }
    }
}

/* Complaints as those of the linter, and no folder. */
static void
test_broken_tree (void)
{
  char *broken =
    make_authored ("platforms/example.json", "https://www.example.org/object?x=1", "https://evil.test/");
  g_auto(Run) run = run_feed (NULL, "feed build %s --version 1 --out @broken", broken);

  run_assert_code (&run, 1);
  g_assert_nonnull (strstr (run.err, "evil.test"));
  g_assert_nonnull (strstr (run.err, "complaint"));
  g_assert_false (is_there ("broken"));
  fixture_remove (broken);
}

typedef struct
{
  const char *name, *typed, *line;
  int         code;
  const char *words;
} Sample;

static const Sample samples[] = {
  { "/ctl/feed/build/without-version", NULL, "feed build @tree --out @x", 2, "--version NUMBER" },
  { "/ctl/feed/build/without-out", NULL, "feed build @tree --version 1", 2, "--out DIR" },
  { "/ctl/feed/build/version-0", NULL, "feed build @tree --version 0 --out @x", 1, "“0”" },
  { "/ctl/feed/build/version-too-large", NULL, "feed build @tree --version 2147483648 --out @x", 1,
    "2147483647" },
  { "/ctl/feed/build/version-no-number", NULL, "feed build @tree --version one --out @x", 1, "“one”" },
  { "/ctl/feed/build/created", NULL, "feed build @tree --version 1 --created soon --out @x", 1, "“soon”" },
  { "/ctl/feed/build/created-zone", NULL,
    "feed build @tree --version 1 --created 2026-11-26T12:00:00+01:00 --out @x", 1, "is no time" },
  { "/ctl/feed/build/expires-before", NULL,
    "feed build @tree --version 1 --created 2026-11-26 --expires 2026-11-25 --out @x", 1, "60 days" },
  { "/ctl/feed/build/expires-after-61-days", NULL,
    "feed build @tree --version 1 --created 2026-11-26 --expires 2027-01-26 --out @x", 1, "60 days" },
  { "/ctl/feed/build/folder-is-there", NULL, "feed build @tree --version 1 --out @one", 1, "not there yet" },
  { "/ctl/feed/build/nowhere", NULL, "feed build @tree --version 1 --out @no/such/x", 1, "No such file" },
  { "/ctl/feed/build/no-tree", NULL, "feed build @none --version 1 --out @x", 1, "none" },
  { "/ctl/feed/sign/twice", FEED_PASSPHRASE "\n", "feed sign @two --key @d.pem", 1, "add-signature" },
  { "/ctl/feed/sign/nobody-before", FEED_PASSPHRASE "\n", "feed add-signature @later --key @d.pem", 1,
    "index.json" },
  { "/ctl/feed/sign/missing-key", FEED_PASSPHRASE "\n", "feed sign @later --key @none.pem", 1, "none.pem" },
  { "/ctl/feed/sign/wrong-passphrase", "not the one for this key\n", "feed sign @later --key @d.pem", 1,
    "The passphrase does not fit" },
  { "/ctl/feed/sign/no-release", FEED_PASSPHRASE "\n", "feed sign @tree --key @d.pem", 1, "index.payload" },
};

/* One line says what is wrong, and nothing is written. */
static void
test_wrong (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *two = feed_digest ("two"), *later = feed_digest ("later"), *still_two = NULL,
                  *still_later = NULL;
  g_auto(Run) run = run_feed (sample->typed, "%s", sample->line);

  run_assert_failed (&run, sample->code, sample->words);
  g_assert_null (strstr (run.err, "horse"));
  still_two = feed_digest ("two");
  still_later = feed_digest ("later");
  g_assert_cmpstr (two, ==, still_two);
  g_assert_cmpstr (later, ==, still_later);
  g_assert_false (is_there ("x"));
}

/* The index of many platforms in many languages is one small file: it lists files, not what is in them. */
static void
test_small_index (void)
{
  char            *many = make_authored (NULL, NULL, NULL);
  g_autofree char *english = g_build_filename (many, "text", "en", NULL);
  g_autofree char *platform = g_build_filename (many, "platforms", "example.json", NULL), *text = NULL;
  g_autofree char *signed_index = NULL;

  g_assert_true (g_file_get_contents (platform, &text, NULL, NULL));
  for (guint i = 1; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("example%02u", i),
                      *member = g_strdup_printf ("\"id\": \"%s\"", id);
      g_autofree char *path = g_strdup_printf ("%s/platforms/%s.json", many, id);
      g_autoptr(GString) changed = g_string_new (text);

      g_assert_cmpuint (g_string_replace (changed, "\"id\": \"" EXAMPLE "\"", member, 1), ==, 1);
      g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
      for (guint side = 0; side < 2; side++)
        {
          const char      *language = side == 0 ? "en" : "de";
          g_autofree char *from = g_strdup_printf ("%s/text/%s/example.json", many, language), *words = NULL;
          g_autofree char *to = g_strdup_printf ("%s/text/%s/%s.json", many, language, id);
          g_autofree char *key = g_strdup_printf ("\"%s", id);
          g_autoptr(GString) renamed = NULL;

          g_assert_true (g_file_get_contents (from, &words, NULL, NULL));
          renamed = g_string_new (words);
          g_string_replace (renamed, "\"" EXAMPLE, key, 0);
          g_assert_true (g_file_set_contents (to, renamed->str, -1, NULL));
        }
    }
  for (guint i = 0; i < 22; i++)
    {
      g_autofree char *target = g_strdup_printf ("%s/text/x%c", many, 'a' + (int) i);

      g_assert_cmpint (symlink (english, target), ==, 0);
    }
  feed_make_release ("many", many, "def", "--version 2147483647");
  signed_index = read_file ("many/index.json");
  g_test_message ("the index of 30 platforms in 24 languages, with three signatures: %" G_GSIZE_FORMAT
                  " bytes",
                  strlen (signed_index));
  g_assert_cmpuint (strlen (signed_index), <, 8 * 1024);
  fixture_remove (many);
}

int
main (int argc, char *argv[])
{
  int              code;
  g_autofree char *link = NULL;

  ctl_test_init (&argc, &argv);
  publisher_desk_open ();
  tree = make_authored (NULL, NULL, NULL);
  other = make_authored (NULL, NULL, NULL);
  link = in_folder ("tree");
  g_assert_cmpint (symlink (tree, link), ==, 0);
  feed_make_keys ("abcdef");
  feed_make_root ("1.json", "def", "ab", NULL);
  g_test_add_func ("/ctl/feed/build/same-bytes", test_same_bytes);
  g_test_add_func ("/ctl/feed/build/other-sources", test_other_sources);
  g_test_add_func ("/ctl/feed/build/broken-tree", test_broken_tree);
  g_test_add_func ("/ctl/feed/build/30-platforms-24-languages", test_small_index);
  g_test_add_func ("/ctl/feed/sign/two-machines", test_two_machines);
  g_test_add_func ("/ctl/feed/sign/tampered", test_tampered);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_wrong);
  code = ctl_test_run ();
  g_unlink (link); /* not what it leads to */
  publisher_desk_close ();
  fixture_remove (tree);
  fixture_remove (other);
  return code;
}
