/* The PDF as other programs read it: poppler's tools and qpdf.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static char *
save_document (VetoDocument *document, VetoPaperStyle style)
{
  g_autoptr(VetoPaper) paper = paper_lay_out (document, style);

  return paper_save (paper);
}

static void
forget (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

typedef struct
{
  const char    *name;
  VetoPaperStyle style;
  guint          n_paragraphs;
} Sample;

static const Sample samples[] = {
  { "/din", VETO_PAPER_DIN_5008, 2 },
  { "/din-long", VETO_PAPER_DIN_5008, 40 },
  { "/letter", VETO_PAPER_LETTER, 3 },
  { "/sheet", VETO_PAPER_SHEET, 12 },
};

static void
test_qpdf (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoDocument) document = paper_new_letter (sample->n_paragraphs);
  g_autofree char *path = save_document (document, sample->style);
  g_autofree char *said = paper_run ("qpdf", "--check", path, NULL);

  if (said != NULL)
    g_assert_nonnull (strstr (said, "No syntax or stream encoding errors found"));
  forget (path);
}

static void
test_info (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoDocument) document = paper_new_letter (sample->n_paragraphs);
  g_autoptr(VetoPaper) paper = paper_lay_out (document, sample->style);
  g_autofree char *path = paper_save (paper);
  g_autofree char *said = paper_run ("pdfinfo", path, NULL);
  g_autofree char *n_pages = g_strdup_printf ("\\nPages: +%u\\n", veto_paper_get_n_pages (paper));

  if (said != NULL)
    {
      g_assert_true (g_regex_match_simple ("^Title: +Objection\\n", said, 0, 0));
      g_assert_true (g_regex_match_simple ("\\nTagged: +yes\\n", said, 0, 0));
      g_assert_true (g_regex_match_simple ("\\nPage size: .*\\(A4\\)\\n", said, 0, 0));
      g_assert_true (g_regex_match_simple (n_pages, said, 0, 0));
      g_assert_null (strstr (said, "Author"));
      g_assert_null (strstr (said, "Date"));
    }
  forget (path);
}

static void
test_fonts (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoDocument) document = paper_new_letter (sample->n_paragraphs);
  g_autofree char *path = NULL, *said = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_fonts = 0;

  veto_document_add_paragraph (document, "Ж Ω שלום مرحبا");
  path = save_document (document, sample->style);
  said = paper_run ("pdffonts", path, NULL);
  forget (path);
  if (said == NULL)
    return;
  lines = g_strsplit (said, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n_fonts++)
    g_assert_true (g_regex_match_simple (" yes yes yes +[0-9]+ +[0-9]+$", lines[i], 0,
                                         0)); /* embedded, a subset, with text */
  g_assert_cmpuint (n_fonts, >=, 2);
}

static void
test_text (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoDocument) document = paper_new_letter (sample->n_paragraphs);
  g_autofree char         *path = NULL, *said = NULL;
  static const char *const words[] = { "Affine Öffnungen fließen", "I object to the use of my data",
                                       "Yours faithfully,", "Enclosure: a copy", "Größe 2 · “Zitat” – €" };

  veto_document_add_paragraph (document, "Affine Öffnungen fließen");
  veto_document_add_paragraph (document, "Größe 2 · “Zitat” – €");
  path = save_document (document, sample->style);
  said = paper_run ("pdftotext", path, "-", NULL);
  for (gsize i = 0; said != NULL && i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (said, words[i]));
  forget (path);
}

/* What a screen reader gets: kinds, order, and whole texts without the line ends. */
static void
test_structure (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Structure", "en");
  g_autofree char *path = NULL, *said = NULL;

  veto_document_add_heading (document, 1, "Title");
  veto_document_add_paragraph (document, "One paragraph which is so long that it has to go on in the next "
                                         "line of this page.");
  veto_document_add_task (document, "1.", "First");
  veto_document_set_depth (document, 1);
  veto_document_add_paragraph (document, "More");
  veto_document_add_item (document, "•", "Inner");
  veto_document_set_depth (document, 0);
  veto_document_add_task (document, "2.", "Second");
  veto_document_add_heading (document, 2, "End");
  veto_document_add_paragraph (document, "Line one\nLine two");
  path = save_document (document, VETO_PAPER_SHEET);
  said = paper_run ("pdfinfo", "-struct-text", path, NULL);
  forget (path);
  if (said == NULL)
    return;
  g_assert_cmpstr (said, ==,
                   "Document\n"
                   "  H1 (block)\n    \"Title\"\n"
                   "  P (block)\n    \"One paragraph which is so long that it has to go on in the next line "
                   "of this page.\"\n"
                   "  L (block)\n"
                   "    LI (block)\n      Lbl (block)\n        \"1.\"\n      LBody (block)\n        P "
                   "(block)\n          \"First\"\n"
                   "        P (block)\n          \"More\"\n"
                   "        L (block)\n          LI (block)\n            Lbl (block)\n              \"•\"\n"
                   "            LBody (block)\n              P (block)\n                \"Inner\"\n"
                   "    LI (block)\n      Lbl (block)\n        \"2.\"\n      LBody (block)\n        P "
                   "(block)\n          \"Second\"\n"
                   "  H2 (block)\n    \"End\"\n"
                   "  P (block)\n    \"Line one\"\n"
                   "  P (block)\n    \"Line two\"\n");
}

