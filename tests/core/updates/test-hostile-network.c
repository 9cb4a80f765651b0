/* Servers that misbehave, as a client that looks for guidance meets them: numbers 27 to 32 and 36 of the security design, 11. Every
 * way of misbehaving is tried on one GET in test-fetch.c; here is what it comes to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-attack.h"

#define OK "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define EMPTY "\r\nContent-Length: 0\r\n\r\n"

static const FeedAttack attacks[] = {
  { "27/index/endless", feed_attack_index_answer, .to = OK "\r\nx", .problem = "too-big",
    .manner = FEED_ENDLESS_BODY },
  { "27/index/endless-headers", feed_attack_index_answer, .to = OK "X: y\r\n", .problem = "too-big",
    .manner = FEED_ENDLESS_HEADERS },
  { "27/index/ten-gigabytes", feed_attack_index_answer, .to = OK "Content-Length: 10737418240\r\n\r\n{",
    .problem = "too-big", .manner = FEED_HANG },
  { "27/file/endless", feed_attack_blob_answer, .to = OK "\r\nx", .problem = "hash",
    .manner = FEED_ENDLESS_BODY },
  { "27/file/ten-gigabytes", feed_attack_blob_answer, .to = OK "Content-Length: 10737418240\r\n\r\n{",
    .problem = "hash", .manner = FEED_HANG },
  { "28/index/cut", feed_attack_index_answer, .to = OK "Content-Length: 20\r\n\r\n{}", .problem = "network" },
  { "28/index/chunk-overflow", feed_attack_index_answer,
    .to = OK "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}\r\n0\r\n\r\n", .problem = "network" },
  { "28/index/two-lengths", feed_attack_index_answer,
    .to = OK "Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}", .problem = "network" },
  { "28/index/reset", feed_attack_index_answer, .to = OK, .problem = "network", .manner = FEED_RESET },
  { "28/index/garbage", feed_attack_index_answer, ATTACK_BYTES ("\x00\xff\xfe\r\n\r\n"),
    .problem = "network" },
  { "28/file/cut", feed_attack_blob_answer, .to = OK "\r\n{", .problem = "hash" },
  { "28/file/reset", feed_attack_blob_answer, .to = OK, .problem = "network", .manner = FEED_RESET },
  { "29/index/elsewhere", feed_attack_index_answer,
    .to = "HTTP/1.1 301 Moved\r\nLocation: https://example.org/index.json" EMPTY, .problem = "redirect" },
  { "29/index/to-a-file", feed_attack_index_answer,
    .to = "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd" EMPTY, .problem = "redirect" },
  { "29/file/elsewhere", feed_attack_blob_answer,
    .to = "HTTP/1.1 307 Moved\r\nLocation: https://example.org/x.json" EMPTY, .problem = "redirect" },
  { "30/index/204", feed_attack_index_answer, .to = "HTTP/1.1 204 No Content\r\n\r\n", .problem = "network" },
  { "30/index/206", feed_attack_index_answer, .to = "HTTP/1.1 206 Partial" EMPTY, .problem = "network" },
  { "30/index/304", feed_attack_index_answer, .to = "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n",
    .problem = "network" },
  { "30/index/401", feed_attack_index_answer,
    .to = "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"" EMPTY, .problem = "network" },
  { "30/index/403", feed_attack_index_answer, .to = "HTTP/1.1 403 Forbidden" EMPTY, .problem = "network" },
  { "30/index/404", feed_attack_index_answer, .to = "HTTP/1.1 404 Not Found" EMPTY, .problem = "network" },
  { "30/index/429", feed_attack_index_answer, .to = "HTTP/1.1 429 Slow\r\nRetry-After: 1" EMPTY,
    .problem = "network" },
  { "30/index/500", feed_attack_index_answer, .to = "HTTP/1.1 500 Oh" EMPTY, .problem = "network" },
  { "30/index/511", feed_attack_index_answer, .to = "HTTP/1.1 511 Login" EMPTY, .problem = "web-page" },
  { "30/file/404", feed_attack_blob_answer, .to = "HTTP/1.1 404 Not Found" EMPTY, .problem = "network" },
  { "30/file/503", feed_attack_blob_answer, .to = "HTTP/1.1 503 Busy" EMPTY, .problem = "network" },
  { "31/index/gzip", feed_attack_index_answer, .to = OK "Content-Encoding: gzip\r\n\r\nx",
    .problem = "network" },
  { "31/index/hotel", feed_attack_index_answer,
    .to = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Welcome</h1>", .problem = "web-page" },
  { "31/index/no-type", feed_attack_index_answer, .to = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    .problem = "network" },
  { "31/file/hotel", feed_attack_blob_answer,
    .to = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Welcome</h1>", .problem = "web-page" },
};

/* Slow servers cost the whole patience of a client, which is fixed: only in ./check --full. */
static const FeedAttack slow_attacks[] = {
  { "12/drip", feed_attack_root_answer, .to = OK "\r\n{}", .problem = "timeout", .manner = FEED_HANG },
  { "27/index/drip", feed_attack_index_answer, .to = OK "\r\n{", .problem = "timeout", .manner = FEED_HANG },
  { "27/index/informational", feed_attack_index_answer,
    .to = "HTTP/1.1 100 Go\r\n\r\nHTTP/1.1 100 Go\r\n\r\n", .problem = "timeout",
    .manner = FEED_ENDLESS_BODY },
};

