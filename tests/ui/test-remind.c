/* Reminders while the window is closed (asked for, allowed, refused, not possible), and the notification while it is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "desk-services.h"
#include "scene.h"
#include "veto-background.h"
#include "veto-day-watch.h"
#include "veto-day.h"
#include "veto-due-watch.h"
#include "veto-remind-box.h"
#include "veto-reminder.h"
#include "veto-settings.h"

#define PATIENCE_MS 20000
#define LONGEST_WAIT_S 20

static gboolean
late_cb (gpointer data)
{
  g_error ("this takes too long");
  return G_SOURCE_REMOVE;
}

typedef gboolean (*Condition) (gconstpointer data);

static gboolean
again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until (Condition is_met, gconstpointer data)
{
  guint tick = g_timeout_add (5, again_cb, NULL),
        late = g_timeout_add_seconds (LONGEST_WAIT_S, late_cb, NULL);

  while (!is_met (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_source_remove (late);
}

static char *
dup_autostart (void)
{
  g_autofree char *path =
    g_build_filename (g_get_user_config_dir (), "autostart", VETO_APP_ID ".desktop", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

typedef struct
{
  const char *name;
  DeskFlags   has;
  guint       response;
  gboolean    autostart;
  int         code; /* of GIOErrorEnum; -1: it is on */
  gboolean    has_file;
} Sample;

static const Sample samples[] = {
  { "/remind/granted", DESK_HAS_BACKGROUND, 0, TRUE, -1, FALSE },
  { "/remind/granted-without-start", DESK_HAS_BACKGROUND, 0, FALSE, G_IO_ERROR_PERMISSION_DENIED, FALSE },
  { "/remind/denied", DESK_HAS_BACKGROUND, 1, FALSE, G_IO_ERROR_PERMISSION_DENIED, FALSE },
  { "/remind/failed", DESK_HAS_BACKGROUND, 2, FALSE, -1, TRUE },
  { "/remind/absent", DESK_HAS_NOTHING, 0, FALSE, -1, TRUE },
};

typedef struct
{
  gboolean done, is_set;
  GError  *error;
} Outcome;

static gboolean
is_done (gconstpointer data)
{
  return ((const Outcome *) data)->done;
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->is_set = veto_background_set_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static Outcome
set (gboolean on)
{
  Outcome outcome = { FALSE };

  veto_background_set_async (on, PATIENCE_MS, NULL, set_cb, &outcome);
  wait_until (is_done, &outcome);
  return outcome;
}

static void
check_question (DeskServices *services, gboolean on)
{
  GVariant               *options = desk_services_get_options (services);
  g_autofree const char **command = NULL;
  gboolean                autostart;

  g_assert_true (g_variant_lookup (options, "autostart", "b", &autostart));
  g_assert_cmpint (autostart, ==, on);
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_assert_cmpstr (command[0], ==, "veto");
  g_assert_cmpstr (command[1], ==, "--watch-due");
  g_assert_null (command[2]);
}

/* Nothing is put into the folder of what starts at login but where the desktop has no say in it; switched off, it is gone. */
static void
test_background (gconstpointer data)
{
  const Sample    *sample = data;
  DeskServices    *services = desk_services_new (sample->has);
  Outcome          on, off;
  g_autofree char *text = NULL, *left = NULL;

  desk_services_set_answer (services, sample->response, sample->autostart);
  on = set (TRUE);
  text = dup_autostart ();
  if (sample->code < 0)
    g_assert_no_error (on.error);
  else
    g_assert_error (on.error, G_IO_ERROR, sample->code);
  g_assert_cmpint (on.is_set, ==, sample->code < 0);
  g_assert_cmpint (text != NULL, ==, sample->has_file);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "\" --watch-due\n"));
  if (sample->has & DESK_HAS_BACKGROUND)
    check_question (services, TRUE);

  off = set (FALSE);
  left = dup_autostart ();
  g_assert_true (off.is_set);
  g_assert_null (left);
  if (sample->has & DESK_HAS_BACKGROUND)
    check_question (services, FALSE);
  g_clear_error (&on.error);
  desk_services_free (services);
}

/* --- the switch --- */

