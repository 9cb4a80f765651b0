/* Marks on a page to Cairo, with the structure that a PDF keeps of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-paper-private.h"

#include <math.h>

#include "veto-link.h"

#define BOX_LINE 0.8 /* points */

/* In Cairo 1.16 content that stands beside a child is lost from the structure, so text is always in a leaf of its own. */
static const char *const tag_names[] = {
  [VETO_TAG_NONE] = NULL, [VETO_TAG_TEXT] = "P", [VETO_TAG_LABEL] = "Lbl", [VETO_TAG_LINK] = "P",
  [VETO_TAG_H1] = "H1",   [VETO_TAG_H2] = "H2",  [VETO_TAG_H3] = "H3",     [VETO_TAG_FIGURE] = "Figure",
};

typedef struct
{
  cairo_t *cr;
  guint    n_open;                              /* lists within each other: L, LI and LBody are open */
  guint    depths[VETO_DOCUMENT_MAX_DEPTH + 1]; /* of each of them */
} Structure;

static void
draw_line (cairo_t *cr, const VetoMark *mark)
{
  const VetoLine *line = mark->line;

  cairo_save (cr);
  cairo_translate (cr, mark->x + line->x, mark->y + line->lead + line->baseline);
  for (guint i = 0; i < line->runs->len; i++)
    {
      const VetoRun *run = &g_array_index (line->runs, VetoRun, i);

      cairo_set_scaled_font (cr, run->font);
      cairo_show_text_glyphs (cr, run->text, run->n_bytes, run->glyphs, run->n_glyphs, run->clusters,
                              run->n_clusters, run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    }
  cairo_restore (cr);
}

static void
draw_picture (cairo_t *cr, const VetoMark *mark)
{
  const VetoLine *line = mark->line;
  guint           n_across, n_down;

  veto_picture_get_size (line->picture, &n_across, &n_down);
  cairo_save (cr);
  cairo_translate (cr, mark->x + line->x, mark->y + line->lead);
  cairo_scale (cr, line->width / n_across, line->height / n_down);
  veto_picture_draw (line->picture, cr);
  cairo_restore (cr);
}

static void
draw_mark (cairo_t *cr, const VetoMark *mark)
{
  cairo_set_source_rgb (cr, mark->gray, mark->gray, mark->gray);
  if (mark->line != NULL && mark->line->picture != NULL)
    draw_picture (cr, mark);
  else if (mark->line != NULL)
    draw_line (cr, mark);
  else if (mark->height > 0)
    {
      cairo_set_line_width (cr, BOX_LINE);
      cairo_rectangle (cr, mark->x + BOX_LINE / 2, mark->y + BOX_LINE / 2, mark->width - BOX_LINE,
                       mark->height - BOX_LINE);
      cairo_stroke (cr);
    }
  else
    {
      cairo_set_line_width (cr, 0.5);
      cairo_move_to (cr, mark->x, mark->y);
      cairo_line_to (cr, mark->x + mark->width, mark->y);
      cairo_stroke (cr);
    }
}

static void
close_item (Structure *structure)
{
  cairo_tag_end (structure->cr, "LBody");
  cairo_tag_end (structure->cr, "LI");
}

/* How far in the innermost open list is; -1: none is open */
static int
get_depth (Structure *structure)
{
  return structure->n_open > 0 ? (int) structure->depths[structure->n_open - 1] : -1;
}

/* Closes lists until none of them is as far in as @depth. */
static void
close_lists (Structure *structure, int depth)
{
  for (; get_depth (structure) >= depth; structure->n_open--)
    {
      close_item (structure);
      cairo_tag_end (structure->cr, "L");
    }
}

static void
begin_item (Structure *structure, guint depth)
{
  close_lists (structure, (int) depth + 1);
  if (get_depth (structure) == (int) depth)
    close_item (structure); /* the list stays open; what follows opens the next item in it */
  else
    {
      cairo_tag_begin (structure->cr, "L", NULL);
      structure->depths[structure->n_open++] = depth;
    }
  cairo_tag_begin (structure->cr, "LI", NULL);
}

static void
begin_group (Structure *structure, const VetoMark *mark)
{
  if (mark->tag == VETO_TAG_LABEL)
    begin_item (structure, mark->depth);
  else
    close_lists (structure, (int) mark->depth);
  cairo_tag_begin (structure->cr, tag_names[mark->tag], NULL);
}

static void
end_group (Structure *structure, const VetoMark *mark)
{
  cairo_tag_end (structure->cr, tag_names[mark->tag]);
  if (mark->tag == VETO_TAG_LABEL)
    cairo_tag_begin (structure->cr, "LBody", NULL);
}

/* An address to press: only what was added as one, and passed the check. It lies over the text, as an annotation. In whole points:
 * Cairo reads a fraction as the numbers of the reader's language are written, and refuses the page where that is a comma. */
static void
add_link (cairo_t *cr, GArray *marks, guint first, guint end, const char *address)
{
  g_autofree char *host = veto_link_dup_host (address);
  g_autoptr(GString) attributes = g_string_new ("uri='");

  if (host == NULL)
    return;
  for (const char *at = address; *at != '\0'; at++)
    g_string_append_printf (attributes, *at == '\'' || *at == '\\' ? "\\%c" : "%c", *at);
  g_string_append (attributes, "' rect=[");
  for (guint i = first; i < end; i++)
    {
      const VetoMark *mark = &g_array_index (marks, VetoMark, i);
      const int       x = floor (mark->x + mark->line->x), y = floor (mark->y);
      const int       right = ceil (mark->x + mark->line->x + mark->line->width);
      const int       bottom = ceil (mark->y + mark->line->height);

      g_string_append_printf (attributes, "%d %d %d %d ", x, y, right - x, bottom - y);
    }
  g_string_append_c (attributes, ']');
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
end_link (cairo_t *cr, GArray *marks, guint first, guint end)
{
  g_autoptr(GString) address = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append (address, g_array_index (marks, VetoMark, i).line->text);
  add_link (cr, marks, first, end, address->str);
}

void
veto_paper_draw_page (VetoPaper *self, guint page, cairo_t *cr, gboolean tagged)
{
  GArray   *marks = g_ptr_array_index (self->pages, page);
  Structure structure = { .cr = cr };

  for (guint first = 0, end; first < marks->len; first = end)
    {
      const VetoMark *mark = &g_array_index (marks, VetoMark, first);
      gboolean        in_group = tagged && mark->tag != VETO_TAG_NONE;

      if (in_group)
        begin_group (&structure, mark);
      for (end = first; end < marks->len; end++)
        {
          const VetoMark *other = &g_array_index (marks, VetoMark, end);

          if (other->block != mark->block || other->tag != mark->tag)
            break;
          draw_mark (cr, other);
          if (other->tag == VETO_TAG_TEXT && other->line->ends)
            {
              end++; /* each line of an address is one paragraph of a PDF, or it would be read as one word with the next */
              break;
            }
        }
      if (in_group)
        end_group (&structure, mark);
      if (in_group && mark->tag == VETO_TAG_LINK)
        end_link (cr, marks, first, end);
    }
  if (tagged)
    close_lists (&structure, 0);
}
