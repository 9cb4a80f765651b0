/* What only a letter has: sender, address, references, day, subject, and the marks for folding.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures of DIN 5008:2020 form B, A4, in millimetres from the upper left corner, as these pages give them (read on 2026-11-25):
 * sapwickler.de/docs/formulare/allgemein/din_5008, r9005.de/wissen/vorlagen-briefbogen.php, sprache-kompakt.de (marks for folding and
 * punching), sekretaria.de (empty lines). Address field 20/45, 85 wide, 45 high: 17.7 for return line and remarks,
 * which are filled from below, and 27.3 for six lines of the address; its text begins at 25. Information block at 125/50. Folds at 105
 * and 210, holes at 148.5. Two empty lines of 4.23 between the address field and the subject, two between subject and salutation.
 *
 * The envelope, DL, is 220 x 110 with a window of 90 x 45, 20 from the left and 15 from the lower edge (DIN 680, as de.wiki.li/DIN_lang
 * gives it). A sheet that is folded to 210 x 105 can slide in it by 10 and by 5: through the window one may see 10 to 110 by 45 to 95, and
 * sees 20 to 100 by 50 to 90 wherever the sheet lies. Whatever the postman needs stands in the latter, all else outside the former. */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-config.h"

#include "veto-paper-private.h"

#include <glib/gi18n-lib.h>

#define HEAD_TOP (16 * VETO_MM)
#define HEAD_BOTTOM (44 * VETO_MM)
#define WINDOW_TOP (50 * VETO_MM)
#define ADDRESS_TOP ((45 + 17.7) * VETO_MM)
#define ADDRESS_BOTTOM (90 * VETO_MM)
#define ADDRESS_WIDTH (75 * VETO_MM) /* from 25 to 100 */
#define INFO_LEFT (125 * VETO_MM)
#define INFO_TOP (50 * VETO_MM)
#define INFO_WIDTH (65 * VETO_MM)
#define DATE_TOP (85.2 * VETO_MM) /* beside the last line of the address */
#define SUBJECT_TOP (ADDRESS_BOTTOM + 2 * VETO_EMPTY_LINE)

#define LABEL_GRAY 0.3

/* Puts lines on the page that is being made, one below the other. Returns: where they end */
static double
put_lines (VetoJob *job, GPtrArray *lines, double x, double y, guint part, double gray)
{
  GArray *page = g_ptr_array_index (job->paper->pages, 0);

  for (guint i = 0; i < lines->len; i++)
    {
      VetoLine *line = g_ptr_array_index (lines, i);
      VetoMark  mark = { .line = line, .x = x, .y = y, .gray = gray, .tag = VETO_TAG_TEXT, .block = part };

      g_array_append_val (page, mark);
      y += line->height;
    }
  return y;
}

/* Pango may break a line a letter too late. */
static gboolean
is_within (GPtrArray *lines, double width, double height)
{
  for (guint i = 0; i < lines->len; i++)
    if (((VetoLine *) g_ptr_array_index (lines, i))->width > width + 0.01)
      return FALSE;
  return veto_lines_get_height (lines) <= height + 0.01;
}

/* Sets @text as large as its place lets it be. Returns: whether it fits and every character has a shape */
static gboolean
set_fitting (VetoJob    *job,
             const char *text,
             VetoType   *type,
             double      min_size,
             double      width,
             double      height,
             GPtrArray  *out_lines,
             GError    **error)
{
  for (; type->size >= min_size; type->size -= 0.5)
    {
      g_ptr_array_set_size (out_lines, 0);
      if (!veto_setter_set (&job->setter, text, type, width, out_lines, error))
        return FALSE;
      if (is_within (out_lines, width, height))
        return TRUE;
    }
  g_set_error_literal (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_ADDRESS,
                       _ ("An address is too long for a letter with a window envelope. Make its lines "
                          "shorter or fewer."));
  return FALSE;
}

/* The name, and the rest in one line or two below it */
static gboolean
put_sender (VetoJob *job, GError **error)
{
  VetoDocument *document = job->document;
  VetoType      large = { .size = 14, .bold = TRUE, .spacing = 1.1 }, small = { .size = 9, .spacing = 1.1 };
  g_auto(GStrv) parts = g_strsplit (document->sender_lines != NULL ? document->sender_lines : "", "\n", -1);
  g_autofree char *line = g_strjoinv (" · ", parts);
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  double y = HEAD_TOP;

  if (veto_document_says (document->sender_name))
    {
      if (!set_fitting (job, document->sender_name, &large, 8, VETO_TEXT_WIDTH, (HEAD_BOTTOM - y) / 2, lines,
                        error))
        return FALSE;
      y = put_lines (job, lines, VETO_LEFT, y, VETO_PAPER_SENDER, 0);
    }
  if (*line == '\0')
    return TRUE;
  if (!set_fitting (job, line, &small, 6, VETO_TEXT_WIDTH, HEAD_BOTTOM - y, lines, error))
    return FALSE;
  put_lines (job, lines, VETO_LEFT, y, VETO_PAPER_SENDER, LABEL_GRAY);
  return TRUE;
}

