/* When to ask again by itself, and on which connections.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "feed-desk.h"
#include "fetch-fixture.h"
#include "veto-update-times.h"

#define HOUR 3600

typedef struct
{
  const char *name;
  gint64      last_try; /* hours before now; negative: after */
  gint64      failing_since;
  const char *problem;
  double      jitter;
  double      expected; /* hours from the last try; -1: at once */
} Row;

static const Row rows[] = {
  { "/times/success", 1, 0, NULL, 0, 24 },
  { "/times/success/early", 1, 0, NULL, -1, 20 },
  { "/times/success/late", 1, 0, NULL, 1, 28 },
  { "/times/failure/first", 1, 1, "network", 0, 6 },
  { "/times/failure/first-late", 1, 1, "network", 1, 7 },
  { "/times/failure/second", 1, 7, "network", 0, 12 },
  { "/times/failure/third", 1, 19, "network", 0, 24 },
  { "/times/failure/fourth", 1, 43, "timeout", 0, 48 },
  { "/times/failure/longest", 1, 1000, "network", 0, 72 },
  { "/times/failure/longest-late", 1, 1000, "network", 1, 84 },
  { "/times/in-the-future", -2, 0, NULL, 0, -1 },
  { "/times/failed-in-the-future", -2, -2, "expired", 0, -1 },
};

static void
test_row (gconstpointer data)
{
  const Row            *row = data;
  const VetoUpdateTimes times = { .last_try = NOW - row->last_try * HOUR,
                                  .failing_since = row->problem != NULL ? NOW - row->failing_since * HOUR : 0,
                                  .problem = (char *) row->problem };
  gint64                next = veto_update_times_get_next (&times, NOW, row->jitter);

  if (row->expected < 0)
    g_assert_cmpint (next, <=, NOW);
  else
    g_assert_cmpint (next, ==, times.last_try + (gint64) (row->expected * HOUR));
}

/* As it goes on: what a client without a network does for a week. */
static void
test_doubling (void)
{
  static const gint64 waits[] = { 6, 12, 24, 48, 72, 72, 72 };
  g_auto(VetoUpdateTimes) times = { 0 };
  gint64 now = NOW;

  g_assert_cmpint (veto_update_times_get_next (&times, now, 0), ==, 0); /* never tried: now */
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      veto_update_times_note (&times, now, "network");
      g_assert_cmpint (veto_update_times_get_next (&times, now, 0), ==, now + waits[i] * HOUR);
      now += waits[i] * HOUR;
    }
  veto_update_times_note (&times, now, NULL);
  g_assert_cmpint (times.last_success, ==, now);
  g_assert_cmpint (veto_update_times_get_next (&times, now, 0), ==, now + 24 * HOUR);
  veto_update_times_note (&times, now + HOUR, "network");
  g_assert_cmpint (veto_update_times_get_next (&times, now + HOUR, 0), ==, now + 7 * HOUR);
}

/* Not all computers ask at once. */
static void
test_spread (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  gint64 first = G_MAXINT64, last = 0;

  {
    g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);

    g_assert_cmpint (veto_updater_get_next_try (updater), <=, NOW);
    feed_desk_publish_plain (desk, 1, "First");
    feed_desk_assert_new (updater, "First");
  }
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);
      gint64 next = veto_updater_get_next_try (updater);

      first = MIN (first, next);
      last = MAX (last, next);
    }
  g_assert_cmpint (first, >=, NOW + 20 * HOUR);
  g_assert_cmpint (last, <=, NOW + 28 * HOUR);
  g_assert_cmpint (last - first, >, 4 * HOUR);
}

/* What was tried is known after a start as well. */
static void
test_kept (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);
  g_autoptr(VetoUpdater) later = NULL;
  g_auto(FeedLook) look = { 0 };

  feed_desk_publish_plain (desk, 1, "First");
  feed_desk_assert_new (updater, "First");
  feed_server_remove_all (desk->server);
  veto_updater_set_now (updater, NOW + DAY);
  look = feed_desk_look (updater, NULL);
  g_assert_cmpstr (veto_update_problem_get_id (look.error), ==, "network");
  later = feed_desk_start (desk, NULL);
  g_assert_cmpint (veto_updater_get_last_success (later), ==, NOW);
  g_assert_cmpint (veto_updater_get_last_try (later), ==, NOW + DAY);
  g_assert_cmpstr (veto_updater_get_last_problem (later), ==, "network");
}

/* A connection that is paid by the byte. */

typedef struct
{
  GObject parent_instance;
} MeteredMonitor;
typedef GObjectClass MeteredMonitorClass;

static gboolean is_metered;

static gboolean
initialise (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
initable_iface_init (GInitableIface *iface)
{
  iface->init = initialise;
}

static void
monitor_iface_init (GNetworkMonitorInterface *iface)
{
}

GType metered_monitor_get_type (void);
G_DEFINE_TYPE_WITH_CODE (MeteredMonitor,
                         metered_monitor,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, initable_iface_init)
                           G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, monitor_iface_init))

enum { PROP_0, PROP_AVAILABLE, PROP_METERED, PROP_CONNECTIVITY };

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
  klass->get_property = metered_monitor_get_property;
  g_object_class_override_property (klass, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (klass, PROP_METERED, "network-metered");
  g_object_class_override_property (klass, PROP_CONNECTIVITY, "connectivity");
}

static void
metered_monitor_init (MeteredMonitor *self)
{
}

static void
test_metered (void)
{
  g_autoptr(FeedDesk) desk = feed_desk_new ();
  g_autoptr(VetoUpdater) updater = feed_desk_start (desk, NULL);

  g_assert_true (veto_updater_may_look (updater, FALSE));
  is_metered = TRUE;
  g_assert_true (g_network_monitor_get_network_metered (g_network_monitor_get_default ()));
  g_assert_false (veto_updater_may_look (updater, FALSE));
  g_assert_true (veto_updater_may_look (updater, TRUE)); /* somebody clicked */
}

int
main (int argc, char *argv[])
{
  fetch_test_init (&argc, &argv);
  g_vfs_get_default (); /* makes the extension points known */
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, metered_monitor_get_type (),
                                  "metered", 1000);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].name, &rows[i], test_row);
  g_test_add_func ("/times/doubling", test_doubling);
  g_test_add_func ("/times/spread", test_spread);
  g_test_add_func ("/times/kept", test_kept);
  g_test_add_func ("/times/metered", test_metered);
  return g_test_run ();
}
