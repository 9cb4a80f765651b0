/* vetoctl list: platforms and their guides.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-command.h"
#include "veto-ctl-json.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-ctl-words.h"
#include "veto-evidence.h"
#include "veto-guide-lines.h"

static void
set_guide (JsonBuilder *builder, const VetoGuide *guide)
{
  json_builder_begin_object (builder);
  veto_ctl_set_guide (builder, guide);
  veto_ctl_set_number (builder, "steps", guide->n_steps);
  veto_ctl_set_evidence (builder, &guide->evidence, FALSE);
  json_builder_end_object (builder);
}

static int
print_json (VetoGuideSet *set)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "language", veto_guide_set_get_language (set));
  json_builder_set_member_name (builder, "platforms");
  json_builder_begin_array (builder);
  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      json_builder_begin_object (builder);
      veto_ctl_set_platform (builder, platform);
      json_builder_set_member_name (builder, "guides");
      json_builder_begin_array (builder);
      for (guint k = 0; k < n_guides; k++)
        set_guide (builder, &guides[k]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static void
add_guide (GString *page, const VetoGuide *guide)
{
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", guide->n_steps), guide->n_steps);
  g_autofree char *evidence = veto_evidence_dup_description (&guide->evidence);

  /* Translators: %1$s is a guide's id, which is typed in commands, %2$s its title */
  veto_ctl_page_add_format (page, 2, "", _ ("%1$s: %2$s"), guide->id, guide->title);
  veto_ctl_page_add_format (page, 6, "", "%s, %s", veto_ctl_get_goal_words (guide->goal), steps);
  veto_ctl_page_add (page, 6, "", evidence);
}

static int
print_text (VetoGuideSet *set)
{
  g_autoptr(GString) page = g_string_new (NULL);

  for (guint i = 0; i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform    *platform = veto_guide_set_get_platform (set, i);
      g_autofree char *summary = veto_guide_fill_for_anybody (veto_platform_get_summary (platform), platform);
      guint            n_guides;
      const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

      veto_ctl_page_add_gap (page);
      veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s"), veto_platform_get_id (platform),
                                veto_platform_get_name (platform));
      veto_ctl_page_add (page, 0, "", summary);
      for (guint k = 0; k < n_guides; k++)
        add_guide (page, &guides[k]);
    }
  return veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  return veto_ctl_print_guidance (ctl, print_json, print_text);
}

const VetoCtlCommand veto_ctl_list = {
  .name = "list",
  .arguments = "",
  .lists = TRUE,
  .summary = N_ ("Platforms and their guides, each with the day it is as of."),
  .details = N_ (
    "Of each guide: its id, its title, what it is for, how many steps it has, and who described it on which "
    "day. The first guide of a purpose is the one that Veto proposes."),
  .run = run,
};
