/* Looking for newer guidance: what is taken, what is refused, and in which words a person hears of it (numbers 1, 7, 9, 10, 12, 13,
 * 17 to 23, 30 to 32 and 37 of the security design, 11, end to end).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-desk.h"
#include "fetch-fixture.h"

#define PAGE "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
#define ERROR_500 "HTTP/1.1 500 Sorry\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
#define ELSEWHERE "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
#define UNAUTHORISED                                                                                         \
  "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Type: "                                 \
  "application/json\r\nContent-Length: 2\r\n\r\n{}"

#define DAMAGED "New guidance was damaged"

/* One thing that the server offers to a client that has version 2, "Second". */
typedef struct
{
  const char *name;
  const char *id; /* of the problem; NULL: it is taken, and called "Third" */
  const char *title;
  FeedIssue   issue;  /* version 0: nothing is published */
  const char *path;   /* nullable: an answer in the place of a file … */
  const char *answer; /* … of which this is all */
} Offer;

#define THIRD .version = 3, .name = "Third"

static const Offer offers[] = {
  { "/update/good", NULL, NULL, { THIRD } },
  { "/update/three-signatures", NULL, NULL, { THIRD, .signers = "def" } },
  { "/update/good-and-a-stranger", NULL, NULL, { THIRD, .signers = "dex" } },
  { "/update/jump", NULL, NULL, { .version = 2147483647, .name = "Third" } },
  { "/update/made-in-the-future", NULL, NULL, { THIRD, .created = NOW + 10 * DAY } },
  { "/update/markup-in-a-name",
    NULL,
    NULL,
    { THIRD, .find = "\"Example Organisation\"", .replace = "\"<b>&amp;%s%n$(id)</b>\"" } },

  /* 1, 7, 9: who signed it, and when */
  { "/update/one-signature", "signature", "New guidance was refused", { THIRD, .signers = "d" } },
  { "/update/of-strangers", "signature", "New guidance was refused", { THIRD, .signers = "xyz" } },
  { "/update/of-root-keys", "signature", "New guidance was refused", { THIRD, .signers = "abc" } },
  { "/update/older", "rollback", "Older guidance was refused", { .version = 1, .name = "First" } },
  { "/update/other-under-the-same-number",
    "rollback",
    "Older guidance was refused",
    { .version = 2, .name = "Other" } },
  { "/update/expired", "expired", "The server has only outdated guidance", { THIRD, .expires = NOW - 1 } },
  { "/update/expires-now", "expired", "The server has only outdated guidance", { THIRD, .expires = NOW } },

  /* 19 to 26: what is in it */
  { "/update/wrong-blob", "hash", DAMAGED, { THIRD, .bad_blob = TRUE } },
  { "/update/too-new",
    "too-new",
    "Please update Veto",
    { THIRD, .find = "\"format\":1", .replace = "\"format\":2" } },
  { "/update/javascript",
    "link",
    DAMAGED,
    { THIRD, .find = "https://www.example.org/object?x=1", .replace = "javascript:alert(1)" } },
  { "/update/host-not-in-the-root",
    "link",
    DAMAGED,
    { THIRD, .find = "https://www.example.org/object?x=1", .replace = "https://evil.org/" } },
  { "/update/host-added-by-itself",
    "link",
    DAMAGED,
    { THIRD, .find = "\"links\":[", .replace = "\"links\":[\"evil.org\",\"https://x\"," } },
  { "/update/mail-to-strangers",
    "link",
    DAMAGED,
    { THIRD, .find = "privacy@example.org", .replace = "privacy@evil.org" } },
  { "/update/bidi",
    "malformed",
    DAMAGED,
    { THIRD, .find = "\"Example Organisation\"", .replace = "\"noitasinagrO \\u202eelpmaxE\"" } },
  { "/update/id-twice",
    "malformed",
    DAMAGED,
    { THIRD, .find = "\"id\":\"email\"", .replace = "\"id\":\"send\"" } },
  { "/update/no-platforms",
    "malformed",
    DAMAGED,
    { THIRD, .find = "\"platforms\":[", .replace = "\"platforms\":[],\"x\":[" } },

  /* 12, 14, 30, 31: the answers of a server */
  { "/update/index-is-gone",
    "network",
    "Could not look for new guidance",
    { 0 },
    "index.json",
    "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n" },
  { "/update/root-500", "network", "Could not look for new guidance", { THIRD }, "root/2.json", ERROR_500 },
  { "/update/root-of-a-hotel",
    "web-page",
    "The network wants a login first",
    { THIRD },
    "root/2.json",
    PAGE },
  { "/update/index-of-a-hotel", "web-page", "The network wants a login first", { 0 }, "index.json", PAGE },
  { "/update/index-500", "network", "Could not look for new guidance", { 0 }, "index.json", ERROR_500 },
  { "/update/index-401", "network", "Could not look for new guidance", { 0 }, "index.json", UNAUTHORISED },
  { "/update/index-elsewhere", "redirect", DAMAGED, { 0 }, "index.json", ELSEWHERE },
  { "/update/index-not-json",
    "malformed",
    DAMAGED,
    { 0 },
    "index.json",
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull" },
  { "/update/root-not-json",
    "malformed",
    DAMAGED,
    { THIRD },
    "root/2.json",
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull" },
};

/* A client with "First" before and "Second" in use. */
static VetoUpdater *
start_with_second (FeedDesk *desk)
{
  VetoUpdater *updater = feed_desk_start (desk, NULL);

  feed_desk_publish_plain (desk, 1, "First");
  feed_desk_assert_new (updater, "First");
  feed_desk_publish_plain (desk, 2, "Second");
  feed_desk_assert_new (updater, "Second");
  feed_server_forget (desk->server);
  return updater;
}

static void
put_answer (FeedServer *server, const char *path, const char *answer)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (answer, strlen (answer));

  feed_server_put_answer (server, path, FEED_SEND, bytes);
}

static void
assert_words (const char *id, const char *title)
{
  g_autofree char *text = NULL;
  GDate            today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 23, G_DATE_NOVEMBER, 2026);
  text = veto_update_problem_dup_text (id, NOW, &today);
  g_assert_cmpstr (veto_update_problem_get_title (id), ==, title);
  if (g_str_equal (id, "network"))
    g_assert_cmpstr (text, ==,
                     "You are using the guidance of 23 November 2026. Everything works. Veto will try again "
                     "later.");
  if (g_str_equal (id, "expired"))
    g_assert_nonnull (strstr (text, "(23 November 2026)"));
  g_assert_true (g_str_has_suffix (text, "."));
}

