/* A feed's folder on this computer's own address, to try it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-release"

#include "veto-feed-server.h"

#include <libsoup/soup.h>
#include <string.h>

#include "veto-release.h"

#define HOST "127.0.0.1"
#define SUFFIX ".json"

struct _VetoFeedServer
{
  SoupServer *server;
  char       *folder;
  char       *address;
};

static gboolean
is_number (const char *text, gsize n_bytes)
{
  return n_bytes > 0 && n_bytes <= 10 && *text != '0' && strspn (text, G_CSET_DIGITS) == n_bytes;
}

static gboolean
is_sha256 (const char *text, gsize n_bytes)
{
  return n_bytes == VETO_TRUST_HEX_BYTES && strspn (text, "0123456789abcdef") == n_bytes;
}

/* Whether a path, without the stroke before it, is a name of the feed's that never changes its content. */
static gboolean
is_immutable (const char *name)
{
  static const char *const folders[] = { VETO_RELEASE_ROOTS "/", VETO_RELEASE_BLOBS "/" };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_prefix (name, folders[i]) && g_str_has_suffix (name, SUFFIX))
      {
        const char *stem = name + strlen (folders[i]);
        gsize       n_bytes = strlen (stem) - strlen (SUFFIX);

        return i == 0 ? is_number (stem, n_bytes) : is_sha256 (stem, n_bytes);
      }
  return FALSE;
}

static void
answer (SoupServerMessage *message, guint status, const char *caching, const char *type, GBytes *bytes)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, status, NULL);
  soup_message_headers_replace (headers, "Cache-Control", caching);
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_set_content_type (headers, type, NULL);
  soup_message_headers_set_content_length (headers, (goffset) g_bytes_get_size (bytes));
  if (!g_str_equal (soup_server_message_get_method (message), "HEAD"))
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

static void
answer_nothing (SoupServerMessage *message, guint status)
{
  g_autoptr(GBytes) words = g_bytes_new_static ("nothing here\n", strlen ("nothing here\n"));
  answer (message, status, VETO_FEED_CACHE_NOTHING, "text/plain", words);
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  const VetoFeedServer *self = data;
  const char           *method = soup_server_message_get_method (message);
  const char           *name = path + strspn (path, "/");
  gboolean              immutable = is_immutable (name);
  g_autoptr(GBytes) bytes = NULL;

  if (!g_str_equal (method, "GET") && !g_str_equal (method, "HEAD"))
    {
      answer_nothing (message, SOUP_STATUS_METHOD_NOT_ALLOWED);
      return;
    }
  if (immutable || g_str_equal (name, VETO_RELEASE_INDEX))
    bytes = veto_release_read_file (self->folder, name, VETO_TRUST_MAX_FILE_BYTES, NULL);
  if (bytes == NULL)
    answer_nothing (message, SOUP_STATUS_NOT_FOUND);
  else
    answer (message, SOUP_STATUS_OK, immutable ? VETO_FEED_CACHE_FOR_EVER : VETO_FEED_CACHE_INDEX,
            "application/json", bytes);
}

/* Returns: (transfer full): where it listens; there is one place */
static char *
dup_address (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  char   *address = g_strdup_printf ("http://" HOST ":%d/", g_uri_get_port (uris->data));

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return address;
}

VetoFeedServer *
veto_feed_server_new (const char *folder, guint16 port, GError **error)
{
  g_autoptr(SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr(GSocketAddress) place = g_inet_socket_address_new_from_string (HOST, port);
  VetoFeedServer *self;

  g_return_val_if_fail (folder != NULL, NULL);

  if (!soup_server_listen (server, place, 0, error))
    return NULL;
  self = g_new0 (VetoFeedServer, 1);
  self->server = g_steal_pointer (&server);
  self->folder = g_strdup (folder);
  self->address = dup_address (self->server);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  return self;
}

const char *
veto_feed_server_get_address (const VetoFeedServer *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->address;
}

void
veto_feed_server_free (VetoFeedServer *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self->folder);
  g_free (self->address);
  g_free (self);
}
