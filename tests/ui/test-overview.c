/* The overview: what is best to do next, what is due, what changed, and the way to more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "many-platforms.h"
#include "scene.h"
#include "veto-case-dates.h"
#include "veto-case-page.h"
#include "veto-changed-box.h"
#include "veto-date-row.h"
#include "veto-dates-box.h"
#include "veto-day.h"
#include "veto-objection-row.h"
#include "veto-objections-box.h"
#include "veto-overview-page.h"
#include "veto-store-rows.h"
#include "veto-wizard.h"

#define WIDE 1060
#define HEIGHT 700

static void
open_scene (Scene *scene)
{
  g_autoptr(VetoGuideSet) set = scene_read_guidance ();
  scene_open (scene, set, WIDE, HEIGHT);
}

static void
enter (VetoCase *item, VetoEventKind kind, VetoReply reply, int n_days_ago)
{
  g_autoptr(GError) error = NULL;
  VetoEventDraft draft = { .kind = kind, .reply = reply, .channel = "form" };

  veto_day_today (&draft.day);
  g_date_subtract_days (&draft.day, n_days_ago);
  veto_timeline_add (veto_case_get_timeline (item), &draft, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find (Scene *scene, GType type)
{
  return scene_find (GTK_WIDGET (scene->window), type);
}

static void
assert_says (Scene *scene, const char *words)
{
  g_test_message ("%s", words);
  g_assert_nonnull (scene_find_label (find (scene, VETO_TYPE_OVERVIEW_PAGE), words));
}

/* (transfer none) (nullable): the button of @widget with these words */
static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  GtkWidget *label = scene_find_label (widget, words);
  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

typedef struct
{
  const char *name;
  const char *events; /* of the second platform: "KIND/REPLY DAYS_AGO, …" */
  const char *heading;
  const char *sentence;
  const char *button;
} Sample;

/* The first two platforms of the guidance that Veto brings along */
static const Sample samples[] = {
  { "/overview/begin", "", "Next: Facebook", "Companies train", "Start" },
  { "/overview/continue", "opened 0", "Next: finish Instagram", "6 steps are left. The next one is",
    "Continue" },
  { "/overview/overdue", "sent 70", "Next: remind Instagram", "The time to answer is over.",
    "Write the reminder" },
  { "/overview/refused", "sent 20, answer/refused 1", "Next: complain about Instagram", "They said no.",
    "Write the complaint" },
  { "/overview/asked-back", "sent 20, answer/asks-id 1", "Next: write back to Instagram",
    "They ask for proof of who you are.", "Write back" },
  { "/overview/waiting", "sent 2", "Next: Facebook", "Companies train", "Start" },
};