static void
test_offer (gconstpointer data)
{
  const Offer *offer = data;
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);
  g_auto(FeedLook) look = { 0 };
  g_auto(GStrv) files = feed_desk_list_files (desk);
  g_auto(GStrv) files_after = NULL;

  if (offer->issue.version != 0)
    feed_desk_publish (desk, desk->server, &offer->issue);
  if (offer->answer != NULL)
    put_answer (desk->server, offer->path, offer->answer);
  veto_updater_set_now (updater, NOW + 60);
  look = feed_desk_look (updater, NULL);
  g_assert_cmpint (veto_updater_get_last_try (updater), ==, NOW + 60);
  if (offer->id == NULL)
    {
      g_assert_no_error (look.error);
      g_assert_cmpstr (feed_desk_get_name (look.set), ==, "Third");
      g_assert_cmpint (veto_updater_get_source (updater), ==, VETO_UPDATE_SOURCE_NETWORK);
      g_assert_cmpint (veto_updater_get_last_success (updater), ==, NOW + 60);
      feed_desk_assert_start (desk, "Third");
      return;
    }
  g_assert_nonnull (look.error);
  g_test_message ("%s", look.error->message);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, offer->id);
  g_assert_cmpstr (veto_updater_get_last_problem (updater), ==, offer->id);
  g_assert_cmpint (veto_updater_get_last_success (updater), ==, NOW);
  g_assert_null (strstr (look.error->message, desk->home));
  assert_words (offer->id, offer->title);
  feed_desk_assert_start (desk, "Second");
  files_after = feed_desk_list_files (
    desk); /* nothing of it stays, but for a file that a next try need not fetch again */
  if (!offer->issue.bad_blob)
    g_assert_cmpuint (g_strv_length (files_after), ==, g_strv_length (files));

  /* And the next one works. */
  feed_desk_publish_plain (desk, 4, "Fourth");
  feed_server_remove (desk->server, "root/2.json");
  feed_desk_assert_new (updater, "Fourth");
}

