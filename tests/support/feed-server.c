/* A web server on the loopback interface that answers as a test tells it, also as no server should.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-server.h"

#include <string.h>

#include "feed-visit.h"

#define PREFIX "/feed/"
#define NOT_FOUND "<p>There is no such file.</p>\n"
#define MAX_HEAD_BYTES 65536
#define LOOK_AGAIN_MICROSECONDS 5000

typedef struct
{
  FeedManner manner;
  gboolean   sound; /* the connection may be used again */
  GBytes    *bytes;
} Answer;

struct _FeedServer
{
  GSocketListener *listener;
  GTlsCertificate *certificate; /* nullable */
  GCancellable    *stop;
  GThread         *thread; /* which accepts */
  char            *url;
  guint16          port;

  GMutex      lock; /* for all below */
  GCond       idle;
  GHashTable *answers; /* path -> Answer */
  GPtrArray  *requests;
  guint64     n_sent;
  guint       n_connections;
  guint       n_busy; /* connections */
  GPtrArray  *threads;
};

typedef struct
{
  FeedServer *server;
  FeedVisit   visit;
} Guest;

static void
free_answer (gpointer data)
{
  Answer *self = data;

  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
free_guest (Guest *self)
{
  g_object_unref (self->visit.socket);
  g_clear_object (&self->visit.stream);
  g_free (self);
}

static Answer *
make_answer (FeedManner manner, gboolean sound, GBytes *bytes)
{
  Answer *self = g_new0 (Answer, 1);

  self->manner = manner;
  self->sound = sound;
  self->bytes = g_bytes_ref (bytes);
  return self;
}

static Answer *
make_sound_answer (const char *status, const char *type, GBytes *body)
{
  g_autoptr(GBytes) bytes = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                          status, type, g_bytes_get_size (body));
  g_string_append_len (text, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));
  bytes = g_string_free_to_bytes (text);
  return make_answer (FEED_SEND, TRUE, bytes);
}

/* Returns: (transfer full): with the lock held */
static Answer *
find_answer (FeedServer *self, const char *path)
{
  const Answer *known = g_hash_table_lookup (self->answers, path);
  g_autoptr(GBytes) page = NULL;

  if (known != NULL)
    return make_answer (known->manner, known->sound, known->bytes);
  page = g_bytes_new_static (NOT_FOUND, strlen (NOT_FOUND));
  return make_sound_answer ("404 Not Found", "text/html", page);
}

/* Returns: (transfer full) (nullable): one request up to its empty line; %NULL when there is none any more */
static char *
read_request (FeedVisit *visit)
{
  GInputStream *input = g_io_stream_get_input_stream (visit->stream);
  g_autoptr(GString) head = g_string_new (NULL);
  char byte;

  while (head->len < MAX_HEAD_BYTES && g_input_stream_read (input, &byte, 1, visit->stop, NULL) > 0)
    {
      g_string_append_c (head, byte);
      if (g_str_has_suffix (head->str, "\r\n\r\n"))
        return g_string_free (g_steal_pointer (&head), FALSE);
    }
  return NULL;
}

static char *
dup_path (const char *request)
{
  g_auto(GStrv) words = g_strsplit (request, " ", 3);

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  return g_strdup (g_str_has_prefix (words[1], PREFIX) ? words[1] + strlen (PREFIX) : words[1]);
}

static gboolean
start_tls (FeedVisit *visit, GTlsCertificate *certificate)
{
  GIOStream *plain = G_IO_STREAM (visit->socket);

  if (certificate == NULL)
    {
      visit->stream = g_object_ref (plain);
      return TRUE;
    }
  visit->stream = g_tls_server_connection_new (plain, certificate, NULL);
  return visit->stream != NULL
         && g_tls_connection_handshake (G_TLS_CONNECTION (visit->stream), visit->stop, NULL);
}

static gboolean
answer_request (FeedServer *server, FeedVisit *visit, char *request)
{
  g_autofree char *path = dup_path (request);
  Answer          *answer;
  gboolean         more;

  g_mutex_lock (&server->lock);
  g_ptr_array_add (server->requests, request);
  answer = find_answer (server, path);
  server->n_busy++;
  g_mutex_unlock (&server->lock);

  more = feed_visit_send (visit, answer->manner, answer->bytes) && answer->sound;
  free_answer (answer);

  g_mutex_lock (&server->lock);
  server->n_sent += visit->n_sent;
  visit->n_sent = 0;
  server->n_busy--;
  g_cond_broadcast (&server->idle);
  g_mutex_unlock (&server->lock);
  return more;
}

