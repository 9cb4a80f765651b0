/* vetoctl check-updates: what it says, what it keeps, and what the other commands then read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ctl-fixture.h"
#include "feed-desk.h"

/* The program looks at the real clock, which may show any year. */
static char *
make_lasting_root (guint version, const char *index_keys)
{
  return with (feed_desk_make_root (version, "abc", index_keys), LATER, "2100-01-01T00:00:00Z");
}

static FeedDesk *
make_desk (void)
{
  FeedDesk *desk = feed_desk_new ();

  g_clear_pointer (&desk->root, g_bytes_unref);
  desk->root = sign (VETO_TRUST_ROOT, make_lasting_root (1, "def"), "ab");
  return desk;
}

/* As the shipped program, with the feed of @desk built in. */
static Run
run_with (FeedDesk *desk, const char *line)
{
  g_autofree char *root = g_build_filename (desk->home, "root.json", NULL);
  g_autofree char *data = g_build_filename (desk->home, "veto", NULL);
  g_autofree char *whole = g_strdup_printf ("%s --data %s", line, data);
  g_autofree char *more = g_strdup_printf ("VETO_TEST_ROOT=%s VETO_TEST_URL=%s GIO_USE_PROXY_RESOLVER=dummy",
                                           root, feed_server_get_url (desk->server));

  g_assert_true (g_file_set_contents (root, g_bytes_get_data (desk->root, NULL),
                                      (gssize) g_bytes_get_size (desk->root), NULL));
  return run_line_in (more, NULL, whole);
}

static void
publish (FeedDesk *desk, guint version, const char *name, const char *signers)
{
  gint64          now = g_get_real_time () / G_USEC_PER_SEC;
  const FeedIssue issue = {
    .version = version, .name = name, .signers = signers, .created = now, .expires = now + 60 * DAY
  };

  feed_desk_publish (desk, desk->server, &issue);
}

static void
assert_look (FeedDesk *desk, const char *outcome, const char *code, gint64 version)
{
  g_auto(Run) run = run_with (desk, "check-updates --json");
  gboolean    failed = g_str_equal (outcome, "failed");
  JsonObject *root;

  run_assert_code (&run, failed ? 1 : 0);
  g_assert_cmpint (run.err[0] != '\0', ==, failed); /* a person is told as well */
  run.code = 0;
  run.err[0] = '\0';
  root = run_get_object (&run);
  assert_members (root, "clock_suspect code created expires message outcome root source version");
  g_assert_cmpstr (get_text (root, "outcome"), ==, outcome);
  g_assert_cmpstr (get_text (root, "code"), ==, code);
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, version);
}

static void
assert_platform (FeedDesk *desk, const char *name)
{
  g_auto(Run) run = run_with (desk, "list");

  run_assert_code (&run, 0);
  if (strstr (run.out, name) == NULL)
    g_test_message ("%s", run.out);
  g_assert_nonnull (strstr (run.out, name));
}

static void
test_new (void)
{
  g_autoptr(FeedDesk) desk = make_desk ();

  assert_platform (desk, "Facebook");
  publish (desk, 5, "Published", "de");
  assert_look (desk, "new", NULL, 5);
  assert_platform (desk, "Published");
  assert_look (desk, "current", NULL, 5);
  publish (desk, 6, "Forged", "dx");
  assert_look (desk, "failed", "signature", 5);
  assert_platform (desk, "Published");
  feed_desk_publish_root (desk, 2, make_lasting_root (2, "ghi"), "ab");
  assert_look (desk, "withdrawn", "signature", 0);
  assert_platform (desk, "Facebook");
}

static void
assert_words (FeedDesk *desk, int code, const char *words)
{
  g_auto(Run) run = run_with (desk, "check-updates");
  const char *text = code == 0 ? run.out : run.err;

  run_assert_code (&run, code);
  if (strstr (text, words) == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, words));
}

static void
test_words (void)
{
  g_autoptr(FeedDesk) desk = make_desk ();

  assert_words (desk, 1, "Could not look for new guidance. You are using the guidance of");
  publish (desk, 5, "Published", "de");
  assert_words (desk, 0, "There was new guidance, of ");
  assert_words (desk, 0, "You have the newest guidance. It is of ");
  publish (desk, 6, "Forged", "dx");
  assert_words (desk, 1,
                "New guidance was refused. It is not signed by the people who publish Veto’s guidance.");
  feed_desk_publish_root (desk, 2, make_lasting_root (2, "ghi"), "ab");
  assert_words (desk, 0, "Some guidance was withdrawn: its publishers took it back.");
}

int
main (int argc, char *argv[])
{
  ctl_test_init (&argc, &argv);
  g_test_add_func ("/ctl/check-updates/new", test_new);
  g_test_add_func ("/ctl/check-updates/words", test_words);
  return ctl_test_run ();
}
