/* Looking for guidance in the window: asked once, on a click, by itself; what is said when it goes well and when it does not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "feed-desk.h"
#include "metered-monitor.h"
#include "scene.h"
#include "veto-news-desk.h"
#include "veto-news-page.h"
#include "veto-overview-page.h"
#include "veto-settings.h"
#include "veto-sidebar.h"
#include "veto-sources-page.h"
#include "veto-update-box.h"
#include "veto-update-notice.h"

#define QUESTION "May Veto look for new guidance once a day?"
#define LONGEST_WAIT_S 20

/* A window on guidance from a feed */
typedef struct
{
  FeedDesk    *feed;
  VetoUpdater *updater;
  Scene        scene;
} Desk;

static void
reset_settings (void)
{
  g_autoptr(GSettings) settings = veto_settings_new ();

  g_settings_reset (settings, VETO_SETTINGS_LOOK);
  g_settings_reset (settings, VETO_SETTINGS_LOOK_METERED);
  g_settings_reset (settings, VETO_SETTINGS_GUIDANCE_READ);
}

static void
set_daily (void)
{
  g_autoptr(GSettings) settings = veto_settings_new ();

  g_settings_set_string (settings, VETO_SETTINGS_LOOK, VETO_SETTINGS_LOOK_DAILY);
}

static char *
dup_setting (const char *key)
{
  g_autoptr(GSettings) settings = veto_settings_new ();

  return g_settings_get_string (settings, key);
}

/* A window as of @now; what is on the disk is read. */
static void
open_window (Desk *desk, gint64 now)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;

  desk->updater = feed_desk_start (desk->feed, &set);
  veto_updater_set_now (desk->updater, now);
  desk->scene = (Scene){ .services.guidance = veto_guidance_new (set), .services.updater = desk->updater };
  veto_services_open_in_memory (&desk->scene.services, &error);
  g_assert_no_error (error);
  scene_show (&desk->scene, 1060, 700);
  scene_settle (&desk->scene);
}

static void
close_window (Desk *desk)
{
  scene_close (&desk->scene);
  g_clear_object (&desk->updater);
}

static void
open_desk (Desk *desk)
{
  reset_settings ();
  desk->feed = feed_desk_new ();
  open_window (desk, NOW);
}

static void
close_desk (Desk *desk)
{
  close_window (desk);
  feed_desk_free (desk->feed);
}

static GtkWidget *
find (Desk *desk, GType type)
{
  return scene_find (GTK_WIDGET (desk->scene.window), type);
}