/* A look that finds nothing new: two requests, nothing that tells who asks, and little to carry. */
static void
test_current (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);
  g_auto(FeedLook) look = feed_desk_look (updater, NULL);
  g_auto(GStrv) requests = feed_server_dup_requests (desk->server);

  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_CURRENT);
  g_assert_null (look.set);
  g_assert_cmpuint (g_strv_length (requests), ==, 2);
  g_assert_cmpuint (feed_server_get_sent_bytes (desk->server), <, 8 * 1024);
  for (guint i = 0; requests[i] != NULL; i++)
    {
      static const char *const unwanted[] = { "cookie",          "if-none-match", "if-modified-since",
                                              "accept-language", "referer",       "authorization" };
      g_autofree char         *head = g_ascii_strdown (requests[i], -1);

      for (gsize k = 0; k < G_N_ELEMENTS (unwanted); k++)
        g_assert_null (strstr (head, unwanted[k]));
    }
  g_assert_true (g_str_has_prefix (requests[0], "GET /feed/root/2.json "));
  g_assert_true (g_str_has_prefix (requests[1], "GET /feed/index.json "));
}

/* Only what is not on the disk is asked for: one file has changed. */
static void
test_only_what_is_missing (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);

  feed_desk_publish_plain (desk, 3, "Third");
  feed_desk_assert_new (updater, "Third");
  g_assert_cmpuint (feed_server_count_requests (desk->server), ==, 3);
}

/* More signatures for the same content: kept, and nobody is told of news. */
static void
test_more_signatures (void)
{
  const FeedIssue issue = { .version = 2, .name = "Second", .signers = "def" };
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);
  g_auto(FeedLook) look = { 0 };
  g_autofree char *path = feed_desk_dup_path (desk, "index.json");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  feed_desk_publish (desk, desk->server, &issue);
  look = feed_desk_look (updater, NULL);
  g_assert_no_error (look.error);
  g_assert_cmpint (look.outcome, ==, VETO_UPDATE_CURRENT);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, !=, after);
  g_clear_object (&updater);
  updater = feed_desk_start (desk, NULL);
  {
    g_autoptr(VetoGuideSet) previous = veto_updater_load_previous (updater, NULL);
    g_assert_cmpstr (feed_desk_get_name (previous), ==, "First");
  }
}

/* The next address is asked when the network failed, and never because of a signature. */
static void
test_next_address (void)
{
  const FeedIssue third = { THIRD }, bad = { THIRD, .signers = "xyz" },
                  fourth = { .version = 4, .name = "Fourth" };
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = NULL;
  g_auto(FeedLook) look = { 0 };

  feed_desk_add_server (desk);
  updater = start_with_second (desk);
  put_answer (desk->server, "index.json", ERROR_500);
  feed_desk_publish (desk, desk->second, &third);
  feed_desk_assert_new (updater, "Third");

  feed_desk_publish (desk, desk->server, &bad);
  feed_desk_publish (desk, desk->second, &fourth);
  feed_server_forget (desk->second);
  look = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "signature");
  g_assert_cmpuint (feed_server_count_requests (desk->second), ==, 0);
}

/* A file that is not there on one server is fetched from the next; what came before is not fetched again. */
static void
test_next_address_for_a_file (void)
{
  const FeedIssue third = { THIRD };
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = NULL;
  g_autofree char *blob = feed_desk_dup_blob ("Third");
  g_autofree char *path = g_strconcat (blob, ".json", NULL);

  feed_desk_add_server (desk);
  updater = start_with_second (desk);
  feed_desk_publish (desk, desk->server, &third);
  feed_desk_publish (desk, desk->second, &third);
  feed_server_remove (desk->server, path);
  feed_desk_assert_new (updater, "Third");
}

static void
cancel_cb (GObject *updater, GParamSpec *pspec, gpointer data)
{
  if (veto_updater_get_progress (VETO_UPDATER (updater)) >= 0.2)
    g_cancellable_cancel (data);
}

