/* Whom a GET believes: a certificate that is wrong in any way ends it, and nothing was asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "feed-certificate.h"
#include "fetch-fixture.h"

typedef enum {
  KNOWN,
  STRANGER, /* it has a name that the database knows, and another key */
  SYSTEM,   /* nothing is set: the system's own authorities decide, who never heard of the test's */
} Trust;

typedef struct
{
  const char *name;
  const char *host;
  int         first_day, last_day;
  Trust       trust;
  int         code;
} Row;

static const Row rows[] = {
  { "good", "127.0.0.1", -1, 1, KNOWN, FINE },
  { "other-host", "example.org", -1, 1, KNOWN, VETO_FETCH_ERROR_NETWORK },
  { "number-as-name", "127.0.0.1.example.org", -1, 1, KNOWN, VETO_FETCH_ERROR_NETWORK },
  { "other-number", "127.0.0.2", -1, 1, KNOWN, VETO_FETCH_ERROR_NETWORK },
  { "expired", "127.0.0.1", -20, -1, KNOWN, VETO_FETCH_ERROR_NETWORK },
  { "not-yet", "127.0.0.1", 1, 20, KNOWN, VETO_FETCH_ERROR_NETWORK },
  { "unknown-authority", "127.0.0.1", -1, 1, STRANGER, VETO_FETCH_ERROR_NETWORK },
  { "unknown-to-the-system", "127.0.0.1", -1, 1, SYSTEM, VETO_FETCH_ERROR_NETWORK },
};

typedef struct
{
  char          *folder;
  FeedAuthority *authority;
  SoupSession   *session;
} Desk;

static void
set_up (Desk *desk)
{
  g_autoptr(GTlsDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  desk->folder = g_dir_make_tmp ("veto-fetch-XXXXXX", &error);
  g_assert_no_error (error);
  desk->authority = feed_authority_new ("Veto test");
  desk->session = veto_fetch_session_new ();
  database = feed_authority_make_database (desk->authority, desk->folder);
  soup_session_set_tls_database (desk->session, database);
}

static void
tear_down (Desk *desk)
{
  g_autofree char *file = g_build_filename (desk->folder, "authority.pem", NULL);

  g_clear_object (&desk->session);
  feed_authority_free (desk->authority);
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_rmdir (desk->folder), ==, 0);
  g_free (desk->folder);
}

static GBytes *
fetch_index (SoupSession *session, FeedServer *server, GError **error)
{
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "index.json", NULL);
  return fetch (session, url, &index_limits, NULL, NULL, error);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Desk       desk;
  g_autoptr(FeedAuthority) stranger = feed_authority_new ("Veto test");
  g_autoptr(GTlsCertificate) certificate = NULL;
  g_autoptr(FeedServer) server = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) good = g_bytes_new_static (GOOD, strlen (GOOD)), bytes = NULL;

  set_up (&desk);
  if (row->trust == SYSTEM)
    {
      g_object_unref (desk.session);
      desk.session = veto_fetch_session_new ();
    }
  certificate = feed_authority_certify (row->trust == STRANGER ? stranger : desk.authority, row->host,
                                        row->first_day, row->last_day);
  server = feed_server_new (certificate);
  feed_server_put (server, "index.json", good);
  bytes = fetch_index (desk.session, server, &error);
  assert_fetched (bytes, error, row->code);
  g_assert_cmpuint (feed_server_count_requests (server), ==, row->code == FINE ? 1 : 0);
  if (row->code == FINE)
    assert_good (desk.session, server);
  tear_down (&desk);
}

/* What only goes wrong behind the handshake: libsoup takes a lost connection for the end here as well. */
static const struct
{
  const char *name;
  FeedManner  manner;
  const char *answer;
  int         code;
} answers[] = {
  { "cut", FEED_SEND, OK_LINE JSON_TYPE "Content-Length: 20\r\n\r\n{}", VETO_FETCH_ERROR_NETWORK },
  { "reset", FEED_RESET, OK_LINE JSON_TYPE "Content-Length: 20\r\n\r\n{}", VETO_FETCH_ERROR_NETWORK },
  { "endless", FEED_ENDLESS_BODY, OK_LINE JSON_TYPE "\r\nx", VETO_FETCH_ERROR_TOO_BIG },
  { "without-tls", FEED_SEND,
    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{PORT}/feed/good.json\r\n\r\n",
    VETO_FETCH_ERROR_REDIRECT },
  { "other-host", FEED_SEND,
    "HTTP/1.1 302 Found\r\nLocation: https://localhost:{PORT}/feed/good.json\r\n\r\n",
    VETO_FETCH_ERROR_REDIRECT },
};

static void
test_answers (void)
{
  Desk desk;
  g_autoptr(GTlsCertificate) certificate = NULL;
  g_autoptr(FeedServer) server = NULL;
  g_autofree char *port = NULL;

  set_up (&desk);
  certificate = feed_authority_certify (desk.authority, "127.0.0.1", -1, 1);
  server = feed_server_new (certificate);
  port = g_strdup_printf ("%u", feed_server_get_port (server));
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GString *text = g_string_new (answers[i].answer);
      g_autoptr(GBytes) answer = NULL, bytes = NULL;
      g_autoptr(GError) error = NULL;

      g_string_replace (text, "{PORT}", port, 0);
      answer = g_string_free_to_bytes (text);
      feed_server_put_answer (server, "index.json", answers[i].manner, answer);
      feed_server_forget (server);
      bytes = fetch_index (desk.session, server, &error);
      g_test_message ("%s", answers[i].name);
      assert_fetched (bytes, error, answers[i].code);
      g_assert_cmpuint (feed_server_count_requests (server), ==, 1);
      g_assert_true (feed_server_wait_idle (server, 10000));
      assert_good (desk.session, server);
    }
  tear_down (&desk);
}

/* Somebody in between who speaks no TLS, as a hotel does. */
static void
test_no_tls (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autofree char *url =
    g_strdup_printf ("https://127.0.0.1:%u/feed/index.json", feed_server_get_port (server));
  VetoFetchLimits limits = index_limits;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  limits.deadline_ms = 1000; /* the server waits for the end of a request, and gets the beginning of TLS */
  bytes = fetch (session, url, &limits, NULL, NULL, &error);
  assert_fetched (bytes, error, VETO_FETCH_ERROR_TIMEOUT);
  g_assert_cmpuint (feed_server_count_requests (server), ==, 0);
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch/tls/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/fetch/tls/answers", test_answers);
  g_test_add_func ("/fetch/tls/none", test_no_tls);
  return g_test_run ();
}
