/* The blocks of a document to lines: which type, how far in, with which marker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-paper-private.h"

#define SPACING 1.14 /* height of a line, in heights of the font */
#define INSET 2      /* of a list in a list, in sizes of the body's type */
/* Room for "12.", so that the texts of a list begin below each other; in sizes of the type */
#define NUMBER_WIDTH 1.6
#define BOLD_NUMBER_WIDTH 1.8
#define BULLET_WIDTH 1.0
#define MAX_ANNOUNCING_LINES 3
/* A picture with few pixels is not blown up: 96 of them are an inch. */
#define MAX_PICTURE_SCALE (72.0 / 96)
#define FACT_GAP 1 /* between a label and the text beside it, in sizes of the body's type */

static VetoType
get_type (VetoJob *job, const VetoBlock *block)
{
  static const double heading_sizes[] = { 1.6, 1.25, 1.08 };
  VetoType            type = { .size = job->body, .bold = block->strong, .spacing = SPACING };

  if (block->kind == VETO_BLOCK_HEADING)
    type.size *= heading_sizes[block->level - 1];
  else if (block->kind == VETO_BLOCK_NOTE)
    type.size *= 0.86;
  return type;
}

/* Space above a block, in sizes of the body's type */
static double
get_space (const VetoBlock *before, const VetoBlock *block)
{
  if (before == NULL)
    return 0;
  if (block->kind == VETO_BLOCK_HEADING)
    return before->kind == VETO_BLOCK_HEADING ? 0.7 : block->level == 1 ? 1.8 : 1.5;
  if (before->kind == VETO_BLOCK_HEADING)
    return 0.6;
  if (before->kind == VETO_BLOCK_SIGNATURE)
    return 2.2;
  if (before->kind == VETO_BLOCK_FACT && block->kind == VETO_BLOCK_FACT)
    return 0.45;
  if (block->kind == VETO_BLOCK_PICTURE)
    return 0.6;
  if (block->kind == VETO_BLOCK_ITEM)
    return block->strong ? 1.3 : before->kind == VETO_BLOCK_ITEM ? 0.5 : 0.7;
  if (before->kind == VETO_BLOCK_ITEM && before->strong)
    return 0.35;
  if (block->kind == VETO_BLOCK_LINK || block->kind == VETO_BLOCK_NOTE)
    return 0.6;
  return 1.0; /* an empty line, or nearly */
}

static double
get_marker_width (const VetoBlock *block)
{
  if (!g_unichar_isdigit (g_utf8_get_char (block->marker)))
    return BULLET_WIDTH;
  return block->strong ? BOLD_NUMBER_WIDTH : NUMBER_WIDTH;
}

/* Marker and box stand in a margin of their own before the text; for text from right to left, on the right of it. */
static gboolean
set_marker (VetoJob         *job,
            const VetoBlock *block,
            const VetoType  *type,
            VetoSetBlock    *set,
            double          *hanging,
            GError         **error)
{
  gboolean rtl = veto_setter_is_rtl (&job->setter, block->text);
  double   start = VETO_LEFT + (rtl ? 0 : job->insets[block->depth]),
         end = start + VETO_TEXT_WIDTH - job->insets[block->depth];
  double           room = block->box ? job->body * 1.75 : 0;
  g_autofree char *marker =
    g_strconcat (rtl ? "\u200F" : "", block->marker, NULL); /* which side "1." has its dot on */
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  set->box = block->box ? job->body * 0.95 : 0;
  set->box_x = rtl ? end - set->box : start;
  *hanging = room;
  if (*block->marker == '\0')
    return TRUE;
  if (!veto_setter_set (&job->setter, marker, type, VETO_TEXT_WIDTH / 2, lines, error))
    return FALSE;
  set->marker = g_ptr_array_index (lines, 0);
  set->marker_x = (rtl ? end - room - set->marker->width : start + room) - set->marker->x;
  *hanging += MAX (set->marker->width, get_marker_width (block) * type->size) + job->body * 0.5;
  return TRUE;
}

static gboolean
set_signature (VetoJob         *job,
               const VetoBlock *block,
               const VetoType  *type,
               double           width,
               VetoSetBlock    *set,
               GError         **error)
{
  guint     n_closing;
  VetoLine *first;

  if (*block->text != '\0' && !veto_setter_set (&job->setter, block->text, type, width, set->lines, error))
    return FALSE;
  n_closing = set->lines->len;
  if (!veto_setter_set (&job->setter, block->name, type, width, set->lines, error))
    return FALSE;
  first = g_ptr_array_index (set->lines, n_closing);
  first->lead = 3 * first->height; /* three empty lines for the pen */
  set->keep_before = TRUE;
  return TRUE;
}

/* The label stands beside the text; the next block begins below both. */
static gboolean
set_fact (VetoJob *job, const VetoBlock *block, const VetoType *type, VetoSetBlock *set, GError **error)
{
  gboolean  rtl = veto_setter_is_rtl (&job->setter, block->text);
  double    inset = job->insets[block->depth], width = VETO_TEXT_WIDTH - inset - VETO_FACT_WIDTH, more;
  VetoLine *last;

  set->labels = g_ptr_array_new ();
  set->x = VETO_LEFT + (rtl ? 0 : inset + VETO_FACT_WIDTH);
  set->marker_x = VETO_LEFT + (rtl ? width + FACT_GAP * job->body : inset);
  if (!veto_setter_set (&job->setter, block->marker, type, VETO_FACT_WIDTH - FACT_GAP * job->body,
                        set->labels, error)
      || !veto_setter_set (&job->setter, block->text, type, width, set->lines, error))
    return FALSE;
  last = g_ptr_array_index (set->lines, set->lines->len - 1);
  more = veto_lines_get_height (set->labels) - veto_lines_get_height (set->lines);
  last->height += MAX (more, 0);
  set->whole = set->lines->len <= set->labels->len;
  return TRUE;
}

