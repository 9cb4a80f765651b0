/* One GET against a server that misbehaves: numbers 27, 28, 30 and 31 of the security design, 11.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fetch-fixture.h"

#define HEAD OK_LINE JSON_TYPE
#define CHUNKED HEAD "Transfer-Encoding: chunked\r\n\r\n"
#define WITH_STATUS(status) "HTTP/1.1 " status "\r\n" JSON_TYPE "Content-Length: 2\r\n\r\n{}"
#define WITH_TYPE(type) OK_LINE "Content-Type: " type "\r\nContent-Length: 2\r\n\r\n{}"

/* What gzip made of "{}" (22 bytes). */
#define GZIP "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\xae\x05\x00\x43\xbf\xa6\xa3\x02\x00\x00\x00"

#define MEMORY (64 * 1024 * 1024)
#define SLOW_MS 500 /* the deadline of what is too slow */

typedef struct
{
  const char *name;
  FeedManner  manner;
  const char *answer;
  gsize       n_answer;
  int         code;
  gssize      exact; /* 0: nobody knows the size */
} Row;

enum {
  NETWORK = VETO_FETCH_ERROR_NETWORK,
  TIMEOUT = VETO_FETCH_ERROR_TIMEOUT,
  TOO_BIG = VETO_FETCH_ERROR_TOO_BIG,
  SIZE = VETO_FETCH_ERROR_SIZE,
  WEB_PAGE = VETO_FETCH_ERROR_WEB_PAGE,
  NOT_FOUND = VETO_FETCH_ERROR_NOT_FOUND,
};