/* 32, and the promise of section 9: whatever a server marks a client with, the next look is the same as the first. */
static void
test_says_nothing (void)
{
  static const char marks[] =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSet-Cookie: id=1; Max-Age=999999\r\n"
    "ETag: \"visitor-1\"\r\nLast-Modified: Mon, 23 Nov 2026 12:00:00 GMT\r\n"
    "Strict-Transport-Security: max-age=9999\r\n\r\n";
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_autoptr(GHashTable) files = feed_stage_make_files (stage, 5);
  g_autoptr(GBytes) index = sign (VETO_TRUST_INDEX, feed_stage_make_index (5, files), "de"), answer = NULL;
  GString *text = g_string_new (marks);
  g_auto(FeedLook) again = { 0 };
  g_auto(GStrv) requests = NULL;

  g_string_append_len (text, g_bytes_get_data (index, NULL), (gssize) g_bytes_get_size (index));
  answer = g_string_free_to_bytes (text);
  feed_stage_put_files (stage, files);
  feed_server_put_answer (stage->server, "index.json", FEED_SEND, answer);
  feed_stage_assert_new (stage, 5);
  feed_stage_restart (stage);
  feed_stage_look (stage, &again, NULL);
  g_assert_no_error (again.error);
  g_assert_cmpint (again.outcome, ==, VETO_UPDATE_CURRENT);

  requests = feed_server_dup_requests (stage->server);
  g_assert_cmpuint (g_strv_length (requests), ==, 7); /* root, index and three files; root and index */
  g_assert_cmpstr (requests[5], ==, requests[0]);
  g_assert_cmpstr (requests[6], ==, requests[1]);
  for (guint i = 0; requests[i] != NULL; i++)
    {
      g_auto(GStrv) lines = g_strsplit (requests[i], "\r\n", 0);

      g_assert_cmpuint (g_strv_length (lines), ==,
                        8); /* GET, five headers, the empty line and what splitting adds */
      g_assert_true (g_strv_contains ((const char *const *) lines, "User-Agent: Veto"));
      g_assert_null (strstr (requests[i], "Language"));
      g_assert_null (strstr (requests[i], "Cookie"));
      g_assert_null (strstr (requests[i], "If-"));
    }
}

/* 36: somebody deletes the folder while Veto runs: what is in memory is used on, and the next look builds it again. */
static void
test_folder_deleted (void)
{
  g_autoptr(FeedStage) stage = feed_stage_new ();
  g_auto(FeedLook) older = { 0 };

  feed_stage_put_root (stage, 2, feed_stage_make_root (2, "abc", 2, "def", 2), "ab");
  feed_stage_publish (stage, 5);
  feed_stage_assert_new (stage, 5);
  feed_stage_remove_state (stage);
  g_assert_cmpuint (veto_updater_get_version (stage->updater), ==, 5);
  feed_stage_publish (stage, 4); /* what was seen is remembered, though the disk forgot it */
  feed_stage_look (stage, &older, NULL);
  feed_attack_assert_told (stage, older.error, "rollback");
  feed_stage_remove_state (stage);
  feed_stage_publish (stage, 6);
  feed_stage_assert_new (stage, 6);
  g_assert_cmpuint (veto_updater_get_root_version (stage->updater), ==, 2);
  feed_stage_assert_in_use (stage, 6);
  feed_stage_assert_tidy (stage);
}

int
main (int argc, char *argv[])
{
  feed_stage_init (&argc, &argv);
  feed_attack_add (attacks, G_N_ELEMENTS (attacks));
  if (g_getenv ("VETO_TEST_FULL") != NULL)
    feed_attack_add (slow_attacks, G_N_ELEMENTS (slow_attacks));
  g_test_add_func ("/hostile/32/says-nothing", test_says_nothing);
  g_test_add_func ("/hostile/36/folder-deleted", test_folder_deleted);
  return g_test_run ();
}
