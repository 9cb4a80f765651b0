/* What the overview, a platform, a step and the end look like when something was done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"
#include "veto-link-box.h"

#define ALL G_MAXUINT16 /* steps */

static void
look_at_overview (Gallery *gallery, const char *name)
{
  scene_act (&gallery->scene, "win.overview", NULL);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "%s", name);
}

static void
look_at_platform (Gallery *gallery, const char *platform, const char *name)
{
  scene_act (&gallery->scene, "win.platform", "s", platform);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "%s", name);
}

void
pages_show_overview (Gallery *gallery)
{
  VetoGuideSet    *set = veto_guidance_get_set (gallery->scene.services.guidance);
  const VetoGuide *guide;
  const char      *id = pages_get_first (gallery, &guide);
  VetoCase        *item;

  look_at_overview (gallery, "overview-at-first");
  look_at_platform (gallery, id, "platform-at-first");
  pages_mark (gallery, id, guide, 0, 1, VETO_STEP_STATE_DONE);
  look_at_overview (gallery, "overview-begun");
  look_at_platform (gallery, id, "platform-begun");
  pages_mark (gallery, id, guide, 1, 3, VETO_STEP_STATE_DONE);
  look_at_overview (gallery, "overview-sent");
  look_at_platform (gallery, id, "platform-sent");
  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      pages_mark (gallery, veto_platform_get_id (platform), &guides[0], 0, ALL, VETO_STEP_STATE_DONE);
    }
  look_at_overview (gallery, "overview-all-done");
  look_at_platform (gallery, id, "platform-done");
  item = pages_start_case (gallery, id, guide);
  pages_age_marks (item, guide, 2);
  look_at_overview (gallery, "overview-changed");
  look_at_platform (gallery, id, "platform-changed");
  scene_act (&gallery->scene, "win.overview", NULL);
}

static void
walk_to (Gallery *gallery, const char *platform, const VetoGuide *guide, guint step)
{
  scene_act (&gallery->scene, "win.walk", "(sss)", platform, guide->id,
             step < guide->n_steps ? guide->steps[step].path : "");
}

/* Forgets all marks of the first way. */
static void
clear_marks (Gallery *gallery, const char *platform, const VetoGuide *guide)
{
  g_autoptr(GVariant) marks = NULL;
  g_autoptr(GError) error = NULL;

  veto_progress_start_over (veto_case_get_progress (pages_start_case (gallery, platform, guide)), &marks,
                            &error);
  g_assert_no_error (error);
}

static guint
find_step (const VetoGuide *guide, VetoStepKind kind)
{
  for (guint i = 0; i < guide->n_steps; i++)
    if (guide->steps[i].kind == kind)
      return i;
  g_assert_not_reached ();
}

/* No browser is started here: what is said then is shown, and its way on is taken. */
static void
show_links (Gallery *gallery, const char *platform, const VetoGuide *guide)
{
  GtkWidget *failure;

  walk_to (gallery, platform, guide, find_step (guide, VETO_STEP_OPEN));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gallery->scene.window));
  failure = gtk_widget_get_first_child (scene_find (GTK_WIDGET (gallery->scene.window), VETO_TYPE_LINK_BOX));
  gtk_widget_set_visible (failure, TRUE);
  gallery_look (gallery, "step-no-browser");
  g_signal_emit_by_name (gtk_widget_get_last_child (failure), "clicked");
  gallery_look (gallery, "step-opened");
}

static void
show_value (Gallery *gallery, const char *platform, const VetoGuide *guide)
{
  VetoCase *item = pages_start_case (gallery, platform, guide);
  g_autoptr(GError) error = NULL;

  veto_case_set_value (item, "account.login", "maximiliane.mustermann-beispiel@post.example.org", &error);
  g_assert_no_error (error);
  walk_to (gallery, platform, guide, find_step (guide, VETO_STEP_FILL));
  gallery_look (gallery, "step-filled");
}

void
pages_show_marks (Gallery *gallery)
{
  const VetoGuide *guide;
  const char      *id = pages_get_first (gallery, &guide);

  clear_marks (gallery, id, guide);
  show_links (gallery, id, guide);
  show_value (gallery, id, guide);
  pages_mark (gallery, id, guide, 0, ALL, VETO_STEP_STATE_DONE);
  walk_to (gallery, id, guide, 0);
  gallery_look (gallery, "step-done");
  walk_to (gallery, id, guide, ALL);
  gallery_look (gallery, "end-done");
  clear_marks (gallery, id, guide);
  pages_mark (gallery, id, guide, 0, ALL, VETO_STEP_STATE_SKIPPED);
  walk_to (gallery, id, guide, 0);
  gallery_look (gallery, "step-skipped");
  walk_to (gallery, id, guide, guide->n_steps - 1);
  gallery_walk (gallery, "walk.skip", NULL);
  gallery_look (gallery, "end-skipped");
  pages_age_marks (pages_start_case (gallery, id, guide), guide, 1);
  walk_to (gallery, id, guide, 0);
  gallery_look (gallery, "step-changed");
  clear_marks (gallery, id, guide);
  scene_act (&gallery->scene, "win.close-walk", NULL);
  scene_act (&gallery->scene, "win.overview", NULL);
}
