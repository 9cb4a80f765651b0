/* Hostile roots, and what good ones can take away, from end to end: numbers 10 to 13 of the security design, 11.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-attack.h"

#define HEAD_500 "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"

/* root/2.json, with the number, keys and thresholds as they should be but for what a row says. */
typedef struct
{
  const char *name;
  const char *root_keys, *index_keys;
  const char *from, *to; /* (nullable): in the payload */
  const char *signers;
  const char *problem; /* NULL: it is taken */
  guint       version; /* 2 if nothing is said */
  guint       n_root, n_index;
} Root;

static const Root roots[] = {
  { "same-keys", "abc", "def", .signers = "ab" },
  { "new-root-key", "abm", "def", .signers = "ab" },
  { "all-new-root-keys", "mno", "def", .signers = "abmn" },
  { "more-hosts", "abc", "def", "\"link_hosts\":[", "\"link_hosts\":[\"more.example.org\",",
    .signers = "bc" },
  { "gap", "abc", "def", .signers = "ab", .problem = "malformed", .version = 3 },
  { "repeat", "abc", "def", .signers = "ab", .problem = "rollback", .version = 1 },
  { "only-old-signatures", "mno", "def", .signers = "ab", .problem = "signature" },
  { "only-new-signatures", "mno", "def", .signers = "mn", .problem = "signature" },
  { "one-old-two-new", "mno", "def", .signers = "amn", .problem = "signature" },
  { "two-old-one-new", "mno", "def", .signers = "abm", .problem = "signature" },
  { "below-threshold", "abc", "def", .signers = "a", .problem = "signature" },
  { "index-keys-sign", "abc", "def", .signers = "de", .problem = "signature" },
  { "strangers", "xyz", "def", .signers = "xy", .problem = "signature" },
  { "threshold-0", "abc", "def", .signers = "ab", .problem = "malformed", .n_root = 100 },
  { "threshold-4-of-3", "abc", "def", .signers = "ab", .problem = "malformed", .n_root = 4 },
  { "index-threshold-0", "abc", "def", .signers = "ab", .problem = "malformed", .n_index = 100 },
  { "key-in-both-roles", "abc", "cef", .signers = "ab", .problem = "malformed" },
  { "no-index-role", "abc", "def", "\"index\":{", "\"indexx\":{", .signers = "ab", .problem = "malformed" },
  { "host-with-capitals", "abc", "def", "www.example", "WWW.example", .signers = "ab",
    .problem = "malformed" },
  { "host-in-punycode", "abc", "def", "www.example", "xn--e1.example", .signers = "ab",
    .problem = "malformed" },
  { "host-is-a-number", "abc", "def", "www.example.org", "127.0.0.1", .signers = "ab",
    .problem = "malformed" },
  { "host-with-wildcard", "abc", "def", "www.example", "*.example", .signers = "ab", .problem = "malformed" },
  { "created-badly", "abc", "def", CREATED, "2026-11-23 12:00", .signers = "ab", .problem = "malformed" },
};

static char *
make_row_root (const Root *row)
{
  guint n_root = row->n_root == 100 ? 0 : row->n_root > 0 ? row->n_root : 2;
  guint n_index = row->n_index == 100 ? 0 : row->n_index > 0 ? row->n_index : 2;
  char *payload = feed_stage_make_root (row->version > 0 ? row->version : 2, row->root_keys, n_root,
                                        row->index_keys, n_index);

  return row->from != NULL ? with (payload, row->from, row->to) : payload;
}

