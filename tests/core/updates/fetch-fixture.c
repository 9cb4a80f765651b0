/* Fetching in a test: the loop runs until it ended.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-fixture.h"

#include <string.h>
#include <sys/resource.h>

const VetoFetchLimits index_limits = { .kind = VETO_FETCH_JSON,
                                       .max_bytes = 1000,
                                       .exact_bytes = -1,
                                       .deadline_ms = 20000,
                                       .loopback = TRUE };

void
fetch_test_init (int *argc, char ***argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (argc, argv, NULL);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out_result = data;
  *out_result = g_object_ref (result);
}

GBytes *
fetch (SoupSession           *session,
       const char            *url,
       const VetoFetchLimits *limits,
       GCancellable          *cancellable,
       char                 **out_charset,
       GError               **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  veto_fetch_async (session, url, limits, cancellable, fetched_cb, &result);
  g_assert_null (result); /* never before the call is over */
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (out_charset != NULL)
    *out_charset = veto_fetch_dup_charset (result);
  return veto_fetch_finish (result, error);
}

void
assert_good (SoupSession *session, FeedServer *server)
{
  g_autofree char *url = g_strconcat (feed_server_get_url (server), "good.json", NULL);
  g_autoptr(GBytes) good = g_bytes_new_static (GOOD, strlen (GOOD)), bytes = NULL;
  g_autoptr(GError) error = NULL;

  feed_server_put (server, "good.json", good);
  bytes = fetch (session, url, &index_limits, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, good));
}

void
assert_fetched (GBytes *bytes, const GError *error, int code)
{
  if (error != NULL)
    g_test_message ("%s", error->message);
  if (code == FINE)
    {
      g_assert_no_error (error);
      g_assert_nonnull (bytes);
      return;
    }
  g_assert_null (bytes);
  g_assert_error (error, VETO_FETCH_ERROR, code);
  if (code != VETO_FETCH_ERROR_ADDRESS)
    g_assert_true (g_str_has_prefix (error->message, "127.0.0.1: "));
  g_assert_null (strstr (error->message, "/feed/"));
}

gsize
measure_peak (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return (gsize) usage.ru_maxrss * 1024;
}
