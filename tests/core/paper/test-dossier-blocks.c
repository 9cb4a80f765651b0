/* What only a dossier has: labels beside their texts, letters inside of it, signs that no font has, its own measure.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "paper-fixture.h"

static VetoPaperLine
find (VetoPaper *paper, const char *start)
{
  VetoPaperLine line;

  g_assert_true (paper_find_line (paper, start, NULL, &line));
  return line;
}

/* A label stands beside its text; what follows stands below both. */
static void
test_facts (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Facts", "en");
  g_autoptr(VetoPaper) paper = NULL;
  VetoPaperLine label, text, next;

  veto_document_add_fact (document, "A label of so many words that they need three lines", "Text");
  veto_document_add_fact (document, "Next", "One\nTwo");
  paper = paper_lay_out (document, VETO_PAPER_DOSSIER);
  label = find (paper, "A label");
  text = find (paper, "Text");
  next = find (paper, "Next");
  g_assert_cmpfloat_with_epsilon (label.y, text.y, 0.1);
  g_assert_cmpfloat (label.x + label.width, <, text.x);
  g_assert_cmpfloat (next.y, >, label.y + 3 * label.height - 0.1);
  g_assert_cmpfloat_with_epsilon (find (paper, "One").x, text.x, 0.1);
}

static void
test_facts_as_text (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Facts", "en");
  g_autofree char *text = NULL;

  veto_document_add_fact (document, "Account", "erika");
  veto_document_add_fact (document, "Day", "1 May");
  text = veto_document_to_text (document, 60);
  g_assert_cmpstr (text, ==, "Account: erika\nDay: 1 May\n");
}

/* All of a letter, in its order, further in. */
static void
test_letter (void)
{
  static const char *const parts[] = { "Mary Example",       "By registered post", "Example Company",
                                       "Your reference: AB", "London, 25",         "Objection to",
                                       "Dear Sir",           "I object",           "Yours faithfully",
                                       "Enclosure" };
  g_autoptr(VetoDocument) document = veto_document_new ("Dossier", "en"), letter = paper_new_letter (1);
  g_autoptr(VetoPaper) paper = NULL;
  double y = 0;

  veto_document_add_paragraph (document, "Before");
  veto_document_set_depth (document, 1);
  veto_document_add_letter (document, letter);
  paper = paper_lay_out (document, VETO_PAPER_DOSSIER);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      VetoPaperLine line = find (paper, parts[i]);

      g_assert_cmpfloat (line.y, >, y);
      g_assert_cmpfloat (line.x, >, find (paper, "Before").x + 10);
      y = line.y;
    }
}

/* Items that begin further in are one list, not lists in lists. */
static void
test_list_further_in (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("List", "en");
  g_autoptr(VetoPaper) paper = NULL;
  g_autofree char *path = NULL, *structure = NULL;
  g_auto(GStrv) parts = NULL;

  veto_document_set_depth (document, 1);
  for (guint i = 0; i < 3; i++)
    veto_document_add_item (document, "1.", "Item");
  paper = paper_lay_out (document, VETO_PAPER_DOSSIER);
  path = paper_save (paper);
  structure = paper_run ("pdfinfo", "-struct", path, NULL);
  if (structure == NULL)
    return;
  parts = g_strsplit (structure, "\n  L (block)", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
}

/* A sign that no font has stops a letter; in a dossier it becomes a question mark. */
static void
test_no_font (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Signs", "en");
  g_autoptr(VetoPaper) paper = NULL;
  g_autoptr(GError) error = NULL;
  GString *all = g_string_new ("Plain ");

  for (gunichar c = 0xe000; c < 0xe040; c++) /* private use: nobody's letters */
    g_string_append_unichar (all, c);
  veto_document_add_paragraph (document, all->str);
  g_string_free (all, TRUE);
  g_assert_null (veto_paper_lay_out (document, VETO_PAPER_SHEET, &error));
  g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_NO_FONT);
  paper = paper_lay_out (document, VETO_PAPER_DOSSIER);
  g_assert_true (g_str_has_prefix (find (paper, "Plain").text, "Plain ????????"));
}

/* Longer than a letter may be, and with its title at the foot of each page. */
static void
test_long (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("The title", "en");
  g_autoptr(VetoPaper) paper = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 4000; i++)
    veto_document_add_paragraph (document, "Some words of no importance");
  g_assert_null (veto_paper_lay_out (document, VETO_PAPER_SHEET, &error));
  g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG);
  paper = paper_lay_out (document, VETO_PAPER_DOSSIER);
  for (guint page = 0; page < veto_paper_get_n_pages (paper); page++)
    {
      VetoPaperLine line;

      veto_paper_get_line (paper, page, veto_paper_get_n_lines (paper, page) - 2, &line);
      g_assert_cmpstr (line.text, ==, "The title");
      g_assert_cmpuint (line.block, ==, VETO_PAPER_FURNITURE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-blocks/facts", test_facts);
  g_test_add_func ("/dossier-blocks/facts-as-text", test_facts_as_text);
  g_test_add_func ("/dossier-blocks/letter", test_letter);
  g_test_add_func ("/dossier-blocks/list-further-in", test_list_further_in);
  g_test_add_func ("/dossier-blocks/no-font", test_no_font);
  g_test_add_func ("/dossier-blocks/long", test_long);
  return g_test_run ();
}
