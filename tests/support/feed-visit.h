/* One connection to the test's web server. Private to feed-server.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed-server.h"

G_BEGIN_DECLS

typedef struct
{
  GSocketConnection *socket;
  GIOStream         *stream; /* the socket, or TLS on it */
  GCancellable      *stop;   /* not owned: the server ends */
  guint64            n_sent; /* bytes that the client took */
} FeedVisit;

/* Returns: %FALSE when the client is gone, the server stops, or the connection must be closed */
gboolean feed_visit_send (FeedVisit *visit, FeedManner manner, GBytes *answer);

G_END_DECLS
