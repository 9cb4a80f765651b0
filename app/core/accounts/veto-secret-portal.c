/* In a sandbox: whether the desktop's portal answers, before libsecret asks it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-config.h"

#include "veto-secrets-private.h"

#define BUS_NAME "org.freedesktop.portal.Desktop"
#define OBJECT_PATH "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Secret"

/* As libsecret decides it (secret-file-backend.c of 0.20.5, read 2026-11-26). */
static gboolean
needs_portal (void)
{
  const char *password = g_getenv ("SECRET_FILE_TEST_PASSWORD");

  if (password != NULL && *password != '\0')
    return FALSE;
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_getenv ("SNAP_NAME") != NULL;
}

/* An error is an answer: libsecret gets it as well, as fast, and says what it means. */
static void
go_on (GTask *task, const GError *error)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  if (call->is_over)
    return; /* its time is up, or nobody waits for it */
  if (error != NULL)
    g_debug ("the portal: %s", error->message);
  call->ready (task, FALSE); /* a file has no lock */
}

static void
got_version_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  VetoSecretCall *call = g_task_get_task_data (task);

  if (reply != NULL)
    veto_secrets_set_portal_answers (g_task_get_source_object (task), TRUE);
  if (!call->is_over && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    {
      veto_secret_call_end (task);
      veto_secret_call_fail (task, g_steal_pointer (&error));
      return;
    }
  go_on (task, error);
}

static void
got_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    go_on (task, error);
  else
    g_dbus_connection_call (bus, BUS_NAME, OBJECT_PATH, "org.freedesktop.DBus.Properties", "Get",
                            g_variant_new ("(ss)", INTERFACE, "version"), G_VARIANT_TYPE ("(v)"),
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, got_version_cb, g_object_ref (task));
}

void
veto_secret_portal_ask (GTask *task)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  if (!needs_portal () || veto_secrets_get_portal_answers (g_task_get_source_object (task)))
    call->ready (task, FALSE);
  else
    g_bus_get (G_BUS_TYPE_SESSION, NULL, got_bus_cb, g_object_ref (task));
}
