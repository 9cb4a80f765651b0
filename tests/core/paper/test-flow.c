/* Where pages end: swept over every place where they could.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#define N_PLACES 70

#define SENTENCE "This is one of the sentences of a paragraph that is as long as it has to be. "

/* @n_before lines push the rest down, line by line, over the end of a page. */
static void
assert_everywhere (VetoPaperStyle style, guint n_sentences, gboolean heading, gboolean signature)
{
  g_autofree char *text = NULL;
  g_autoptr(GString) sentences = g_string_new (NULL);
  gboolean two_pages = FALSE;

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (sentences, SENTENCE);
  text = g_string_free (g_steal_pointer (&sentences), FALSE);
  for (guint n_before = 0; n_before < N_PLACES; n_before++)
    {
      g_autoptr(VetoDocument) document = veto_document_new ("Flow", "en");
      g_autoptr(GString) kinds = g_string_new (NULL);
      g_autoptr(VetoPaper) paper = NULL;

      for (guint i = 0; i < n_before; i++)
        veto_document_add_item (document, "", "A line");
      for (guint i = 0; i < n_before; i++)
        g_string_append_c (kinds, 'p');
      if (heading)
        veto_document_add_heading (document, 2, "A heading");
      veto_document_add_paragraph (document, text);
      if (signature)
        veto_document_add_signature (document, "Yours faithfully,", "Mary Example");
      g_string_append_printf (kinds, "%sp%s", heading ? "h" : "", signature ? "s" : "");
      paper = paper_lay_out (document, style);
      paper_assert_pages (paper, kinds->str);
      two_pages |= veto_paper_get_n_pages (paper) == 2;
    }
  g_assert_true (two_pages);
}

typedef struct
{
  const char    *name;
  VetoPaperStyle style;
  guint          n_sentences;
  gboolean       heading, signature;
} Sample;

static const Sample samples[] = {
  { "/flow/sheet/short", VETO_PAPER_SHEET, 1, FALSE, FALSE },
  { "/flow/sheet/three-lines", VETO_PAPER_SHEET, 3, FALSE, FALSE },
  { "/flow/sheet/four-lines", VETO_PAPER_SHEET, 4, FALSE, FALSE },
  { "/flow/sheet/long", VETO_PAPER_SHEET, 12, FALSE, FALSE },
  { "/flow/sheet/heading", VETO_PAPER_SHEET, 6, TRUE, FALSE },
  { "/flow/letter/signature", VETO_PAPER_LETTER, 1, FALSE, TRUE },
  { "/flow/letter/long-and-signature", VETO_PAPER_LETTER, 8, FALSE, TRUE },
  { "/flow/letter/all", VETO_PAPER_LETTER, 8, TRUE, TRUE },
  { "/flow/din/all", VETO_PAPER_DIN_5008, 8, TRUE, TRUE },
  { "/flow/din/short-and-signature", VETO_PAPER_DIN_5008, 2, TRUE, TRUE },
};

static void
test_everywhere (gconstpointer data)
{
  const Sample *sample = data;

  assert_everywhere (sample->style, sample->n_sentences, sample->heading, sample->signature);
}

/* What announces a list stays with it, as a heading does. */
static void
test_colon (void)
{
  for (guint n_before = 0; n_before < N_PLACES; n_before++)
    {
      g_autoptr(VetoDocument) document = veto_document_new ("Colon", "en");
      g_autoptr(VetoPaper) paper = NULL;
      g_autofree char *before = g_strnfill (n_before, 'p'), *kinds = g_strconcat (before, "hpp", NULL);

      for (guint i = 0; i < n_before; i++)
        veto_document_add_item (document, "", "A line");
      veto_document_add_paragraph (document, "My reasons:");
      veto_document_add_item (document, "1.", "One");
      veto_document_add_item (document, "2.", "Two");
      paper = paper_lay_out (document, VETO_PAPER_LETTER);
      paper_assert_pages (paper, kinds);
    }
}

/* A paragraph of three pages, and what does not fit on one page at all: it goes on, and nothing is lost. */
static void
test_endless (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Endless", "en");
  g_autofree char *word = g_strnfill (5000, 'x'), *set_word = NULL, *set_heading = NULL;
  g_autoptr(VetoPaper) paper = NULL;

  veto_document_add_paragraph (document, word);
  veto_document_add_heading (document, 1, word);
  veto_document_add_heading (document, 1, word);
  veto_document_add_signature (document, word, word);
  paper = paper_lay_out (document, VETO_PAPER_LETTER);
  set_word = paper_dup_block (paper, 0);
  g_assert_cmpstr (set_word, ==, word);
  set_heading = paper_dup_block (paper, 2);
  g_assert_cmpstr (set_heading, ==, word);
  paper_assert_pages (paper, "p");
}

