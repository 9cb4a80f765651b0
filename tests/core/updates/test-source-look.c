/* A look at one page, and at many: each answer of a server has its outcome, and no site is asked more than it can bear.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-source-watch.h"

#include <string.h>

#include "fetch-fixture.h"

#define PAGE_TYPE "Content-Type: text/html; charset=utf-8\r\n"
#define SENTENCE                                                                                             \
  "<p>You can object to the use of your posts at any time, and you do not have to say why. Write to "        \
  "dpo@samplebook.example, or use "                                                                          \
  "the form that stands in the settings.</p>"
#define OLD "<p>The deadline is 26 May.</p>"
#define NEW "<p>The deadline is 31 May.</p>"

static const VetoFetchLimits limits = { .kind = VETO_FETCH_PAGE,
                                        .max_bytes = 65536,
                                        .exact_bytes = -1,
                                        .deadline_ms = 2000,
                                        .loopback = TRUE };

static void
put (FeedServer *server, const char *path, FeedManner manner, const char *answer)
{
  g_autoptr(GBytes) bytes = g_bytes_new (answer, strlen (answer));
  feed_server_put_answer (server, path, manner, bytes);
}

static void
take_result_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static VetoSourceLook *
look (const VetoSource *source, const VetoFetchLimits *with, GCancellable *cancellable, GError **error)
{
  g_autoptr(SoupSession) session = veto_fetch_session_new ();
  g_autoptr(GAsyncResult) result = NULL;

  veto_source_look_async (session, source, with, cancellable, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return veto_source_look_finish (result, error);
}

typedef struct
{
  const char     *name, *answer;
  FeedManner      manner;
  VetoSourceState state;
  const char     *words;
} Sample;

#define SAME_WORDS "The text is the same as when the steps were written."
#define AWAY_WORDS "The page could not be reached. Try again later."
#define OWN_WORDS "Veto cannot compare this page. Open it yourself."
#define GONE_WORDS "This page is not there any more."

static const Sample samples[] = {
  { "/source-look/same", OK_LINE PAGE_TYPE "\r\n" SENTENCE OLD, FEED_SEND, VETO_SOURCE_SAME, SAME_WORDS },
  { "/source-look/same-in-other-furniture",
    OK_LINE PAGE_TYPE "\r\n<nav>Menu</nav><main>" SENTENCE OLD "</main>", FEED_SEND, VETO_SOURCE_SAME,
    SAME_WORDS },
  { "/source-look/changed", OK_LINE PAGE_TYPE "\r\n" SENTENCE NEW, FEED_SEND, VETO_SOURCE_CHANGED,
    "The text has changed since the steps were written. 1 line is new. 1 old line is gone." },
  { "/source-look/line-gone", OK_LINE PAGE_TYPE "\r\n" SENTENCE, FEED_SEND, VETO_SOURCE_CHANGED,
    "The text has changed since the steps were written. 1 old line is gone." },
  { "/source-look/404", "HTTP/1.1 404 Not Found\r\n" PAGE_TYPE "\r\nNo", FEED_SEND, VETO_SOURCE_GONE,
    GONE_WORDS },
  { "/source-look/404-that-says-200", OK_LINE PAGE_TYPE "\r\n<title>Page not found</title>" SENTENCE,
    FEED_SEND, VETO_SOURCE_GONE, GONE_WORDS },
  { "/source-look/503", "HTTP/1.1 503 Busy\r\n" PAGE_TYPE "\r\nNo", FEED_SEND, VETO_SOURCE_UNREACHABLE,
    AWAY_WORDS },
  { "/source-look/401", "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\n" PAGE_TYPE "\r\nNo",
    FEED_SEND, VETO_SOURCE_UNREACHABLE, AWAY_WORDS },
  { "/source-look/reset", OK_LINE PAGE_TYPE "Content-Length: 500\r\n\r\n<p>", FEED_RESET,
    VETO_SOURCE_UNREACHABLE, AWAY_WORDS },
  { "/source-look/hang", OK_LINE PAGE_TYPE "\r\n<p>", FEED_HANG, VETO_SOURCE_UNREACHABLE, AWAY_WORDS },
  { "/source-look/moved", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/x\r\n\r\n", FEED_SEND,
    VETO_SOURCE_NOT_COMPARABLE, OWN_WORDS },
  { "/source-look/endless", OK_LINE PAGE_TYPE "\r\n<p>More and more and more of that, and then some.",
    FEED_ENDLESS_BODY, VETO_SOURCE_NOT_COMPARABLE, OWN_WORDS },
  { "/source-look/pdf", OK_LINE "Content-Type: application/pdf\r\n\r\n%PDF", FEED_SEND,
    VETO_SOURCE_NOT_COMPARABLE, OWN_WORDS },
  { "/source-look/script", OK_LINE PAGE_TYPE "\r\n<div id=root></div><script src=x></script>", FEED_SEND,
    VETO_SOURCE_NOT_COMPARABLE, OWN_WORDS },
  { "/source-look/log-in", OK_LINE PAGE_TYPE "\r\n" SENTENCE "<input type=password>", FEED_SEND,
    VETO_SOURCE_NOT_COMPARABLE, OWN_WORDS },
};

/* (transfer full): the text that the guidance was checked against */
static VetoPageText *
read_old_text (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (SENTENCE OLD, strlen (SENTENCE OLD));

  return veto_page_text_read (bytes, NULL, NULL, NULL);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autoptr(VetoPageText) old = read_old_text ();
  g_autofree char *link = g_strconcat (feed_server_get_url (server), "page", NULL);
  const VetoSource source = { .link = link, .fingerprint = old->fingerprint, .lines = old->marks };
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoSourceLook) found = NULL;
  g_autofree char *words = NULL;

  put (server, "page", sample->manner, sample->answer);
  found = look (&source, &limits, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (veto_source_state_get_id (found->state), ==, veto_source_state_get_id (sample->state));
  words = veto_source_look_dup_words (found);
  g_assert_cmpstr (words, ==, sample->words);
  g_assert_cmpuint (feed_server_count_requests (server), ==, 1); /* once, whatever came */
  if (found->change != NULL && found->change->new_lines->len > 0)
    g_assert_cmpstr (found->change->new_lines->pdata[0], ==, "The deadline is 31 May.");
}

