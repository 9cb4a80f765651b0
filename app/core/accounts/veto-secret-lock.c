/* Whether the collection that passwords go to is locked, and how it opens.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-config.h"

#include "veto-secrets-private.h"

#define BUS_NAME "org.freedesktop.secrets"
#define ROOT "/org/freedesktop/secrets"

/* --- Asking --- */

static void
told (GTask *task, const GError *error, gboolean is_locked)
{
  VetoSecretCall *call = g_task_get_task_data (task);

  if (call->stop != NULL && g_cancellable_is_cancelled (call->stop))
    {
      veto_secret_call_wait (task);
      veto_secret_call_fail (task,
                             g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped while asking"));
      return;
    }
  if (error != NULL)
    g_debug ("no lock known: %s", error->message);
  call->ready (task, is_locked);
}

static void
got_lock_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr(GVariant) value = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(v)", &value);
  told (task, error,
        value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN)
          && g_variant_get_boolean (value));
}

static void
got_alias_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  VetoSecretCall *call = g_task_get_task_data (task);
  const char     *path = "/";

  if (reply != NULL)
    g_variant_get (reply, "(&o)", &path);
  if (g_str_equal (path, "/"))
    told (task, error, FALSE); /* there is no collection yet */
  else
    g_dbus_connection_call (G_DBUS_CONNECTION (source), BUS_NAME, path, "org.freedesktop.DBus.Properties",
                            "Get", g_variant_new ("(ss)", "org.freedesktop.Secret.Collection", "Locked"),
                            G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, call->stop, got_lock_cb,
                            g_object_ref (task));
}

static void
got_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, &error);
  VetoSecretCall *call = g_task_get_task_data (task);

  if (bus == NULL)
    told (task, error, FALSE);
  else
    g_dbus_connection_call (bus, BUS_NAME, ROOT, "org.freedesktop.Secret.Service", "ReadAlias",
                            g_variant_new ("(s)", "default"), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE,
                            -1, call->stop, got_alias_cb, g_object_ref (task));
}

void
veto_secret_lock_ask (GTask *task, void (*ready) (GTask *task, gboolean is_locked))
{
  VetoSecretCall *call = g_task_get_task_data (task);

  call->ready = ready;
  if (veto_secrets_uses_file ())
    veto_secret_portal_ask (task);
  else
    g_bus_get (G_BUS_TYPE_SESSION, call->stop, got_bus_cb, g_object_ref (task));
}

/* --- Opening --- */

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  VetoSecretCall *call = g_task_get_task_data (task);

  if (secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, &error) > 0)
    call->opened (task);
  else
    veto_secret_call_stay_shut (task, g_steal_pointer (&error));
}

static void
got_collection_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SecretCollection) collection = secret_collection_for_alias_finish (result, &error);
  g_autoptr(GList) one = NULL;
  VetoSecretCall *call = g_task_get_task_data (task);

  if (collection == NULL)
    {
      veto_secret_call_stay_shut (task, g_steal_pointer (&error));
      return;
    }
  veto_secret_call_wait (task); /* a person types as long as they like */
  one = g_list_append (NULL, collection);
  secret_service_unlock (secret_collection_get_service (collection), one, call->stop, unlocked_cb,
                         g_object_ref (task));
}

void
veto_secret_lock_open (GTask *task, void (*ready) (GTask *task))
{
  VetoSecretCall *call = g_task_get_task_data (task);

  call->opened = ready;
  secret_collection_for_alias (NULL, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, call->stop,
                               got_collection_cb, g_object_ref (task));
}

/* --- By itself --- */

static void
open_cb (GTask *task)
{
  veto_secret_call_end (task);
  g_task_return_boolean (task, TRUE);
}

static void
lock_known_cb (GTask *task, gboolean is_locked)
{
  if (!is_locked)
    open_cb (task);
  else if (veto_secret_call_may_ask (task))
    veto_secret_lock_open (task, open_cb);
}

void
veto_secrets_unlock_async (VetoSecrets        *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VETO_IS_SECRETS (self));

  task = veto_secret_call_begin (self, veto_secrets_unlock_async, NULL, cancellable, callback, data);
  veto_secret_call_limit (task, veto_secrets_get_patience (self));
  veto_secret_lock_ask (task, lock_known_cb);
}

gboolean
veto_secrets_unlock_finish (VetoSecrets *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
