/* What changed in the guidance, and what may be chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "gallery-pages.h"
#include "newer-guidance.h"
#include "veto-news-page.h"

static void
look_at (Gallery *gallery, const char *platform, GType type, const char *name)
{
  scene_act (&gallery->scene, "win.news", "s", platform);
  scene_settle_page (&gallery->scene, type);
  gallery_look (gallery, "%s", name);
}

/* The button of the note, which goes with that. */
static void
press_show (Gallery *gallery)
{
  GtkWidget  *window = GTK_WIDGET (gallery->scene.window);
  const char *words = _ ("Steps changed while you were at them.");
  GtkWidget  *note =
    gtk_widget_get_ancestor (scene_find_label (window, words), g_type_from_name ("AdwToastWidget"));
  GtkWidget *label = scene_find_label (note, C_ ("note", "Show"));

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  scene_settle_page (&gallery->scene, VETO_TYPE_NEWS_PAGE);
  while (scene_find_label (window, words) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Somebody who did some steps, and reads what is another by now; then everything is as it was. */
void
pages_show_news (Gallery *gallery)
{
  VetoGuidance    *guidance = gallery->scene.services.guidance;
  const VetoGuide *guide;
  const char      *first = pages_get_first (gallery, &guide);
  g_autofree char *id = g_strdup (first);
  g_autoptr(VetoGuideSet) before = g_object_ref (veto_guidance_get_set (guidance));
  g_autoptr(VetoGuideSet) newer = newer_guidance_read (id, 3, scene_get_language ());

  look_at (gallery, "", VETO_TYPE_NEWS_PAGE, "news-nothing");
  scene_act (&gallery->scene, "win.preferences", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "preferences");
  pages_mark (gallery, id, guide, 0, 2, VETO_STEP_STATE_DONE);
  scene_act (&gallery->scene, "win.walk", "(sss)", id, "", "");
  scene_settle (&gallery->scene);
  veto_window_swap_guidance (gallery->scene.window, newer);
  scene_act (&gallery->scene, "win.close-walk", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "toast-steps-changed");
  press_show (gallery);
  gallery_look (gallery, "news-one");
  look_at (gallery, "", VETO_TYPE_NEWS_PAGE, "news");
  scene_act (&gallery->scene, "win.platform", "s", id);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "platform-with-news");
  veto_window_swap_guidance (gallery->scene.window, before);
  scene_act (&gallery->scene, "win.overview", NULL);
  scene_settle (&gallery->scene);
}
