/* What became due is told by the desktop: at login without a window, with the window, and once; pressing it opens the case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <string.h>

#include "desk-services.h"
#include "store-fixture.h"
#include "veto-store-rows.h"
#include "veto-walker.h"

#define LONGEST_WAIT_S 30
#define MOST_MEMORY_KIB 32768 /* of the program that stays */

static gboolean
late_cb (gpointer data)
{
  g_error ("nothing is told");
  return G_SOURCE_REMOVE;
}

static gboolean
again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_told (DeskServices *services, guint n_told)
{
  guint tick = g_timeout_add (5, again_cb, NULL),
        late = g_timeout_add_seconds (LONGEST_WAIT_S, late_cb, NULL);

  while (desk_services_get_n_told (services) < n_told)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_source_remove (late);
}

/* A form that was sent so long ago on the walker's platform. Returns: (transfer full): the id of its case */
static char *
send_form (VetoWalker *walker, int n_days)
{
  g_autofree char *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) then = g_date_time_add_days (now, -n_days);
  g_autofree char *day = g_date_time_format (then, "%Y-%m-%d");
  VetoStore       *store;
  char            *id;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  store = fixture_open (folder, VETO_STORE_TOOL);
  {
    g_autoptr(VetoStoreCase)
                 row = veto_store_add_case (store, walker->platform->id, "object", walker->guide->id, NULL);
    VetoStoreEvent event = { .id = (char *) "event",
                             .case_id = row->id,
                             .day = day,
                             .kind = (char *) "sent",
                             .data = (char *) "{\"channel\":\"form\",\"goal\":\"object\"}",
                             .created = 1 };

    g_assert_true (veto_store_set_event (store, &event, NULL));
    id = g_strdup (row->id);
  }
  fixture_close (store);
  return id;
}

/* As the desktop does at login. Returns: what it said */
static char *
check (VetoWalker *walker)
{
  const char *const argv[] = { veto_walker_get_program (), "--check-due", NULL };
  char             *said = NULL;

  g_assert_cmpint (veto_driver_run_beside (walker->driver, argv, &said), ==, 0);
  return said;
}

/* No display is needed; what was told at login is not told again, neither there nor by the window. */
static void
test_login (void)
{
  DeskServices *services = desk_services_new (DESK_HAS_NOTIFICATIONS);
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *id = send_form (walker, 70), *first = NULL, *second = NULL;

  first = check (walker);
  g_assert_cmpstr (first, ==, "");
  wait_told (services, 1);
  g_assert_true (g_str_has_prefix (desk_services_get_told (services), "A date is due\n"));
  g_assert_null (strstr (desk_services_get_told (services), walker->platform->name));
  second = check (walker);
  g_assert_cmpstr (second, ==, "");
  veto_walker_start (walker, NULL);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_BUTTON, "Write the reminder"));
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (desk_services_get_n_told (services), ==, 1);
  desk_services_free (services);
}

/* Nothing is due, or nothing is there at all: nothing is told, and nothing is made. */
static void
test_nothing (void)
{
  DeskServices *services = desk_services_new (DESK_HAS_NOTIFICATIONS);
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *folder = g_build_filename (veto_driver_get_data_folder (walker->driver), "veto", NULL);
  g_autofree char *id = NULL, *first = check (walker), *second = NULL;

  g_assert_cmpstr (first, ==, "");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  id = send_form (walker, 3);
  second = check (walker);
  g_assert_cmpstr (second, ==, "");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (desk_services_get_n_told (services), ==, 0);
  desk_services_free (services);
}

/* A desktop that shows no notifications hears of nothing, and what is due is still to be told when there is one. */
static void
test_no_reader (void)
{
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *id = send_form (walker, 70), *first = check (walker), *second = NULL;
  DeskServices    *services = desk_services_new (DESK_HAS_NOTIFICATIONS);

  g_assert_cmpstr (first, ==, "");
  second = check (walker);
  wait_told (services, 1);
  desk_services_free (services);
}

/* What the desktop calls when somebody presses the notification. */
static void
press_notification (const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autofree char *path = g_strconcat ("/", VETO_APP_ID, NULL);
  g_autoptr(GVariant) reply = NULL;

  g_strdelimit (path, ".", '/');
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, VETO_APP_ID, path, "org.freedesktop.Application",
                                       "ActivateAction",
                                       g_variant_new_parsed ("('case', [<%s>], @a{sv} {})", id), NULL,
                                       G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, &error);
  g_assert_no_error (error);
}

