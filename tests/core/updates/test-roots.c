/* Rotation: who may speak changes, and what was signed by those who may no longer is taken back (numbers 10, 11 and 13).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-desk.h"
#include "fetch-fixture.h"
#include "veto-guide-text.h"

#define MANY_ROOTS 70 /* more than one look takes */

/* Other index keys: "ghi" in the place of "def". */
static char *
make_other_keys (guint version)
{
  return feed_desk_make_root (version, "abc", "ghi");
}

static VetoUpdater *
start_with (FeedDesk *desk, guint version, const char *name)
{
  VetoUpdater *updater = feed_desk_start (desk, NULL);

  feed_desk_publish_plain (desk, version, name);
  feed_desk_assert_new (updater, name);
  return updater;
}

/* The index keys are revoked, and there is nothing signed by the new ones yet. */
static void
test_withdrawn (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with (desk, 1, "First");
  g_autoptr(VetoUpdater) later = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_auto(FeedLook) look = { 0 };
  const FeedIssue issue = { .version = 2, .name = "Second", .signers = "gh" };

  feed_desk_publish_root (desk, 2, make_other_keys (2), "ab");
  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_WITHDRAWN);
  g_assert_cmpstr (feed_desk_get_name (look.set), ==, "Example");
  g_assert_true (veto_updater_is_withdrawn (updater));
  g_assert_false (veto_updater_is_repaired (updater));
  g_assert_cmpint (veto_updater_get_source (updater), ==, VETO_UPDATE_SOURCE_BUILT_IN);
  g_assert_cmpstr (veto_updater_get_last_problem (updater), ==,
                   "signature"); /* of the index that is still there */

  /* A start says so as well, until there is something new. */
  later = feed_desk_start (desk, &set);
  g_assert_cmpstr (feed_desk_get_name (set), ==, "Example");
  g_assert_true (veto_updater_is_withdrawn (later));
  g_assert_false (veto_updater_is_repaired (later));

  feed_desk_publish (desk, desk->server, &issue);
  feed_desk_assert_new (updater, "Second");
  g_assert_false (veto_updater_is_withdrawn (updater));
  feed_desk_assert_start (desk, "Second");
}

/* The publishers signed the present index with the new keys before they published the root: nobody notices. */
static void
test_routine (void)
{
  const FeedIssue issue = { .version = 2, .name = "Second", .signers = "degh" };
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with (desk, 1, "First");
  g_auto(FeedLook) look = { 0 };

  feed_desk_publish (desk, desk->server, &issue);
  feed_desk_assert_new (updater, "Second");
  feed_desk_publish_root (desk, 2, make_other_keys (2), "ab");
  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_CURRENT);
  g_assert_false (veto_updater_is_withdrawn (updater));
  g_assert_cmpuint (veto_updater_get_root_version (updater), ==, 2);
  feed_desk_assert_start (desk, "Second");
}

/* Two stolen keys set the number as high as there are numbers; with new keys a lower one counts again. */
static void
test_fast_forward (void)
{
  const FeedIssue issue = { .version = 3, .name = "Third", .signers = "gh" };
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with (desk, 2147483647, "Stolen");

  feed_desk_publish_root (desk, 2, make_other_keys (2), "ab");
  feed_desk_publish (desk, desk->server, &issue);
  feed_desk_assert_new (updater, "Third");
  feed_desk_assert_start (desk, "Third");
}

/* The proposed guide as text says @words, and @address not at all. */
static void
assert_said (VetoGuideSet *set, const char *words, const char *address)
{
  VetoPlatform    *platform = veto_guide_set_get_platform (set, 0);
  guint            n_guides;
  const VetoGuide *guide = veto_platform_get_guides (platform, &n_guides);
  g_autofree char *text = veto_guide_dup_text (platform, guide, VETO_GUIDE_READER_TERMINAL, 0, NULL);

  g_assert_nonnull (strstr (text, words));
  g_assert_null (strstr (text, address));
}

/* A host is withdrawn by a root alone: the guidance stays, its links there are not opened. */
static void
test_hosts (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with (desk, 1, "First");
  g_autoptr(VetoUpdater) later = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_auto(FeedLook) look = { 0 };

  g_assert_true (g_strv_contains (veto_updater_get_link_hosts (updater), "help.example.org"));
  feed_desk_publish_root (desk, 2, with (feed_desk_make_root (2, "abc", "def"), "\"help.example.org\",", ""),
                          "ab");
  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_CURRENT);
  g_assert_false (g_strv_contains (veto_updater_get_link_hosts (updater), "help.example.org"));

  later = feed_desk_start (desk, &set);
  g_assert_cmpstr (feed_desk_get_name (set), ==, "First");
  g_assert_false (veto_updater_is_repaired (later));
  g_assert_false (g_strv_contains (veto_updater_get_link_hosts (later), "help.example.org"));
  g_assert_true (g_strv_contains (veto_updater_get_link_hosts (later), "www.example.org"));
  g_assert_true (veto_guide_set_allows_link (set, "https://www.example.org/object"));
  g_assert_false (veto_guide_set_allows_link (set, "https://help.example.org/privacy/"));
  assert_said (set, "This link was withdrawn: help.example.org", "https://help.example.org/privacy/");
}

