/* What stands on the paper: directions, markers, boxes, letters without a font, several threads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#define HEBREW "שלום עולם"

/* Text from right to left ends at the right margin, its marker stands right of it, and other text is not moved. */
static void
test_directions (gconstpointer language)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Directions", language);
  g_autoptr(VetoPaper) paper = NULL;
  VetoPaperLine line, text;
  guint         page;

  veto_document_add_paragraph (document, HEBREW " 1");
  veto_document_add_paragraph (document, "Left 2");
  veto_document_add_item (document, "a)", HEBREW " 3");
  veto_document_add_item (document, "b)", "Left 4");
  paper = paper_lay_out (document, VETO_PAPER_SHEET);

  g_assert_true (paper_find_line (paper, HEBREW " 1", &page, &line));
  g_assert_cmpfloat_with_epsilon (line.x + line.width, 190 * MM, 0.1);
  g_assert_true (paper_find_line (paper, "Left 2", &page, &line));
  g_assert_cmpfloat_with_epsilon (line.x, 25 * MM, 0.1);
  g_assert_true (paper_find_line (paper, "\u200Fa)", &page, &line));
  g_assert_cmpfloat_with_epsilon (line.x + line.width, 190 * MM, 0.1);
  g_assert_true (paper_find_line (paper, HEBREW " 3", &page, &text));
  g_assert_cmpfloat (text.x + text.width, <, line.x);
  g_assert_true (paper_find_line (paper, "b)", &page, &line));
  g_assert_cmpfloat_with_epsilon (line.x, 25 * MM, 0.1);
  g_assert_true (paper_find_line (paper, "Left 4", &page, &text));
  g_assert_cmpfloat (text.x, >, line.x + line.width);
}

/* What has no direction follows the language of the letter. */
static void
test_numbers (void)
{
  g_autoptr(VetoDocument) hebrew = veto_document_new ("Numbers", "he"),
                           english = veto_document_new ("Numbers", "en");
  g_autoptr(VetoPaper) right = NULL, left = NULL;
  VetoPaperLine line;

  veto_document_add_paragraph (hebrew, "12345");
  veto_document_add_paragraph (english, "12345");
  right = paper_lay_out (hebrew, VETO_PAPER_SHEET);
  left = paper_lay_out (english, VETO_PAPER_SHEET);
  veto_paper_get_line (right, 0, 0, &line);
  g_assert_cmpfloat_with_epsilon (line.x + line.width, 190 * MM, 0.1);
  veto_paper_get_line (left, 0, 0, &line);
  g_assert_cmpfloat_with_epsilon (line.x, 25 * MM, 0.1);
}

/* What belongs to a step stands below its text; the texts of "9." and "10." below each other. */
static void
test_depth (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Depth", "en");
  g_autoptr(VetoPaper) paper = NULL;
  VetoPaperLine nine, ten, below;

  veto_document_add_strong_task (document, "9.", "Nine");
  veto_document_add_strong_task (document, "10.", "Ten");
  veto_document_set_depth (document, 1);
  veto_document_add_paragraph (document, "Below");
  paper = paper_lay_out (document, VETO_PAPER_SHEET);
  g_assert_true (paper_find_line (paper, "Nine", NULL, &nine));
  g_assert_true (paper_find_line (paper, "Ten", NULL, &ten));
  g_assert_true (paper_find_line (paper, "Below", NULL, &below));
  g_assert_cmpfloat_with_epsilon (nine.x, ten.x, 3.0);
  g_assert_cmpfloat_with_epsilon (below.x, ten.x, 0.1);
}

static guint
count_ink (VetoPaper *paper)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t         *cr = cairo_create (image);
  guint            n_dots = 0;

  veto_paper_draw (paper, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int i = 0; i < 850 * cairo_image_surface_get_stride (image); i++)
    n_dots += cairo_image_surface_get_data (image)[i] > 0;
  cairo_surface_destroy (image);
  return n_dots;
}

static void
test_box (void)
{
  g_autoptr(VetoDocument) item = veto_document_new ("Box", "en"), task = veto_document_new ("Box", "en");
  g_autoptr(VetoPaper) without = NULL, with = NULL;

  veto_document_add_item (item, "1.", "Tick");
  veto_document_add_task (task, "1.", "Tick");
  without = paper_lay_out (item, VETO_PAPER_SHEET);
  with = paper_lay_out (task, VETO_PAPER_SHEET);
  g_assert_cmpuint (count_ink (with), >, count_ink (without) + 4 * 8);
}

