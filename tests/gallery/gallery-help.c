/* The manual with each of its topics, the search, the report about a wrong step, and About.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"
#include "veto-about.h"
#include "veto-manual.h"
#include "veto-search-page.h"

/* What came up above the window. */
static void
look_above (Gallery *gallery, gboolean is_ours, const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) != GTK_WINDOW (gallery->scene.window))
        continue;
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      gallery_look_at (gallery, GTK_WIDGET (window), is_ours, "%s", name);
      gtk_window_destroy (window);
      return;
    }
  g_test_fail_printf ("%s: no window opened", name);
}

static void
look_for (Gallery *gallery, const char *words, const char *name)
{
  GtkWidget *page;

  scene_act (&gallery->scene, "win.search", NULL);
  scene_settle (&gallery->scene);
  page = scene_find (GTK_WIDGET (gallery->scene.window), VETO_TYPE_SEARCH_PAGE);
  gtk_editable_set_text (GTK_EDITABLE (scene_find (page, GTK_TYPE_SEARCH_ENTRY)), words);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "%s", name);
}

/* The page of a company that no guide is about: one that somebody wrote to, and another */
static void
show_companies (Gallery *gallery)
{
  guint                 n;
  const VetoController *companies =
    veto_guide_set_get_controllers (veto_guidance_get_set (gallery->scene.services.guidance), &n);

  scene_act (&gallery->scene, "win.company", "s", companies[0].id);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "company-written");
  scene_act (&gallery->scene, "win.company", "s", companies[n - 1].id);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "company");
}

void
pages_show_help (Gallery *gallery)
{
  VetoGuideSet    *set = veto_guidance_get_set (gallery->scene.services.guidance);
  const VetoGuide *guide;
  const char      *id = pages_get_first (gallery, &guide);

  scene_act (&gallery->scene, "win.help", "s", "");
  scene_settle (&gallery->scene);
  gallery_look (gallery, "help");
  for (const VetoManualTopic *topic = veto_manual_get_topics (); topic->id != NULL; topic++)
    {
      scene_act (&gallery->scene, "win.help", "s", topic->id);
      scene_settle (&gallery->scene);
      gallery_look (gallery, "help-%s", topic->id);
    }
  pages_start_case (gallery, id, guide);
  look_for (gallery, "", "search");
  look_for (gallery, "a", "search-much");
  look_for (gallery, "xqzxqz", "search-nothing");
  show_companies (gallery);
  scene_act (&gallery->scene, "win.overview", NULL);
  scene_act (&gallery->scene, "win.walk", "(sss)", id, guide->id, guide->steps[0].path);
  scene_settle (&gallery->scene);
  scene_act (&gallery->scene, "win.report", NULL);
  look_above (gallery, TRUE, "report");
  scene_act (&gallery->scene, "win.close-walk", NULL);
  veto_about_show (GTK_WINDOW (gallery->scene.window), set);
  look_above (gallery, FALSE, "about");
  scene_act (&gallery->scene, "win.overview", NULL);
  scene_settle (&gallery->scene);
}