static void
enter_words (VetoCase *item, const char *events)
{
  static const char *const kinds[] = {
    [VETO_EVENT_OPENED] = "opened", [VETO_EVENT_SENT] = "sent", [VETO_EVENT_ANSWER] = "answer"
  };
  g_auto(GStrv) lines = g_strsplit (events, ", ", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    for (VetoEventKind kind = VETO_EVENT_OPENED; kind <= VETO_EVENT_ANSWER; kind++)
      if (kinds[kind] != NULL && g_str_has_prefix (lines[i], kinds[kind]))
        enter (item, kind, strstr (lines[i], "refused") != NULL ? VETO_REPLY_REFUSED : VETO_REPLY_ASKS_ID,
               atoi (strrchr (lines[i], ' ')));
}

/* One sentence, one blue button, which leads on. */
static void
test_best (gconstpointer data)
{
  const Sample *sample = data;
  Scene         scene;
  GtkWidget    *button;

  open_scene (&scene);
  if (*sample->events != '\0')
    enter_words (scene_start_case (&scene, 1), sample->events);
  scene_settle (&scene);
  assert_says (&scene, sample->heading);
  assert_says (&scene, sample->sentence);
  button = find_button (find (&scene, VETO_TYPE_OVERVIEW_PAGE), sample->button);
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  press (button);
  scene_settle (&scene);
  g_assert_false (gtk_widget_get_mapped (button)); /* something else is shown */
  scene_close (&scene);
}

/* While another page is shown nothing is computed, but what comes back is as of now. */
static void
test_behind (void)
{
  Scene scene;

  open_scene (&scene);
  scene_act (&scene, "win.platform", "s", veto_platform_get_id (scene_get_platform (&scene, 0)));
  scene_settle (&scene);
  enter (scene_start_case (&scene, 1), VETO_EVENT_SENT, VETO_REPLY_OTHER, 70);
  scene_act (&scene, "win.overview", NULL);
  assert_says (&scene, "Next: remind Instagram"); /* at once, and not a frame later */
  scene_close (&scene);
}

static guint
count_rows (GtkWidget *widget, GType type)
{
  GtkWidget *list = gtk_widget_get_parent (scene_find (widget, type));
  guint      n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

/* The most urgent first; what is over is in no need of a calendar. */
static void
test_dates (void)
{
  Scene      scene;
  GtkWidget *box, *first;

  open_scene (&scene);
  box = find (&scene, VETO_TYPE_DATES_BOX);
  g_assert_null (scene_find_label (box, "Dates")); /* nothing is due */
  enter (scene_start_case (&scene, 0), VETO_EVENT_SENT, VETO_REPLY_OTHER, 3);
  enter (scene_start_case (&scene, 1), VETO_EVENT_SENT, VETO_REPLY_OTHER, 70);
  scene_settle (&scene);
  g_assert_nonnull (scene_find_label (box, "Dates"));
  g_assert_cmpuint (count_rows (box, VETO_TYPE_DATE_ROW), ==, 2);
  first = scene_find (box, VETO_TYPE_DATE_ROW);
  g_assert_nonnull (scene_find_label (first, "Instagram did not answer in time"));
  g_assert_null (find_button (first, "Add to calendar"));
  g_assert_nonnull (scene_find_label (box, "Facebook must have answered"));
  g_assert_nonnull (find_button (box, "Add to calendar"));
  g_assert_nonnull (scene_find_label (box, "This is a calculation, not legal advice."));

  g_signal_emit_by_name (gtk_widget_get_parent (first), "row-activated", first);
  scene_settle (&scene);
  g_assert_false (gtk_widget_get_mapped (first)); /* it leads to the case */
  scene_act (&scene, "win.overview", NULL);

  enter (scene_start_case (&scene, 0), VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, 0);
  enter (scene_start_case (&scene, 1), VETO_EVENT_ANSWER, VETO_REPLY_REFUSED, 0);
  scene_settle (&scene);
  g_assert_null (scene_find_label (box, "Dates"));
  scene_close (&scene);
}

static void
test_many_dates (void)
{
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, 8, scene_get_language ());
  Scene      scene;
  GtkWidget *box;

  scene_open (&scene, set, WIDE, HEIGHT);
  for (guint i = 0; i < 8; i++)
    enter (scene_start_case (&scene, i), VETO_EVENT_SENT, VETO_REPLY_OTHER, 20);
  scene_settle (&scene);
  box = find (&scene, VETO_TYPE_DATES_BOX);
  g_assert_cmpuint (count_rows (box, VETO_TYPE_DATE_ROW), ==, 5);
  press (find_button (box, "Show all 8 dates"));
  scene_settle (&scene);
  g_assert_cmpuint (count_rows (box, VETO_TYPE_DATE_ROW), ==, 8);
  g_assert_null (find_button (box, "Show all"));
  g_assert_true (
    VETO_IS_DATE_ROW (gtk_window_get_focus (GTK_WINDOW (scene.window)))); /* the first that is new */
  scene_close (&scene);
}

/* Rows come as they are asked for, and all of them come. */
static void
test_many_objections (void)
{
  g_autoptr(VetoGuideSet) set = many_platforms_read (1, 60, scene_get_language ());
  Scene      scene;
  GtkWidget *box;

  scene_open (&scene, set, WIDE, HEIGHT);
  box = find (&scene, VETO_TYPE_OBJECTIONS_BOX);
  g_assert_cmpuint (count_rows (box, VETO_TYPE_OBJECTION_ROW), ==, 30);
  press (find_button (box, "Show all 60 objections"));
  scene_settle_page (&scene, VETO_TYPE_OVERVIEW_PAGE);
  g_assert_cmpuint (count_rows (box, VETO_TYPE_OBJECTION_ROW), ==, 60);
  g_assert_null (find_button (box, "Show all"));
  scene_close (&scene);
}

/* A step that was done as newer guidance does not describe it any more: it matters before something was sent, and after that it is
 * told, but nothing to do. */
static void
test_changed (gconstpointer data)
{
  gboolean         is_sent = g_str_equal (data, "sent");
  Scene            scene;
  VetoCase        *item;
  VetoPlatform    *platform;
  guint            n_guides;
  const VetoGuide *guide;
  GtkWidget       *box;
  VetoStoreStep    step = { .revision = (char *) "older", .at = 1700000000 };

  open_scene (&scene);
  box = find (&scene, VETO_TYPE_CHANGED_BOX);
  g_assert_null (scene_find_label (box, "Guidance"));
  item = scene_start_case (&scene, 0);
  platform = scene_get_platform (&scene, 0);
  guide = veto_platform_get_guides (platform, &n_guides);
  step.guide = (char *) guide->id;
  step.step = (char *) guide->steps[0].path;
  g_assert_true (veto_store_set_step (scene.services.store, veto_case_get_id (item), &step, NULL));
  enter (item, is_sent ? VETO_EVENT_SENT : VETO_EVENT_OPENED, VETO_REPLY_OTHER,
         1); /* and with it the step is read */
  scene_settle (&scene);
  g_assert_nonnull (scene_find_label (box, "Guidance"));
  g_assert_nonnull (scene_find_label (box, "Facebook: The description of the step"));
  assert_says (&scene, is_sent ? "Next: Instagram" : "Next: finish Facebook");
  g_assert_true ((scene_find_label (find (&scene, VETO_TYPE_OBJECTIONS_BOX), "The description") == NULL)
                 == is_sent);
  press (find_button (box, "See what changed"));
  scene_settle (&scene);
  if (!is_sent)
    g_assert_nonnull (find_button (find (&scene, VETO_TYPE_CASE_PAGE), "Look at the step"));
  else
    press (find_button (find (&scene, VETO_TYPE_CASE_PAGE), "I have read this"));
  scene_act (&scene, "win.overview", NULL);
  scene_settle (&scene);
  g_assert_true ((scene_find_label (box, "Guidance") == NULL) == is_sent);
  scene_close (&scene);
}

static void
test_add_service (void)
{
  Scene      scene;
  GtkWidget *label, *row;

  open_scene (&scene);
  label = scene_find_label (find (&scene, VETO_TYPE_OBJECTIONS_BOX), "Add a service…");
  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.add-service");
  gtk_widget_activate (row);
  scene_settle (&scene);
  g_assert_false (gtk_widget_get_mapped (row));
  scene_close (&scene);
}

/* --- the calendar --- */

/* A calendar of the test's own: keeps what it is given. Returns: (transfer full): where */
static char *
install_calendar (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *desktop = g_build_filename (folder, "test-calendar.desktop", NULL);
  g_autofree char *list = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  char            *taken = g_build_filename (g_get_user_data_dir (), "taken.ics", NULL);
  g_autofree char *entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Calendar\n"
                                            "MimeType=text/calendar;\nExec=cp %%f %s\n",
                                            taken);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (desktop, entry, -1, NULL));
  g_assert_true (
    g_file_set_contents (list, "[Default Applications]\ntext/calendar=test-calendar.desktop\n", -1, NULL));
  return taken;
}

