/* The pages of the guidance: each way, each step, each detour; what it rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"
#include "veto-sources-page.h"

static void
look_into_branch (Gallery *gallery, const char *platform, const VetoGuide *guide, const VetoBranch *branch)
{
  gallery_walk (gallery, "walk.branch", branch->id);
  for (guint i = 0; i < branch->n_steps; i++)
    {
      gallery_look (gallery, "%s/%s/%s", platform, guide->id, branch->steps[i].path);
      if (i + 1 < branch->n_steps)
        gallery_walk (gallery, "walk.skip", NULL);
    }
}

/* Each way has detours that most of its steps share: each is looked at once. */
static void
show_guide (Gallery *gallery, const char *platform, const VetoGuide *guide)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < guide->n_steps; i++)
    {
      const VetoStep *step = &guide->steps[i];

      scene_act (&gallery->scene, "win.walk", "(sss)", platform, guide->id, step->path);
      gallery_look (gallery, "%s/%s/%s", platform, guide->id, step->path);
      for (guint j = 0; step->branches[j] != NULL; j++)
        if (step->branches[j]->n_steps > 0 && g_hash_table_add (seen, (gpointer) step->branches[j]))
          {
            look_into_branch (gallery, platform, guide, step->branches[j]);
            scene_act (&gallery->scene, "win.walk", "(sss)", platform, guide->id, step->path);
          }
    }
  scene_act (&gallery->scene, "win.close-walk", NULL);
}

/* The page of a platform shows one of the ways to its main goal. */
static void
show_way (Gallery *gallery, const char *platform, const VetoGuide *guide)
{
  VetoObjection *item = veto_objections_find (gallery->scene.services.objections, platform);
  VetoCase      *known = pages_start_case (gallery, platform, guide);
  g_autoptr(GError) error = NULL;

  g_assert_true (veto_case_set_guide (known, guide->id, &error));
  g_assert_no_error (error);
  if (!g_str_equal (guide->goal, veto_objection_get_goal (item)))
    return;
  scene_act (&gallery->scene, "win.platform", "s", platform);
  scene_settle (&gallery->scene);
  gallery_look (gallery, "%s/%s", platform, guide->id);
}

void
pages_show_guides (Gallery *gallery)
{
  VetoGuideSet *set = veto_guidance_get_set (gallery->scene.services.guidance);

  guint n_platforms = gallery->is_brief ? 1 : veto_guide_set_get_n_platforms (set);

  for (guint i = 0; i < n_platforms; i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      for (guint j = 0; j < (gallery->is_brief ? 1 : n_guides); j++)
        {
          show_way (gallery, veto_platform_get_id (platform), &guides[j]);
          show_guide (gallery, veto_platform_get_id (platform), &guides[j]);
        }
    }
  scene_act (&gallery->scene, "win.overview", NULL);
}

void
pages_show_sources (Gallery *gallery)
{
  scene_act (&gallery->scene, "win.sources", NULL);
  scene_settle_page (&gallery->scene, VETO_TYPE_SOURCES_PAGE);
  gallery_look (gallery, "sources");
  scene_act (&gallery->scene, "win.overview", NULL);
}
