/* Waits until a dead program has left the session bus.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GApplication starts once: the next start talks to whoever has the name on the bus, and fails when that has just died and
 * the bus has not noticed yet. A person is never so quick, a test is. */
#include <gio/gio.h>

#include "veto-driver-private.h"

#define LONGEST_MS 10000

static GVariant *
ask_bus (GDBusConnection *bus, const char *method, GVariant *arguments)
{
  return g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                      "org.freedesktop.DBus", method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE,
                                      -1, NULL, NULL);
}

static gboolean
is_connection_of (GDBusConnection *bus, const char *name, GPid pid)
{
  g_autoptr(GVariant) reply = ask_bus (bus, "GetConnectionUnixProcessID", g_variant_new ("(s)", name));
  guint32 its_pid = 0;

  if (reply != NULL) /* a connection may go between the two questions */
    g_variant_get (reply, "(u)", &its_pid);
  return its_pid == (guint32) pid;
}

static gboolean
is_on_bus (GDBusConnection *bus, GPid pid)
{
  g_autoptr(GVariant) reply = ask_bus (bus, "ListNames", NULL);
  g_autofree const char **names = NULL;

  g_assert_nonnull (reply);
  g_variant_get (reply, "(^a&s)", &names);
  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] == ':' && is_connection_of (bus, names[i], pid))
      return TRUE;
  return FALSE;
}

void
veto_driver_wait_off_bus (GPid pid)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus =
               g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                         | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  gint64 end = g_get_monotonic_time () + LONGEST_MS * G_TIME_SPAN_MILLISECOND;

  g_assert_no_error (error);
  while (is_on_bus (bus, pid))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (POLL_MS * G_TIME_SPAN_MILLISECOND);
    }
  g_dbus_connection_close_sync (bus, NULL, NULL);
}
