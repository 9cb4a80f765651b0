/* One GET with every limit that libsoup does not set by itself: the way of it. What is allowed: veto-fetch-rules.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-fetch"

#include "veto-fetch.h"

#include "veto-fetch-rules.h"

G_DEFINE_QUARK (veto-fetch-error-quark, veto_fetch_error);

#define CHUNK_BYTES (16 * 1024)

/* One file on its way. It ends once: with its bytes, an error, the deadline, or the cancellable. What libsoup has under way
 * holds the task, so that an answer that comes after the end finds everything it needs, and is dropped. */
typedef struct
{
  SoupSession    *session;
  VetoFetchLimits limits;
  GCancellable   *stop; /* of the request that is under way */
  GSource        *deadline;
  GSource        *cancelled; /* nullable: when the caller wants no more of it */
  guint           n_redirects;
  SoupMessage    *message;
  GInputStream   *stream;  /* NULL until the headers are there */
  GByteArray     *body;    /* NULL once it was given away */
  char           *charset; /* nullable */
  gboolean        ended;
  guint8          chunk[CHUNK_BYTES];
} Fetch;

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
  g_clear_object (&self->session);
  g_clear_object (&self->stop);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_free (self->charset);
  g_free (self);
}

/* @error: (transfer full) (nullable): why there are no bytes */
static void
end (GTask *task, GError *error)
{
  Fetch *self = g_task_get_task_data (task);
  g_autoptr(GTask) kept = g_object_ref (task); /* the sources that go below hold it */

  self->ended = TRUE;
  clear_source (&self->deadline);
  clear_source (&self->cancelled);
  if (error != NULL)
    {
      /* Drops the connection: libsoup would read a body that is refused to its end, to use the connection again. */
      g_cancellable_cancel (self->stop);
      g_task_return_error (task, error);
    }
  else
    g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&self->body)),
                           (GDestroyNotify) g_bytes_unref);
}

/* What libsoup, TLS or the socket complain of is one of two things for a person. */
static void
end_with_problem (GTask *task, const GError *problem)
{
  Fetch   *self = g_task_get_task_data (task);
  gboolean late = g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  GError  *error = NULL;

  veto_fetch_fail (&error, late ? VETO_FETCH_ERROR_TIMEOUT : VETO_FETCH_ERROR_NETWORK, self->message, "%s",
                   problem->message);
  end (task, error);
}

static gboolean
deadline_cb (gpointer data)
{
  Fetch  *self = g_task_get_task_data (data);
  GError *error = NULL;

  veto_fetch_fail (&error, VETO_FETCH_ERROR_TIMEOUT, self->message, "the file was not there after %u ms",
                   self->limits.deadline_ms);
  end (data, error);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  end (data, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
  return G_SOURCE_REMOVE;
}

static void read_on (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Fetch *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gssize n_bytes = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);
  gsize max_bytes = self->limits.exact_bytes >= 0 ? (gsize) self->limits.exact_bytes : self->limits.max_bytes;

  if (self->ended)
    return;
  if (n_bytes < 0)
    end_with_problem (task, error);
  else if (n_bytes == 0)
    {
      veto_fetch_check_length (self->message, self->body->len, &self->limits, &error);
      end (task, g_steal_pointer (&error));
    }
  else if ((gsize) n_bytes > max_bytes - self->body->len)
    {
      veto_fetch_fail_size (&error, self->message, &self->limits);
      end (task, g_steal_pointer (&error));
    }
  else
    {
      g_byte_array_append (self->body, self->chunk, (guint) n_bytes);
      read_on (task);
    }
}

static void
read_on (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);

  g_input_stream_read_async (self->stream, self->chunk, sizeof self->chunk, G_PRIORITY_DEFAULT, self->stop,
                             read_cb, g_object_ref (task));
}

static void
read_body (GTask *task, GInputStream *stream)
{
  Fetch *self = g_task_get_task_data (task);
  g_autoptr(GHashTable) parameters = NULL;

  soup_message_headers_get_content_type (soup_message_get_response_headers (self->message), &parameters);
  self->charset = parameters != NULL ? g_strdup (g_hash_table_lookup (parameters, "charset")) : NULL;
  self->stream = g_object_ref (stream);
  read_on (task);
}

static void ask (GTask *task, GUri *address);

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Fetch *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) next = NULL;
  g_autoptr(GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);

  if (self->ended)
    return;
  if (stream == NULL)
    {
      end_with_problem (task, error);
      return;
    }
  if (veto_fetch_is_redirect (self->message))
    {
      next = veto_fetch_dup_next (self->message, &self->limits, &error);
      if (next != NULL && ++self->n_redirects <= VETO_FETCH_MAX_REDIRECTS)
        {
          g_cancellable_cancel (self->stop);
          ask (task, next);
          return;
        }
      if (error == NULL)
        veto_fetch_fail (&error, VETO_FETCH_ERROR_REDIRECT, self->message, "the server sends on and on");
    }
  else if (veto_fetch_check_answer (self->message, &self->limits, &error))
    {
      read_body (task, stream);
      return;
    }
  end (task, g_steal_pointer (&error));
}

static void
ask (GTask *task, GUri *address)
{
  Fetch              *self = g_task_get_task_data (task);
  const char         *accept = self->limits.kind == VETO_FETCH_PAGE ? "text/html" : "application/json";
  SoupMessageHeaders *headers;

  g_clear_object (&self->stop);
  g_clear_object (&self->message);
  self->stop = g_cancellable_new ();
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, address);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_replace (headers, "Accept", accept);
  soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->stop, sent_cb,
                           g_object_ref (task));
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
  g_autoptr(GUri) address = NULL;
  Fetch  *self;
  GError *error = NULL;

  g_return_if_fail (SOUP_IS_SESSION (session) && url != NULL && limits != NULL);
  g_return_if_fail (limits->exact_bytes < 0 || (gsize) limits->exact_bytes <= limits->max_bytes);

  task = g_task_new (session, cancellable, callback, user_data);
  self = g_new0 (Fetch, 1);
  self->session = g_object_ref (session);
  self->limits = *limits;
  self->body = g_byte_array_new ();
  g_task_set_source_tag (task, veto_fetch_async);
  g_task_set_task_data (task, self, free_fetch);
  if (g_task_return_error_if_cancelled (task))
    return;
  address = veto_fetch_parse_address (url, limits, &error);
  if (address == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->deadline = attach (task, g_timeout_source_new (limits->deadline_ms), deadline_cb);
  if (cancellable != NULL)
    self->cancelled = attach (task, g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb));
  ask (task, address);
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
