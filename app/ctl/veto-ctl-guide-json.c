/* A guide as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts stand in it as they stand in the guidance, with their placeholders: who reads it knows whom it is for. */
#include "veto-config.h"

#include "veto-ctl-guide.h"
#include "veto-ctl-json.h"
#include "veto-ctl-words.h"

static void
set_screen (JsonBuilder *builder, const VetoScreen *screen)
{
  json_builder_set_member_name (builder, "screen");
  if (screen == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "kind", screen->kind == VETO_SCREEN_PHONE ? "phone" : "page");
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < screen->n_rows; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "kind", veto_ctl_get_row_id (screen->rows[i].kind));
      veto_ctl_set_text (builder, "text", screen->rows[i].text);
      veto_ctl_set_flag (builder, "target", screen->rows[i].target);
      veto_ctl_set_text (builder, "typed", screen->rows[i].typed);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
set_branch_ids (JsonBuilder *builder, const VetoStep *step)
{
  json_builder_set_member_name (builder, "branches");
  json_builder_begin_array (builder);
  for (guint i = 0; step->branches != NULL && step->branches[i] != NULL; i++)
    json_builder_add_string_value (builder, step->branches[i]->id);
  json_builder_end_array (builder);
}

/* Without those that were withdrawn: nobody is to open them. */
static void
set_links (JsonBuilder *builder, VetoPlatform *platform, const VetoStep *step)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; step->links != NULL && step->links[i] != NULL; i++)
    if (veto_platform_allows_link (platform, step->links[i]))
      json_builder_add_string_value (builder, step->links[i]);
  json_builder_end_array (builder);
}

static void
set_steps (JsonBuilder *builder, VetoPlatform *platform, const VetoStep *steps, guint n_steps)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_steps; i++)
    {
      const VetoStep *step = &steps[i];

      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "id", step->path);
      veto_ctl_set_text (builder, "kind", veto_ctl_get_kind_id (step->kind));
      veto_ctl_set_flag (builder, "optional", step->optional);
      veto_ctl_set_text (builder, "title", step->title);
      veto_ctl_set_text (builder, "body", step->body);
      veto_ctl_set_text (builder, "why", step->why);
      veto_ctl_set_text (builder, "value", step->value);
      set_links (builder, platform, step);
      veto_ctl_set_text (builder, "for", step->wait_for);
      veto_ctl_set_number (builder, "days", step->wait_days);
      veto_ctl_set_texts (builder, "keep", step->keep);
      set_screen (builder, step->screen);
      set_branch_ids (builder, step);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_branches (JsonBuilder *builder, VetoPlatform *platform, const VetoGuide *guide)
{
  json_builder_set_member_name (builder, "branches");
  json_builder_begin_array (builder);
  for (guint i = 0; i < guide->n_branches; i++)
    {
      const VetoBranch *branch = &guide->branches[i];

      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "id", branch->id);
      veto_ctl_set_text (builder, "question", branch->question);
      set_steps (builder, platform, branch->steps, branch->n_steps);
      veto_ctl_set_text (builder, "guide", branch->guide_id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_facts (JsonBuilder *builder, VetoPlatform *platform)
{
  guint           n_facts;
  const VetoFact *facts = veto_platform_get_facts (platform, &n_facts);

  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_facts; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "id", facts[i].id);
      veto_ctl_set_text (builder, "text", facts[i].text);
      veto_ctl_set_evidence (builder, &facts[i].evidence, TRUE);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_regimes (JsonBuilder *builder, const VetoGuide *guide)
{
  json_builder_set_member_name (builder, "regimes");
  json_builder_begin_array (builder);
  for (guint i = 0; guide->regimes[i] != NULL; i++)
    json_builder_add_string_value (builder, guide->regimes[i]->id);
  json_builder_end_array (builder);
}

static void
set_guide (JsonBuilder *builder, VetoPlatform *platform, const VetoGuide *guide)
{
  json_builder_set_member_name (builder, "guide");
  json_builder_begin_object (builder);
  veto_ctl_set_guide (builder, guide);
  veto_ctl_set_text (builder, "summary", guide->summary);
  veto_ctl_set_texts (builder, "where", guide->where);
  veto_ctl_set_texts (builder, "needs", guide->needs);
  set_regimes (builder, guide);
  veto_ctl_set_evidence (builder, &guide->evidence, TRUE);
  set_steps (builder, platform, guide->steps, guide->n_steps);
  set_branches (builder, platform, guide);
  json_builder_end_object (builder);
}

int
veto_ctl_guide_print_json (const VetoCtlGuide *shown)
{
  VetoPlatform *platform = shown->platform;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "language", shown->language);
  json_builder_set_member_name (builder, "platform");
  json_builder_begin_object (builder);
  veto_ctl_set_platform (builder, platform);
  veto_ctl_set_text (builder, "summary", veto_platform_get_summary (platform));
  veto_ctl_set_text (builder, "controller", veto_platform_get_controller (platform));
  veto_ctl_set_texts (builder, "covers", veto_platform_get_covers (platform));
  veto_ctl_set_texts (builder, "not_covered", veto_platform_get_not_covered (platform));
  set_facts (builder, platform);
  json_builder_end_object (builder);
  set_guide (builder, shown->platform, shown->guide);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}
