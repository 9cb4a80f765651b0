/* What tests of paper share: letters, and what stands on the pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

VetoDocument *
paper_new_letter (guint n_paragraphs)
{
  VetoDocument *document = veto_document_new ("Objection", "en");

  veto_document_set_sender (document, "Mary Example", "17 Heath Street\nLondon NW3 6TR\nmary@example.org");
  veto_document_set_return_line (document, "Mary Example · 17 Heath Street · London NW3 6TR");
  veto_document_set_remark (document, "By registered post");
  veto_document_set_recipient (document,
                               "Example Company Ltd.\nData Protection\n1 Long Road\nDublin 4\nIRELAND");
  veto_document_add_reference (document, "Your reference", "AB 12/34");
  veto_document_set_date_line (document, "London, 25 November 2026");
  veto_document_set_subject (document, "Objection to the use of my data");
  veto_document_add_paragraph (document, "Dear Sir or Madam,");
  for (guint i = 0; i < n_paragraphs; i++)
    veto_document_add_paragraph (document,
                                 "I object to the use of my data for the training of artificial "
                                 "intelligence. This is so for all that I have written and shown, and for "
                                 "all that I will write and show. Please tell me within a month what you "
                                 "did.");
  veto_document_add_signature (document, "Yours faithfully,", "Mary Example");
  veto_document_add_note (document, "Enclosure: a copy of my letter of 1 October");
  return document;
}

VetoPaper *
paper_lay_out (VetoDocument *document, VetoPaperStyle style)
{
  g_autoptr(GError) error = NULL;
  VetoPaper *paper = veto_paper_lay_out (document, style, &error);

  g_assert_no_error (error);
  g_assert_nonnull (paper);
  return paper;
}

char *
paper_dup_dense (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (dense, g_utf8_get_char (at));
  return g_string_free (dense, FALSE);
}

char *
paper_dup_block (VetoPaper *paper, guint block)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint page = 0; page < veto_paper_get_n_pages (paper); page++)
    for (guint i = 0; i < veto_paper_get_n_lines (paper, page); i++)
      {
        VetoPaperLine line;

        veto_paper_get_line (paper, page, i, &line);
        if (line.block == block)
          g_string_append (text, line.text);
      }
  return paper_dup_dense (text->str);
}

gboolean
paper_find_line (VetoPaper *paper, const char *start, guint *out_page, VetoPaperLine *out_line)
{
  for (guint page = 0; page < veto_paper_get_n_pages (paper); page++)
    for (guint i = 0; i < veto_paper_get_n_lines (paper, page); i++)
      {
        veto_paper_get_line (paper, page, i, out_line);
        if (out_page != NULL)
          *out_page = page;
        if (g_str_has_prefix (out_line->text, start))
          return TRUE;
      }
  return FALSE;
}

/* Where a word of two directions has to be broken, Pango 1.50 may do so a letter too late. */
#define PANGO_LATE (3 * MM)

/* How many lines of each block a page has; the first and the last page of each block */
typedef struct
{
  guint n_lines;
  guint first_page, last_page;
  guint n_first, n_last; /* lines on these two */
} Spread;

static void
assert_line (const VetoPaperLine *line, double *y)
{
  const double left = 25 * MM, right = 190 * MM, bottom = (297 - 25) * MM;

  g_assert_cmpfloat (line->x, >=, left - PANGO_LATE);
  g_assert_cmpfloat (line->x + line->width, <=, right + PANGO_LATE);
  g_assert_cmpfloat (line->y, >=, *y - 0.02);
  g_assert_cmpfloat (line->y + line->height, <=, bottom + 0.02);
  *y = line->y + line->height;
}

static void
add_line (Spread *spread, guint page)
{
  if (spread->n_lines++ == 0)
    spread->first_page = page;
  if (spread->last_page != page)
    spread->n_last = 0;
  spread->last_page = page;
  spread->n_last++;
  if (page == spread->first_page)
    spread->n_first++;
}

/* Markers stand beside their line, so they are not asked. */
static Spread *
measure_spreads (VetoPaper *paper, guint n_blocks)
{
  Spread *spreads = g_new0 (Spread, n_blocks);

  for (guint page = 0; page < veto_paper_get_n_pages (paper); page++)
    {
      double y = 0, marker_y = -1;

      for (guint i = 0; i < veto_paper_get_n_lines (paper, page); i++)
        {
          VetoPaperLine line, next;

          veto_paper_get_line (paper, page, i, &line);
          if (line.block >= n_blocks)
            continue;
          if (i + 1 < veto_paper_get_n_lines (paper, page))
            {
              veto_paper_get_line (paper, page, i + 1, &next);
              marker_y = next.block == line.block ? next.y : -1;
            }
          if (marker_y >= 0 && marker_y < line.y + line.height / 2)
            continue;
          assert_line (&line, &y);
          add_line (&spreads[line.block], page);
        }
    }
  return spreads;
}

void
paper_assert_pages (VetoPaper *paper, const char *kinds)
{
  guint              n_blocks = strlen (kinds);
  g_autofree Spread *spreads = measure_spreads (paper, n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      const Spread *spread = &spreads[i];

      if (spread->n_lines == 0)
        continue;
      if (kinds[i] != 'p' || spread->n_lines < 4)
        g_assert_cmpuint (spread->first_page, ==, spread->last_page);
      if (spread->first_page != spread->last_page)
        {
          g_assert_cmpuint (spread->n_first, >=, 2);
          g_assert_cmpuint (spread->n_last, >=, 2);
        }
      if (kinds[i] == 'h' && i + 1 < n_blocks && kinds[i + 1] != '-' && spreads[i + 1].n_lines > 0)
        g_assert_cmpuint (spread->last_page, ==, spreads[i + 1].first_page);
      if (kinds[i] == 's' && i > 0 && kinds[i - 1] != '-' && spreads[i - 1].n_lines > 0)
        g_assert_cmpuint (spread->first_page, ==, spreads[i - 1].last_page);
    }
}

char *
paper_save (VetoPaper *paper)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = veto_paper_to_pdf (paper, &error);
  char         *path = NULL;
  gsize         n_bytes;
  gconstpointer data;
  int           file = g_file_open_tmp ("paper-XXXXXX.pdf", &path, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (file, >=, 0);
  close (file);
  data = g_bytes_get_data (bytes, &n_bytes);
  g_assert_true (g_file_set_contents (path, data, n_bytes, NULL));
  return path;
}

char *
paper_run (const char *program, ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *found = g_find_program_in_path (program), *said = NULL, *complained = NULL;
  g_autoptr(GError) error = NULL;
  const char *argument;
  int         status = 0;
  va_list     list;

  if (found == NULL)
    {
      g_test_skip ("a program that reads PDFs is not installed");
      return NULL;
    }
  g_ptr_array_add (arguments, found);
  va_start (list, program);
  for (argument = va_arg (list, const char *); argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, &complained,
                &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL) || *complained != '\0')
    g_error ("%s: %s%s", program, said, complained);
  return g_steal_pointer (&said);
}
