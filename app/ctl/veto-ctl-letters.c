/* vetoctl letters: the kinds of letters, and what each asks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-command.h"
#include "veto-ctl-json.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"

static void
set_regimes (JsonBuilder *builder, VetoLetterKind *kind)
{
  guint                   n_regimes;
  const VetoLetterRegime *regimes = veto_letter_kind_get_regimes (kind, &n_regimes);

  json_builder_set_member_name (builder, "regimes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_regimes; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "id", regimes[i].id);
      veto_ctl_set_text (builder, "law", regimes[i].law);
      veto_ctl_set_text (builder, "article", regimes[i].article);
      veto_ctl_set_text (builder, "name", regimes[i].name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_choices (JsonBuilder *builder, const VetoField *field)
{
  json_builder_set_member_name (builder, "choices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < field->n_choices; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "id", field->choices[i].id);
      veto_ctl_set_text (builder, "label", field->choices[i].label);
      veto_ctl_set_text (builder, "text", field->choices[i].text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_fields (JsonBuilder *builder, VetoLetterKind *kind)
{
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (kind, &n_fields);

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_fields; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_text (builder, "id", fields[i].id);
      veto_ctl_set_text (builder, "kind", veto_field_kind_get_name (fields[i].kind));
      veto_ctl_set_flag (builder, "required", fields[i].required);
      veto_ctl_set_text (builder, "label", fields[i].label);
      veto_ctl_set_text (builder, "hint", fields[i].hint);
      set_choices (builder, &fields[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
set_letter (JsonBuilder *builder, VetoLetterKind *kind)
{
  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "id", veto_letter_kind_get_id (kind));
  veto_ctl_set_text (builder, "goal", veto_letter_kind_get_goal (kind));
  veto_ctl_set_text (builder, "language", veto_letter_kind_get_language (kind));
  veto_ctl_set_text (builder, "title", veto_letter_kind_get_title (kind));
  veto_ctl_set_text (builder, "summary", veto_letter_kind_get_summary (kind));
  veto_ctl_set_text (builder, "to",
                     veto_letter_kind_get_to (kind) == VETO_LETTER_TO_AUTHORITY ? "authority" : "controller");
  veto_ctl_set_number (builder, "reply_months", veto_letter_kind_get_reply_months (kind));
  veto_ctl_set_number (builder, "reply_days", veto_letter_kind_get_reply_days (kind));
  set_regimes (builder, kind);
  set_fields (builder, kind);
  json_builder_end_object (builder);
}

static int
print_json (VetoGuideSet *set)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "language", veto_guide_set_get_language (set));
  json_builder_set_member_name (builder, "letters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    set_letter (builder, veto_guide_set_get_letter (set, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static void
add_regimes (GString *page, VetoLetterKind *kind)
{
  guint                   n_regimes;
  const VetoLetterRegime *regimes = veto_letter_kind_get_regimes (kind, &n_regimes);

  for (guint i = 0; i < n_regimes; i++)
    veto_ctl_page_add_format (page, 4, "", "--regime %s: %s (%s)", regimes[i].id, regimes[i].law,
                              regimes[i].name);
}

static void
add_fields (GString *page, VetoLetterKind *kind)
{
  guint            n_fields;
  const VetoField *fields = veto_letter_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const VetoField *field = &fields[i];

      if (field->required)
        /* Translators: %1$s is an option, %2$s the question that it answers */
        veto_ctl_page_add_format (page, 4, "", _ ("--set %1$s=…: %2$s (needed)"), field->id, field->label);
      else
        veto_ctl_page_add_format (page, 4, "", _ ("--set %1$s=…: %2$s"), field->id, field->label);
      for (guint k = 0; k < field->n_choices; k++)
        veto_ctl_page_add_format (page, 8, "", "%s: %s", field->choices[k].id, field->choices[k].label);
    }
}

static int
print_text (VetoGuideSet *set)
{
  g_autoptr(GString) page = g_string_new (NULL);

  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    {
      VetoLetterKind *kind = veto_guide_set_get_letter (set, i);

      veto_ctl_page_add_gap (page);
      veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s"), veto_letter_kind_get_id (kind),
                                veto_letter_kind_get_title (kind));
      veto_ctl_page_add (page, 2, "", veto_letter_kind_get_summary (kind));
      add_regimes (page, kind);
      add_fields (page, kind);
    }
  if (page->len == 0)
    veto_ctl_page_add (page, 0, "", _ ("This guidance has no letters."));
  return veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  return veto_ctl_print_guidance (ctl, print_json, print_text);
}

const VetoCtlCommand veto_ctl_letters = {
  .name = "letters",
  .arguments = "",
  .lists = TRUE,
  .summary = N_ ("The kinds of letters, and what each of them asks."),
  .details = N_ (
    "Of each letter: when it is the right one, the laws it can be written under, and the questions, with the "
    "statements that can be ticked. “vetoctl letter” writes one."),
  .run = run,
};