/* What the window of an envelope shows. Return line and remark stand right above the address: what slides, slides together. */
static gboolean
put_address (VetoJob *job, GError **error)
{
  VetoDocument *document = job->document;
  VetoType      small = { .size = 7.5, .spacing = 1.15 }, plain = { .size = 9, .spacing = 1.1 },
           address = { .size = 11, .spacing = 1 };
  g_autoptr(GPtrArray) above = g_ptr_array_new ();
  g_autoptr(GPtrArray) remark = g_ptr_array_new ();
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  double room = ADDRESS_TOP - WINDOW_TOP, y;

  if (veto_document_says (document->remark)
      && !set_fitting (job, document->remark, &plain, 7, ADDRESS_WIDTH, room * 0.6, remark, error))
    return FALSE;
  room -= veto_lines_get_height (remark);
  if (veto_document_says (document->return_line)
      && !set_fitting (job, document->return_line, &small, 5.5, ADDRESS_WIDTH, room, above, error))
    return FALSE;
  if (veto_document_says (document->recipient)
      && !set_fitting (job, document->recipient, &address, 7, ADDRESS_WIDTH, ADDRESS_BOTTOM - ADDRESS_TOP,
                       lines, error))
    return FALSE;
  y = ADDRESS_TOP - veto_lines_get_height (remark) - veto_lines_get_height (above);
  y = put_lines (job, above, VETO_LEFT, y, VETO_PAPER_RETURN_LINE, LABEL_GRAY);
  put_lines (job, remark, VETO_LEFT, y, VETO_PAPER_REMARK, 0);
  put_lines (job, lines, VETO_LEFT, ADDRESS_TOP, VETO_PAPER_RECIPIENT, 0);
  return TRUE;
}

static gboolean
put_text (VetoJob *job, const char *text, const VetoType *type, guint part, double *y, GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  if (!veto_document_says (text))
    return TRUE;
  if (!veto_setter_set (&job->setter, text, type, INFO_WIDTH, lines, error))
    return FALSE;
  *y = put_lines (job, lines, INFO_LEFT, *y, part, type->gray);
  return TRUE;
}

/* References and day, beside the address. @y: where they end */
static gboolean
put_information (VetoJob *job, double *y, GError **error)
{
  VetoType label = { .size = 8, .spacing = 1.05, .gray = LABEL_GRAY },
           value = { .size = 10, .spacing = 1.05 }, day = { .size = job->body, .spacing = 1.1 };

  *y = INFO_TOP;
  for (guint i = 0; i < job->document->references->len; i++)
    {
      const VetoReference *reference = g_ptr_array_index (job->document->references, i);
      guint                part = VETO_PAPER_REFERENCES + 2 * MIN (i, 0x7000);

      if (!put_text (job, reference->label, &label, part, y, error)
          || !put_text (job, reference->value, &value, part + 1, y, error))
        return FALSE;
      *y += 2 * VETO_MM;
    }
  *y = MAX (*y, DATE_TOP);
  return put_text (job, job->document->date_line, &day, VETO_PAPER_DATE, y, error);
}

static void
put_mark (GArray *page, double y, double length)
{
  VetoMark mark = { .x = 5 * VETO_MM, .y = y, .width = length, .gray = 0.4, .block = VETO_PAPER_FURNITURE };

  g_array_append_val (page, mark);
}

/* Folds on the first page, where the address is; holes are punched into all of them. */
static void
put_marks (GArray *page, gboolean first)
{
  if (first)
    {
      put_mark (page, 105 * VETO_MM, 4 * VETO_MM);
      put_mark (page, 210 * VETO_MM, 4 * VETO_MM);
    }
  put_mark (page, 148.5 * VETO_MM, 6 * VETO_MM);
}

gboolean
veto_job_set_din_head (VetoJob *job, double *out_top, GError **error)
{
  double end = 0;

  veto_paper_add_page (job->paper);
  if (!put_sender (job, error) || !put_address (job, error) || !put_information (job, &end, error))
    return FALSE;
  *out_top = MAX (SUBJECT_TOP, end + VETO_EMPTY_LINE);
  if (*out_top < VETO_BOTTOM / 2)
    return TRUE;
  g_set_error_literal (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG,
                       _ ("There are too many references, or they are too long."));
  return FALSE;
}

