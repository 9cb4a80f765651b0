/* A guide as text that a person can follow without Veto.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-text"

#include "veto-guide-text.h"

#include "veto-columns.h"
#include "veto-text.h"

/* Under a line that begins with its words */
#define COLUMNS_OF_LEVEL 2

static gboolean
needs_gap (const VetoGuideLine *line, const VetoGuideLine *before)
{
  switch (line->kind)
    {
    case VETO_GUIDE_LINE_EVIDENCE:
      return before == NULL || before->kind != line->kind;
    case VETO_GUIDE_LINE_BRANCHES:
    case VETO_GUIDE_LINE_HEADING:
      return TRUE;
    case VETO_GUIDE_LINE_STEP:
      return line->level == 0; /* those of a branch stay together */
    case VETO_GUIDE_LINE_TITLE:
    case VETO_GUIDE_LINE_SUMMARY:
    case VETO_GUIDE_LINE_TEXT:
    case VETO_GUIDE_LINE_NOTE:
    case VETO_GUIDE_LINE_WHY:
    case VETO_GUIDE_LINE_LINK:
    case VETO_GUIDE_LINE_SCREEN:
    case VETO_GUIDE_LINE_BRANCH:
    case VETO_GUIDE_LINE_ONWARDS:
    case VETO_GUIDE_LINE_POINT:
    case VETO_GUIDE_LINE_SOURCE:
    default:
      return FALSE;
    }
}

char *
veto_guide_dup_text (VetoPlatform      *platform,
                     const VetoGuide   *guide,
                     VetoGuideReader    reader,
                     guint              n_columns,
                     VetoGuidePlainFunc make_plain)
{
  g_autoptr(GPtrArray) lines = veto_guide_lines_new (platform, guide, reader);
  g_autoptr(GArray)
               indents = g_array_new (FALSE, TRUE, sizeof (guint)); /* of each level, as it stands just now */
  g_autoptr(GString) page = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const VetoGuideLine *line = lines->pdata[i];
      g_autofree char     *lead = make_plain != NULL ? make_plain (line->lead) : g_strdup (line->lead);
      g_autofree char     *bare = veto_text_strip_isolation (line->text); /* plain text has no use for it */
      g_autofree char     *text = make_plain != NULL ? make_plain (bare) : g_strdup (bare);
      guint                indent, lead_columns = veto_columns_measure (lead);

      if (indents->len < line->level + 2)
        g_array_set_size (indents, line->level + 2);
      indent = g_array_index (indents, guint, line->level);
      g_array_index (indents, guint, line->level + 1) =
        indent + (lead_columns > 0 ? lead_columns : COLUMNS_OF_LEVEL);
      if (needs_gap (line, i > 0 ? lines->pdata[i - 1] : NULL))
        veto_columns_add_gap (page);
      veto_columns_add (page, n_columns, indent, lead, text);
    }
  return g_string_free (g_steal_pointer (&page), FALSE);
}