/* Wherever a line ends, it does not end in "Abs. 1"; and what only looks like it does not run off the page. */
static void
test_citation (void)
{
  g_autoptr(GString) before = g_string_new ("Ein");

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(VetoDocument) document = veto_document_new ("Citation", "de");
      g_autoptr(VetoPaper) paper = NULL;
      g_autofree char *text =
        g_strdup_printf ("%s Wort und dann Art. 21 Abs. 1 Satz 2 DSGVO und Art. 6 Abs. 1 lit. f"
                         " DSGVO und noch Abs. 3 Satz 4 in Art. 12 Abs. 6 Satz 5 dazu",
                         before->str);

      veto_document_add_paragraph (document, text);
      paper = paper_lay_out (document, VETO_PAPER_LETTER);
      g_assert_cmpuint (veto_paper_get_n_lines (paper, 0), >=, 2);
      for (guint j = 0; j < veto_paper_get_n_lines (paper, 0); j++)
        {
          VetoPaperLine    line;
          g_autofree char *words = NULL;

          veto_paper_get_line (paper, 0, j, &line);
          words = g_strchomp (g_strdup (line.text));
          if (g_str_has_suffix (words, "Art.") || g_str_has_suffix (words, "Abs.")
              || g_str_has_suffix (words, "lit.") || g_str_has_suffix (words, "Satz"))
            g_test_fail_printf ("a line ends with “%s”", words);
        }
      g_string_append_c (before, 'e');
    }
}

/* Many of them make many lines, none of which is wider than the page. */
static void
test_many_citations (gconstpointer words)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Citations", "de");
  g_autoptr(VetoPaper) paper = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (text, words);
  veto_document_add_paragraph (document, text->str);
  paper = paper_lay_out (document, VETO_PAPER_SHEET);
  paper_assert_pages (paper, "p");
}

typedef struct
{
  const char *name;
  const char *text;
  const char *words; /* in the message */
} Letter;

/* fontconfig's own tool says whether there is a font; the letter must then be set, or its script be named. */
static const Letter letters[] = {
  { "/paper/letters/latin", "a", "Latin letters" },
  { "/paper/letters/greek", "α", "Greek letters" },
  { "/paper/letters/cyrillic", "я", "Cyrillic letters" },
  { "/paper/letters/arabic", "م", "Arabic letters" },
  { "/paper/letters/hebrew", "ש", "Hebrew letters" },
  { "/paper/letters/chinese", "字", "Chinese letters" },
  { "/paper/letters/japanese", "ひ", "Japanese letters" },
  { "/paper/letters/korean", "한", "Korean letters" },
  { "/paper/letters/thai", "ก", "Thai letters" },
  { "/paper/letters/hindi", "क", "Devanagari letters" },
  { "/paper/letters/bengali", "ক", "Bengali letters" },
  { "/paper/letters/tamil", "க", "Tamil letters" },
  { "/paper/letters/sinhala", "ක", "Sinhala letters" },
  { "/paper/letters/burmese", "က", "Burmese letters" },
  { "/paper/letters/khmer", "ក", "Khmer letters" },
  { "/paper/letters/amharic", "አ", "Ethiopic letters" },
  { "/paper/letters/tibetan", "ཀ", "Tibetan letters" },
  { "/paper/letters/yi", "ꀀ", "Yi letters" },
  { "/paper/letters/hieroglyph", "𓀀", "letters of this rare script" },
  { "/paper/letters/picture", "🤷", "this sign or picture" },
  { "/paper/letters/private", "\U0010ABCD", "letters of this rare script" },
};

static void
test_letter (gconstpointer data)
{
  const Letter    *letter = data;
  g_autofree char *charset = g_strdup_printf (":charset=%x", g_utf8_get_char (letter->text));
  g_autofree char *fonts = paper_run ("fc-list", charset, NULL);
  g_autoptr(VetoDocument) document = veto_document_new ("Letters", "en");
  g_autoptr(VetoPaper) paper = NULL;
  g_autoptr(GError) error = NULL;

  if (fonts == NULL)
    return;
  veto_document_add_paragraph (document, "Some words before it.");
  veto_document_add_item (document, "1.", letter->text);
  paper = veto_paper_lay_out (document, VETO_PAPER_SHEET, &error);
  if (*fonts != '\0')
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_null (paper);
  g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, letter->words));
  g_assert_nonnull (strstr (error->message, letter->text));
}

/* Wherever it stands: nothing is drawn as a box. */
static void
test_no_font_anywhere (gconstpointer data)
{
  static void (*const setters[]) (VetoDocument * document, const char *text) = {
    veto_document_set_return_line, veto_document_set_remark,  veto_document_set_recipient,
    veto_document_set_date_line,   veto_document_set_subject, veto_document_add_note,
    veto_document_add_link
  };

  for (gsize i = 0; i < G_N_ELEMENTS (setters); i++)
    for (int style = VETO_PAPER_DIN_5008; style <= VETO_PAPER_LETTER; style++)
      {
        g_autoptr(VetoDocument) document = paper_new_letter (1);
        g_autoptr(GError) error = NULL;

        setters[i](document, "a \U0010ABCD b");
        if (setters[i] == veto_document_set_return_line && style == VETO_PAPER_LETTER)
          continue; /* is not on it */
        g_assert_null (veto_paper_lay_out (document, style, &error));
        g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_NO_FONT);
      }
}

