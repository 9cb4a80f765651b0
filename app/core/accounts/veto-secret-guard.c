/* Keeps libsecret from ending the program when a keyring is started again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-secrets"

#include "veto-config.h"

#include "veto-secrets-private.h"

static void (*take_signal) (GDBusProxy *proxy, const char *sender, const char *name, GVariant *parameters);

/* The list that the signal is about is read when the new keyring is asked for all that it has. */
static void
signal_cb (GDBusProxy *proxy, const char *sender, const char *name, GVariant *parameters)
{
  g_autoptr(GVariant) known = g_dbus_proxy_get_cached_property (proxy, "Collections");

  if (known != NULL)
    take_signal (proxy, sender, name, parameters);
}

void
veto_secret_guard (void)
{
  static gsize     is_done;
  GDBusProxyClass *klass;

  if (!g_once_init_enter (&is_done))
    return;
  klass = g_type_class_ref (SECRET_TYPE_SERVICE); /* kept */
  take_signal = klass->g_signal;
  klass->g_signal = signal_cb;
  g_once_init_leave (&is_done, 1);
}