static void
test_page_break (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Break", "en");
  g_autoptr(VetoPaper) paper = NULL;
  VetoPaperLine line;
  guint         page;

  veto_document_add_page_break (document); /* at the top and at the end there is nothing to break */
  veto_document_add_paragraph (document, "One");
  veto_document_add_page_break (document);
  veto_document_add_page_break (document);
  veto_document_add_paragraph (document, "Two");
  veto_document_add_page_break (document);
  paper = paper_lay_out (document, VETO_PAPER_SHEET);
  g_assert_cmpuint (veto_paper_get_n_pages (paper), ==, 2);
  g_assert_true (paper_find_line (paper, "Two", &page, &line));
  g_assert_cmpuint (page, ==, 1);
}

static VetoDocument *
new_pages (guint n_pages)
{
  VetoDocument *document = veto_document_new ("Pages", "en");

  for (guint i = 0; i < n_pages; i++)
    {
      veto_document_add_paragraph (document, "A page");
      veto_document_add_page_break (document);
    }
  return document;
}

static void
test_page_words (void)
{
  g_autoptr(VetoDocument) one = new_pages (1), three = new_pages (3);
  g_autoptr(VetoPaper) alone = paper_lay_out (one, VETO_PAPER_SHEET),
                        in_english = paper_lay_out (three, VETO_PAPER_SHEET), in_german = NULL;
  VetoPaperLine line;
  guint         page;

  g_assert_false (paper_find_line (alone, "Page", &page, &line));
  g_assert_true (paper_find_line (in_english, "Page 2 of 3", &page, &line));
  g_assert_cmpuint (page, ==, 1);
  g_assert_cmpuint (line.block, ==, VETO_PAPER_FURNITURE);

  veto_document_set_page_words (three, "Seite {{page}} von {{pages}}");
  in_german = paper_lay_out (three, VETO_PAPER_SHEET);
  g_assert_true (paper_find_line (in_german, "Seite 3 von 3", &page, &line));
  g_assert_cmpuint (page, ==, 2);
}

/* The pages after the first say whose letter they belong to. */
static void
test_next_head (void)
{
  g_autoptr(VetoDocument) document = paper_new_letter (30);
  g_autoptr(VetoPaper) paper = paper_lay_out (document, VETO_PAPER_DIN_5008);
  gboolean found[2] = { FALSE };

  g_assert_cmpuint (veto_paper_get_n_pages (paper), >=, 3);
  for (guint i = 0; i < veto_paper_get_n_lines (paper, 2); i++)
    {
      VetoPaperLine line;

      veto_paper_get_line (paper, 2, i, &line);
      if (line.y > 20 * MM || line.block != VETO_PAPER_FURNITURE)
        continue;
      found[0] |= g_str_equal (line.text, "Mary Example") && line.x < 26 * MM;
      found[1] |= g_str_equal (line.text, "London, 25 November 2026") && line.x + line.width > 189 * MM;
    }
  g_assert_true (found[0] && found[1]);
}

static void
test_too_many_pages (void)
{
  g_autoptr(VetoDocument) fits = new_pages (20), document = new_pages (21), sheet = new_pages (61);
  g_autoptr(VetoPaper) paper = paper_lay_out (fits, VETO_PAPER_LETTER);
  g_autoptr(GError) error = NULL;

  g_assert_null (veto_paper_lay_out (document, VETO_PAPER_LETTER, &error));
  g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG);
  g_clear_error (&error);
  g_assert_null (veto_paper_lay_out (sheet, VETO_PAPER_SHEET, &error));
  g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_everywhere);
  g_test_add_func ("/flow/colon", test_colon);
  g_test_add_func ("/flow/endless", test_endless);
  g_test_add_func ("/flow/page-break", test_page_break);
  g_test_add_func ("/flow/page-words", test_page_words);
  g_test_add_func ("/flow/next-head", test_next_head);
  g_test_add_func ("/flow/too-many-pages", test_too_many_pages);
  return g_test_run ();
}