/* What no one can see needs no font. */
static void
test_invisible (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Invisible", "en");
  g_autoptr(VetoPaper) paper = NULL;

  veto_document_add_paragraph (document, "a\001b\u200Bc\u200Dd\u202Ee\u2066f\uFEFFg\u00ADh\u2060i");
  veto_document_add_paragraph (document, "");
  veto_document_add_item (document, "", "");
  veto_document_add_item (document, "a marker that is too long for a margin", "text");
  paper = paper_lay_out (document, VETO_PAPER_SHEET);
  g_assert_true (
    paper_find_line (paper, "a marker that is too long for a margin text", NULL, &(VetoPaperLine){ 0 }));
}

static void
test_too_long (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Long", "en");
  g_autofree char *text = g_strnfill (60000, 'a');
  g_autoptr(GError) error = NULL;

  veto_document_add_paragraph (document, text);
  veto_document_add_paragraph (document, "b");
  g_assert_null (veto_paper_lay_out (document, VETO_PAPER_SHEET, &error));
  g_assert_error (error, VETO_PAPER_ERROR, VETO_PAPER_ERROR_TOO_LONG);
}

static gpointer
lay_out_cb (gpointer document)
{
  return paper_lay_out (document, VETO_PAPER_DIN_5008);
}

/* One thread lays out, another draws: what comes out is the same, and the threads are gone by then. */
static void
test_threads (void)
{
  g_autoptr(VetoDocument) document = paper_new_letter (8);
  g_autoptr(VetoPaper) here = paper_lay_out (document, VETO_PAPER_DIN_5008);
  g_autoptr(GBytes) expected = veto_paper_to_pdf (here, NULL);
  GThread *threads[6];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paper", lay_out_cb, document);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr(VetoPaper) paper = g_thread_join (threads[i]);
      g_autoptr(GBytes) bytes = veto_paper_to_pdf (paper, NULL);

      g_assert_true (g_bytes_equal (bytes, expected));
      g_assert_cmpuint (count_ink (paper), ==, count_ink (here));
    }
}

/* Whatever the caller had set on its context is still set. */
static void
test_draw_leaves_context (void)
{
  g_autoptr(VetoDocument) document = paper_new_letter (1);
  g_autoptr(VetoPaper) paper = paper_lay_out (document, VETO_PAPER_LETTER);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 60, 85);
  cairo_t         *cr = cairo_create (image);
  cairo_matrix_t   before, after;

  cairo_scale (cr, 0.1, 0.1);
  cairo_set_line_width (cr, 7);
  cairo_get_matrix (cr, &before);
  veto_paper_draw (paper, 0, cr);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

static void
test_empty (gconstpointer data)
{
  g_autoptr(VetoDocument) document = veto_document_new ("", "");
  g_autoptr(VetoPaper) paper = paper_lay_out (document, GPOINTER_TO_INT (data));
  g_autoptr(GBytes) bytes = veto_paper_to_pdf (paper, NULL);
  double width, height;

  g_assert_cmpuint (veto_paper_get_n_pages (paper), ==, 1);
  veto_paper_get_size (paper, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  g_assert_nonnull (bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/citation", test_citation);
  g_test_add_data_func ("/paper/citations/numbers", "Abs. 1 ", test_many_citations);
  g_test_add_data_func ("/paper/citations/words", "Art. ", test_many_citations);
  g_test_add_data_func ("/paper/citations/letters", "lit. f", test_many_citations);
  g_test_add_data_func ("/paper/directions/en", "en", test_directions);
  g_test_add_data_func ("/paper/directions/he", "he", test_directions);
  g_test_add_func ("/paper/numbers", test_numbers);
  g_test_add_func ("/paper/depth", test_depth);
  g_test_add_func ("/paper/box", test_box);
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    g_test_add_data_func (letters[i].name, &letters[i], test_letter);
  g_test_add_data_func ("/paper/no-font-anywhere", NULL, test_no_font_anywhere);
  g_test_add_func ("/paper/invisible", test_invisible);
  g_test_add_func ("/paper/too-long", test_too_long);
  g_test_add_func ("/paper/threads", test_threads);
  g_test_add_func ("/paper/draw-leaves-context", test_draw_leaves_context);
  g_test_add_data_func ("/paper/empty/sheet", GINT_TO_POINTER (VETO_PAPER_SHEET), test_empty);
  g_test_add_data_func ("/paper/empty/din", GINT_TO_POINTER (VETO_PAPER_DIN_5008), test_empty);
  g_test_add_data_func ("/paper/empty/letter", GINT_TO_POINTER (VETO_PAPER_LETTER), test_empty);
  return g_test_run ();
}