static gboolean
says (Desk *desk, GType page, const char *words)
{
  GtkWidget *widget = find (desk, page);

  return widget != NULL && scene_find_label (widget, words) != NULL;
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits until the first widget of type @page says that. */
static void
wait_for (Desk *desk, GType page, const char *words)
{
  gboolean late = FALSE;
  guint    timeout = g_timeout_add_seconds (LONGEST_WAIT_S, give_up_cb, &late);

  while (!says (desk, page, words) && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_test_message ("nothing says “%s”", words);
  g_assert_false (late);
  g_source_remove (timeout);
  scene_settle (&desk->scene);
}

/* For what must not happen: nothing can be waited for. */
static void
wait_seconds (guint n_seconds)
{
  gboolean over = FALSE;

  g_timeout_add_seconds (n_seconds, give_up_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
press (Desk *desk, GType page, const char *words)
{
  GtkWidget *label = scene_find_label (find (desk, page), words);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  scene_settle (&desk->scene);
}

static void
show_sources (Desk *desk)
{
  scene_act (&desk->scene, "win.sources", NULL);
  scene_settle_page (&desk->scene, VETO_TYPE_SOURCES_PAGE);
}

static guint
count_requests (Desk *desk)
{
  g_auto(GStrv) requests = feed_server_dup_requests (desk->feed->server);

  return g_strv_length (requests);
}

/* Whoever says no is never asked again, and nothing was sent. */
static void
test_only_on_click (void)
{
  Desk             desk;
  g_autofree char *choice = NULL;

  open_desk (&desk);
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Web sites change, and the steps with them."));
  press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Only when I click");
  g_assert_false (says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  choice = dup_setting (VETO_SETTINGS_LOOK);
  g_assert_cmpstr (choice, ==, VETO_SETTINGS_LOOK_CLICK);
  close_window (&desk);
  open_window (&desk, NOW);
  g_assert_false (says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  g_assert_cmpuint (count_requests (&desk), ==, 0);
  close_desk (&desk);
}

/* Whoever says yes has new guidance some moments later, without another click; and once a day is not twice. */
static void
test_daily (void)
{
  Desk             desk;
  g_autofree char *choice = NULL;
  guint            n_requests;

  open_desk (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  g_assert_cmpuint (count_requests (&desk), ==, 0);
  press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Yes, once a day");
  choice = dup_setting (VETO_SETTINGS_LOOK);
  g_assert_cmpstr (choice, ==, VETO_SETTINGS_LOOK_DAILY);
  wait_for (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of 23 November 2026 is in use.");
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Something is new for Sample."));
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Sample"));
  g_assert_true (says (&desk, VETO_TYPE_SIDEBAR, "1"));
  n_requests = count_requests (&desk);
  press (&desk, VETO_TYPE_OVERVIEW_PAGE, "See what changed");
  g_assert_false (says (&desk, VETO_TYPE_SIDEBAR, "1"));
  g_assert_true (says (&desk, VETO_TYPE_NEWS_PAGE, "Example"));
  g_assert_true (says (&desk, VETO_TYPE_NEWS_PAGE, "Sample"));
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_false (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of")); /* it was read */
  close_window (&desk);
  open_window (&desk, NOW + 60); /* the same again on the next start, one minute later */
  g_assert_false (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of"));
  g_assert_cmpint (veto_updater_get_next_try (desk.updater), >, NOW + 19 * 3600);
  g_assert_cmpuint (count_requests (&desk), ==, n_requests);
  show_sources (&desk);
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance"));
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "It has the number 5 and was made on 23 November 2026."));
  press (&desk, VETO_TYPE_UPDATE_BOX, "See what changed");
  g_assert_true (says (&desk, VETO_TYPE_NEWS_PAGE, "Sample")); /* read from the disk by now */
  close_desk (&desk);
}

/* Whoever said yes some days ago sees the window first, and has new guidance then. */
static void
test_first_look (void)
{
  Desk desk;

  reset_settings ();
  desk.feed = feed_desk_new ();
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  set_daily ();
  open_window (&desk, NOW);
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Example"));
  g_assert_cmpuint (count_requests (&desk), ==, 0);
  wait_for (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of 23 November 2026 is in use.");
  close_desk (&desk);
}

/* Nothing leaves before somebody clicks; then all is said on the page. */
static void
test_check_now (void)
{
  Desk desk;

  open_desk (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  show_sources (&desk);
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "Veto has not looked yet"));
  g_assert_false (says (&desk, VETO_TYPE_UPDATE_BOX, "See what changed"));
  gtk_widget_grab_focus (
    gtk_widget_get_ancestor (scene_find_label (find (&desk, VETO_TYPE_UPDATE_BOX), "Check now"),
                             GTK_TYPE_BUTTON));
  g_assert_cmpuint (count_requests (&desk), ==, 0);
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (desk.scene.window)), "clicked");
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "Looking for new guidance…"));
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance");
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "See what changed"));
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (desk.scene.window)),
                                         find (&desk, VETO_TYPE_UPDATE_BOX)));
  g_assert_false (says (&desk, VETO_TYPE_UPDATE_BOX, "Details"));
  close_desk (&desk);
}

static void
hang (Desk *desk, const char *path)
{
  g_autoptr(GBytes) head = g_bytes_new_static ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", 48);

  feed_server_put_answer (desk->feed->server, path, FEED_HANG, head);
}

/* Who does not want to wait presses "Cancel": that is no failure. */
static void
test_cancel (void)
{
  Desk desk;

  open_desk (&desk);
  hang (&desk, "root/2.json");
  show_sources (&desk);
  press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  g_assert_false (says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  press (&desk, VETO_TYPE_UPDATE_BOX, "Cancel");
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "Veto has not looked yet"));
  g_assert_false (says (&desk, VETO_TYPE_UPDATE_BOX, "Details"));
  close_desk (&desk);
}

/* Somebody closes the window in the middle of it. */
static void
test_closed_while_looking (void)
{
  Desk desk;

  open_desk (&desk);
  hang (&desk, "root/2.json");
  scene_act (&desk.scene, "win.look", NULL);
  scene_settle (&desk.scene);
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "Looking for new guidance…"));
  close_desk (&desk);
}

/* What goes wrong, in which words; the guidance stays. */
typedef struct
{
  const char *name;
  FeedIssue   issue; /* version 0: the server has nothing */
  const char *title;
  const char *code;
} Problem;

static const Problem problems[] = {
  { "/updates/problem/network", { 0 }, "Could not look for new guidance", "network" },
  { "/updates/problem/signature",
    { .version = 5, .name = "Sample", .signers = "d" },
    "New guidance was refused",
    "signature" },
  { "/updates/problem/expired",
    { .version = 5, .name = "Sample", .created = NOW - 70 * DAY, .expires = NOW - 10 * DAY },
    "The server has only outdated guidance",
    "expired" },
  { "/updates/problem/hash",
    { .version = 5, .name = "Sample", .bad_blob = TRUE },
    "New guidance was damaged",
    "hash" },
};