static const Row rows[] = {
  { "/good/length", FEED_SEND, TEXT (HEAD "Content-Length: 2\r\n\r\n{}"), FINE },
  { "/good/chunks", FEED_SEND, TEXT (CHUNKED "1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n"), FINE },
  { "/good/until-closed", FEED_SEND, TEXT (HEAD "\r\n{}"), FINE },
  { "/good/slow-but-in-time", FEED_DRIP, TEXT (HEAD "Content-Length: 2\r\n\r\n{}"), FINE, 2 },
  { "/good/one-and-the-same-length", FEED_SEND, TEXT (HEAD "Content-Length: 2\r\n\r\n{}{}{}"), FINE },

  /* 27: slow, endless, huge */
  { "/27/silent", FEED_HANG, TEXT (""), TIMEOUT },
  { "/27/slow-headers", FEED_DRIP,
    TEXT (HEAD "X-Padding: 0123456789012345678901234567890123456789\r\n\r\n{}"), TIMEOUT },
  { "/27/silent-after-headers", FEED_HANG, TEXT (HEAD "Content-Length: 2\r\n\r\n"), TIMEOUT },
  { "/27/silent-in-body", FEED_HANG, TEXT (HEAD "Content-Length: 2\r\n\r\n{"), TIMEOUT },
  { "/27/drip", FEED_DRIP_BODY,
    TEXT (HEAD
          "Content-Length: 100\r\n\r\n"
          "{\"text\":"
          "\"01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678\"}"),
    TIMEOUT },
  { "/27/endless-body", FEED_ENDLESS_BODY, TEXT (HEAD "\r\nx"), TOO_BIG },
  { "/27/endless-chunks", FEED_ENDLESS_BODY, TEXT (CHUNKED "5\r\nhello\r\n"), TOO_BIG },
  { "/27/endless-body-of-known-size", FEED_ENDLESS_BODY, TEXT (HEAD "\r\nx"), SIZE, 2 },
  { "/27/endless-headers", FEED_ENDLESS_HEADERS, TEXT (HEAD "X-Padding: 0123456789\r\n"), TOO_BIG },
  { "/27/endless-header", FEED_ENDLESS_HEADERS, TEXT (HEAD "X-Padding: \r\n 0123456789\r\n"), TOO_BIG },
  { "/27/endless-informational", FEED_ENDLESS_BODY,
    TEXT ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"), TIMEOUT },
  { "/27/ten-gigabytes", FEED_HANG, TEXT (HEAD "Content-Length: 10737418240\r\n\r\n{"), TOO_BIG },
  { "/27/ten-gigabytes-of-known-size", FEED_HANG, TEXT (HEAD "Content-Length: 10737418240\r\n\r\n{"), SIZE,
    2 },
  { "/27/one-byte-too-many", FEED_SEND, TEXT (HEAD "Content-Length: 1001\r\n\r\n{}"), TOO_BIG },

  /* 28: not whole */
  { "/28/cut", FEED_SEND, TEXT (HEAD "Content-Length: 20\r\n\r\n{}"), NETWORK },
  { "/28/cut-before-body", FEED_SEND, TEXT (HEAD "Content-Length: 20\r\n\r\n"), NETWORK },
  { "/28/cut-in-headers", FEED_SEND, TEXT (HEAD), NETWORK },
  { "/28/cut-chunk", FEED_SEND, TEXT (CHUNKED "9\r\n{}"), NETWORK },
  { "/28/cut-between-chunks", FEED_SEND, TEXT (CHUNKED "6\r\n{\"a\":{\r\n"), NETWORK },
  { "/28/cut-without-length", FEED_SEND, TEXT (HEAD "\r\n{\"a\":1"), NETWORK },
  { "/28/chunk-overflow", FEED_SEND, TEXT (CHUNKED "ffffffffffffffff\r\n{}\r\n0\r\n\r\n"), NETWORK },
  { "/28/chunk-overflow-of-known-size", FEED_SEND,
    TEXT (CHUNKED "2\r\n{}\r\nffffffffffffffff\r\n{}\r\n0\r\n\r\n"), SIZE, 4 },
  { "/28/chunk-negative", FEED_SEND, TEXT (CHUNKED "-2\r\n{}\r\n0\r\n\r\n"), NETWORK },
  { "/28/chunk-no-number", FEED_SEND, TEXT (CHUNKED "zz\r\n{}\r\n0\r\n\r\n"), NETWORK },
  { "/28/two-lengths", FEED_SEND, TEXT (HEAD "Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}"), NETWORK },
  { "/28/two-equal-lengths", FEED_SEND, TEXT (HEAD "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
    NETWORK },
  { "/28/two-lengths-in-one", FEED_SEND, TEXT (HEAD "Content-Length: 2, 4\r\n\r\n{}{}"), NETWORK, 4 },
  { "/28/negative-length", FEED_SEND, TEXT (HEAD "Content-Length: -1\r\n\r\n{}{}"), SIZE, 2 },
  { "/28/length-no-number", FEED_SEND, TEXT (HEAD "Content-Length: many\r\n\r\n{}{}"), NETWORK, 2 },
  { "/28/length-overflow", FEED_SEND, TEXT (HEAD "Content-Length: 18446744073709551618\r\n\r\n{}{}"), SIZE,
    2 },
  { "/28/empty", FEED_SEND, TEXT (HEAD "Content-Length: 0\r\n\r\n"), FINE },
  { "/28/empty-of-known-size", FEED_SEND, TEXT (HEAD "Content-Length: 0\r\n\r\n"), SIZE, 2 },
  { "/28/empty-without-length", FEED_SEND, TEXT (HEAD "\r\n"), NETWORK },
  { "/28/empty-chunks", FEED_SEND, TEXT (CHUNKED "0\r\n\r\n"), NETWORK },
  { "/28/nothing", FEED_SEND, TEXT (""), NETWORK },
  { "/28/reset-at-once", FEED_RESET, TEXT (""), NETWORK },
  { "/28/reset-in-headers", FEED_RESET, TEXT (HEAD), NETWORK },
  { "/28/reset-in-body", FEED_RESET, TEXT (HEAD "Content-Length: 20\r\n\r\n{}"), NETWORK },
  { "/28/garbage", FEED_SEND, TEXT ("\x00\xff\xfe garbage \r\n\r\n\r\n"), NETWORK },
  { "/28/not-http", FEED_SEND, TEXT ("220 smtp.example.org ESMTP\r\n"), NETWORK },
  { "/28/without-headers", FEED_SEND, TEXT ("{}"), NETWORK },
  { "/28/longer", FEED_SEND, TEXT (HEAD "Content-Length: 4\r\n\r\n{}{}"), SIZE, 2 },
  { "/28/longer-without-length", FEED_SEND, TEXT (HEAD "\r\n{}{}"), SIZE, 2 },
  { "/28/shorter", FEED_SEND, TEXT (HEAD "Content-Length: 2\r\n\r\n{}"), SIZE, 4 },
  { "/28/shorter-without-length", FEED_SEND, TEXT (HEAD "\r\n{}"), SIZE, 4 },

  /* 30: other answers */
  { "/30/201", FEED_SEND, TEXT (WITH_STATUS ("201 Created")), NETWORK },
  { "/30/202", FEED_SEND, TEXT (WITH_STATUS ("202 Accepted")), NETWORK },
  { "/30/203", FEED_SEND, TEXT (WITH_STATUS ("203 Non-Authoritative Information")), NETWORK },
  { "/30/204", FEED_SEND, TEXT ("HTTP/1.1 204 No Content\r\n\r\n"), NETWORK },
  { "/30/206", FEED_SEND, TEXT (WITH_STATUS ("206 Partial Content")), NETWORK },
  { "/30/300", FEED_SEND,
    TEXT ("HTTP/1.1 300 Multiple Choices\r\nLocation: good.json\r\nContent-Length: 0\r\n\r\n"), NETWORK },
  { "/30/304", FEED_SEND, TEXT ("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"), NETWORK },
  { "/30/400", FEED_SEND, TEXT (WITH_STATUS ("400 Bad Request")), NETWORK },
  { "/30/401", FEED_SEND,
    TEXT ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
    NETWORK },
  { "/30/401-digest", FEED_SEND,
    TEXT ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"\"\r\nContent-Length: "
          "0\r\n\r\n"),
    NETWORK },
  { "/30/403", FEED_SEND, TEXT (WITH_STATUS ("403 Forbidden")), NETWORK },
  { "/30/404", FEED_SEND, TEXT (WITH_STATUS ("404 Not Found")), NOT_FOUND },
  { "/30/404-as-page", FEED_SEND, TEXT ("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>"),
    NOT_FOUND },
  { "/30/407", FEED_SEND,
    TEXT ("HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
    NETWORK },
  { "/30/410", FEED_SEND, TEXT (WITH_STATUS ("410 Gone")), NETWORK },
  { "/30/429", FEED_SEND,
    TEXT ("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"), NETWORK },
  { "/30/500", FEED_SEND, TEXT (WITH_STATUS ("500 Internal Server Error")), NETWORK },
  { "/30/503", FEED_SEND, TEXT ("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Type: text/html\r\n\r\n<p>"),
    NETWORK },
  { "/30/511", FEED_SEND, TEXT (WITH_STATUS ("511 Network Authentication Required")), WEB_PAGE },
  { "/30/599", FEED_SEND, TEXT (WITH_STATUS ("599 Odd")), NETWORK },
  { "/30/endless-page", FEED_ENDLESS_BODY, TEXT ("HTTP/1.1 500 Oh\r\n\r\n<p>sorry</p>"), NETWORK },

  /* 31: packed, or of another type */
  { "/31/gzip", FEED_SEND, TEXT (HEAD "Content-Encoding: gzip\r\n\r\n" GZIP), NETWORK },
  { "/31/gzip-without-end", FEED_ENDLESS_BODY, TEXT (HEAD "Content-Encoding: gzip\r\n\r\n\0"), NETWORK },
  { "/31/brotli", FEED_SEND, TEXT (HEAD "Content-Encoding: br\r\n\r\n{}"), NETWORK },
  { "/31/unknown-packing", FEED_SEND, TEXT (HEAD "Content-Encoding: x-new\r\n\r\n{}"), NETWORK },
  { "/31/gzip-on-the-way", FEED_SEND, TEXT (HEAD "Transfer-Encoding: gzip\r\n\r\n" GZIP), NETWORK, 2 },
  { "/31/gzip-unsaid-stays", FEED_SEND, TEXT (HEAD "Content-Length: 22\r\n\r\n" GZIP), FINE, 22 },
  { "/31/hotel", FEED_SEND, TEXT (OK_LINE "Content-Type: text/html; charset=utf-8\r\n\r\n<h1>Welcome</h1>"),
    WEB_PAGE },
  { "/31/hotel-in-xhtml", FEED_SEND, TEXT (WITH_TYPE ("application/xhtml+xml")), WEB_PAGE },
  { "/31/no-type", FEED_SEND, TEXT (OK_LINE "Content-Length: 2\r\n\r\n{}"), NETWORK },
  { "/31/empty-type", FEED_SEND, TEXT (WITH_TYPE ("")), NETWORK },
  { "/31/picture", FEED_SEND, TEXT (WITH_TYPE ("image/png")), NETWORK },
  { "/31/nearly", FEED_SEND, TEXT (WITH_TYPE ("application/jsonp")), NETWORK },
  { "/31/two-types", FEED_SEND, TEXT (WITH_TYPE ("application/json\r\nContent-Type: text/html")), NETWORK },
  { "/31/json-with-parameters", FEED_SEND, TEXT (WITH_TYPE ("application/json; charset=utf-8")), FINE },
  { "/31/json-in-capitals", FEED_SEND, TEXT (WITH_TYPE ("APPLICATION/JSON")), FINE },
  { "/31/bytes", FEED_SEND, TEXT (WITH_TYPE ("application/octet-stream")), FINE },
  { "/31/text", FEED_SEND, TEXT (WITH_TYPE ("text/plain;charset=iso-8859-1")), FINE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autoptr(GBytes) answer = g_bytes_new_static (row->answer, row->n_answer), bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json", NULL);
  VetoFetchLimits  limits = index_limits;
  gsize            peak = measure_peak ();
  gint64           start = g_get_monotonic_time (), n_ms;

  limits.exact_bytes = row->exact > 0 ? row->exact : -1;
  limits.deadline_ms = row->code == TIMEOUT ? SLOW_MS : 20000;
  feed_server_put_answer (server, "index.json", row->manner, answer);
  bytes = fetch (session, url, &limits, NULL, NULL, &error);
  n_ms = (g_get_monotonic_time () - start) / 1000;

  assert_fetched (bytes, error, row->code);
  if (row->code == TIMEOUT)
    g_assert_cmpint (n_ms, >=, SLOW_MS);
  g_assert_cmpint (n_ms, <, SLOW_MS + 10000); /* long before the patience of one read is over */
  g_assert_cmpuint (feed_server_count_requests (server), ==, 1);
  g_assert_true (feed_server_wait_idle (server, 10000)); /* what was refused is not read to its end */
  g_assert_cmpuint (measure_peak (), <, peak + MEMORY);
  assert_good (session, server);
}

/* The patience of one read, which libsoup counts in whole seconds, with a deadline far away. */
static void
test_one_read (gconstpointer answer)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autoptr(GBytes) head = g_bytes_new_static (answer, strlen (answer)), bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json", NULL);
  guint            seconds;

  g_object_get (session, "timeout", &seconds, NULL);
  g_assert_cmpuint (seconds, ==, 15);
  soup_session_set_timeout (session, 1);
  feed_server_put_answer (server, "index.json", FEED_HANG, head);
  bytes = fetch (session, url, &index_limits, NULL, NULL, &error);
  assert_fetched (bytes, error, TIMEOUT);
  assert_good (session, server);
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_data_func ("/fetch/27/one-read/headers", "HTTP/1.1 200 OK\r\n", test_one_read);
  g_test_add_data_func ("/fetch/27/one-read/body", HEAD "Content-Length: 2\r\n\r\n{", test_one_read);
  return g_test_run ();
}
