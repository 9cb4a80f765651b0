/* Where a GET goes and what it says of the person: numbers 29 and 32 of the security design, 11; addresses, proxy, cancelling.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fetch-fixture.h"

#define MOVED(status, place) "HTTP/1.1 " status " Moved\r\nLocation: " place "\r\nContent-Length: 0\r\n\r\n"

/* {HERE} stands for the server's address, {OTHER} for that of another one, {PORT} for the server's port. */
typedef struct
{
  const char *name;
  const char *answer;
  int         code;
  guint       n_requests;
  FeedManner  manner;
} Move;

static const Move moves[] = {
  { "same-place", MOVED ("301", "{HERE}good.json"), FINE, 2 },
  { "same-place-in-capitals", MOVED ("301", "HTTP://127.0.0.1:{PORT}/feed/good.json"), FINE, 2 },
  { "relative", MOVED ("302", "good.json"), FINE, 2 },
  { "path", MOVED ("303", "/feed/good.json"), FINE, 2 },
  { "307", MOVED ("307", "good.json"), FINE, 2 },
  { "308", MOVED ("308", "good.json"), FINE, 2 },
  { "three-times", MOVED ("301", "two-more"), FINE, 4 },
  { "with-endless-body", "HTTP/1.1 302 Moved\r\nLocation: good.json\r\n\r\nx", FINE, 2, FEED_ENDLESS_BODY },
  { "four-times", MOVED ("301", "three-more"), VETO_FETCH_ERROR_REDIRECT, 4 },
  { "loop", MOVED ("301", "index.json"), VETO_FETCH_ERROR_REDIRECT, 4 },
  { "to-a-page", MOVED ("302", "login"), VETO_FETCH_ERROR_WEB_PAGE, 2 },
  { "to-nothing", MOVED ("302", "nothing.json"), VETO_FETCH_ERROR_NOT_FOUND, 2 },
  { "other-port", MOVED ("301", "{OTHER}good.json"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "other-name", MOVED ("301", "http://localhost:{PORT}/feed/good.json"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "other-host", MOVED ("302", "http://127.0.0.2:{PORT}/feed/good.json"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "host-without-scheme", MOVED ("302", "//127.0.0.2:{PORT}/feed/good.json"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "https", MOVED ("301", "https://127.0.0.1:{PORT}/feed/good.json"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "file", MOVED ("302", "file:///etc/passwd"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "data", MOVED ("302", "data:application/json,{}"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "script", MOVED ("302", "javascript:alert(1)"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "userinfo", MOVED ("302", "http://me:pw@127.0.0.1:{PORT}/feed/good.json"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "empty", MOVED ("302", ""), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "nowhere", "HTTP/1.1 302 Moved\r\nContent-Length: 0\r\n\r\n", VETO_FETCH_ERROR_REDIRECT, 1 },
  { "no-address", MOVED ("302", "http://[::1"), VETO_FETCH_ERROR_REDIRECT, 1 },
  { "slowly",
    "HTTP/1.1 302 Moved\r\nX: 0123456789012345678901234567890123456789\r\nLocation: good.json\r\n\r\n",
    VETO_FETCH_ERROR_TIMEOUT, 1, FEED_DRIP },
};

static void
put_text (FeedServer *server, const char *path, const char *text, FeedManner manner)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  feed_server_put_answer (server, path, manner, bytes);
}

static char *
dup_filled (const char *text, FeedServer *server, FeedServer *other)
{
  g_autofree char *port = g_strdup_printf ("%u", feed_server_get_port (server));
  GString         *filled = g_string_new (text);

  g_string_replace (filled, "{HERE}", feed_server_get_url (server), 0);
  g_string_replace (filled, "{OTHER}", feed_server_get_url (other), 0);
  g_string_replace (filled, "{PORT}", port, 0);
  return g_string_free (filled, FALSE);
}

static void
test_move (gconstpointer data)
{
  const Move *move = data;
  g_autoptr(FeedServer) server = feed_server_new (NULL), other = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *answer = dup_filled (move->answer, server, other);
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json", NULL);
  VetoFetchLimits  limits = index_limits;

  limits.deadline_ms = move->code == VETO_FETCH_ERROR_TIMEOUT ? 500 : 20000;
  assert_good (session, server);
  put_text (server, "three-more", MOVED ("302", "two-more"), FEED_SEND);
  put_text (server, "two-more", MOVED ("302", "one-more"), FEED_SEND);
  put_text (server, "one-more", MOVED ("302", "good.json"), FEED_SEND);
  put_text (server, "login", OK_LINE "Content-Type: text/html\r\n\r\n<form>", FEED_SEND);
  put_text (server, "index.json", answer, move->manner);
  feed_server_forget (server);

  bytes = fetch (session, url, &limits, NULL, NULL, &error);
  assert_fetched (bytes, error, move->code);
  if (bytes != NULL)
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), GOOD, strlen (GOOD));
  g_assert_cmpuint (feed_server_count_requests (server), ==, move->n_requests);
  g_assert_cmpuint (feed_server_count_requests (other), ==, 0);
  g_assert_true (feed_server_wait_idle (server, 10000));
}

/* Refused before anybody is asked: neither the name nor the number is looked up. */
static const struct
{
  const char *url;
  gboolean    loopback;
} addresses[] = {
  { "http://127.0.0.1:1/", FALSE },
  { "http://[::1]:1/", FALSE },
  { "http://localhost:1/", TRUE },
  { "http://127.0.0.2:1/", TRUE },
  { "http://127.1:1/", TRUE },
  { "http://2130706433:1/", TRUE },
  { "http://[::ffff:127.0.0.1]:1/", TRUE },
  { "http://127.0.0.1.example.org/", TRUE },
  { "http://127.0.0.1@example.org/", TRUE },
  { "http://example.org/", TRUE },
  { "https://me@example.org/", TRUE },
  { "https://me:pw@example.org/", TRUE },
  { "https:///index.json", TRUE },
  { "https://", TRUE },
  { "//example.org/", TRUE },
  { "example.org", TRUE },
  { "", TRUE },
  { "ftp://example.org/", TRUE },
  { "file:///etc/passwd", TRUE },
  { "data:application/json,{}", TRUE },
  { "javascript:alert(1)", TRUE },
  { "ws://127.0.0.1:1/", TRUE },
};

static void
test_addresses (void)
{
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autofree char *padding = g_strnfill (2048, 'x');
  g_autofree char *long_url = g_strconcat ("https://example.org/", padding, NULL);

  for (gsize i = 0; i <= G_N_ELEMENTS (addresses); i++)
    {
      gboolean        last = i == G_N_ELEMENTS (addresses);
      const char     *url = last ? long_url : addresses[i].url;
      VetoFetchLimits limits = index_limits;
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;

      limits.loopback = last || addresses[i].loopback;
      bytes = fetch (session, url, &limits, NULL, NULL, &error);
      g_test_message ("%.60s", url);
      assert_fetched (bytes, error, VETO_FETCH_ERROR_ADDRESS);
    }
}

/* These may be asked; nobody is there. */
static void
test_allowed_addresses (void)
{
  static const char *const urls[] = { "https://127.0.0.1:1/", "http://127.0.0.1:1/", "http://[::1]:1/",
                                      "HTTP://127.0.0.1:1" };
  g_autoptr(SoupSession) session = veto_fetch_session_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = fetch (session, urls[i], &index_limits, NULL, NULL, &error);

      g_assert_null (bytes);
      g_assert_error (error, VETO_FETCH_ERROR, VETO_FETCH_ERROR_NETWORK);
    }
}

static void
assert_head (const char *head, FeedServer *server, const char *path, const char *accept)
{
  g_autofree char *expected =
    g_strdup_printf ("GET /feed/%s HTTP/1.1\r\nAccept: %s\r\nAccept-Encoding: identity\r\n"
                     "User-Agent: Veto\r\nConnection: Keep-Alive\r\nHost: 127.0.0.1:%u\r\n\r\n",
                     path, accept, feed_server_get_port (server));
  g_auto(GStrv) lines = g_strsplit (head, "\r\n", 0), wanted = g_strsplit (expected, "\r\n", 0);

  g_assert_cmpstr (lines[0], ==, wanted[0]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) lines, wanted[i]));
}

/* Whatever a server would like to be told again, it is asked as by somebody who never was there. */
static void
test_says_nothing (void)
{
  static const char answer[] = OK_LINE JSON_TYPE
    "Content-Length: 2\r\nSet-Cookie: id=1; Max-Age=99999; Path=/\r\n"
    "ETag: \"visitor-1\"\r\nLast-Modified: Mon, 23 Nov 2026 12:00:00 GMT\r\n"
    "Cache-Control: max-age=99999, immutable\r\nStrict-Transport-Security: max-age=99999\r\n"
    "Alt-Svc: h2=\":1\"; ma=99999\r\nAccept-CH: Sec-CH-UA-Platform\r\n"
    "Content-Location: other.json\r\n\r\n{}";
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json#part", NULL);
  VetoFetchLimits  page = index_limits;
  g_auto(GStrv) heads = NULL;

  put_text (server, "index.json", answer, FEED_SEND);
  page.kind = VETO_FETCH_PAGE;
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = fetch (session, url, i < 2 ? &index_limits : &page, NULL, NULL, &error);

      assert_fetched (bytes, error, i < 2 ? FINE : VETO_FETCH_ERROR_NO_PAGE);
    }
  heads = feed_server_dup_requests (server);
  g_assert_cmpuint (g_strv_length (heads), ==, 3);
  assert_head (heads[0], server, "index.json", "application/json");
  assert_head (heads[1], server, "index.json", "application/json");
  assert_head (heads[2], server, "index.json", "text/html");
}

/* A page for people comes with the name of its encoding, and a file is not one. */
static void
test_page (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "page", NULL), *charset = NULL,
                  *none = NULL;
  VetoFetchLimits limits = index_limits;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL, other = NULL;

  limits.kind = VETO_FETCH_PAGE;
  put_text (server, "page", OK_LINE "Content-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n<p>\xfc",
            FEED_SEND);
  bytes = fetch (session, url, &limits, NULL, &charset, &error);
  assert_fetched (bytes, error, FINE);
  g_assert_cmpstr (charset, ==, "ISO-8859-1");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "<p>\xfc", 4);

  put_text (server, "page", OK_LINE "Content-Type: application/xhtml+xml\r\n\r\n<p/>", FEED_SEND);
  other = fetch (session, url, &limits, NULL, &none, &error);
  assert_fetched (other, error, FINE);
  g_assert_null (none);
}