/* A line that is a picture, as wide and as high as it may be */
static VetoLine *
add_picture (VetoSetter *setter, VetoPicture *picture, const char *description, double width)
{
  VetoLine *line = g_new0 (VetoLine, 1);
  guint     n_across, n_down;
  double    scale;

  veto_picture_get_size (picture, &n_across, &n_down);
  scale = MIN (MIN (width, VETO_PICTURE_EDGE) / n_across, VETO_PICTURE_EDGE / n_down);
  scale = MIN (scale, MAX_PICTURE_SCALE);
  line->text = g_strdup (description);
  line->ends = TRUE;
  line->runs = g_array_new (FALSE, FALSE, sizeof (VetoRun));
  line->picture = g_object_ref (picture);
  line->width = scale * n_across;
  line->height = scale * n_down;
  line->baseline = line->height;
  g_ptr_array_add (setter->lines, line);
  return line;
}

static gboolean
set_text (VetoJob *job, const VetoBlock *block, VetoSetBlock *set, GError **error)
{
  VetoType type = get_type (job, block);
  double   inset = job->insets[block->depth], hanging = 0;
  gboolean item = block->kind == VETO_BLOCK_ITEM && (block->box || *block->marker != '\0');

  if (block->kind == VETO_BLOCK_FACT)
    return set_fact (job, block, &type, set, error);

  if (item && !set_marker (job, block, &type, set, &hanging, error))
    return FALSE;
  inset += hanging;
  if (item)
    job->insets[block->depth + 1] = inset; /* what belongs to the item stands below its text */
  set->x = VETO_LEFT + (veto_setter_is_rtl (&job->setter, block->text) ? 0 : inset);
  if (block->kind == VETO_BLOCK_PICTURE)
    {
      g_ptr_array_add (set->lines,
                       add_picture (&job->setter, block->picture, block->text, VETO_TEXT_WIDTH - inset));
      return TRUE;
    }
  if (block->kind == VETO_BLOCK_SIGNATURE)
    return set_signature (job, block, &type, VETO_TEXT_WIDTH - inset, set, error);
  return veto_setter_set (&job->setter, block->text, &type, VETO_TEXT_WIDTH - inset, set->lines, error);
}

static VetoTag
get_tag (const VetoBlock *block)
{
  if (block->kind == VETO_BLOCK_HEADING)
    return VETO_TAG_H1 + block->level - 1;
  if (block->kind == VETO_BLOCK_PICTURE)
    return VETO_TAG_FIGURE;
  return block->kind == VETO_BLOCK_LINK ? VETO_TAG_LINK : VETO_TAG_TEXT;
}

/* "My reasons:" does not end a page. */
static gboolean
announces (const VetoBlock *block)
{
  return g_str_has_suffix (block->text, ":") || g_str_has_suffix (block->text, "：");
}

/* Blocks that are something on the paper without a word of text */
static gboolean
may_be_empty (const VetoBlock *block)
{
  return block->kind == VETO_BLOCK_ITEM || block->kind == VETO_BLOCK_FACT || block->kind == VETO_BLOCK_PICTURE
         || block->kind == VETO_BLOCK_SIGNATURE;
}

gboolean
veto_job_set_blocks (VetoJob *job, GError **error)
{
  GPtrArray       *blocks = job->document->blocks;
  const VetoBlock *before = NULL;
  gboolean         new_page = FALSE;

  for (guint depth = 0; depth < G_N_ELEMENTS (job->insets); depth++)
    job->insets[depth] = depth * INSET * job->body;
  for (guint i = 0; i < blocks->len; i++)
    {
      const VetoBlock *block = g_ptr_array_index (blocks, i);
      VetoSetBlock    *set;

      if (block->kind == VETO_BLOCK_PAGE_BREAK)
        new_page = TRUE;
      if (block->kind == VETO_BLOCK_PAGE_BREAK || (*block->text == '\0' && !may_be_empty (block)))
        continue;

      set = g_new0 (VetoSetBlock, 1);
      set->lines = g_ptr_array_new ();
      set->before = get_space (before, block) * job->body;
      if (before == NULL && job->blocks->len > 0)
        set->before = 2 * VETO_EMPTY_LINE; /* between subject and salutation */
      set->tag = get_tag (block);
      set->block = i;
      set->depth = block->depth;
      set->new_page = new_page;
      set->keep_next = block->strong;
      set->whole = block->kind == VETO_BLOCK_LINK || block->kind == VETO_BLOCK_PICTURE;
      g_ptr_array_add (job->blocks, set);
      if (!set_text (job, block, set, error))
        return FALSE;
      set->keep_next |= block->kind == VETO_BLOCK_PICTURE && i + 1 < blocks->len
                        && ((const VetoBlock *) g_ptr_array_index (blocks, i + 1))->kind
                             == VETO_BLOCK_NOTE; /* its caption */
      set->keep_next |= announces (block) && set->lines->len <= MAX_ANNOUNCING_LINES;
      before = block;
      new_page = FALSE;
    }
  return TRUE;
}
