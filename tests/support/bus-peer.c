/* For stand-ins on the session bus of a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus-peer.h"

#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"

static const char xml[] =
  "<node><interface name='" REQUEST "'><method name='Close'/>"
  "<signal name='Response'><arg type='u'/><arg type='a{sv}'/></signal></interface></node>";

GDBusConnection *
bus_peer_connect (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GError) error = NULL;
  GDBusConnection *bus =
    g_dbus_connection_new_for_address_sync (address,
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                              | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, &error);

  g_assert_no_error (error);
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  return bus;
}

void
bus_peer_take_name (GDBusConnection *bus, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus",
                                                            "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                            "RequestName", g_variant_new ("(su)", name, 0),
                                                            NULL, 0, -1, NULL, &error);

  g_assert_no_error (error);
}

static void
close_cb (GDBusConnection       *bus,
          const char            *sender,
          const char            *path,
          const char            *interface,
          const char            *method,
          GVariant              *parameters,
          GDBusMethodInvocation *invocation,
          gpointer               n_closed)
{
  if (n_closed != NULL)
    (*(guint *) n_closed)++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

char *
bus_peer_export_request (GDBusConnection *bus,
                         const char      *sender,
                         GVariant        *options,
                         guint           *n_closed,
                         guint           *request_id)
{
  static const GDBusInterfaceVTable table = { .method_call = close_cb };
  g_autoptr(GDBusNodeInfo) node = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char      *token;
  char            *handle;

  node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  if (!g_variant_lookup (options, "handle_token", "&s", &token))
    token = "none"; /* libsecret gives none */
  handle = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
  g_assert_true (g_variant_is_object_path (handle));
  if (*request_id != 0)
    g_dbus_connection_unregister_object (bus, *request_id);
  *request_id =
    g_dbus_connection_register_object (bus, handle, node->interfaces[0], &table, n_closed, NULL, &error);
  g_assert_no_error (error);
  return handle;
}

void
bus_peer_respond (GDBusConnection *bus,
                  const char      *sender,
                  const char      *handle,
                  guint            response,
                  GVariant        *results)
{
  g_dbus_connection_emit_signal (bus, sender, handle, REQUEST, "Response",
                                 g_variant_new ("(u@a{sv})", response, results), NULL);
}
