/* The introduction, page by page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "gallery-pages.h"
#include "veto-first-run.h"
#include "veto-settings.h"

static void
press (Gallery *gallery, const char *words)
{
  GtkWidget *run = scene_find (GTK_WIDGET (gallery->scene.window), VETO_TYPE_FIRST_RUN);
  GtkWidget *label = scene_find_label (run, words);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  scene_settle (&gallery->scene);
}

void
pages_look_at_first_look (Gallery *gallery)
{
  scene_act (&gallery->scene, "win.first-run", NULL);
  press (gallery, _ ("Skip"));
  press (gallery, _ ("Skip"));
  gallery_look (gallery, "first-look");
  scene_act (&gallery->scene, "win.close-walk", NULL);
  scene_settle (&gallery->scene);
}

void
pages_show_first (Gallery *gallery)
{
  g_autoptr(GSettings) settings = veto_settings_new ();

  scene_act (&gallery->scene, "win.first-run", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "first-services");
  press (gallery, _ ("Next"));
  gallery_look (gallery, "first-services-missing");
  press (gallery, _ ("Skip"));
  gallery_look (gallery, "first-home");
  press (gallery, _ ("Skip"));
  gallery_look (gallery, "first-stored");
  press (gallery, _ ("Show my list"));
  g_settings_set_strv (settings, VETO_SETTINGS_SERVICES, (const char *[]){ "whatsapp", "instagram", NULL });
  scene_act (&gallery->scene, "win.first-run", NULL);
  scene_act (&gallery->scene, "win.close-walk", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "first-list");
  g_settings_reset (settings, VETO_SETTINGS_SERVICES); /* as it was, for the pages that follow */
  scene_act (&gallery->scene, "win.first-run", NULL);
  scene_act (&gallery->scene, "win.close-walk", NULL);
  scene_settle (&gallery->scene);
}