static void
test_problem (gconstpointer data)
{
  const Problem   *problem = data;
  g_autofree char *code = g_strdup_printf ("Code: %s\n", problem->code);
  Desk             desk;
  GtkWidget       *details;
  const char      *lines;

  open_desk (&desk);
  if (problem->issue.version != 0)
    feed_desk_publish (desk.feed, desk.feed->server, &problem->issue);
  show_sources (&desk);
  press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, problem->title);
  details = scene_find (find (&desk, VETO_TYPE_UPDATE_BOX), GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (details), TRUE);
  scene_settle (&desk.scene);
  lines = gtk_label_get_text (GTK_LABEL (scene_find_label (details, code)));
  g_assert_nonnull (strstr (lines, "What happened: "));
  g_assert_nonnull (strstr (lines, "Time: 2026-11-23T12:00:00Z"));
  g_assert_null (strstr (lines, g_get_home_dir ()));
  g_assert_null (strstr (lines, g_get_user_name ()));
  g_assert_null (strstr (lines, desk.feed->home));
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  close_window (&desk);
  open_window (&desk, NOW + 60);
  show_sources (&desk);
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, problem->title)); /* it is remembered */
  close_desk (&desk);
}

static void
test_stale (void)
{
  const FeedIssue issue = { .version = 5, .name = "Sample", .created = NOW - 15 * DAY, .expires = NOW + DAY };
  Desk            desk;

  open_desk (&desk);
  feed_desk_publish (desk.feed, desk.feed->server, &issue);
  scene_act (&desk.scene, "win.look", NULL);
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance");
  close_window (&desk);
  open_window (&desk, NOW + 60 * DAY);
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "This guidance is 75 days old"));
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Sample")); /* and in use all the same */
  press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Look for new guidance");
  g_assert_true (says (&desk, VETO_TYPE_SOURCES_PAGE, "This guidance is 75 days old"));
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, "The server has only outdated guidance");
  close_desk (&desk);
}

/* The keys that signed the guidance in use do not count any more. */
static void
test_withdrawn (void)
{
  Desk desk;

  open_desk (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  scene_act (&desk.scene, "win.look", NULL);
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance");
  feed_desk_publish_root (desk.feed, 2, feed_desk_make_root (2, "abc", "ghi"), "ab");
  press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Some guidance was withdrawn");
  g_assert_null (scene_find_label (GTK_WIDGET (desk.scene.window), "New guidance of 24 October"));
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Some guidance was withdrawn"));
  g_assert_true (says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Example"));
  close_desk (&desk);
}

/* Where each byte is paid for nothing is sent by itself, unless the person said that it may; a click always may. */
static void
test_metered (void)
{
  Desk desk;
  g_autoptr(GSettings) settings = veto_settings_new ();

  metered_monitor_set (TRUE);
  open_desk (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Yes, once a day");
  wait_seconds (4); /* longer than it takes otherwise */
  g_assert_cmpuint (count_requests (&desk), ==, 0);
  g_settings_set_boolean (settings, VETO_SETTINGS_LOOK_METERED, TRUE);
  wait_for (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of 23 November 2026 is in use.");
  close_window (&desk);
  g_settings_set_boolean (settings, VETO_SETTINGS_LOOK_METERED, FALSE);
  open_window (&desk, NOW + 3 * DAY);
  feed_desk_publish_plain (desk.feed, 6, "Third");
  show_sources (&desk);
  press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  wait_for (&desk, VETO_TYPE_UPDATE_BOX, "It has the number 6");
  close_desk (&desk);
  metered_monitor_set (FALSE);
}

/* A build without a feed says so, and asks nothing. */
static void
test_no_feed (void)
{
  Desk desk = { 0 };

  reset_settings ();
  desk.feed = feed_desk_new ();
  desk.feed->config.urls = NULL;
  open_window (&desk, NOW);
  g_assert_false (says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  show_sources (&desk);
  g_assert_true (says (&desk, VETO_TYPE_UPDATE_BOX, "This Veto does not look for new guidance"));
  g_assert_false (says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  metered_monitor_use ();
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/updates/only-on-click", test_only_on_click);
  g_test_add_func ("/updates/daily", test_daily);
  g_test_add_func ("/updates/first-look", test_first_look);
  g_test_add_func ("/updates/check-now", test_check_now);
  g_test_add_func ("/updates/cancel", test_cancel);
  g_test_add_func ("/updates/closed-while-looking", test_closed_while_looking);
  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    g_test_add_data_func (problems[i].name, &problems[i], test_problem);
  g_test_add_func ("/updates/stale", test_stale);
  g_test_add_func ("/updates/withdrawn", test_withdrawn);
  g_test_add_func ("/updates/metered", test_metered);
  g_test_add_func ("/updates/no-feed", test_no_feed);
  return g_test_run ();
}
