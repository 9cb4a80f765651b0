/* For stand-ins on the session bus of a test: a connection of their own, as of another process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a new connection to the session bus */
GDBusConnection *bus_peer_connect (void);

/* Waits until it is ours. */
void bus_peer_take_name (GDBusConnection *bus, const char *name);

/**
 * bus_peer_export_request:
 * @sender: whose request it is
 * @options: of the call, with its "handle_token"
 * @n_closed: (nullable): counts how often it is taken back; lives as long as @bus
 * @request_id: (inout): of the request before, which goes; 0: there was none
 *
 * Exports a request of a desktop portal where its caller expects it.
 *
 * Returns: (transfer full): its handle
 */
char *bus_peer_export_request (GDBusConnection *bus,
                               const char      *sender,
                               GVariant        *options,
                               guint           *n_closed,
                               guint           *request_id);

/* @results: (transfer floating): a{sv}. Answers that request. */
void bus_peer_respond (GDBusConnection *bus,
                       const char      *sender,
                       const char      *handle,
                       guint            response,
                       GVariant        *results);

G_END_DECLS