/* Stopped half-way: nothing has changed, no failure is remembered, and the next look works. */
static void
test_cancel (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  gulong watch = g_signal_connect (updater, "notify::progress", G_CALLBACK (cancel_cb), cancellable);
  g_auto(FeedLook) look = { 0 };

  feed_desk_publish_plain (desk, 3, "Third");
  look = feed_desk_look (updater, cancellable);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "cancelled");
  g_assert_null (veto_updater_get_last_problem (updater));
  g_signal_handler_disconnect (updater, watch);
  feed_desk_assert_start (desk, "Second");
  feed_desk_assert_new (updater, "Third");
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_updater_check_finish (VETO_UPDATER (source), result, NULL, &error);
  GString *outcomes = data;

  g_string_append_printf (outcomes, "%s ", error != NULL ? veto_update_problem_get_id (error) : "fine");
}

/* 37: two looks at once, of one program and of two: one works, the other says so. */
static void
test_two_at_once (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);
  g_autoptr(VetoUpdater) other = feed_desk_start (desk, NULL);
  g_autoptr(GString) outcomes = g_string_new (NULL);

  feed_desk_publish_plain (desk, 3, "Third");
  veto_updater_check_async (updater, NULL, count_cb, outcomes);
  g_assert_true (veto_updater_is_busy (updater));
  veto_updater_check_async (updater, NULL, count_cb, outcomes);
  while (outcomes->len < strlen ("busy fine "))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (outcomes->str, ==, "busy fine ");
  g_assert_null (veto_updater_get_last_problem (updater)); /* it was none of the network's */

  /* The other one finds what the first installed. */
  feed_desk_assert_new (other, "Third");
  g_assert_cmpint (veto_updater_get_source (other), ==, VETO_UPDATE_SOURCE_DISK);
}

/* Another program holds the lock. */
static void
test_locked (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);
  g_autoptr(VetoFeedFolder) folder = veto_feed_folder_open (desk->feed, FALSE, NULL);
  g_auto(FeedLook) look = { 0 };

  g_assert_true (veto_feed_folder_lock (folder, NULL));
  look = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "busy");
  g_assert_cmpuint (feed_server_count_requests (desk->server), ==, 0);
  g_clear_pointer (&folder, veto_feed_folder_free);
  feed_desk_publish_plain (desk, 3, "Third");
  feed_desk_assert_new (updater, "Third");
}

/* A clock that is wrong: looked at with doubt, never a reason to lose guidance. */
static void
test_clock (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);
  g_auto(FeedLook) late = { 0 };
  g_auto(FeedLook) early = { 0 };

  g_assert_false (veto_updater_doubts_clock (updater));
  veto_updater_set_now (updater, NOW + 73 * 365 * DAY); /* 2099: root and index have expired */
  late = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (late.error), ==, "expired");
  feed_desk_assert_start (desk, "Second");

  veto_updater_set_now (updater, 12 * DAY); /* 1970 */
  g_assert_true (veto_updater_doubts_clock (updater));
  g_assert_cmpint (veto_updater_get_next_try (updater), <=, 12 * DAY); /* that of 2099 does not count */
  early = feed_desk_look (updater, NULL);
  g_assert_no_error (early.error);
  g_assert_cmpint (early.outcome, ==, VETO_UPDATE_CURRENT);
  veto_updater_set_now (updater, NOW);
  feed_desk_publish_plain (desk, 3, "Third");
  feed_desk_assert_new (updater, "Third");
  g_assert_false (veto_updater_doubts_clock (updater));
}

/* Expired guidance stays usable. */
static void
test_old_guidance (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = start_with_second (desk);

  veto_updater_set_now (updater, NOW + 75 * DAY);
  g_assert_cmpint (veto_updater_get_created (updater), ==, NOW);
  g_assert_cmpint (veto_updater_get_expires (updater), ==, NOW + 60 * DAY);
  feed_desk_assert_start (desk, "Second");
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    g_test_add_data_func (offers[i].name, &offers[i], test_offer);
  g_test_add_func ("/update/current", test_current);
  g_test_add_func ("/update/only-what-is-missing", test_only_what_is_missing);
  g_test_add_func ("/update/more-signatures", test_more_signatures);
  g_test_add_func ("/update/next-address", test_next_address);
  g_test_add_func ("/update/next-address-for-a-file", test_next_address_for_a_file);
  g_test_add_func ("/update/cancel", test_cancel);
  g_test_add_func ("/update/two-at-once", test_two_at_once);
  g_test_add_func ("/update/locked", test_locked);
  g_test_add_func ("/update/clock", test_clock);
  g_test_add_func ("/update/old-guidance", test_old_guidance);
  return g_test_run ();
}
