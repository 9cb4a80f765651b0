/* Looking for guidance in the window: asked once, on a click, by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "metered-monitor.h"
#include "updates-desk.h"
#include "veto-news-page.h"
#include "veto-overview-page.h"
#include "veto-settings.h"
#include "veto-sidebar.h"
#include "veto-sources-page.h"
#include "veto-update-box.h"

#define QUESTION "May Veto look for new guidance once a day?"
#define NEWS "New guidance of 23 November 2026 is in use."

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

/* Where the list of objections begins */
static float
get_list_place (Desk *desk)
{
  GtkWidget      *label = scene_find_label (desk_find (desk, VETO_TYPE_OVERVIEW_PAGE), "My objections");
  graphene_rect_t place;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (desk->scene.window), &place));
  return place.origin.y;
}

/* News come while somebody reads the overview: a note says so, and what is there stays where it is; the card is there when they
 * come back. */
static void
wait_for_news (Desk *desk)
{
  float place = get_list_place (desk);

  desk_wait_for (desk, ADW_TYPE_TOAST_OVERLAY, NEWS);
  scene_settle (&desk->scene);
  g_assert_false (desk_says (desk, VETO_TYPE_OVERVIEW_PAGE, NEWS));
  g_assert_cmpfloat (get_list_place (desk), ==, place);
  scene_act (&desk->scene, "win.letters", NULL);
  scene_settle (&desk->scene);
  scene_act (&desk->scene, "win.overview", NULL);
  scene_settle (&desk->scene);
  g_assert_true (desk_says (desk, VETO_TYPE_OVERVIEW_PAGE, NEWS));
}

/* Whoever says no is never asked again, and nothing was sent. */
static void
test_only_on_click (void)
{
  Desk             desk;
  g_autofree char *choice = NULL;

  desk_open (&desk);
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Web sites change, and the steps with them."));
  desk_press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Only when I click");
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  choice = dup_setting (VETO_SETTINGS_LOOK);
  g_assert_cmpstr (choice, ==, VETO_SETTINGS_LOOK_CLICK);
  desk_close_window (&desk);
  desk_open_window (&desk, NOW);
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  g_assert_cmpuint (desk_count_requests (&desk), ==, 0);
  desk_close (&desk);
}

/* Whoever says yes has new guidance some moments later, without another click; and once a day is not twice. */
static void
test_daily (void)
{
  Desk             desk;
  g_autofree char *choice = NULL;
  guint            n_requests;

  desk_open (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  g_assert_cmpuint (desk_count_requests (&desk), ==, 0);
  desk_press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Yes, once a day");
  choice = dup_setting (VETO_SETTINGS_LOOK);
  g_assert_cmpstr (choice, ==, VETO_SETTINGS_LOOK_DAILY);
  wait_for_news (&desk);
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Something is new for Sample."));
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Sample"));
  g_assert_true (desk_says (&desk, VETO_TYPE_SIDEBAR, "1"));
  n_requests = desk_count_requests (&desk);
  desk_press (&desk, VETO_TYPE_OVERVIEW_PAGE, "See what changed");
  g_assert_false (desk_says (&desk, VETO_TYPE_SIDEBAR, "1"));
  g_assert_true (desk_says (&desk, VETO_TYPE_NEWS_PAGE, "Example"));
  g_assert_true (desk_says (&desk, VETO_TYPE_NEWS_PAGE, "Sample"));
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of")); /* it was read */
  desk_close_window (&desk);
  desk_open_window (&desk, NOW + 60); /* the same again on the next start, one minute later */
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of"));
  g_assert_cmpint (veto_updater_get_next_try (desk.updater), >, NOW + 19 * 3600);
  g_assert_cmpuint (desk_count_requests (&desk), ==, n_requests);
  desk_show_sources (&desk);
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance"));
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX,
                            "Your guidance has the number 5 and was made on 23 November 2026."));
  desk_press (&desk, VETO_TYPE_UPDATE_BOX, "See what changed");
  g_assert_true (desk_says (&desk, VETO_TYPE_NEWS_PAGE, "Sample")); /* read from the disk by now */
  desk_close (&desk);
}

