/* Blocks to pages. Nothing stands alone: not the first or last line of a paragraph, not a heading, not a signature.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-config.h"

#include "veto-paper-private.h"

#include <glib/gi18n-lib.h>

#define MIN_LINES 2 /* of a paragraph, on either side of the end of a page */

typedef struct
{
  VetoPaper        *paper;
  GPtrArray        *blocks;
  const VetoColumn *column;
  GArray           *page;
  double            y;
} Flow;

static double
get_top (Flow *flow)
{
  return flow->paper->pages->len == 1 ? flow->column->first_top : flow->column->next_top;
}

static void
turn_page (Flow *flow)
{
  flow->page = veto_paper_add_page (flow->paper);
  flow->y = get_top (flow);
}

static gboolean
is_at_top (Flow *flow)
{
  return flow->y <= get_top (flow);
}

static VetoSetBlock *
get_block (Flow *flow, guint i)
{
  return i < flow->blocks->len ? g_ptr_array_index (flow->blocks, i) : NULL;
}

static double
measure_lines (VetoSetBlock *block, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const VetoLine *line = g_ptr_array_index (block->lines, i);

      height += line->lead + line->height;
    }
  return height;
}

/* A paragraph of three lines cannot be divided, and what keeps together is not. */
static gboolean
is_whole (VetoSetBlock *block)
{
  return block->whole || block->keep_next || block->keep_before || block->lines->len < 2 * MIN_LINES;
}

/* What must follow block @i on the page where the block ends */
static double
measure_company (Flow *flow, guint i)
{
  VetoSetBlock *block = get_block (flow, i), *next = get_block (flow, i + 1);
  double        height;

  if (next == NULL || next->new_page || !(block->keep_next || next->keep_before))
    return 0;
  height = next->before;
  if (is_whole (next))
    return height + measure_lines (next, 0, next->lines->len) + measure_company (flow, i + 1);
  return height + measure_lines (next, 0, MIN_LINES);
}

static void
put_marker (Flow *flow, VetoSetBlock *block)
{
  const VetoLine *line = block->lines->len > 0 ? g_ptr_array_index (block->lines, 0) : NULL;
  VetoMark        mark = {
           .tag = VETO_TAG_LABEL, .block = block->block, .depth = block->depth, .gray = block->gray
  };

  if (line != NULL && block->box > 0)
    {
      mark.x = block->box_x;
      mark.y = flow->y + line->baseline - block->box;
      mark.width = mark.height = block->box;
      g_array_append_val (flow->page, mark);
    }
  if (line != NULL && block->marker != NULL)
    {
      mark.line = block->marker;
      mark.x = block->marker_x;
      mark.y = flow->y + line->baseline - block->marker->baseline;
      g_array_append_val (flow->page, mark);
    }
  mark.x = block->marker_x;
  mark.y = flow->y;
  for (guint i = 0; line != NULL && block->labels != NULL && i < block->labels->len; i++)
    {
      mark.line = g_ptr_array_index (block->labels, i);
      g_array_append_val (flow->page, mark);
      mark.y += mark.line->height;
    }
}

static void
put_lines (Flow *flow, VetoSetBlock *block, guint first, guint end)
{
  gboolean item = block->marker != NULL || block->labels != NULL || block->box > 0;

  if (first == 0 && end > 0)
    put_marker (flow, block);
  for (guint i = first; i < end; i++)
    {
      VetoLine *line = g_ptr_array_index (block->lines, i);
      VetoMark  mark = { .line = line,
                         .x = block->x,
                         .y = flow->y,
                         .gray = block->gray,
                         .tag = block->tag,
                         .block = block->block,
                         .depth = block->depth + (item ? 1 : 0) };

      g_array_append_val (flow->page, mark);
      flow->y += line->lead + line->height;
    }
}

/* How many lines of the block, from @first on, go on this page; 0: it begins on the next one */
static guint
count_fitting (Flow *flow, guint i, guint first)
{
  VetoSetBlock *block = get_block (flow, i);
  guint         n_lines = block->lines->len, end = first, min = first == 0 ? MIN_LINES : 1;
  double        room = flow->column->bottom - flow->y + 0.01;

  if (measure_lines (block, first, n_lines) + measure_company (flow, i) <= room)
    return n_lines - first;
  if (is_whole (block) && first == 0 && !is_at_top (flow))
    return 0;
  while (end < n_lines && measure_lines (block, first, end + 1) <= room)
    end++;
  if (n_lines - end < MIN_LINES && n_lines >= MIN_LINES)
    end = n_lines - MIN_LINES; /* two lines go on with the rest, or with the signature */
  if (end >= first + min)
    return end - first;
  return is_at_top (flow) ? MAX (end > first ? end - first : 0, 1) : 0;
}

static void
flow_block (Flow *flow, guint i)
{
  VetoSetBlock *block = get_block (flow, i);
  guint         first = 0;

  if (block->new_page && !is_at_top (flow))
    turn_page (flow);
  if (!is_at_top (flow))
    flow->y += block->before;
  while (first < block->lines->len)
    {
      guint n_fitting = count_fitting (flow, i, first);

      put_lines (flow, block, first, first + n_fitting);
      first += n_fitting;
      if (first < block->lines->len)
        turn_page (flow);
    }
}

gboolean
veto_paper_flow (VetoPaper        *self,
                 GPtrArray        *blocks,
                 const VetoColumn *column,
                 guint             max_pages,
                 GError          **error)
{
  Flow flow = { .paper = self, .blocks = blocks, .column = column };

  if (self->pages->len == 0)
    turn_page (&flow);
  flow.page = g_ptr_array_index (self->pages, 0);
  flow.y = column->first_top;
  for (guint i = 0; i < blocks->len && self->pages->len <= max_pages; i++)
    flow_block (&flow, i);
  if (self->pages->len <= max_pages)
    return TRUE;

  g_set_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG, _ ("This is longer than %u pages."),
               max_pages);
  return FALSE;
}
