/* vetoctl feed diff: what a signer agrees to, named one by one and counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "publisher-desk.h"
#include "store-fixture.h"

static char *before, *after; /* trees */

static void
test_totals (void)
{
  g_auto(Run) text = run_feed (NULL, "feed diff %s %s", before, after);
  g_auto(Run) json = run_feed (NULL, "feed diff %s %s --json", before, after);
  JsonObject *object = run_get_object (&json), *totals;

  assert_done (&text);
  g_assert_nonnull (strstr (text.out, "host links\n    (nothing) → far.example.org\n"));
  g_assert_nonnull (strstr (text.out, "host mail\n    example.org → (nothing)\n"));
  g_assert_nonnull (
    strstr (text.out,
            "address controllers/far-away.email\n    privacy@example.org → privacy@far.example.org\n"));
  g_assert_nonnull (strstr (text.out, "address controllers/example-org.address\n"
                                      "    1 Example Street, Exampletown → 9 Other Street, Exampletown\n"));
  g_assert_nonnull (strstr (text.out, "link example/form/open-form\n"));
  g_assert_nonnull (
    strstr (text.out, "words de: example.history.start\n    Das Training begann. → Es begann.\n"));
  g_assert_nonnull (
    strstr (text.out,
            "\nhosts new: far.example.org · links changed: 1 · addresses changed: 2 · texts changed: "
            "de 1, en 1\nhosts gone: none · mail domains new: far.example.org · mail domains gone: "
            "example.org · structure changed: 0\n"));

  assert_members (object, "changes totals");
  totals = get_object (object, "totals");
  assert_members (totals,
                  "addresses hosts_gone hosts_new links mail_domains_gone mail_domains_new structure texts");
  g_assert_cmpint (get_number (totals, "links"), ==, 1);
  g_assert_cmpint (get_number (totals, "addresses"), ==, 2);
  g_assert_cmpint (get_number (totals, "structure"), ==, 0);
  g_assert_cmpint (get_number (totals, "texts/de"), ==, 1);
  g_assert_cmpint (get_number (totals, "texts/en"), ==, 1);
  g_assert_cmpstr (get_text (totals, "hosts_new/0"), ==, "far.example.org");
  g_assert_cmpuint (json_array_get_length (get_array (totals, "hosts_gone")), ==, 0);
}

/* A new controller comes with its link and address: they are named by themselves, too. */
static void
test_new_entry (void)
{
  char *bundle = make_authored ("controllers.json", "\"id\": \"far-away\"", "\"id\": \"new-one\"");
  g_auto(Run) text = run_feed (NULL, "feed diff %s %s", before, bundle);

  assert_done (&text);
  g_assert_nonnull (
    strstr (text.out, "address controllers/far-away.email\n    privacy@example.org → (nothing)\n"));
  g_assert_nonnull (
    strstr (text.out, "address controllers/new-one.email\n    (nothing) → privacy@example.org\n"));
  g_assert_nonnull (strstr (text.out, "links changed: 0 · addresses changed: 2"));
  fixture_remove (bundle);
}

/* A tree, a bundle, a release and a feed that are the same differ in nothing. */
static void
test_all_forms (void)
{
  char            *bundle = make_bundle (NULL, NULL, NULL);
  g_autofree char *release = in_folder ("release"), *feed = in_folder ("feed");
  const char      *forms[] = { before, bundle, release, feed };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto(Run) same = run_feed (NULL, "feed diff %s %s", forms[i], forms[(i + 1) % G_N_ELEMENTS (forms)]);

      assert_done (&same);
      g_assert_cmpstr (same.out, ==,
                       "hosts new: none · links changed: 0 · addresses changed: 0 · texts changed: none\n"
                       "hosts gone: none · mail domains new: none · mail domains gone: none · structure "
                       "changed: 0\n");
    }
  fixture_remove (bundle);
}