/* A root that is refused ends the look, though there is a good index; the old root stays, and so does the guidance. */
static void
test_root (gconstpointer data)
{
  const Root *row = data;
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) look = { 0 };

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  feed_stage_publish (stage, 6);
  feed_stage_put_root (stage, 2, make_row_root (row), row->signers);
  if (row->problem == NULL)
    feed_stage_assert_new (stage, 6);
  else
    {
      feed_stage_look (stage, &look, NULL);
      g_assert_nonnull (look.error);
      feed_attack_assert_told (stage, look.error, row->problem);
    }
  g_assert_cmpuint (veto_updater_get_root_version (stage->updater), ==, row->problem == NULL ? 2 : 1);
  feed_stage_assert_in_use (stage, row->problem == NULL ? 6 : 5);
  g_assert_cmpuint (veto_updater_get_root_version (stage->updater), ==, row->problem == NULL ? 2 : 1);
  feed_stage_assert_tidy (stage);

  feed_server_remove_all (stage->server);
  feed_stage_put_root (stage, 2, feed_stage_make_root (2, "abc", 2, "def", 2), "ac");
  feed_stage_publish (stage, 7);
  feed_stage_assert_new (stage, 7);
  g_assert_cmpuint (veto_updater_get_root_version (stage->updater), ==, 2);
}

/* 12: a root that cannot be had is not "no newer root", and nothing else is asked for. */
static const FeedAttack attacks[] = {
  { "12/500", feed_attack_root_answer, .to = HEAD_500, .problem = "network" },
  { "12/403", feed_attack_root_answer, .to = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
    .problem = "network" },
  { "12/410", feed_attack_root_answer, .to = "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n",
    .problem = "network" },
  { "12/204", feed_attack_root_answer, .to = "HTTP/1.1 204 No Content\r\n\r\n", .problem = "network" },
  { "12/redirect", feed_attack_root_answer,
    .to = "HTTP/1.1 302 Found\r\nLocation: https://example.org/\r\n\r\n", .problem = "redirect" },
  { "12/hotel", feed_attack_root_answer, .to = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>",
    .problem = "web-page" },
  { "12/reset", feed_attack_root_answer, .to = "HTTP/1.1 200", .problem = "network", .manner = FEED_RESET },
  { "12/endless", feed_attack_root_answer, .to = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nx",
    .problem = "too-big", .manner = FEED_ENDLESS_BODY },
  { "12/not-json", feed_attack_root_answer,
    .to = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nnone",
    .problem = "malformed" },
};

/* 11: the newest root has passed its date. It is believed, and says that nothing more may be; a newer one mends that. */
static void
test_expired (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  char *expired = with (feed_stage_make_root (2, "abc", 2, "def", 2), LATER, CREATED);
  g_auto(FeedLook) look = { 0 };

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  feed_stage_publish (stage, 6);
  feed_stage_put_root (stage, 2, expired, "ab");
  feed_stage_look (stage, &look, NULL);
  feed_attack_assert_told (stage, look.error, "expired");
  feed_stage_assert_in_use (stage, 5);
  feed_stage_put_root (stage, 3, feed_stage_make_root (3, "abc", 2, "def", 2), "bc");
  feed_stage_assert_new (stage, 6);
  g_assert_cmpuint (veto_updater_get_root_version (stage->updater), ==, 3);
}

/* 10: thieves of two keys took the highest number there is; new keys begin anew below it. */
static void
test_fast_forward (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) before = { 0 };

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  feed_stage_publish (stage, 2147483647);
  feed_stage_assert_new (stage, 2147483647);
  feed_stage_publish (stage, 6);
  feed_stage_look (stage, &before, NULL);
  feed_attack_assert_told (stage, before.error, "rollback");
  feed_stage_assert_in_use (stage, 2147483647);

  feed_stage_put_root (stage, 2, feed_stage_make_root (2, "abc", 2, "ghi", 2), "ab");
  stage->letters = "gh";
  feed_stage_publish (stage, 6);
  feed_stage_assert_new (stage, 6);
  feed_stage_assert_in_use (stage, 6);
  feed_stage_publish (stage, 7);
  feed_stage_assert_new (stage, 7);
  feed_stage_assert_tidy (stage);
}