/* A form that was sent so long ago: its month is over when that is 70 days. */
static void
send_form (Scene *scene, guint n_days)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPlatform) platform = g_list_model_get_item (G_LIST_MODEL (scene->services.guidance), 0);
  guint            n_guides;
  const VetoGuide *guide = veto_platform_get_guides (platform, &n_guides);
  VetoCase *item = veto_case_book_start (scene->services.book, veto_platform_get_id (platform), guide->goal,
                                         guide->id, &error);
  VetoEventDraft draft = { .kind = VETO_EVENT_SENT, .channel = "form" };

  g_assert_no_error (error);
  veto_day_today (&draft.day);
  g_date_subtract_days (&draft.day, n_days);
  veto_timeline_add (veto_case_get_timeline (item), &draft, NULL, &error);
  g_assert_no_error (error);
}

static void
open_scene (Scene *scene, guint n_days)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();

  scene_open (scene, set, 1060, 700);
  send_form (scene, n_days);
  scene_settle (scene);
}

static gboolean
is_sensitive (gconstpointer widget)
{
  return gtk_widget_get_sensitive ((GtkWidget *) widget);
}

static void
test_switch (gconstpointer data)
{
  const Sample *sample = data;
  DeskServices *services = desk_services_new (sample->has);
  g_autoptr(GSettings) settings = veto_settings_new ();
  GtkWidget *box, *button, *words;
  Scene      scene;

  g_assert_nonnull (settings);
  g_settings_set_boolean (settings, VETO_SETTINGS_REMINDERS, FALSE);
  desk_services_set_answer (services, sample->response, sample->autostart);
  open_scene (&scene, 3);
  box = scene_find (GTK_WIDGET (scene.window), VETO_TYPE_REMIND_BOX);
  button = scene_find (box, GTK_TYPE_SWITCH);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (button)));

  gtk_switch_set_active (GTK_SWITCH (button), TRUE);
  g_assert_false (gtk_switch_get_state (GTK_SWITCH (button))); /* not before the desktop has said so */
  wait_until (is_sensitive, button);
  g_assert_cmpint (gtk_switch_get_state (GTK_SWITCH (button)), ==, sample->code < 0);
  g_assert_cmpint (gtk_switch_get_active (GTK_SWITCH (button)), ==, sample->code < 0);
  g_assert_cmpint (g_settings_get_boolean (settings, VETO_SETTINGS_REMINDERS), ==, sample->code < 0);
  scene_settle (&scene);
  words = scene_find_label (box, "Your desktop");
  g_assert_cmpint (words != NULL, ==, sample->code >= 0);

  gtk_switch_set_active (GTK_SWITCH (button), FALSE);
  if (sample->code < 0)
    wait_until (is_sensitive, button);
  g_assert_false (g_settings_get_boolean (settings, VETO_SETTINGS_REMINDERS));
  scene_close (&scene);
  desk_services_free (services);
}

/* --- the notification --- */

static gboolean
is_told (gconstpointer services)
{
  return desk_services_get_n_told ((DeskServices *) services) > 0;
}

static gboolean
is_withdrawn (gconstpointer services)
{
  return desk_services_get_n_withdrawn ((DeskServices *) services) > 0;
}

/* Says nothing of the case, because others may see the screen; goes when it was done. */
static void
test_notice (void)
{
  DeskServices *services = desk_services_new (DESK_HAS_NOTIFICATIONS);
  g_autoptr(VetoReminder) reminder = NULL;
  Scene scene;

  open_scene (&scene, 70);
  reminder = veto_reminder_new (G_APPLICATION (scene_get_application ()), &scene.services);
  wait_until (is_told, services);
  g_assert_cmpstr (desk_services_get_told (services), ==, "A date is due\nVeto says what you can do now.");
  {
    g_autoptr(VetoCase) item = g_list_model_get_item (G_LIST_MODEL (scene.services.book), 0);
    VetoEventDraft draft = { .kind = VETO_EVENT_ANSWER, .reply = VETO_REPLY_GRANTED };

    veto_day_today (&draft.day);
    g_assert_true (veto_timeline_add (veto_case_get_timeline (item), &draft, NULL, NULL));
  }
  wait_until (is_withdrawn, services);
  g_assert_cmpuint (desk_services_get_n_told (services), ==, 1);
  g_clear_pointer (&reminder, veto_reminder_free);
  scene_close (&scene);
  desk_services_free (services);
}

