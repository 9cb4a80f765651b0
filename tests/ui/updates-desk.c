/* A window on guidance from a feed, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "updates-desk.h"

#include "veto-settings.h"
#include "veto-sources-page.h"

#define LONGEST_WAIT_S 20

void
desk_reset_settings (void)
{
  g_autoptr(GSettings) settings = veto_settings_new ();

  g_settings_reset (settings, VETO_SETTINGS_LOOK);
  g_settings_reset (settings, VETO_SETTINGS_LOOK_METERED);
  g_settings_reset (settings, VETO_SETTINGS_GUIDANCE_READ);
}

/* A window as of @now; what is on the disk is read. */
void
desk_open_window (Desk *desk, gint64 now)
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

void
desk_close_window (Desk *desk)
{
  scene_close (&desk->scene);
  g_clear_object (&desk->updater);
}

void
desk_open (Desk *desk)
{
  desk_reset_settings ();
  desk->feed = feed_desk_new ();
  desk_open_window (desk, NOW);
}

void
desk_close (Desk *desk)
{
  desk_close_window (desk);
  feed_desk_free (desk->feed);
}

GtkWidget *
desk_find (Desk *desk, GType type)
{
  return scene_find (GTK_WIDGET (desk->scene.window), type);
}

gboolean
desk_says (Desk *desk, GType page, const char *words)
{
  GtkWidget *widget = desk_find (desk, page);

  return widget != NULL && scene_find_label (widget, words) != NULL;
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits until the first widget of type @page says that. */
void
desk_wait_for (Desk *desk, GType page, const char *words)
{
  gboolean late = FALSE;
  guint    timeout = g_timeout_add_seconds (LONGEST_WAIT_S, give_up_cb, &late);

  while (!desk_says (desk, page, words) && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_test_message ("nothing says “%s”", words);
  g_assert_false (late);
  g_source_remove (timeout);
  scene_settle (&desk->scene);
}

/* For what must not happen: nothing can be waited for. */
void
desk_wait_seconds (guint n_seconds)
{
  gboolean over = FALSE;

  g_timeout_add_seconds (n_seconds, give_up_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
desk_press (Desk *desk, GType page, const char *words)
{
  GtkWidget *label = scene_find_label (desk_find (desk, page), words);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  scene_settle (&desk->scene);
}

void
desk_show_sources (Desk *desk)
{
  scene_act (&desk->scene, "win.sources", NULL);
  scene_settle_page (&desk->scene, VETO_TYPE_SOURCES_PAGE);
}

guint
desk_count_requests (Desk *desk)
{
  g_auto(GStrv) requests = feed_server_dup_requests (desk->feed->server);

  return g_strv_length (requests);
}