/* The same guidance, signed again as every month: in use, and nothing that anybody has to read. */
static void
test_signed_again (void)
{
  Desk desk;

  desk_open (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Example"); /* as the guidance that Veto came with */
  scene_act (&desk.scene, "win.look", NULL);
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Your guidance has the number 5");
  g_assert_false (desk_says (&desk, VETO_TYPE_SIDEBAR, "1"));
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of"));
  desk_close_window (&desk);
  desk_open_window (&desk, NOW);
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "New guidance of"));
  desk_close (&desk);
}

/* Whoever said yes some days ago sees the window first, and has new guidance then. */
static void
test_first_look (void)
{
  Desk desk;

  desk_reset_settings ();
  desk.feed = feed_desk_new ();
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  set_daily ();
  desk_open_window (&desk, NOW);
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Example"));
  g_assert_cmpuint (desk_count_requests (&desk), ==, 0);
  wait_for_news (&desk);
  desk_close (&desk);
}

/* Nothing leaves before somebody clicks; then all is said on the page. */
static void
test_check_now (void)
{
  Desk desk;

  desk_open (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  desk_show_sources (&desk);
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Veto has not looked yet"));
  g_assert_false (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "See what changed"));
  gtk_widget_grab_focus (
    gtk_widget_get_ancestor (scene_find_label (desk_find (&desk, VETO_TYPE_UPDATE_BOX), "Check now"),
                             GTK_TYPE_BUTTON));
  g_assert_cmpuint (desk_count_requests (&desk), ==, 0);
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (desk.scene.window)), "clicked");
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Looking for new guidance…"));
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance");
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "See what changed"));
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (desk.scene.window)),
                                         desk_find (&desk, VETO_TYPE_UPDATE_BOX)));
  g_assert_false (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Details"));
  desk_close (&desk);
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

  desk_open (&desk);
  hang (&desk, "root/2.json");
  desk_show_sources (&desk);
  desk_press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  g_assert_false (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  desk_press (&desk, VETO_TYPE_UPDATE_BOX, "Cancel");
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Veto has not looked yet"));
  g_assert_false (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Details"));
  desk_close (&desk);
}

/* Who stops a look that began by itself means it: no other one begins a moment later. */
static void
test_cancel_daily (void)
{
  Desk  desk;
  guint n_requests;

  desk_open (&desk);
  hang (&desk, "root/2.json");
  desk_press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Yes, once a day");
  desk_show_sources (&desk);
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Looking for new guidance…");
  desk_press (&desk, VETO_TYPE_UPDATE_BOX, "Cancel");
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  n_requests = desk_count_requests (&desk);
  desk_wait_seconds (4); /* the first look began after two */
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  g_assert_cmpuint (desk_count_requests (&desk), ==, n_requests);
  desk_close (&desk);
}

/* Somebody closes the window in the middle of it. */
static void
test_closed_while_looking (void)
{
  Desk desk;

  desk_open (&desk);
  hang (&desk, "root/2.json");
  scene_act (&desk.scene, "win.look", NULL);
  scene_settle (&desk.scene);
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Looking for new guidance…"));
  desk_close (&desk);
}

/* Where each byte is paid for nothing is sent by itself, unless the person said that it may; a click always may. */
static void
test_metered (void)
{
  Desk desk;
  g_autoptr(GSettings) settings = veto_settings_new ();

  metered_monitor_set (TRUE);
  desk_open (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  desk_press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Yes, once a day");
  desk_wait_seconds (4); /* longer than it takes otherwise */
  g_assert_cmpuint (desk_count_requests (&desk), ==, 0);
  g_settings_set_boolean (settings, VETO_SETTINGS_LOOK_METERED, TRUE);
  wait_for_news (&desk);
  desk_close_window (&desk);
  g_settings_set_boolean (settings, VETO_SETTINGS_LOOK_METERED, FALSE);
  desk_open_window (&desk, NOW + 3 * DAY);
  feed_desk_publish_plain (desk.feed, 6, "Third");
  desk_show_sources (&desk);
  desk_press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Your guidance has the number 6");
  desk_close (&desk);
  metered_monitor_set (FALSE);
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
  g_test_add_func ("/updates/signed-again", test_signed_again);
  g_test_add_func ("/updates/first-look", test_first_look);
  g_test_add_func ("/updates/check-now", test_check_now);
  g_test_add_func ("/updates/cancel", test_cancel);
  g_test_add_func ("/updates/cancel-daily", test_cancel_daily);
  g_test_add_func ("/updates/closed-while-looking", test_closed_while_looking);
  g_test_add_func ("/updates/metered", test_metered);
  return g_test_run ();
}
