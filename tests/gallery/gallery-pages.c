/* The table of what the gallery shows, and what its parts share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-pages.h"

const GalleryPages gallery_pages[] = {
  { "overview", pages_show_overview, FALSE }, /* first: it begins with nothing done */
  { "first", pages_show_first, FALSE },       { "marks", pages_show_marks, FALSE },
  { "guides", pages_show_guides, FALSE },     { "sources", pages_show_sources, TRUE },
  { "letters", pages_show_letters, FALSE },   { "cases", pages_show_cases, FALSE },
  { "data", pages_show_data, FALSE },         { "accounts", pages_show_accounts, FALSE },
  { "problems", pages_show_problems, FALSE }, { "news", pages_show_news, FALSE },
  { "help", pages_show_help, FALSE },         { "updates", pages_show_updates, FALSE },
  { "passing", pages_show_passing, FALSE },   { NULL, NULL, FALSE },
};

VetoCase *
pages_start_case (Gallery *gallery, const char *platform, const VetoGuide *guide)
{
  g_autoptr(GError) error = NULL;
  VetoCase *item =
    veto_case_book_start (gallery->scene.services.book, platform, guide->goal, guide->id, &error);

  g_assert_no_error (error);
  return item;
}

const char *
pages_get_first (Gallery *gallery, const VetoGuide **out_guide)
{
  VetoGuideSet *set = veto_guidance_get_set (gallery->scene.services.guidance);
  VetoPlatform *platform = veto_guide_set_get_platform (set, 0);
  guint         n_guides;

  *out_guide = &veto_platform_get_guides (platform, &n_guides)[0];
  return veto_platform_get_id (platform);
}

void
pages_mark (Gallery         *gallery,
            const char      *platform,
            const VetoGuide *guide,
            guint            first,
            guint            n,
            VetoStepState    state)
{
  VetoProgress *progress = veto_case_get_progress (pages_start_case (gallery, platform, guide));
  g_autoptr(GError) error = NULL;

  for (guint i = first; i < MIN (first + n, guide->n_steps); i++)
    {
      veto_progress_set_state (progress, guide, &guide->steps[i], state, &error);
      g_assert_no_error (error);
    }
}

void
pages_age_marks (VetoCase *item, const VetoGuide *guide, guint n)
{
  g_autoptr(GVariant) marks = NULL;
  g_autoptr(GError) error = NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssbsx)"));

  for (guint i = 0; i < MIN (n, guide->n_steps); i++)
    g_variant_builder_add (&builder, "(ssbsx)", guide->id, guide->steps[i].path, FALSE, "of another day",
                           (gint64) 1);
  marks = g_variant_ref_sink (g_variant_builder_end (&builder));
  veto_progress_restore (veto_case_get_progress (item), marks, &error);
  g_assert_no_error (error);
}
