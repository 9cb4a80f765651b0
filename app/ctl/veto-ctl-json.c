/* What --json gives: one object.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-ctl-json.h"

#include "veto-ctl-output.h"
#include "veto-ctl-words.h"
#include "veto-day.h"
#include "veto-json.h"

/* As Veto writes JSON everywhere: the members in the order of their names. */
static char *
write_sorted (JsonNode *node)
{
  static const VetoJsonLimits none = { G_MAXSIZE, G_MAXUINT, G_MAXUINT, G_MAXSIZE };
  g_autofree char            *text = json_to_string (node, FALSE);
  g_autoptr(VetoJsonDocument) document = veto_json_parse (text, strlen (text), "", &none, NULL);

  return document != NULL ? veto_json_write (veto_json_document_get_root (document)) : g_strdup (text);
}

int
veto_ctl_print_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = write_sorted (root);
  g_autoptr(GString) safe = g_string_new (NULL);

  /* A character beyond ASCII can stand in a string only, and there an escape means the same. */
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (veto_ctl_is_plain (c))
        g_string_append_unichar (safe, c);
      else if (c <= 0xFFFF)
        g_string_append_printf (safe, "\\u%04x", c);
      else
        g_string_append_printf (safe, "\\u%04x\\u%04x", 0xD800 + ((c - 0x10000) >> 10),
                                0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  g_string_append_c (safe, '\n');
  return veto_ctl_print (safe->str);
}

void
veto_ctl_set_text (JsonBuilder *builder, const char *member, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  json_builder_set_member_name (builder, member);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

void
veto_ctl_set_number (JsonBuilder *builder, const char *member, guint number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

void
veto_ctl_set_flag (JsonBuilder *builder, const char *member, gboolean flag)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, flag);
}

void
veto_ctl_set_texts (JsonBuilder *builder, const char *member, const char *const *texts)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (texts[i], -1);
      json_builder_add_string_value (builder, valid);
    }
  json_builder_end_array (builder);
}

void
veto_ctl_set_day (JsonBuilder *builder, const char *member, const GDate *day)
{
  g_autofree char *text = g_date_valid (day) ? veto_day_dup_iso (day) : NULL;
  veto_ctl_set_text (builder, member, text);
}

void
veto_ctl_set_source (JsonBuilder *builder, const VetoSource *source)
{
  veto_ctl_set_text (builder, "id", source->id);
  veto_ctl_set_text (builder, "publisher", source->publisher);
  veto_ctl_set_text (builder, "about", source->about);
  veto_ctl_set_day (builder, "date", &source->day);
  veto_ctl_set_text (builder, "link", source->link);
}

void
veto_ctl_set_evidence (JsonBuilder *builder, const VetoEvidence *evidence, gboolean with_sources)
{
  veto_ctl_set_day (builder, "as_of", &evidence->as_of);
  veto_ctl_set_text (builder, "certainty", veto_ctl_get_certainty_id (evidence->certainty));
  if (!with_sources)
    return;

  veto_ctl_set_day (builder, "tried", &evidence->tried);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; evidence->sources[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_source (builder, evidence->sources[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
veto_ctl_set_platform (JsonBuilder *builder, VetoPlatform *platform)
{
  veto_ctl_set_text (builder, "id", veto_platform_get_id (platform));
  veto_ctl_set_text (builder, "name", veto_platform_get_name (platform));
  veto_ctl_set_day (builder, "as_of", veto_ctl_get_as_of (platform));
}

void
veto_ctl_set_guide (JsonBuilder *builder, const VetoGuide *guide)
{
  veto_ctl_set_text (builder, "id", guide->id);
  veto_ctl_set_text (builder, "goal", guide->goal);
  veto_ctl_set_text (builder, "title", guide->title);
}
