/* A feed's folder on this computer's own address, to try it: no server for the internet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _VetoFeedServer VetoFeedServer;

/* How a host of the internet should say it as well; docs/feed.md. */
#define VETO_FEED_CACHE_FOR_EVER                                                                             \
  "public, max-age=31536000, immutable"              /* roots and blobs: never another content */
#define VETO_FEED_CACHE_INDEX "public, max-age=300"  /* seconds until everybody sees a release */
#define VETO_FEED_CACHE_NOTHING "public, max-age=60" /* "there is no newer root" must not stay */

/**
 * veto_feed_server_new:
 * @folder: path of the feed; each file is read anew for each request
 * @port: to listen on; 0: any that is free
 * @error: return location; %G_IO_ERROR_ADDRESS_IN_USE …
 *
 * Listens on 127.0.0.1 only, and answers in the caller's main context. It gives index.json, root/N.json and blobs/SHA256.json and
 * nothing else, to GET and HEAD, without cookies, tags or dates of files.
 *
 * Returns: (transfer full) (nullable)
 */
VetoFeedServer *veto_feed_server_new (const char *folder, guint16 port, GError **error);

/* Returns: (transfer none): its address: "http://127.0.0.1:8000/" */
const char *veto_feed_server_get_address (const VetoFeedServer *self);

void veto_feed_server_free (VetoFeedServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoFeedServer, veto_feed_server_free)

G_END_DECLS
