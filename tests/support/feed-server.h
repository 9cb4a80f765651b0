/* A web server on the loopback interface that answers as a test tells it, also as no server should.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It speaks HTTP/1.1 by hand, in threads of its own: SoupServer would put right what a test wants to be wrong. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FeedServer FeedServer;

/**
 * FeedManner: how a prepared answer leaves
 * @FEED_SEND: at once; then the connection is closed
 * @FEED_DRIP: byte by byte, one in ten milliseconds
 * @FEED_DRIP_BODY: the headers at once, what follows them byte by byte
 * @FEED_HANG: at once; then nothing more, and the connection stays open
 * @FEED_RESET: at once; then the connection is reset
 * @FEED_ENDLESS_HEADERS: at once; its last line again and again
 * @FEED_ENDLESS_BODY: at once; what follows the headers again and again
 */
typedef enum {
  FEED_SEND,
  FEED_DRIP,
  FEED_DRIP_BODY,
  FEED_HANG,
  FEED_RESET,
  FEED_ENDLESS_HEADERS,
  FEED_ENDLESS_BODY,
} FeedManner;

/* (transfer full): listens at once. @certificate: (nullable): speaks TLS with it */
FeedServer *feed_server_new (GTlsCertificate *certificate);

/* Ends all connections and waits for them. */
void feed_server_free (FeedServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeedServer, feed_server_free)

/* (transfer none): "http://127.0.0.1:PORT/feed/", or https */
const char *feed_server_get_url (FeedServer *self);

guint16 feed_server_get_port (FeedServer *self);

/* A sound answer: 200 with this body as "application/json". @path: behind the address, "index.json" */
void feed_server_put (FeedServer *self, const char *path, GBytes *body);

/* The answer as it goes over the wire, status line and all. */
void feed_server_put_answer (FeedServer *self, const char *path, FeedManner manner, GBytes *answer);

/* Not there any more: 404, as for each path that nobody has put there. */
void feed_server_remove (FeedServer *self, const char *path);

void feed_server_remove_all (FeedServer *self);

/* What was asked for since the start, or since feed_server_forget(). (transfer full): the heads of the requests, in order */
char  **feed_server_dup_requests (FeedServer *self);
guint   feed_server_count_requests (FeedServer *self);
guint   feed_server_count_connections (FeedServer *self);
guint64 feed_server_get_sent_bytes (FeedServer *self); /* headers and bodies, as far as a client took them */
void    feed_server_forget (FeedServer *self);

/* Lets the main loop run, in which clients drop their connections, until nobody is being answered any more. Returns: %FALSE
 * if that takes longer than @patience_ms */
gboolean feed_server_wait_idle (FeedServer *self, guint patience_ms);

G_END_DECLS
