/* A guide on paper, for somebody who follows it at another machine.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guide-sheet"

#include "veto-config.h"

#include "veto-guide-sheet.h"

#include <glib/gi18n-lib.h>

#include "veto-guide-lines.h"

#define BULLET "•"

/* What a branch is marked with where its help stands elsewhere, or follows */
static void
add_branch (VetoDocument *document, const VetoGuideLine *line, const VetoGuideLine *next)
{
  /* A heading of nothing would drag the next step along to another page. */
  if (next != NULL && next->level > line->level)
    veto_document_add_strong_item (document, BULLET, line->text);
  else
    veto_document_add_item (document, BULLET, line->text);
}

static void
add_step (VetoDocument *document, const VetoGuideLine *line)
{
  g_autofree char *marker = g_strchomp (g_strdup (line->lead));

  if (line->level == 0)
    veto_document_add_strong_task (document, marker, line->text);
  else
    veto_document_add_strong_item (document, marker, line->text);
}

static void
add_line (VetoDocument *document, const VetoGuideLine *line, const VetoGuideLine *next)
{
  veto_document_set_depth (document, MIN (line->level, VETO_DOCUMENT_MAX_DEPTH));
  switch (line->kind)
    {
    case VETO_GUIDE_LINE_TITLE:
      veto_document_add_heading (document, 1, line->text);
      break;
    case VETO_GUIDE_LINE_STEP:
      add_step (document, line);
      break;
    case VETO_GUIDE_LINE_LINK:
      veto_document_add_link (document, line->text);
      break;
    case VETO_GUIDE_LINE_BRANCHES:
      veto_document_add_heading (document, 3, line->text);
      break;
    case VETO_GUIDE_LINE_BRANCH:
      add_branch (document, line, next);
      break;
    case VETO_GUIDE_LINE_HEADING:
      veto_document_add_heading (document, 2, line->text);
      break;
    case VETO_GUIDE_LINE_POINT:
      veto_document_add_item (document, BULLET, line->text);
      break;
    case VETO_GUIDE_LINE_EVIDENCE:
    case VETO_GUIDE_LINE_SOURCE:
    case VETO_GUIDE_LINE_WHY:
      veto_document_add_note (document, line->text);
      break;
    case VETO_GUIDE_LINE_SUMMARY:
    case VETO_GUIDE_LINE_TEXT:
    case VETO_GUIDE_LINE_NOTE:
    case VETO_GUIDE_LINE_ONWARDS:
      veto_document_add_paragraph (document, line->text);
      break;
    case VETO_GUIDE_LINE_SCREEN: /* add_screen() */
    default:
      break;
    }
}

/* The rows of a drawing stay together, close below each other, as they would on the screen.
 * Returns: the index of the last of them; @i is that of the first */
static guint
add_screen (VetoDocument *document, GPtrArray *lines, guint i)
{
  const VetoGuideLine *line = lines->pdata[i];
  g_autoptr(GString) drawing = g_string_new (line->text);
  guint level = line->level;

  veto_document_set_depth (document, MIN (level, VETO_DOCUMENT_MAX_DEPTH));
  for (; i + 1 < lines->len; i++)
    {
      line = lines->pdata[i + 1];
      if (line->kind != VETO_GUIDE_LINE_SCREEN || line->level <= level)
        break;
      g_string_append_printf (drawing, "\n%s%s", line->lead, line->text);
    }
  veto_document_add_note (document, drawing->str);
  return i;
}

/* Paper is dear, and nobody types the address of a source: its name and day are enough to find it. */
static gboolean
is_left_out (const VetoGuideLine *line)
{
  return line->part == VETO_GUIDE_PART_FACTS
         || (line->part == VETO_GUIDE_PART_SOURCES && line->kind == VETO_GUIDE_LINE_LINK);
}

/* Between what it is about and the first step */
static void
add_advice (VetoDocument *document)
{
  veto_document_set_depth (document, 0);
  /* Translators: a heading on paper, above the numbered steps */
  veto_document_add_heading (document, 2, _ ("The steps"));
  veto_document_add_paragraph (document, _ ("Tick the box when a step is done. If you see something else "
                                            "there, read on below the step."));
}

VetoDocument *
veto_guide_sheet_new (VetoPlatform *platform, const VetoGuide *guide, const char *language)
{
  g_autoptr(GPtrArray) lines = veto_guide_lines_new (platform, guide, VETO_GUIDE_READER_ANYBODY);
  const VetoGuideLine *title = lines->pdata[0];
  VetoDocument        *document = veto_document_new (title->text, language);
  VetoGuidePart        part = VETO_GUIDE_PART_HEAD;

  for (guint i = 0; i < lines->len; i++)
    {
      const VetoGuideLine *line = lines->pdata[i];

      if (is_left_out (line))
        continue;
      if (line->part != part && line->part == VETO_GUIDE_PART_STEPS)
        add_advice (document);
      part = line->part;
      if (line->kind == VETO_GUIDE_LINE_SCREEN)
        i = add_screen (document, lines, i);
      else
        add_line (document, line, i + 1 < lines->len ? lines->pdata[i + 1] : NULL);
    }
  return document;
}