/* A part of the head that stands above the text like a block of it */
static gboolean
add_part (VetoJob *job, const char *text, VetoType *type, double before, guint part, GError **error)
{
  VetoSetBlock *set;

  if (!veto_document_says (text))
    return TRUE;
  set = g_new0 (VetoSetBlock, 1);
  set->lines = g_ptr_array_new ();
  set->x = VETO_LEFT;
  set->before = before;
  set->tag = part == VETO_PAPER_SUBJECT ? VETO_TAG_H1 : VETO_TAG_TEXT;
  set->block = part;
  set->keep_next = part == VETO_PAPER_SUBJECT;
  g_ptr_array_add (job->blocks, set);
  return veto_setter_set (&job->setter, text, type, VETO_TEXT_WIDTH, set->lines, error);
}

gboolean
veto_job_set_plain_head (VetoJob *job, GError **error)
{
  VetoDocument *document = job->document;
  VetoType large = { .size = 14, .bold = TRUE, .spacing = 1.14 }, small = { .size = 10, .spacing = 1.14 },
           plain = { .size = job->body, .spacing = 1.14 };
  g_autoptr(GString) references = g_string_new (NULL);

  for (guint i = 0; i < document->references->len; i++)
    {
      const VetoReference *reference = g_ptr_array_index (document->references, i);

      g_string_append_printf (references, "%s%s: %s", i > 0 ? "\n" : "", reference->label, reference->value);
    }
  return add_part (job, document->sender_name, &large, 0, VETO_PAPER_SENDER, error)
         && add_part (job, document->sender_lines, &small, 0, VETO_PAPER_SENDER, error)
         && add_part (job, document->date_line, &plain, 2 * VETO_EMPTY_LINE, VETO_PAPER_DATE, error)
         && add_part (job, document->remark, &plain, 2 * VETO_EMPTY_LINE, VETO_PAPER_REMARK, error)
         && add_part (job, document->recipient, &plain, 2 * VETO_EMPTY_LINE, VETO_PAPER_RECIPIENT, error)
         && add_part (job, references->str, &plain, 2 * VETO_EMPTY_LINE, VETO_PAPER_REFERENCES, error);
}

gboolean
veto_job_set_subject (VetoJob *job, GError **error)
{
  VetoType bold = { .size = job->body, .bold = TRUE, .spacing = 1.14 };

  return add_part (job, job->document->subject, &bold, 2 * VETO_EMPTY_LINE, VETO_PAPER_SUBJECT, error);
}

/* One line at the edge of a page; what does not fit is left out, as it is said in full elsewhere. */
static gboolean
put_edge (VetoJob *job, guint page, const char *text, gboolean right, double y, GError **error)
{
  VetoType type = { .size = 9, .spacing = 1 };
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  VetoMark mark = { .y = y, .gray = LABEL_GRAY, .block = VETO_PAPER_FURNITURE };

  if (!veto_document_says (text))
    return TRUE;
  if (!veto_setter_set (&job->setter, text, &type, VETO_TEXT_WIDTH / 2 - 2 * VETO_MM, lines, error))
    return FALSE;
  mark.line = g_ptr_array_index (lines, 0);
  mark.x = (right ? VETO_LEFT + VETO_TEXT_WIDTH - mark.line->width : VETO_LEFT) - mark.line->x;
  g_array_append_val (g_ptr_array_index (job->paper->pages, page), mark);
  return TRUE;
}

gboolean
veto_job_set_edges (VetoJob *job, GError **error)
{
  gboolean letter = veto_job_is_letter (job), dossier = job->style == VETO_PAPER_DOSSIER;
  guint    n_pages = job->paper->pages->len;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *words = veto_document_dup_page_words (job->document, page + 1, n_pages);

      if (letter && page > 0
          && (!put_edge (job, page, job->document->sender_name, FALSE, 15 * VETO_MM, error)
              || !put_edge (job, page, job->document->date_line, TRUE, 15 * VETO_MM, error)))
        return FALSE;
      if (dossier && !put_edge (job, page, job->document->title, FALSE, VETO_A4_HEIGHT - 17 * VETO_MM, error))
        return FALSE;
      if (n_pages > 1 && !put_edge (job, page, words, TRUE, VETO_A4_HEIGHT - 17 * VETO_MM, error))
        return FALSE;
      if (job->style == VETO_PAPER_DIN_5008)
        put_marks (g_ptr_array_index (job->paper->pages, page), page == 0);
    }
  return TRUE;
}
