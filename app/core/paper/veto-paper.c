/* A document laid out on pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-config.h"

#include "veto-paper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rule: security design, 6.3; a letter ends at 20 pages, a guide with all its branches may be longer. */
#define MAX_CHARACTERS 60000
#define MAX_LETTER_PAGES 20
#define MAX_SHEET_PAGES 60
#define MAX_DOSSIER_CHARACTERS 1000000
#define MAX_DOSSIER_PAGES 600

G_DEFINE_FINAL_TYPE (VetoPaper, veto_paper, G_TYPE_OBJECT)

static void
veto_paper_finalize (GObject *object)
{
  VetoPaper *self = VETO_PAPER (object);

  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (veto_paper_parent_class)->finalize (object);
}

static void
veto_paper_class_init (VetoPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_paper_finalize;
}

static void
veto_paper_init (VetoPaper *self)
{
  self->lines = g_ptr_array_new_with_free_func (veto_line_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

GArray *
veto_paper_add_page (VetoPaper *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (VetoMark));

  g_ptr_array_add (self->pages, page);
  return page;
}

static void
free_set_block (gpointer data)
{
  VetoSetBlock *set = data;

  g_ptr_array_unref (set->lines);
  g_clear_pointer (&set->labels, g_ptr_array_unref);
  g_free (set);
}

static gsize
count_characters (VetoDocument *document)
{
  const char *const parts[] = { document->sender_name, document->sender_lines, document->return_line,
                                document->remark,      document->recipient,    document->date_line,
                                document->subject };
  gsize             n_characters = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    n_characters += parts[i] != NULL ? g_utf8_strlen (parts[i], -1) : 0;
  for (guint i = 0; i < document->references->len; i++)
    {
      const VetoReference *reference = g_ptr_array_index (document->references, i);

      n_characters += g_utf8_strlen (reference->label, -1) + g_utf8_strlen (reference->value, -1);
    }
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const VetoBlock *block = g_ptr_array_index (document->blocks, i);

      n_characters += g_utf8_strlen (block->text, -1)
                      + (block->name != NULL ? g_utf8_strlen (block->name, -1) : 0)
                      + (block->marker != NULL ? g_utf8_strlen (block->marker, -1) : 0);
    }
  return n_characters;
}

typedef struct
{
  gsize n_characters;
  guint n_pages;
} Limits;

static Limits
get_limits (VetoPaperStyle style)
{
  if (style == VETO_PAPER_DOSSIER)
    return (Limits){ MAX_DOSSIER_CHARACTERS, MAX_DOSSIER_PAGES };
  return (Limits){ MAX_CHARACTERS, style == VETO_PAPER_SHEET ? MAX_SHEET_PAGES : MAX_LETTER_PAGES };
}

/* Whether there is a letterhead: on all but what is only read */
gboolean
veto_job_is_letter (VetoJob *job)
{
  return job->style == VETO_PAPER_DIN_5008 || job->style == VETO_PAPER_LETTER;
}

static gboolean
set_head (VetoJob *job, double *out_top, GError **error)
{
  if (!veto_job_is_letter (job))
    return TRUE;
  if (job->style == VETO_PAPER_LETTER)
    return veto_job_set_plain_head (job, error) && veto_job_set_subject (job, error);
  return veto_job_set_din_head (job, out_top, error) && veto_job_set_subject (job, error);
}

static gboolean
lay_out (VetoJob *job, GError **error)
{
  Limits     limits = get_limits (job->style);
  VetoColumn column = { .first_top = VETO_TOP,
                        .next_top = veto_job_is_letter (job) ? 25 * VETO_MM : VETO_TOP,
                        .bottom = VETO_BOTTOM };

  if (count_characters (job->document) > limits.n_characters)
    {
      g_set_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG,
                   _ ("This is longer than %d characters."), (int) limits.n_characters);
      return FALSE;
    }
  return set_head (job, &column.first_top, error) && veto_job_set_blocks (job, error)
         && veto_paper_flow (job->paper, job->blocks, &column, limits.n_pages, error)
         && veto_job_set_edges (job, error);
}

VetoPaper *
veto_paper_lay_out (VetoDocument *document, VetoPaperStyle style, GError **error)
{
  g_autoptr(VetoPaper) self = NULL;
  VetoJob  job = { .document = document, .style = style, .body = style == VETO_PAPER_SHEET ? 12 : 11 };
  gboolean fine;

  g_return_val_if_fail (VETO_IS_DOCUMENT (document), NULL);

  self = g_object_new (VETO_TYPE_PAPER, NULL);
  self->title = g_strdup (document->title);
  self->language = g_strdup (document->language);
  job.paper = self;
  job.blocks = g_ptr_array_new_with_free_func (free_set_block);
  veto_setter_init (&job.setter, self->language, self->lines);
  job.setter.replaces = style == VETO_PAPER_DOSSIER;
  fine = lay_out (&job, error);
  veto_setter_clear (&job.setter);
  g_ptr_array_unref (job.blocks);
  return fine ? g_steal_pointer (&self) : NULL;
}

guint
veto_paper_get_n_pages (VetoPaper *self)
{
  g_return_val_if_fail (VETO_IS_PAPER (self), 0);
  return self->pages->len;
}

void
veto_paper_get_size (VetoPaper *self, double *out_width, double *out_height)
{
  g_return_if_fail (VETO_IS_PAPER (self));
  *out_width = VETO_A4_WIDTH;
  *out_height = VETO_A4_HEIGHT;
}

void
veto_paper_draw (VetoPaper *self, guint page, cairo_t *cr)
{
  g_return_if_fail (VETO_IS_PAPER (self));
  g_return_if_fail (page < self->pages->len);

  cairo_save (cr);
  veto_paper_draw_page (self, page, cr, FALSE);
  cairo_restore (cr);
}

/* Only marks with a line count; boxes are no text. */
static const VetoMark *
find_line (VetoPaper *self, guint page, guint index)
{
  GArray *marks = g_ptr_array_index (self->pages, page);

  for (guint i = 0; i < marks->len; i++)
    {
      const VetoMark *mark = &g_array_index (marks, VetoMark, i);

      if (mark->line != NULL && index-- == 0)
        return mark;
    }
  return NULL;
}

guint
veto_paper_get_n_lines (VetoPaper *self, guint page)
{
  GArray *marks;
  guint   n_lines = 0;

  g_return_val_if_fail (VETO_IS_PAPER (self), 0);
  g_return_val_if_fail (page < self->pages->len, 0);

  marks = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < marks->len; i++)
    n_lines += g_array_index (marks, VetoMark, i).line != NULL;
  return n_lines;
}

void
veto_paper_get_line (VetoPaper *self, guint page, guint index, VetoPaperLine *out_line)
{
  const VetoMark *mark;

  g_return_if_fail (VETO_IS_PAPER (self));
  g_return_if_fail (page < self->pages->len);

  mark = find_line (self, page, index);
  g_return_if_fail (mark != NULL);
  *out_line = (VetoPaperLine){ .text = mark->line->text,
                               .x = mark->x + mark->line->x,
                               .y = mark->y + mark->line->lead,
                               .width = mark->line->width,
                               .height = mark->line->height,
                               .block = mark->block };
}