/* A root that is refused: the look ends there, and the old root counts. */
typedef struct
{
  const char *name;
  const char *find;
  const char *replace;
  const char *signers;
  const char *id;
} BadRoot;

static const BadRoot bad_roots[] = {
  { "/roots/bad/gap", "\"version\":2", "\"version\":3", "ab", "malformed" },
  { "/roots/bad/repeated", "\"version\":2", "\"version\":1", "ab", "rollback" },
  { "/roots/bad/one-signature", "", "", "a", "signature" },
  { "/roots/bad/index-keys", "", "", "def", "signature" },
  { "/roots/bad/strangers", "", "", "xyz", "signature" },
  { "/roots/bad/threshold-0", "\"threshold\":2", "\"threshold\":0", "ab", "malformed" },
  { "/roots/bad/threshold-4", "\"threshold\":2", "\"threshold\":4", "ab", "malformed" },
  { "/roots/bad/expired", "\"expires\":\"2028-11-22", "\"expires\":\"2026-11-22", "ab", "expired" },
};

static void
test_bad_root (gconstpointer data)
{
  const BadRoot *row = data;
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with (desk, 1, "First");
  g_auto(FeedLook) look = { 0 };

  feed_desk_publish_root (desk, 2, with (feed_desk_make_root (2, "abc", "def"), row->find, row->replace),
                          row->signers);
  feed_desk_publish_plain (desk, 2, "Second");
  feed_server_forget (desk->server);
  look = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, row->id);
  feed_desk_assert_start (desk, "First");
  if (!g_str_equal (row->id, "expired"))
    {
      g_assert_cmpuint (veto_updater_get_root_version (updater), ==, 1);
      g_assert_cmpuint (feed_server_count_requests (desk->server), ==, 1);
    }

  feed_desk_publish_root (desk, 2, feed_desk_make_root (2, "abc", "def"), "ab");
  feed_desk_publish_root (desk, 3, feed_desk_make_root (3, "abc", "def"), "ab");
  feed_desk_assert_new (updater, "Second");
}

/* One look takes 64 roots, and the next goes on. */
static void
test_many (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with (desk, 1, "First");
  g_auto(FeedLook) look = { 0 };

  for (guint version = 2; version <= MANY_ROOTS; version++)
    feed_desk_publish_root (desk, version, feed_desk_make_root (version, "abc", "def"), "ab");
  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpuint (veto_updater_get_root_version (updater), ==, 65);
  feed_desk_publish_plain (desk, 2, "Second");
  feed_desk_assert_new (updater, "Second");
  g_assert_cmpuint (veto_updater_get_root_version (updater), ==, MANY_ROOTS);
  feed_desk_assert_start (desk, "Second");
}

/* A rotation that is cut off by the network is kept as far as it came. */
static void
test_cut_off (void)
{
  static const char answer[] = "HTTP/1.1 500 Sorry\r\nContent-Length: 0\r\n\r\n";
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with (desk, 1, "First");
  g_autoptr(GBytes) bytes = g_bytes_new_static (answer, sizeof answer - 1);
  g_auto(FeedLook) look = { 0 };

  feed_desk_publish_root (desk, 2, feed_desk_make_root (2, "abc", "def"), "ab");
  feed_server_put_answer (desk->server, "root/3.json", FEED_SEND, bytes);
  look = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "network");
  g_assert_cmpuint (veto_updater_get_root_version (updater), ==, 2);
  feed_desk_assert_start (desk, "First");
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  g_test_add_func ("/roots/withdrawn", test_withdrawn);
  g_test_add_func ("/roots/routine", test_routine);
  g_test_add_func ("/roots/fast-forward", test_fast_forward);
  g_test_add_func ("/roots/hosts", test_hosts);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_roots); i++)
    g_test_add_data_func (bad_roots[i].name, &bad_roots[i], test_bad_root);
  g_test_add_func ("/roots/many", test_many);
  g_test_add_func ("/roots/cut-off", test_cut_off);
  return g_test_run ();
}
