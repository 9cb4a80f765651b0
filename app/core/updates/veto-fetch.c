/* One GET with every limit that libsoup does not set by itself: the way of it. What is allowed: veto-fetch-rules.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-fetch"

#include "veto-fetch.h"

#include "veto-fetch-rules.h"

G_DEFINE_QUARK (veto-fetch-error-quark, veto_fetch_error);

#define CHUNK_BYTES (16 * 1024)
#define HUGE_HEADER_BYTES (32 * 1024)

/* One file on its way, for whoever asked. It ends once: with its bytes, an error, the deadline, or the cancellable. */
typedef struct
{
  VetoFetchLimits limits;
  GUri           *address;
  GCancellable   *stop; /* of the thread */
  GSource        *deadline;
  GSource        *cancelled; /* nullable: when the caller wants no more of it */
  char           *charset;   /* nullable */
  gboolean        ended;
} Fetch;

/* What the thread works on. */
typedef struct
{
  SoupSession    *session;
  VetoFetchLimits limits;
  GUri           *address;
  GByteArray     *body;
  char           *charset; /* nullable */
} Work;

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
free_fetch (gpointer data)
{
  Fetch *self = data;

  clear_source (&self->deadline);
  clear_source (&self->cancelled);
  g_clear_pointer (&self->address, g_uri_unref);
  g_clear_object (&self->stop);
  g_free (self->charset);
  g_free (self);
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->session);
  g_uri_unref (work->address);
  g_clear_pointer (&work->body, g_byte_array_unref);
  g_free (work->charset);
  g_free (work);
}

/* libsoup gives up headers after some ten thousand bytes, but its error is the one for a lost connection. */
static gboolean
has_huge_headers (SoupMessage *message)
{
  SoupMessageMetrics *metrics = soup_message_get_metrics (message);
  return soup_message_metrics_get_response_header_bytes_received (metrics) > HUGE_HEADER_BYTES;
}

/* What libsoup, TLS or the socket complain of. Returns: %FALSE */
static gboolean
fail_with_problem (GError **error, SoupMessage *message, const GError *problem)
{
  VetoFetchError code = VETO_FETCH_ERROR_NETWORK;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    code = VETO_FETCH_ERROR_TIMEOUT;
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && has_huge_headers (message))
    code = VETO_FETCH_ERROR_TOO_BIG;
  return veto_fetch_fail (error, code, soup_message_get_uri (message), "%s", problem->message);
}

static gboolean
read_body (Work *work, SoupMessage *message, GInputStream *stream, GCancellable *stop, GError **error)
{
  g_autoptr(GError) problem = NULL;
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gsize max_bytes = work->limits.exact_bytes >= 0 ? (gsize) work->limits.exact_bytes : work->limits.max_bytes;
  gssize n_bytes;

  while ((n_bytes = g_input_stream_read (stream, chunk, CHUNK_BYTES, stop, &problem)) > 0)
    {
      if ((gsize) n_bytes > max_bytes - work->body->len)
        return veto_fetch_fail_size (error, message, &work->limits);
      g_byte_array_append (work->body, chunk, (guint) n_bytes);
    }
  if (n_bytes < 0)
    return fail_with_problem (error, message, problem);
  return veto_fetch_check_body (message, work->body, &work->limits, error);
}

static void
keep_charset (Work *work, SoupMessage *message)
{
  g_autoptr(GHashTable) parameters = NULL;

  soup_message_headers_get_content_type (soup_message_get_response_headers (message), &parameters);
  work->charset = parameters != NULL ? g_strdup (g_hash_table_lookup (parameters, "charset")) : NULL;
}

static SoupMessage *
make_message (const Work *work)
{
  SoupMessage        *message = soup_message_new_from_uri (SOUP_METHOD_GET, work->address);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  soup_message_headers_replace (headers, "Accept",
                                work->limits.kind == VETO_FETCH_PAGE ? "text/html" : "application/json");
  soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  return message;
}

/* Asks once. @out_next: (out) (nullable): where else to ask. Returns: %FALSE on errors */
static gboolean
ask (Work *work, GCancellable *stop, GUri **out_next, GError **error)
{
  g_autoptr(SoupMessage) message = make_message (work);
  g_autoptr(GError) problem = NULL;
  g_autoptr(GInputStream) stream = soup_session_send (work->session, message, stop, &problem);

  *out_next = NULL;
  if (stream == NULL)
    return fail_with_problem (error, message, problem);
  if (veto_fetch_is_redirect (message))
    return (*out_next = veto_fetch_dup_next (message, &work->limits, error)) != NULL;
  if (!veto_fetch_check_answer (message, &work->limits, error))
    return FALSE;
  keep_charset (work, message);
  return read_body (work, message, stream, stop, error);
}

