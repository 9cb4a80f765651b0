/* A network of which a test says whether each byte is paid for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "metered-monitor.h"

#define METERED_TYPE_MONITOR (metered_monitor_get_type ())
G_DECLARE_FINAL_TYPE (MeteredMonitor, metered_monitor, METERED, MONITOR, GObject)

struct _MeteredMonitor
{
  GObject parent_instance;
};

enum { PROP_0, PROP_AVAILABLE, PROP_METERED, PROP_CONNECTIVITY };

static gboolean is_metered;

static gboolean
can_reach (GNetworkMonitor *monitor, GSocketConnectable *to, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
monitor_iface_init (GNetworkMonitorInterface *iface)
{
  iface->can_reach = can_reach;
}

static gboolean
initable_init (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
initable_iface_init (GInitableIface *iface)
{
  iface->init = initable_init;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MeteredMonitor,
                               metered_monitor,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, initable_iface_init)
                                 G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, monitor_iface_init))

static void
metered_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONNECTIVITY)
    g_value_set_enum (value, G_NETWORK_CONNECTIVITY_FULL);
  else
    g_value_set_boolean (value, id == PROP_AVAILABLE || is_metered);
}

static void
metered_monitor_class_init (MeteredMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = metered_monitor_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
metered_monitor_init (MeteredMonitor *self)
{
}

/* The first question registers the extension point, with GLib's own monitors; this one is asked for by its name. */
void
metered_monitor_use (void)
{
  g_setenv ("GIO_USE_NETWORK_MONITOR", "metered", TRUE);
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, METERED_TYPE_MONITOR, "metered",
                                  100);
  g_assert_true (METERED_IS_MONITOR (g_network_monitor_get_default ()));
}

void
metered_monitor_set (gboolean metered)
{
  is_metered = metered;
}