static gboolean
late_cb (gpointer data)
{
  g_error ("the calendar was given nothing");
  return G_SOURCE_REMOVE;
}

static gboolean
again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Returns: (transfer full): the file that the calendar has, once it has the whole of it */
static char *
wait_for_file (const char *path)
{
  char *text = NULL;
  guint tick = g_timeout_add (10, again_cb, NULL), late = g_timeout_add_seconds (20, late_cb, NULL);

  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&text, g_free);
      g_file_get_contents (path, &text, NULL, NULL);
    }
  while (text == NULL || strstr (text, "END:VCALENDAR") == NULL);
  g_source_remove (tick);
  g_source_remove (late);
  return text;
}

/* Returns: (transfer full): what a parser that is not ours says of the file; "" where there is none */
static char *
read_calendar (const char *path)
{
  const char      *argv[] = { g_getenv ("VETO_PYTHON"), g_getenv ("VETO_READ_CALENDAR"), path, NULL };
  char            *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    return g_strdup ("");
  g_assert_cmpstr (err, ==, "");
  return out;
}

/* That date, and no other, with the day and the words that the row has; what was given to the calendar twice has one name there.
 * The page of the case offers the same. */
static void
test_calendar (gconstpointer where)
{
  g_autofree char *taken = install_calendar ();
  g_autofree char *text = NULL, *read = NULL;
  Scene            scene;
  VetoCase        *item;

  open_scene (&scene);
  item = scene_start_case (&scene, 0);
  enter (item, VETO_EVENT_SENT, VETO_REPLY_OTHER, 3);
  enter (scene_start_case (&scene, 1), VETO_EVENT_SENT, VETO_REPLY_OTHER, 70);
  scene_settle (&scene);
  if (g_str_equal (where, "case"))
    scene_act (&scene, "win.case", "s", veto_case_get_id (item));
  scene_settle (&scene);
  press (find_button (find (&scene, g_str_equal (where, "case") ? VETO_TYPE_CASE_DATES : VETO_TYPE_DATES_BOX),
                      "Add to calendar"));
  text = wait_for_file (taken);
  g_assert_nonnull (strstr (text, veto_case_get_id (item)));
  read = read_calendar (taken);
  scene_close (&scene);
  g_assert_cmpint (g_unlink (taken), ==, 0);
  if (*read == '\0')
    {
      g_test_skip ("no other parser of calendars is installed (python3-icalendar)");
      return;
    }
  g_assert_nonnull (strstr (read, "Facebook: last day for the answer to your objection"));
  g_assert_null (strstr (read, "Instagram"));
  g_assert_nonnull (strstr (read, "\"again\": true"));
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_best);
  g_test_add_func ("/overview/behind", test_behind);
  g_test_add_func ("/overview/dates", test_dates);
  g_test_add_func ("/overview/many-dates", test_many_dates);
  g_test_add_func ("/overview/many-objections", test_many_objections);
  g_test_add_data_func ("/overview/changed", "begun", test_changed);
  g_test_add_data_func ("/overview/changed-after-sending", "sent", test_changed);
  g_test_add_func ("/overview/add-service", test_add_service);
  g_test_add_data_func ("/overview/calendar", "overview", test_calendar);
  g_test_add_data_func ("/overview/calendar-of-the-case", "case", test_calendar);
  return g_test_run ();
}