/* The connection is used again: a look costs one handshake. */
static void
test_connection (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();

  for (guint i = 0; i < 10; i++)
    assert_good (session, server);
  g_assert_cmpuint (feed_server_count_requests (server), ==, 10);
  g_assert_cmpuint (feed_server_count_connections (server), ==, 1);
}

static void
test_nobody_there (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  feed_server_free (g_steal_pointer (&server));
  bytes = fetch (session, url, &index_limits, NULL, NULL, &error);
  assert_fetched (bytes, error, VETO_FETCH_ERROR_NETWORK);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (gconstpointer answer)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gint64 start = g_get_monotonic_time ();

  if (answer == NULL)
    g_cancellable_cancel (cancellable);
  else
    {
      put_text (server, "index.json", answer, FEED_HANG);
      g_timeout_add (50, cancel_cb, cancellable);
    }
  bytes = fetch (session, url, &index_limits, cancellable, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  g_assert_cmpuint (feed_server_count_requests (server), ==, answer != NULL ? 1 : 0);
  g_assert_true (feed_server_wait_idle (server, 10000));
  assert_good (session, server);
}

/* A session that goes with the page it was for, while something is under way. */
static void
test_session_goes (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  SoupSession     *session = veto_fetch_session_new ();
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json", NULL);
  VetoFetchLimits  limits = index_limits;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  limits.deadline_ms = 100;
  put_text (server, "index.json", "HTTP/1.1 200 OK\r\n", FEED_HANG);
  bytes = fetch (session, url, &limits, NULL, NULL, &error);
  g_object_unref (session);
  assert_fetched (bytes, error, VETO_FETCH_ERROR_TIMEOUT);
  g_assert_true (feed_server_wait_idle (server, 10000));
}

static void
test_proxy (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u", feed_server_get_port (server));
  g_autoptr(GProxyResolver) resolver = g_simple_proxy_resolver_new (address, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_assert_true (soup_session_get_proxy_resolver (session) == g_proxy_resolver_get_default ());
  soup_session_set_proxy_resolver (session, resolver);
  put_text (server, "http://127.0.0.1:1/feed/index.json", OK_LINE JSON_TYPE "\r\n{}", FEED_SEND);
  bytes = fetch (session, "http://127.0.0.1:1/feed/index.json", &index_limits, NULL, NULL, &error);
  assert_fetched (bytes, error, FINE);
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch/29/", moves[i].name, NULL);
      g_test_add_data_func (path, &moves[i], test_move);
    }
  g_test_add_func ("/fetch/addresses/refused", test_addresses);
  g_test_add_func ("/fetch/addresses/allowed", test_allowed_addresses);
  g_test_add_func ("/fetch/32/says-nothing", test_says_nothing);
  g_test_add_func ("/fetch/page", test_page);
  g_test_add_func ("/fetch/connection", test_connection);
  g_test_add_func ("/fetch/nobody-there", test_nobody_there);
  g_test_add_data_func ("/fetch/cancel/before", NULL, test_cancel);
  g_test_add_data_func ("/fetch/cancel/before-headers", "", test_cancel);
  g_test_add_data_func ("/fetch/cancel/in-headers", OK_LINE, test_cancel);
  g_test_add_data_func ("/fetch/cancel/in-body", OK_LINE JSON_TYPE "\r\n{", test_cancel);
  g_test_add_func ("/fetch/session-goes", test_session_goes);
  g_test_add_func ("/fetch/proxy", test_proxy);
  return g_test_run ();
}