/* The window tells it itself, and the notification leads to the case. */
static void
test_window (void)
{
  DeskServices *services = desk_services_new (DESK_HAS_NOTIFICATIONS);
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  g_autofree char *id = send_form (walker, 70);

  veto_walker_start (walker, NULL);
  wait_told (services, 1);
  press_notification (id);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_HEADING, walker->platform->name));
  press_notification ("gone");
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_BUTTON, "Write the reminder"));
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  desk_services_free (services);
}

/* What the switch does when it is turned off. Returns: whether somebody was there to hear it */
static gboolean
end_watch (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autofree char *path = g_strconcat ("/", VETO_APP_ID, "/Watch", NULL);
  g_autoptr(GVariant) reply = NULL;

  g_strdelimit (path, ".", '/');
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, VETO_APP_ID ".Watch", path, "org.freedesktop.Application",
                                       "ActivateAction", g_variant_new_parsed ("('quit', @av [], @a{sv} {})"),
                                       NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL);
  return reply != NULL;
}

/* KiB that are the process's own, or its share of what several use */
static double
read_memory (GSubprocess *program)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/smaps_rollup", g_subprocess_get_identifier (program));
  g_autofree char *text = NULL;
  const char      *place;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  place = strstr (text, "Pss:");
  g_assert_nonnull (place);
  return g_ascii_strtod (place + strlen ("Pss:"), NULL);
}

/* It stays after it has told, there is never a second one, and it ends when it is to. */
static void
test_watch (void)
{
  DeskServices *services = desk_services_new (DESK_HAS_NOTIFICATIONS);
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const char *const argv[] = { veto_walker_get_program (), "--watch-due", NULL };
  g_autofree char  *id = send_form (walker, 70), *second = NULL, *said = NULL;
  g_autoptr(GSubprocess) watch = veto_driver_start_beside (walker->driver, argv);
  g_autoptr(GError) error = NULL;

  wait_told (services, 1);
  g_assert_cmpint (veto_driver_run_beside (walker->driver, argv, &second), ==, 0);
  g_assert_cmpstr (second, ==, "");
  g_assert_nonnull (g_subprocess_get_identifier (watch)); /* the first one is still there */
  g_test_message ("it holds %.1f MiB", read_memory (watch) / 1024);
  if (g_getenv ("VETO_SANITIZED") == NULL) /* they need memory of their own */
    g_assert_cmpfloat (read_memory (watch), <, MOST_MEMORY_KIB);
  g_assert_true (end_watch ());
  g_subprocess_communicate_utf8 (watch, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "");
  g_assert_true (g_subprocess_get_successful (watch));
  g_assert_false (end_watch ());
  g_assert_cmpuint (desk_services_get_n_told (services), ==, 1);
  desk_services_free (services);
}

/* A computer that stays on: what is entered later is told on a later morning, by the window until then; both tell it once. */
static void
test_watch_beside_window (void)
{
  DeskServices *services = desk_services_new (DESK_HAS_NOTIFICATIONS);
  g_autoptr(VetoWalker) walker = veto_walker_new ("en");
  const char *const argv[] = { veto_walker_get_program (), "--watch-due", NULL };
  g_autofree char  *id = send_form (walker, 70);
  g_autoptr(GSubprocess) watch = veto_driver_start_beside (walker->driver, argv);

  wait_told (services, 1);
  veto_walker_start (walker, NULL);
  veto_node_free (veto_driver_wait_for (walker->driver, VETO_KIND_BUTTON, "Write the reminder"));
  g_assert_cmpint (veto_driver_quit (walker->driver), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (desk_services_get_n_told (services), ==, 1);
  g_assert_true (end_watch ());
  g_assert_true (g_subprocess_wait_check (watch, NULL, NULL));
  desk_services_free (services);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/login", test_login);
  g_test_add_func ("/due/nothing", test_nothing);
  g_test_add_func ("/due/no-reader", test_no_reader);
  g_test_add_func ("/due/window", test_window);
  g_test_add_func ("/due/watch", test_watch);
  g_test_add_func ("/due/watch-beside-window", test_watch_beside_window);
  return g_test_run ();
}