static void
test_reading_order (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Order", "ar");
  g_autofree char *path = NULL, *said = NULL;

  veto_document_add_paragraph (document, "برلين، 25 نوفمبر 2026");
  path = save_document (document, VETO_PAPER_SHEET);
  said = paper_run ("pdfinfo", "-struct-text", path, NULL);
  forget (path);
  if (said != NULL)
    g_assert_nonnull (strstr (said, "برلين، 25 نوفمبر 2026"));
}

typedef struct
{
  const char *name;
  const char *language;
  const char *expected; /* NULL: none is said */
} Language;

static const Language languages[] = {
  { "/pdf/language/en", "en", "/Lang (en)" },
  { "/pdf/language/region", "pt-BR", "/Lang (pt-BR)" },
  { "/pdf/language/none", "", NULL },
  { "/pdf/language/not-one", "en) /AA << >>", NULL },
};

static void
test_language (gconstpointer data)
{
  const Language *language = data;
  g_autoptr(VetoDocument) document = veto_document_new ("Language", language->language);
  g_autofree char *path = NULL, *said = NULL;

  veto_document_add_paragraph (document, "Text");
  path = save_document (document, VETO_PAPER_LETTER);
  said = paper_run ("qpdf", path, "--show-object=trailer", NULL);
  if (said != NULL)
    {
      const char      *root = strstr (said, "/Root ");
      g_autofree char *object =
        g_strdup_printf ("--show-object=%d", (int) g_ascii_strtoll (root + 6, NULL, 10));
      g_autofree char *catalog = paper_run ("qpdf", path, object, NULL);

      g_assert_true ((strstr (catalog, "/Lang") != NULL) == (language->expected != NULL));
      g_assert_true (language->expected == NULL || strstr (catalog, language->expected) != NULL);
      g_assert_true (language->expected == NULL || strstr (catalog, "/DisplayDocTitle true") != NULL);
    }
  forget (path);
}

/* An address can be pressed if it was added as one and is one; text that only looks like it cannot. */
static void
test_links (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Links", "en");
  g_autofree char  *path = NULL, *said = NULL, *pages = NULL;
  static const char long_link[] = "https://example.org/it's/a/(very)/long/address/that/goes/on/in/the/next/"
                                  "line/of/the/page?with=more&and=more#end";

  veto_document_add_link (document, "https://example.org/a");
  veto_document_add_link (document, long_link);
  veto_document_add_link (document, "javascript:alert(1)");
  veto_document_add_link (document, "https://user@evil.example/");
  veto_document_add_paragraph (document, "https://example.com/typed-by-somebody");
  path = save_document (document, VETO_PAPER_SHEET);
  said = paper_run ("pdfinfo", "-url", path, NULL);
  if (said != NULL)
    {
      g_assert_nonnull (strstr (said, " https://example.org/a\n"));
      g_assert_nonnull (strstr (said, long_link));
      g_assert_null (strstr (said, "javascript"));
      g_assert_null (strstr (said, "evil"));
      g_assert_null (strstr (said, "typed"));
      pages = paper_run ("pdftotext", path, "-", NULL);
      g_assert_nonnull (strstr (pages, "javascript:alert(1)"));
    }
  forget (path);
}

/* In German a number is written with a comma: that never reaches a format that wants a point. */
static void
test_decimal_comma (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "de_AT.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8", NULL };
  const char              *comma = NULL;

  for (guint i = 0; locales[i] != NULL && comma == NULL; i++)
    comma = setlocale (LC_NUMERIC, locales[i]);
  if (comma == NULL)
    {
      g_test_skip ("there is no locale with a decimal comma here");
      return;
    }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  test_links ();
  setlocale (LC_NUMERIC, "C");
}

static void
test_same_again (void)
{
  g_autoptr(VetoDocument) document = paper_new_letter (12), again = paper_new_letter (12);
  g_autoptr(VetoPaper) first = paper_lay_out (document, VETO_PAPER_DIN_5008), second = NULL;
  g_autoptr(GBytes) before = veto_paper_to_pdf (first, NULL), after = NULL;

  veto_document_add_paragraph (document, "Ж Ω"); /* something else in between */
  g_object_unref (paper_lay_out (document, VETO_PAPER_SHEET));
  g_usleep (1100 * 1000); /* the clock of a PDF counts seconds: it must not be in there */
  second = paper_lay_out (again, VETO_PAPER_DIN_5008);
  after = veto_paper_to_pdf (second, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (gconstpointer data);
  } readers[] = {
    { "qpdf", test_qpdf }, { "info", test_info }, { "fonts", test_fonts }, { "text", test_text }
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize reader = 0; reader < G_N_ELEMENTS (readers); reader++)
    for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
      {
        g_autofree char *name = g_strdup_printf ("/pdf/%s%s", readers[reader].name, samples[i].name);

        g_test_add_data_func (name, &samples[i], readers[reader].run);
      }
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/reading-order", test_reading_order);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    g_test_add_data_func (languages[i].name, &languages[i], test_language);
  g_test_add_func ("/pdf/links", test_links);
  g_test_add_func ("/pdf/decimal-comma", test_decimal_comma);
  g_test_add_func ("/pdf/same-again", test_same_again);
  return g_test_run ();
}
