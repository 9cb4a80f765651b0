/* vetoctl sources: what the guidance rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-command.h"
#include "veto-ctl-json.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-ctl-words.h"
#include "veto-day.h"
#include "veto-evidence.h"
#include "veto-guide-lines.h"
#include "veto-source-words.h"

static const char *
get_kind_id (VetoStatementKind kind)
{
  static const char *const ids[] = {
    [VETO_STATEMENT_GUIDE] = "guide",
    [VETO_STATEMENT_FACT] = "fact",
    [VETO_STATEMENT_EVENT] = "event",
  };
  return ids[kind];
}

static void
set_statement (JsonBuilder *builder, const VetoStatement *statement)
{
  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "kind", get_kind_id (statement->kind));
  veto_ctl_set_text (builder, "text", statement->text);
  veto_ctl_set_day (builder, "date", &statement->day);
  json_builder_set_member_name (builder, "platforms");
  json_builder_begin_array (builder);
  for (guint i = 0; i < statement->platforms->len; i++)
    json_builder_add_string_value (builder, veto_platform_get_id (statement->platforms->pdata[i]));
  json_builder_end_array (builder);
  veto_ctl_set_evidence (builder, &statement->evidence, FALSE);
  json_builder_end_object (builder);
}

static int
print_json (VetoSourceIndex *index)
{
  GPtrArray *sources = veto_source_index_get_sources (index);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "language", veto_guide_set_get_language (veto_source_index_get_set (index)));
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const VetoSourceUse *use = sources->pdata[i];

      json_builder_begin_object (builder);
      veto_ctl_set_source (builder, use->source);
      veto_ctl_set_day (builder, "checked", &use->source->checked);
      veto_ctl_set_day (builder, "changed", &use->source->changed);
      json_builder_set_member_name (builder, "statements");
      json_builder_begin_array (builder);
      for (guint k = 0; k < use->statements->len; k++)
        set_statement (builder, use->statements->pdata[k]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

/* Placeholders speak of the reader and of a platform; of several platforms the first is as good as any. */
static char *
dup_filled (const VetoStatement *statement)
{
  g_autofree char *words = veto_statement_dup_words (statement);

  return veto_guide_fill_for_anybody (words, statement->platforms->pdata[0]);
}

static void
add_statement (GString *page, guint indent, const VetoStatement *statement, gboolean with_source)
{
  g_autofree char *words = dup_filled (statement);
  g_autofree char *platforms = veto_statement_dup_platforms (statement);
  g_autofree char *source = with_source ? veto_evidence_dup_source (&statement->evidence) : NULL;

  veto_ctl_page_add (page, indent, "- ", words);
  veto_ctl_page_add (page, indent + 2, "", platforms);
  veto_ctl_page_add (page, indent + 2, "", source);
}

static void
add_statements (GString *page, const char *heading, GPtrArray *statements)
{
  if (statements->len == 0)
    return;
  veto_ctl_page_add_gap (page);
  veto_ctl_page_add (page, 0, "", heading);
  for (guint i = 0; i < statements->len; i++)
    add_statement (page, 0, statements->pdata[i], TRUE);
}

static void
add_source (GString *page, const VetoSourceUse *use)
{
  g_autofree char *day = veto_source_dup_day (use->source);
  g_autofree char *count = veto_source_use_dup_count (use);
  g_autofree char *changed = veto_source_dup_changed (use->source);

  veto_ctl_page_add_gap (page);
  /* Translators: %1$s says something, %2$s is what it is about */
  veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s"), use->source->publisher, use->source->about);
  veto_ctl_page_add (page, 2, "", day);
  veto_ctl_page_add (page, 2, "", changed);
  veto_ctl_page_add (page, 2, "", use->source->link);
  veto_ctl_page_add (page, 2, "", count);
  for (guint i = 0; i < use->statements->len; i++)
    add_statement (page, 2, use->statements->pdata[i], FALSE);
}

static int
print_text (VetoSourceIndex *index)
{
  g_autoptr(GString) page = g_string_new (NULL);
  GPtrArray       *sources = veto_source_index_get_sources (index);
  g_autofree char *guidance = NULL;
  GDate            today;

  veto_day_today (&today);
  guidance = veto_source_index_dup_guidance (index, &today);
  veto_ctl_page_add (page, 0, "", guidance);
  add_statements (page, _ ("State of the law"), veto_source_index_get_facts (index, VETO_TOPIC_LAW));
  add_statements (page, _ ("What happened, newest first"), veto_source_index_get_history (index));
  add_statements (page, _ ("Rumours and false messages"),
                  veto_source_index_get_facts (index, VETO_TOPIC_RUMOURS));
  veto_ctl_page_add_gap (page);
  veto_ctl_page_add (page, 0, "", _ ("Sources, newest first"));
  for (guint i = 0; i < sources->len; i++)
    add_source (page, sources->pdata[i]);
  return veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(VetoGuideSet) set = veto_ctl_load_guidance (ctl);
  g_autoptr(VetoSourceIndex) index = set != NULL ? veto_source_index_new (set) : NULL;

  if (index == NULL)
    return VETO_CTL_FAILED;
  return ctl->json ? print_json (index) : print_text (index);
}

const VetoCtlCommand veto_ctl_sources = {
  .name = "sources",
  .arguments = "",
  .lists = TRUE,
  .summary = N_ ("What the guidance rests on: the state of the law, and every source with its day."),
  .details = N_ ("What several platforms have in common stands there once, with the platforms it concerns. "
                 "Of each source: "
                 "who says it, what about, of which day, its address, and what rests on it."),
  .run = run,
};
