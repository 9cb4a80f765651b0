/* Stand-ins for what a desktop offers on the session bus of a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-services.h"

#include "bus-peer.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define NOTIFICATIONS_NAME "org.freedesktop.Notifications"
#define NOTIFICATIONS_PATH "/org/freedesktop/Notifications"

struct _DeskServices
{
  GDBusConnection *bus; /* of its own, as of another process */
  GDBusNodeInfo   *node;
  guint            request_id;
  guint            response;
  gboolean         autostart;
  guint            n_asked, n_told, n_withdrawn;
  GVariant        *options;
  char            *told;
};

static const char xml[] = "<node>"
                          "  <interface name='org.freedesktop.portal.Background'>"
                          "    <method name='RequestBackground'>"
                          "      <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
                          "      <arg type='o' direction='out'/>"
                          "    </method>"
                          "  </interface>"
                          "  <interface name='org.freedesktop.Notifications'>"
                          "    <method name='Notify'>"
                          "      <arg type='s' direction='in'/><arg type='u' direction='in'/>"
                          "      <arg type='s' direction='in'/><arg type='s' direction='in'/>"
                          "      <arg type='s' direction='in'/><arg type='as' direction='in'/>"
                          "      <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
                          "      <arg type='u' direction='out'/>"
                          "    </method>"
                          "    <method name='CloseNotification'><arg type='u' direction='in'/></method>"
                          "  </interface>"
                          "</node>";

static void
respond (DeskServices *self, const char *sender, const char *handle)
{
  GVariantDict results;

  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "background", "b", self->response == 0);
  g_variant_dict_insert (&results, "autostart", "b", self->response == 0 && self->autostart);
  bus_peer_respond (self->bus, sender, handle, self->response, g_variant_dict_end (&results));
}

static void
background_call_cb (GDBusConnection       *bus,
                    const char            *sender,
                    const char            *path,
                    const char            *interface,
                    const char            *method,
                    GVariant              *parameters,
                    GDBusMethodInvocation *invocation,
                    gpointer               data)
{
  DeskServices    *self = data;
  g_autofree char *handle = NULL;

  self->n_asked++;
  g_clear_pointer (&self->options, g_variant_unref);
  self->options = g_variant_get_child_value (parameters, 1);
  handle = bus_peer_export_request (self->bus, sender, self->options, NULL, &self->request_id);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  respond (self, sender, handle);
}

static void
notifications_call_cb (GDBusConnection       *bus,
                       const char            *sender,
                       const char            *path,
                       const char            *interface,
                       const char            *method,
                       GVariant              *parameters,
                       GDBusMethodInvocation *invocation,
                       gpointer               data)
{
  DeskServices *self = data;
  const char   *title, *body;

  if (g_str_equal (method, "CloseNotification"))
    {
      self->n_withdrawn++;
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }
  g_variant_get_child (parameters, 3, "&s", &title);
  g_variant_get_child (parameters, 4, "&s", &body);
  g_free (self->told);
  self->told = g_strdup_printf ("%s\n%s", title, body);
  self->n_told++;
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", self->n_told));
}

static void
take_name (DeskServices               *self,
           const char                 *name,
           const char                 *path,
           GDBusInterfaceInfo         *interface,
           const GDBusInterfaceVTable *table)
{
  g_autoptr(GError) error = NULL;

  g_dbus_connection_register_object (self->bus, path, interface, table, self, NULL, &error);
  g_assert_no_error (error);
  bus_peer_take_name (self->bus, name);
}

DeskServices *
desk_services_new (DeskFlags has)
{
  static const GDBusInterfaceVTable background = { .method_call = background_call_cb };
  static const GDBusInterfaceVTable notifications = { .method_call = notifications_call_cb };
  g_autoptr(GError) error = NULL;
  DeskServices *self = g_new0 (DeskServices, 1);

  self->autostart = TRUE;
  self->told = g_strdup ("");
  self->node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  self->bus = bus_peer_connect ();
  if (has & DESK_HAS_BACKGROUND)
    take_name (self, PORTAL_NAME, PORTAL_PATH, self->node->interfaces[0], &background);
  if (has & DESK_HAS_NOTIFICATIONS)
    take_name (self, NOTIFICATIONS_NAME, NOTIFICATIONS_PATH, self->node->interfaces[1], &notifications);
  return self;
}

void
desk_services_free (DeskServices *self)
{
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_dbus_node_info_unref (self->node);
  g_clear_pointer (&self->options, g_variant_unref);
  g_free (self->told);
  g_free (self);
}

void
desk_services_set_answer (DeskServices *self, guint response, gboolean autostart)
{
  self->response = response;
  self->autostart = autostart;
}

guint
desk_services_get_n_asked (DeskServices *self)
{
  return self->n_asked;
}

GVariant *
desk_services_get_options (DeskServices *self)
{
  return self->options;
}

guint
desk_services_get_n_told (DeskServices *self)
{
  return self->n_told;
}

const char *
desk_services_get_told (DeskServices *self)
{
  return self->told;
}

guint
desk_services_get_n_withdrawn (DeskServices *self)
{
  return self->n_withdrawn;
}
