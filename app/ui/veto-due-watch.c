/* Stays without a window, and tells each morning what became due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-due-watch"

#include "veto-config.h"

#include "veto-due-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <malloc.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "veto-due-notice.h"

#define WATCH_ID VETO_APP_ID ".Watch" /* who owns it on the bus is the one */
#define FREEDESKTOP "org.freedesktop.Application"
#define MORNING_HOUR 8       /* a day begins at midnight, but nobody wants to hear of it then */
#define WAIT_FOR_DESKTOP 300 /* seconds, where nothing shows notifications yet */

typedef struct
{
  GApplication *one;    /* the program that stays */
  GApplication *teller; /* whom the desktop knows as Veto: the notifications are its own */
  int           timer;  /* of the clock on the wall: it goes on while the computer sleeps */
  guint         source_id;
} Watch;

gint64
veto_due_watch_get_next (GDateTime *now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_ref (g_date_time_get_timezone (now));
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr(GDateTime)
               morning = g_date_time_new (zone, g_date_time_get_year (now), g_date_time_get_month (now),
                                          g_date_time_get_day_of_month (now), MORNING_HOUR, 0, 0);
  g_autoptr(GDateTime) next = g_date_time_new (zone, g_date_time_get_year (tomorrow),
                                                g_date_time_get_month (tomorrow),
                                                g_date_time_get_day_of_month (tomorrow), MORNING_HOUR, 0, 0);

  return g_date_time_to_unix (g_date_time_compare (now, morning) < 0 ? morning : next);
}

/* Woken when the clock on the wall is set, too: what is the next morning then is another question. */
static void
sleep_until (Watch *self, gint64 when)
{
  struct itimerspec time = { .it_value = { .tv_sec = when } };

  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &time, NULL) != 0)
    g_warning ("no timer: %s", g_strerror (errno));
}

static void
look (Watch *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GError) error = NULL;
  gboolean has_reader = veto_due_notice_has_reader ();

  if (has_reader && !veto_due_notice_look (self->teller, &error))
    g_printerr ("veto: %s\n", error->message); /* perhaps it can be read tomorrow */
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  sleep_until (self,
               has_reader ? veto_due_watch_get_next (now) : g_date_time_to_unix (now) + WAIT_FOR_DESKTOP);
}

static gboolean
woken_cb (int timer, GIOCondition condition, gpointer data)
{
  guint64 n_times;

  if (read (timer, &n_times, sizeof n_times) < 0)
    g_debug ("the clock was set: %s", g_strerror (errno));
  look (data);
  return G_SOURCE_CONTINUE;
}

/* @parameters: (transfer floating): the window does it, and is started for that where it is not there */
static void
pass_on (const char *id, const char *method, GVariant *parameters, GDBusCallFlags flags)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GVariant) owned = g_variant_ref_sink (parameters);
  g_autofree char *path = g_strdelimit (g_strconcat ("/", id, NULL), ".", '/');

  if (bus == NULL)
    return;
  g_strdelimit (path, "-", '_');
  g_dbus_connection_call (bus, id, path, FREEDESKTOP, method, owned, NULL, flags, -1, NULL, NULL, NULL);
}

static void
case_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GVariantBuilder targets = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  g_variant_builder_add (&targets, "v", parameter);
  pass_on (VETO_APP_ID, "ActivateAction", g_variant_new ("(sava{sv})", "case", &targets, NULL),
           G_DBUS_CALL_FLAGS_NONE);
}

static void
opened_cb (void)
{
  pass_on (VETO_APP_ID, "Activate", g_variant_new ("(a{sv})", NULL), G_DBUS_CALL_FLAGS_NONE);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (((Watch *) data)->one);
}

static void
activate_cb (GApplication *one, Watch *self)
{
  if (self->source_id == 0)
    {
      self->source_id = g_unix_fd_add (self->timer, G_IO_IN, woken_cb, self);
      g_application_hold (one);
    }
  look (self);
}

static void
free_watch (Watch *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  g_object_unref (self->teller);
  g_object_unref (self->one);
  g_free (self);
}

int
veto_due_watch_run (const char *name)
{
  static const GActionEntry telling[] = { { .name = "case", .activate = case_cb, .parameter_type = "s" } };
  static const GActionEntry staying[] = { { .name = "quit", .activate = quit_cb } };
  g_autofree char          *own_name = g_strdup (name);
  char                     *arguments[] = { own_name, NULL };
  Watch                    *self = g_new0 (Watch, 1);
  int                       status = 1;

  self->one = g_application_new (WATCH_ID, G_APPLICATION_DEFAULT_FLAGS);
  self->teller = g_application_new (VETO_APP_ID, G_APPLICATION_NON_UNIQUE);
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  g_action_map_add_action_entries (G_ACTION_MAP (self->one), staying, G_N_ELEMENTS (staying), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->teller), telling, G_N_ELEMENTS (telling), self);
  g_signal_connect (self->one, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->teller, "activate", G_CALLBACK (opened_cb), NULL);
  if (self->timer >= 0 && g_application_register (self->teller, NULL, NULL))
    status = g_application_run (self->one, 1, arguments);
  free_watch (self);
  return status;
}

void
veto_due_watch_end (void)
{
  pass_on (WATCH_ID, "ActivateAction", g_variant_new ("(sava{sv})", "quit", NULL, NULL),
           G_DBUS_CALL_FLAGS_NO_AUTO_START);
}