static gboolean
is_over (gconstpointer over)
{
  return *(const gboolean *) over;
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* What nobody could see is not told; it is as soon as somebody can. */
static void
test_no_reader (void)
{
  DeskServices *services;
  gboolean      over = FALSE;
  Scene         scene;
  VetoReminder *reminder;

  open_scene (&scene, 70);
  reminder = veto_reminder_new (G_APPLICATION (scene_get_application ()), &scene.services);
  g_timeout_add_full (G_PRIORITY_LOW, 600, over_cb, &over,
                      NULL); /* behind the look, which has the same priority and is earlier */
  wait_until (is_over, &over);
  veto_reminder_free (reminder);

  services = desk_services_new (DESK_HAS_NOTIFICATIONS);
  reminder = veto_reminder_new (G_APPLICATION (scene_get_application ()), &scene.services);
  wait_until (is_told, services);
  veto_reminder_free (reminder);
  scene_close (&scene);
  desk_services_free (services);
}

/* --- the day --- */

typedef struct
{
  const char *name;
  const char *time;
  guint       expected;
} Wait;

static const Wait waits[] = {
  { "/day-watch/noon", "12:00:00", 300 },
  { "/day-watch/before-midnight", "23:59:00", 61 },
  { "/day-watch/last-second", "23:59:59", 2 },
  { "/day-watch/midnight", "00:00:00", 300 },
};

static void
test_wait (gconstpointer data)
{
  const Wait      *wait = data;
  g_autofree char *text = g_strdup_printf ("2026-11-26T%s", wait->time);
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 (text, zone);

  g_assert_cmpuint (veto_day_watch_get_wait (now), ==, wait->expected);
}

/* In the zone of the reader: the next 8 o'clock */
static const struct
{
  const char *name, *now, *expected; /* UTC */
} mornings[] = {
  { "/watch/same-day", "2026-11-26T05:00:00Z", "2026-11-26T07:00:00Z" },
  { "/watch/at-once", "2026-11-26T07:00:00Z", "2026-11-27T07:00:00Z" },
  { "/watch/evening", "2026-12-31T22:30:00Z", "2027-01-01T07:00:00Z" },
  { "/watch/to-summer", "2027-03-27T12:00:00Z", "2027-03-28T06:00:00Z" },
  { "/watch/to-winter", "2027-10-30T12:00:00Z", "2027-10-31T07:00:00Z" },
};

static void
test_morning (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 (mornings[i].now, NULL);
  g_autoptr(GDateTime) expected = g_date_time_new_from_iso8601 (mornings[i].expected, NULL);
  g_autoptr(GDateTime) local = NULL;

  g_assert_nonnull (zone);
  local = g_date_time_to_timezone (now, zone);
  g_assert_cmpint (veto_due_watch_get_next (local), ==, g_date_time_to_unix (expected));
}

/* --- what is switched off ends --- */

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gconstpointer data)
{
  return *(const gboolean *) data;
}

/* Whoever stays and looks each morning is told to end. */
static void
test_switched_off (void)
{
  gboolean           is_told = FALSE;
  const GActionEntry entries[] = { { .name = "quit", .activate = quit_cb } };
  g_autoptr(GApplication) watch = g_application_new (VETO_APP_ID ".Watch", G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr(GError) error = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (watch), entries, G_N_ELEMENTS (entries), &is_told);
  g_application_register (watch, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_application_get_is_remote (watch));
  set (TRUE);
  g_assert_false (is_told);
  set (FALSE);
  wait_until (is_true, &is_told);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/switch", samples[i].name);
      g_autofree char *background = g_strdup_printf ("%s/portal", samples[i].name);

      g_test_add_data_func (background, &samples[i], test_background);
      g_test_add_data_func (name, &samples[i], test_switch);
    }
  g_test_add_func ("/notice/told-and-withdrawn", test_notice);
  g_test_add_func ("/notice/no-reader", test_no_reader);
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    g_test_add_data_func (waits[i].name, &waits[i], test_wait);
  for (guint i = 0; i < G_N_ELEMENTS (mornings); i++)
    g_test_add_data_func (mornings[i].name, GUINT_TO_POINTER (i), test_morning);
  g_test_add_func ("/watch/switched-off", test_switched_off);
  return g_test_run ();
}