/* A host that only guidance knows needs a new root: a feed's hosts are those of its root. */
static void
test_hosts_of_root (void)
{
  g_auto(Run) text = run_feed (NULL, "feed diff @feed %s", after);

  assert_done (&text);
  g_assert_nonnull (strstr (text.out, "hosts new: far.example.org"));
}

static void
test_german (void)
{
  g_autofree char *environment = g_strdup_printf ("VETO_LOCALE_DIR=%s LANGUAGE=de LC_ALL=%s",
                                                  g_getenv ("VETO_TEST_PO"), "de_DE.UTF-8"),
                  *line = g_strdup_printf ("feed diff %s %s", before, after);
  g_auto(Run) text = run_feed_in (environment, NULL, line);

  assert_done (&text);
  if (strstr (text.out, "hosts new") != NULL)
    {
      g_test_skip ("there is no German locale here");
      return;
    }
  g_assert_nonnull (strstr (text.out, "neue Rechner: far.example.org"));
}

typedef struct
{
  const char *name, *line, *words;
} Sample;

static const Sample samples[] = {
  { "/ctl/feed/diff/nothing-there", "feed diff @none @release", "none" },
  { "/ctl/feed/diff/a-file", "feed diff @hosts.json @release", "hosts.json" },
  { "/ctl/feed/diff/damaged", "feed diff @release @damaged", "guidance.json: another content" },
};

static void
test_wrong (gconstpointer data)
{
  const Sample *sample = data;
  g_auto(Run) run = run_feed (NULL, "%s", sample->line);

  run_assert_failed (&run, 1, sample->words);
}

static void
make_sides (void)
{
  g_autofree char *damaged = in_folder ("damaged/blobs"), *file = NULL;
  g_auto(Run) built = { 0 };
  g_autoptr(GDir) dir = NULL;
  const char *name;

  feed_make_root ("release-1/root/1.json", "def", "ab", NULL);
  feed_make_release ("release", before, "de", "--version 1");
  {
    g_auto(Run) root = run_feed (NULL, "feed publish @release-1 --to @feed");
    g_auto(Run) index = run_feed (NULL, "feed publish @release --to @feed");

    assert_done (&root);
    assert_done (&index);
  }
  built = run_feed (NULL, "feed build %s --version 2 --out @damaged", before);
  assert_done (&built);
  dir = g_dir_open (damaged, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (damaged, name, NULL), *text = NULL;
      char            *at;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      at = strstr (text, "object?x=1");
      if (at != NULL)
        {
          at[9] = '2';
          g_assert_true (g_file_set_contents (path, text, -1, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  int code;

  ctl_test_init (&argc, &argv);
  publisher_desk_open ();
  feed_make_keys ("abcdef");
  before = make_authored (NULL, NULL, NULL);
  after = make_authored ("text/de/example.json", "Das Training begann.", "Es begann.");
  change_file (after, "text/en/example.json", "The training began.", "It began.");
  change_file (after, "platforms/example.json", "https://www.example.org/object?x=1",
               "https://far.example.org/object");
  change_file (after, "controllers.json", "1 Example Street", "9 Other Street");
  change_file (after, "controllers.json", "privacy@example.org", "privacy@far.example.org");
  change_file (after, "hosts.json", "\"news.example.org\"", "\"news.example.org\", \"far.example.org\"");
  change_file (after, "hosts.json", "[\"example.org\"]", "[\"far.example.org\"]");
  make_sides ();
  g_test_add_func ("/ctl/feed/diff/totals", test_totals);
  g_test_add_func ("/ctl/feed/diff/new-entry", test_new_entry);
  g_test_add_func ("/ctl/feed/diff/all-forms", test_all_forms);
  g_test_add_func ("/ctl/feed/diff/hosts-of-root", test_hosts_of_root);
  g_test_add_func ("/ctl/feed/diff/german", test_german);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_wrong);
  code = ctl_test_run ();
  publisher_desk_close ();
  fixture_remove (before);
  fixture_remove (after);
  return code;
}