/* 13: the keys that signed what is in use are taken back, and the server has nothing newer. */
static void
test_withdrawn (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) look = { 0 }, again = { 0 };

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  g_assert_false (veto_updater_is_withdrawn (stage->updater));
  feed_stage_put_root (stage, 2, feed_stage_make_root (2, "abc", 2, "ghi", 2), "ab");
  feed_stage_look (stage, &look, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_WITHDRAWN);
  g_assert_cmpstr (veto_platform_get_name (veto_guide_set_get_platform (look.set, 0)), ==, "Example");
  g_assert_true (veto_updater_is_withdrawn (stage->updater));
  g_assert_cmpstr (veto_updater_get_last_problem (stage->updater), ==, "signature");
  feed_stage_assert_in_use (stage, 0);
  g_assert_true (veto_updater_is_withdrawn (stage->updater)); /* a start finds it so as well */

  feed_stage_look (stage, &again, NULL);
  feed_attack_assert_told (stage, again.error, "signature");
  feed_stage_assert_in_use (stage, 0);
  stage->letters = "hi";
  feed_stage_publish (stage, 6);
  feed_stage_assert_new (stage, 6);
  g_assert_false (veto_updater_is_withdrawn (stage->updater));
  feed_stage_assert_in_use (stage, 6);
  feed_stage_assert_tidy (stage);
}

/* Re-signed by the new keys before the root came: nobody notices anything. */
static void
test_rotation (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) look = { 0 };

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  stage->letters = "degh";
  feed_stage_publish (stage, 5);
  feed_stage_look (stage, &look, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_CURRENT);
  feed_stage_put_root (stage, 2, feed_stage_make_root (2, "abc", 2, "ghi", 2), "ab");
  feed_look_clear (&look);
  feed_stage_look (stage, &look, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_CURRENT);
  g_assert_false (veto_updater_is_withdrawn (stage->updater));
  feed_stage_assert_in_use (stage, 5);
}

/* A root takes a host away: the guidance stays, its links to that host go. */
static void
test_host_withdrawn (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) look = { 0 };
  const char *const *hosts;

  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  hosts = veto_updater_get_link_hosts (stage->updater);
  g_assert_true (g_strv_contains (hosts, "news.example.org"));
  feed_stage_put_root (stage, 2, make_root (2, "abc", 2, "def", 2), "ab");
  feed_stage_look (stage, &look, NULL);
  g_assert_no_error (look.error);
  hosts = veto_updater_get_link_hosts (stage->updater);
  g_assert_false (g_strv_contains (hosts, "news.example.org"));
  g_assert_true (g_strv_contains (hosts, "www.example.org"));
  feed_stage_assert_in_use (stage, 5);
}

/* Somebody who was away for years: sixty-four roots in one look, and the rest in the next. */
static void
test_many_roots (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) look = { 0 };

  for (guint version = 2; version <= 70; version++)
    feed_stage_put_root (stage, version, feed_stage_make_root (version, "abc", 2, "def", 2), "ab");
  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  g_assert_cmpuint (veto_updater_get_root_version (stage->updater), ==, 65);
  feed_stage_look (stage, &look, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpuint (veto_updater_get_root_version (stage->updater), ==, 70);
  feed_stage_assert_in_use (stage, 5);
}

int
main (int argc, char *argv[])
{
  feed_stage_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/11/", roots[i].name, NULL);
      g_test_add_data_func (path, &roots[i], test_root);
    }
  feed_attack_add (attacks, G_N_ELEMENTS (attacks));
  g_test_add_func ("/hostile/11/expired", test_expired);
  g_test_add_func ("/hostile/10/fast-forward", test_fast_forward);
  g_test_add_func ("/hostile/13/withdrawn", test_withdrawn);
  g_test_add_func ("/hostile/13/re-signed-before", test_rotation);
  g_test_add_func ("/hostile/13/host-withdrawn", test_host_withdrawn);
  g_test_add_func ("/hostile/many-roots", test_many_roots);
  return g_test_run ();
}
