/* What the window says of looking for guidance when it does not go well, and of guidance that is old, damaged or withdrawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "updates-desk.h"
#include "veto-overview-page.h"
#include "veto-settings.h"
#include "veto-sidebar.h"
#include "veto-sources-page.h"
#include "veto-update-box.h"

#define QUESTION "May Veto look for new guidance once a day?"

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

  desk_open (&desk);
  if (problem->issue.version != 0)
    feed_desk_publish (desk.feed, desk.feed->server, &problem->issue);
  desk_show_sources (&desk);
  desk_press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, problem->title);
  details = scene_find (desk_find (&desk, VETO_TYPE_UPDATE_BOX), GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (details), TRUE);
  scene_settle (&desk.scene);
  lines = gtk_label_get_text (GTK_LABEL (scene_find_label (details, code)));
  g_assert_nonnull (strstr (lines, "What happened: "));
  g_assert_nonnull (strstr (lines, "Time: 2026-11-23T12:00:00Z"));
  g_assert_null (strstr (lines, g_get_home_dir ()));
  g_assert_null (strstr (lines, g_get_user_name ()));
  g_assert_null (strstr (lines, desk.feed->home));
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  desk_close_window (&desk);
  desk_open_window (&desk, NOW + 60);
  desk_show_sources (&desk);
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, problem->title)); /* it is remembered */
  desk_close (&desk);
}

static void
test_stale (void)
{
  const FeedIssue issue = { .version = 5, .name = "Sample", .created = NOW - 15 * DAY, .expires = NOW + DAY };
  Desk            desk;

  desk_open (&desk);
  feed_desk_publish (desk.feed, desk.feed->server, &issue);
  scene_act (&desk.scene, "win.look", NULL);
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance");
  desk_close_window (&desk);
  desk_open_window (&desk, NOW + 60 * DAY);
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "This guidance is 75 days old"));
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Sample")); /* and in use all the same */
  desk_press (&desk, VETO_TYPE_OVERVIEW_PAGE, "Look for new guidance");
  g_assert_true (desk_says (&desk, VETO_TYPE_SOURCES_PAGE, "This guidance is 75 days old"));
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "The server has only outdated guidance");
  desk_close (&desk);
}

/* A file was damaged on this computer: no dialog, a sentence where one reads about the guidance. */
static void
test_repaired (void)
{
  Desk             desk;
  g_autofree char *blob = feed_desk_dup_blob ("Sample"), *path = NULL;

  desk_open (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  scene_act (&desk.scene, "win.look", NULL);
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance");
  path = feed_desk_dup_path (desk.feed, blob);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  desk_close_window (&desk);
  desk_open_window (&desk, NOW);
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Example"));
  desk_show_sources (&desk);
  g_assert_true (
    desk_says (&desk, VETO_TYPE_UPDATE_BOX, "A file of the guidance was damaged on this computer"));
  desk_close (&desk);
}

/* The keys that signed the guidance in use do not count any more. */
static void
test_withdrawn (void)
{
  Desk desk;

  desk_open (&desk);
  feed_desk_publish_plain (desk.feed, 5, "Sample");
  scene_act (&desk.scene, "win.look", NULL);
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "You have the newest guidance");
  feed_desk_publish_root (desk.feed, 2, feed_desk_make_root (2, "abc", "ghi"), "ab");
  desk_press (&desk, VETO_TYPE_UPDATE_BOX, "Check now");
  desk_wait_for (&desk, VETO_TYPE_UPDATE_BOX, "Some guidance was withdrawn");
  g_assert_null (scene_find_label (GTK_WIDGET (desk.scene.window), "New guidance of 24 October"));
  scene_act (&desk.scene, "win.overview", NULL);
  scene_settle (&desk.scene);
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Some guidance was withdrawn"));
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Example"));
  desk_close (&desk);
}

/* A build without a feed says so, and asks nothing. */
static void
test_no_feed (void)
{
  Desk desk = { 0 };

  desk_reset_settings ();
  desk.feed = feed_desk_new ();
  desk.feed->config.urls = NULL;
  desk_open_window (&desk, NOW);
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, QUESTION));
  desk_show_sources (&desk);
  g_assert_true (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "This Veto does not look for new guidance"));
  g_assert_false (desk_says (&desk, VETO_TYPE_UPDATE_BOX, "Check now"));
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "This guidance is"));
  desk_close_window (&desk);
  desk_open_window (&desk, NOW + 400 * DAY); /* nobody can tell that the steps are still right */
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "This guidance is 430 days old"));
  g_assert_true (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Perhaps there is a newer version of Veto"));
  g_assert_false (desk_says (&desk, VETO_TYPE_OVERVIEW_PAGE, "Look for new guidance"));
  desk_close (&desk);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    g_test_add_data_func (problems[i].name, &problems[i], test_problem);
  g_test_add_func ("/updates/stale", test_stale);
  g_test_add_func ("/updates/repaired", test_repaired);
  g_test_add_func ("/updates/withdrawn", test_withdrawn);
  g_test_add_func ("/updates/no-feed", test_no_feed);
  return g_test_run ();
}
