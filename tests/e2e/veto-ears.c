/* What a screen reader says by itself, as Orca decides it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-ears.h"

#include <string.h>

/* On a connection and a context of its own: libatspi, which the driver asks with, keeps nothing in mind as long as its events
 * are not looked at. */
struct _VetoEars
{
  GMainContext    *context;
  GDBusConnection *bus;
  char            *focus; /* (nullable): path of what has the keyboard */
  GPtrArray       *heard; /* (element-type utf8) */
};

static void
hear (VetoEars *ears, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_test_message ("heard: %s", words);
  g_ptr_array_add (ears->heard, g_strdup (words));
}

static void
hear_property (VetoEars *ears, const char *sender, const char *path, const char *name)
{
  g_autoptr(GVariant) answer =
               g_dbus_connection_call_sync (ears->bus, sender, path, "org.freedesktop.DBus.Properties", "Get",
                                            g_variant_new ("(ss)", "org.a11y.atspi.Accessible", name),
                                            G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autoptr(GVariant) value = NULL;

  if (answer == NULL)
    return; /* it is gone already */
  g_variant_get (answer, "(v)", &value);
  hear (ears, g_variant_get_string (value, NULL));
}

static void
event_cb (GDBusConnection *bus,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *member,
          GVariant        *parameters,
          gpointer         data)
{
  VetoEars   *ears = data;
  const char *detail;
  int         number;
  g_autoptr(GVariant) value = NULL;

  if (!g_str_has_prefix (g_variant_get_type_string (parameters), "(siiv"))
    return;
  g_variant_get_child (parameters, 0, "&s", &detail);
  g_variant_get_child (parameters, 1, "i", &number);
  g_variant_get_child (parameters, 3, "v", &value);
  if (g_str_equal (member, "StateChanged") && g_str_equal (detail, "focused") && number == 1)
    {
      g_free (ears->focus);
      ears->focus = g_strdup (path);
      hear_property (ears, sender, path, "Name");
      hear_property (ears, sender, path, "Description");
    }
  else if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return;
  else if (g_str_equal (member, "Announcement")
           || (g_str_equal (member, "PropertyChange") && g_strcmp0 (path, ears->focus) == 0
               && (g_str_equal (detail, "accessible-name")
                   || g_str_equal (detail, "accessible-description"))))
    hear (ears, g_variant_get_string (value, NULL));
}

/* Returns: (transfer full): where things tell of themselves */
static GDBusConnection *
connect (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr(GVariant) answer = NULL;
  GDBusConnection *bus;
  const char      *address;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE,
                                        -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

/* As a screen reader does when it starts: GTK 4.18 tells nobody what happens as long as nobody has asked. */
static void
ask_for_events (GDBusConnection *bus)
{
  const char *const none[] = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_sync (bus, "org.a11y.atspi.Registry",
                                                             "/org/a11y/atspi/registry",
                                                             "org.a11y.atspi.Registry", "RegisterEvent",
                                                             g_variant_new ("(s^ass)", "object:", none, ""),
                                                             NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

VetoEars *
veto_ears_new (void)
{
  VetoEars *ears = g_new0 (VetoEars, 1);

  ears->heard = g_ptr_array_new_with_free_func (g_free);
  ears->context = g_main_context_new ();
  g_main_context_push_thread_default (ears->context);
  ears->bus = connect ();
  g_dbus_connection_signal_subscribe (ears->bus, NULL, "org.a11y.atspi.Event.Object", NULL, NULL, NULL,
                                      G_DBUS_SIGNAL_FLAGS_NONE, event_cb, ears, NULL);
  ask_for_events (ears->bus);
  g_main_context_pop_thread_default (ears->context);
  return ears;
}

void
veto_ears_free (VetoEars *ears)
{
  g_object_unref (ears->bus);
  g_main_context_unref (ears->context);
  g_ptr_array_unref (ears->heard);
  g_free (ears->focus);
  g_free (ears);
}

typedef struct
{
  VetoEars   *ears;
  const char *words;
} Expected;

static gboolean
is_heard (VetoDriver *driver, gpointer data)
{
  Expected  *expected = data;
  GPtrArray *heard = expected->ears->heard;

  while (g_main_context_iteration (expected->ears->context, FALSE))
    ;
  for (guint i = 0; i < heard->len; i++)
    if (strstr (heard->pdata[i], expected->words) != NULL)
      {
        g_ptr_array_remove_range (heard, 0, i + 1);
        return TRUE;
      }
  return FALSE;
}

void
veto_ears_expect (VetoEars *ears, VetoDriver *driver, const char *words)
{
  g_autofree char *what = g_strdup_printf ("hearing “%s”", words);

  veto_driver_wait_until (driver, what, is_heard, &(Expected){ ears, words });
}