/* Nothing tells who asks: one line of "Veto", no cookie, no language. */
static void
test_request (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autofree char *link = g_strconcat (feed_server_get_url (server), "page#part", NULL);
  const VetoSource source = { .link = link };
  g_autoptr(VetoSourceLook) found = NULL;
  g_auto(GStrv) requests = NULL;

  put (server, "page", FEED_SEND, OK_LINE PAGE_TYPE "Set-Cookie: a=b\r\n\r\n" SENTENCE);
  found = look (&source, &limits, NULL, NULL);
  g_assert_cmpint (found->state, ==, VETO_SOURCE_UNKNOWN);
  requests = feed_server_dup_requests (server);
  g_assert_true (g_str_has_prefix (requests[0], "GET /feed/page HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (requests[0], "User-Agent: Veto\r\n"));
  g_assert_null (strstr (requests[0], "Cookie"));
  g_assert_null (strstr (requests[0], "Accept-Language"));
  g_assert_null (strstr (requests[0], "Referer"));
}

/* With the limits of the program, plain http is refused before anybody is asked. */
static void
test_https_alone (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autofree char *link = g_strconcat (feed_server_get_url (server), "page", NULL);
  const VetoSource source = { .link = link }, without = { .link = NULL };
  g_autoptr(VetoSourceLook) found = look (&source, &veto_source_limits, NULL, NULL);
  g_autoptr(VetoSourceLook) none = look (&without, &veto_source_limits, NULL, NULL);

  g_assert_cmpint (found->state, ==, VETO_SOURCE_NOT_COMPARABLE);
  g_assert_error (found->error, VETO_FETCH_ERROR, VETO_FETCH_ERROR_ADDRESS);
  g_assert_cmpint (none->state, ==, VETO_SOURCE_NOT_COMPARABLE);
  g_assert_cmpuint (feed_server_count_requests (server), ==, 0);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL);
  g_autofree char *link = g_strconcat (feed_server_get_url (server), "page", NULL);
  const VetoSource source = { .link = link };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  put (server, "page", FEED_HANG, OK_LINE PAGE_TYPE "\r\n<p>");
  g_timeout_add (50, cancel_cb, cancellable);
  g_assert_null (look (&source, &limits, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  GString *seen;
  gint64   times[8];
  guint    n;
} Watched;

static void
watched_cb (const VetoSource *source, const VetoSourceLook *found, gpointer data)
{
  Watched *watched = data;

  g_string_append_printf (watched->seen, "%s %s\n", source->id, veto_source_state_get_id (found->state));
  watched->times[watched->n++] = g_get_monotonic_time ();
}

#define PAUSE_MS 300

static void
test_watch (void)
{
  g_autoptr(FeedServer) server = feed_server_new (NULL), other = feed_server_new (NULL);
  g_autofree char *first = g_strconcat (feed_server_get_url (server), "a", NULL);
  g_autofree char *second = g_strconcat (feed_server_get_url (server), "b", NULL);
  g_autofree char *third = g_strdup_printf ("http://[::1]:%u/", feed_server_get_port (other));
  VetoSource       a = { .id = "a", .link = first }, b = { .id = "b", .link = second },
             c = { .id = "c", .link = third };
  g_autoptr(GPtrArray) sources = g_ptr_array_new ();
  g_autoptr(GString) seen = g_string_new (NULL);
  Watched watched = { .seen = seen };

  put (server, "a", FEED_SEND, OK_LINE PAGE_TYPE "\r\n" SENTENCE);
  put (server, "b", FEED_SEND, "HTTP/1.1 404 No\r\n\r\n");
  g_ptr_array_add (sources, &a);
  g_ptr_array_add (sources, &c); /* nobody listens there */
  g_ptr_array_add (sources, &b);
  veto_source_watch (sources, &limits, PAUSE_MS, watched_cb, &watched);
  g_assert_cmpstr (seen->str, ==, "a unknown\nc unreachable\nb gone\n");
  g_assert_cmpint (watched.times[1] - watched.times[0], <, PAUSE_MS * 1000); /* another host need not wait */
  g_assert_cmpint (watched.times[2] - watched.times[0], >=, PAUSE_MS * 1000);
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/source-look/request", test_request);
  g_test_add_func ("/source-look/https-alone", test_https_alone);
  g_test_add_func ("/source-look/cancelled", test_cancelled);
  g_test_add_func ("/source-look/watch", test_watch);
  return g_test_run ();
}