static gpointer
guest_thread (gpointer data)
{
  Guest   *guest = data;
  char    *request;
  gboolean more = start_tls (&guest->visit, guest->server->certificate);

  while (more && (request = read_request (&guest->visit)) != NULL)
    more = answer_request (guest->server, &guest->visit, request);
  free_guest (guest); /* closes the connection */
  return NULL;
}

static gpointer
accept_thread (gpointer data)
{
  FeedServer        *self = data;
  GSocketConnection *socket;

  while ((socket = g_socket_listener_accept (self->listener, NULL, self->stop, NULL)) != NULL)
    {
      Guest *guest = g_new0 (Guest, 1);

      g_mutex_lock (&self->lock);
      self->n_connections++;
      g_mutex_unlock (&self->lock);
      guest->server = self;
      guest->visit.socket = socket;
      guest->visit.stop = self->stop;
      g_ptr_array_add (self->threads, g_thread_new ("guest", guest_thread, guest));
    }
  return NULL;
}

FeedServer *
feed_server_new (GTlsCertificate *certificate)
{
  FeedServer *self = g_new0 (FeedServer, 1);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", 0), here = NULL;
  g_autoptr(GError) error = NULL;

  self->listener = g_socket_listener_new ();
  g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                 &here, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (here));
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->url =
    g_strdup_printf ("%s://127.0.0.1:%u" PREFIX, certificate != NULL ? "https" : "http", self->port);
  self->stop = g_cancellable_new ();
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answer);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->threads = g_ptr_array_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->idle);
  self->thread = g_thread_new ("accept", accept_thread, self);
  return self;
}

void
feed_server_free (FeedServer *self)
{
  g_cancellable_cancel (self->stop);
  g_thread_join (self->thread);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));
  g_ptr_array_unref (self->threads);
  g_ptr_array_unref (self->requests);
  g_hash_table_unref (self->answers);
  g_socket_listener_close (self->listener);
  g_object_unref (self->listener);
  g_clear_object (&self->certificate);
  g_object_unref (self->stop);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->idle);
  g_free (self->url);
  g_free (self);
}

const char *
feed_server_get_url (FeedServer *self)
{
  return self->url;
}

guint16
feed_server_get_port (FeedServer *self)
{
  return self->port;
}

/* @answer: (transfer full) */
static void
put (FeedServer *self, const char *path, Answer *answer)
{
  g_mutex_lock (&self->lock);
  g_hash_table_replace (self->answers, g_strdup (path), answer);
  g_mutex_unlock (&self->lock);
}

void
feed_server_put (FeedServer *self, const char *path, GBytes *body)
{
  put (self, path, make_sound_answer ("200 OK", "application/json", body));
}

void
feed_server_put_answer (FeedServer *self, const char *path, FeedManner manner, GBytes *answer)
{
  put (self, path, make_answer (manner, FALSE, answer));
}

void
feed_server_remove (FeedServer *self, const char *path)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove (self->answers, path);
  g_mutex_unlock (&self->lock);
}

void
feed_server_remove_all (FeedServer *self)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove_all (self->answers);
  g_mutex_unlock (&self->lock);
}

char **
feed_server_dup_requests (FeedServer *self)
{
  GPtrArray *copy = g_ptr_array_new ();

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->requests->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (self->requests, i)));
  g_mutex_unlock (&self->lock);
  g_ptr_array_add (copy, NULL);
  return (char **) g_ptr_array_free (copy, FALSE);
}

guint
feed_server_count_requests (FeedServer *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->requests->len;
  g_mutex_unlock (&self->lock);
  return n;
}

guint
feed_server_count_connections (FeedServer *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->n_connections;
  g_mutex_unlock (&self->lock);
  return n;
}

guint64
feed_server_get_sent_bytes (FeedServer *self)
{
  guint64 n;

  g_mutex_lock (&self->lock);
  n = self->n_sent;
  g_mutex_unlock (&self->lock);
  return n;
}

void
feed_server_forget (FeedServer *self)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->requests, 0);
  self->n_sent = 0;
  self->n_connections = 0;
  g_mutex_unlock (&self->lock);
}

gboolean
feed_server_wait_idle (FeedServer *self, guint patience_ms)
{
  gint64   end = g_get_monotonic_time () + patience_ms * G_GINT64_CONSTANT (1000);
  gboolean idle = FALSE;

  while (!idle && g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_mutex_lock (&self->lock);
      if (self->n_busy > 0)
        g_cond_wait_until (&self->idle, &self->lock, g_get_monotonic_time () + LOOK_AGAIN_MICROSECONDS);
      idle = self->n_busy == 0;
      g_mutex_unlock (&self->lock);
    }
  return idle;
}