/* In a thread, because libsoup reads informational answers for as long as they come (3.2.3, measured), and the main loop
 * would never run again. Since 3.2 any thread may send with a session, and the session stays with whoever made it. */
static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *stop)
{
  Work   *work = data;
  GUri   *next = NULL;
  GError *error = NULL;

  for (guint i = 0; i <= VETO_FETCH_MAX_REDIRECTS; i++)
    {
      if (!ask (work, stop, &next, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      if (next == NULL)
        {
          g_task_return_boolean (task, TRUE);
          return;
        }
      g_uri_unref (work->address);
      work->address = next;
    }
  veto_fetch_fail (&error, VETO_FETCH_ERROR_REDIRECT, work->address, "the server sends on and on");
  g_task_return_error (task, error);
}

/* @bytes: (transfer full) (nullable). @error: (transfer full) (nullable): why there are none */
static void
end (GTask *task, GBytes *bytes, GError *error)
{
  Fetch *self = g_task_get_task_data (task);
  g_autoptr(GTask) kept = g_object_ref (task); /* the sources that go below hold it */

  self->ended = TRUE;
  clear_source (&self->deadline);
  clear_source (&self->cancelled);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static gboolean
deadline_cb (gpointer data)
{
  Fetch  *self = g_task_get_task_data (data);
  GError *error = NULL;

  g_cancellable_cancel (self->stop);
  veto_fetch_fail (&error, VETO_FETCH_ERROR_TIMEOUT, self->address, "the file was not there after %u ms",
                   self->limits.deadline_ms);
  end (data, NULL, error);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  Fetch *self = g_task_get_task_data (data);

  g_cancellable_cancel (self->stop);
  end (data, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
  return G_SOURCE_REMOVE;
}

/* An answer that comes after the end is dropped. */
static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Fetch  *self = g_task_get_task_data (task);
  Work   *work = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  g_clear_object (&work->session); /* perhaps the last who holds it, and it may only go where it was made */
  if (self->ended)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      end (task, NULL, error);
      return;
    }
  self->charset = g_steal_pointer (&work->charset);
  end (task, g_byte_array_free_to_bytes (g_steal_pointer (&work->body)), NULL);
}

static void
start_work (GTask *task, SoupSession *session)
{
  Fetch *self = g_task_get_task_data (task);
  Work  *work = g_new0 (Work, 1);
  g_autoptr(GTask) thread = g_task_new (NULL, self->stop, worked_cb, g_object_ref (task));

  work->session = g_object_ref (session);
  work->limits = self->limits;
  work->address = g_uri_ref (self->address);
  work->body = g_byte_array_new ();
  g_task_set_source_tag (thread, start_work);
  g_task_set_task_data (thread, work, free_work);
  g_task_set_check_cancellable (thread, FALSE);
  g_task_run_in_thread (thread, work_thread);
}

SoupSession *
veto_fetch_session_new (void)
{
  SoupSession *session = soup_session_new_with_options ("timeout", VETO_FETCH_READ_SECONDS, "idle-timeout",
                                                        VETO_FETCH_READ_SECONDS, "max-conns", 4,
                                                        "max-conns-per-host", 2, "user-agent", "Veto",
                                                        "accept-language-auto", FALSE, NULL);

  /* A decoder unpacks a gigabyte out of a megabyte (measured, libsoup 3.2.3); the others remember or guess. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_HSTS_ENFORCER);
  return session;
}

static GSource *
attach (GTask *task, GSource *source, GSourceFunc callback)
{
  g_source_set_callback (source, callback, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
  return source;
}

void
veto_fetch_async (SoupSession           *session,
                  const char            *url,
                  const VetoFetchLimits *limits,
                  GCancellable          *cancellable,
                  GAsyncReadyCallback    callback,
                  gpointer               user_data)
{
  g_autoptr(GTask) task = NULL;
  Fetch  *self;
  GError *error = NULL;

  g_return_if_fail (SOUP_IS_SESSION (session) && url != NULL && limits != NULL);
  g_return_if_fail (limits->exact_bytes < 0 || (gsize) limits->exact_bytes <= limits->max_bytes);

  task = g_task_new (session, cancellable, callback, user_data);
  self = g_new0 (Fetch, 1);
  self->limits = *limits;
  self->stop = g_cancellable_new ();
  self->address = veto_fetch_parse_address (url, limits, &error);
  g_task_set_source_tag (task, veto_fetch_async);
  g_task_set_task_data (task, self, free_fetch);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  self->deadline = attach (task, g_timeout_source_new (limits->deadline_ms), deadline_cb);
  if (cancellable != NULL)
    self->cancelled = attach (task, g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb));
  start_work (task, session);
}

GBytes *
veto_fetch_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, veto_fetch_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
veto_fetch_dup_charset (GAsyncResult *result)
{
  Fetch *self = g_task_get_task_data (G_TASK (result));
  return g_strdup (self->charset);
}
