/* Looking for new guidance: the question, the look itself, what comes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "feed-desk.h"
#include "gallery-pages.h"
#include "veto-news-desk.h"
#include "veto-news-page.h"
#include "veto-overview-page.h"
#include "veto-settings.h"
#include "veto-sources-page.h"
#include "veto-update-box.h"

/* Another window in the place of the gallery's, on guidance from a feed, as of @now */
static void
open_window (Gallery *gallery, FeedDesk *feed, gint64 now)
{
  VetoUpdater *updater = veto_updater_new (&feed->config, scene_get_language ());
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = NULL;

  veto_updater_set_now (updater, now);
  set = veto_updater_load (updater, &error);
  g_assert_no_error (error);
  gallery->scene = (Scene){ .services.guidance = veto_guidance_new (set), .services.updater = updater };
  veto_services_use (&gallery->scene.services, veto_store_open_in_memory (&error), &error);
  g_assert_no_error (error);
  scene_show (&gallery->scene, gallery->room->width, 700);
  scene_settle (&gallery->scene);
}

static void
close_window (Gallery *gallery)
{
  VetoUpdater *updater = gallery->scene.services.updater;

  scene_close (&gallery->scene);
  g_object_unref (updater);
}

static GtkWidget *
find_label (Gallery *gallery, const char *words)
{
  return scene_find_label (GTK_WIDGET (gallery->scene.window), words);
}

/* Looks, on the page about guidance, until @words are there. */
static void
look_until (Gallery *gallery, const char *words)
{
  scene_act (&gallery->scene, "win.look", NULL);
  while (find_label (gallery, words) == NULL)
    g_main_context_iteration (NULL, TRUE);
  scene_settle_page (&gallery->scene, VETO_TYPE_SOURCES_PAGE);
}

static void
look_at_overview (Gallery *gallery, const char *name)
{
  scene_act (&gallery->scene, "win.overview", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "%s", name);
}

/* While the server says nothing */
static void
look_at_progress (Gallery *gallery, FeedDesk *feed)
{
  g_autoptr(GBytes) nothing = g_bytes_new_static ("H", 1);

  feed_server_put_answer (feed->server, "root/2.json", FEED_HANG, nothing);
  scene_act (&gallery->scene, "win.look", NULL);
  scene_settle_page (&gallery->scene, VETO_TYPE_SOURCES_PAGE);
  gallery_look (gallery, "updates-looking");
  veto_news_desk_cancel (gallery->scene.services.desk);
  while (find_label (gallery, _ ("Check now")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  feed_server_remove (feed->server, "root/2.json");
}

static void
look_at_ends (Gallery *gallery, FeedDesk *feed)
{
  const FeedIssue strange = { .version = 4, .name = "Sample", .signers = "d" };
  const FeedIssue good = {
    .version = 5, .name = "Sample", .created = NOW - 15 * DAY, .expires = NOW + 45 * DAY
  };

  feed_desk_publish (feed, feed->server, &strange);
  look_until (gallery, _ ("Details"));
  gallery_look (gallery, "updates-refused");
  feed_desk_publish (feed, feed->server, &good);
  look_until (gallery, _ ("You have the newest guidance"));
  gallery_look (gallery, "updates-new");
}

void
pages_show_updates (Gallery *gallery)
{
  Scene scene = gallery->scene;
  g_autoptr(GSettings) settings = veto_settings_new ();
  g_autoptr(FeedDesk) feed = feed_desk_new ();

  g_settings_reset (settings, VETO_SETTINGS_LOOK);
  open_window (gallery, feed, NOW);
  look_at_overview (gallery, "updates-question");
  pages_look_at_first_look (gallery);
  scene_act (&gallery->scene, "win.preferences", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "updates-preferences");
  look_at_progress (gallery, feed);
  look_at_ends (gallery, feed);
  close_window (gallery);
  open_window (gallery, feed, NOW + 60 * DAY);
  look_at_overview (gallery, "updates-old-and-new");
  feed_desk_publish_root (feed, 2, feed_desk_make_root (2, "abc", "ghi"), "ab");
  look_until (gallery, _ ("Some guidance was withdrawn"));
  gallery_look (gallery, "updates-withdrawn");
  look_at_overview (gallery, "updates-withdrawn-overview");
  close_window (gallery);
  gallery->scene = scene;
}
