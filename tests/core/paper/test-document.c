/* A document as plain text, and what becomes of odd characters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

static void
test_letter (void)
{
  g_autoptr(VetoDocument) document = paper_new_letter (1);
  g_autofree char *text = veto_document_to_text (document, 60);

  g_assert_cmpstr (text, ==,
                   "Mary Example\n17 Heath Street\nLondon NW3 6TR\nmary@example.org\n"
                   "\nBy registered post\n"
                   "\nExample Company Ltd.\nData Protection\n1 Long Road\nDublin 4\nIRELAND\n"
                   "\nYour reference: AB 12/34\n"
                   "\nLondon, 25 November 2026\n"
                   "\nObjection to the use of my data\n"
                   "\nDear Sir or Madam,\n"
                   "\nI object to the use of my data for the training of\nartificial intelligence. This is "
                   "so for all that "
                   "I have\nwritten and shown, and for all that I will write and show.\n"
                   "Please tell me within a month what you did.\n"
                   "\nYours faithfully,\n\nMary Example\n"
                   "\nEnclosure: a copy of my letter of 1 October\n");
}

static void
test_sheet (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("Sheet", "en");
  g_autofree char *text = NULL;

  veto_document_add_heading (document, 1, "A sheet");
  veto_document_add_strong_task (document, "1.", "Open the page of the settings, all the way down");
  veto_document_set_depth (document, 1);
  veto_document_add_paragraph (document, "It is grey.");
  veto_document_add_item (document, "•", "first");
  veto_document_add_item (document, "•", "second");
  veto_document_add_link (document, "https://example.org/a/very/long/address/that/is/not/broken");
  veto_document_set_depth (document, 0);
  veto_document_add_heading (document, 2, "More");
  text = veto_document_to_text (document, 30);
  g_assert_cmpstr (text, ==,
                   "A sheet\n=======\n"
                   "\n[ ] 1. Open the page of the\n       settings, all the way\n       down\n"
                   "\n    It is grey.\n"
                   "\n    • first\n    • second\n"
                   "\n    https://example.org/a/very/long/address/that/is/not/broken\n"
                   "\nMore\n");
}

/* No line is wider than asked, unless it is one word. */
static void
test_width (gconstpointer data)
{
  guint width = GPOINTER_TO_UINT (data);
  g_autoptr(VetoDocument) document = paper_new_letter (3);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  veto_document_add_item (
    document, "•", "日本語の文章はここにあります 日本語の文章はここにあります 日本語の文章はここにあります");
  text = veto_document_to_text (document, width);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint n_columns = 0;

      for (const char *at = lines[i]; *at != '\0'; at = g_utf8_next_char (at))
        n_columns += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
      if (strchr (g_strstrip (lines[i]), ' ') != NULL && !g_str_has_prefix (lines[i], "• "))
        g_assert_cmpuint (n_columns, <=, width);
    }
  g_assert_nonnull (strstr (text, "日本語の文章はここにあります\n"));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Sample;

static const Sample samples[] = {
  { "/document/text/plain", "Grüße", "Grüße\n" },
  { "/document/text/ends", "  a b \n", "a b\n" },
  { "/document/text/newline", "a\nb\r\nc\rd", "a\nb\nc\nd\n" },
  { "/document/text/separators",
    "a\u2028b\u2029c\xC2\x85"
    "d\fe\vf",
    "a\nb\nc\nd\ne\nf\n" },
  { "/document/text/tab", "a\tb", "a b\n" },
  { "/document/text/controls",
    "a\001\033[31mb\177c\xC2\x9B"
    "d",
    "a[31mbcd\n" },
  { "/document/text/markup", "<b>&amp;</b> {{name}} %s", "<b>&amp;</b> {{name}} %s\n" },
  { "/document/text/not-utf8",
    "a\xFF\xC3"
    "b",
    "a\uFFFD\uFFFD"
    "b\n" },
};

static void
test_text (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoDocument) document = veto_document_new ("Text", "en");
  g_autofree char *text = NULL;

  veto_document_add_paragraph (document, sample->text);
  text = veto_document_to_text (document, 72);
  g_assert_cmpstr (text, ==, sample->expected);
}

static void
test_empty (void)
{
  g_autoptr(VetoDocument) document = veto_document_new (NULL, NULL);
  g_autofree char *text = veto_document_to_text (document, 72);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (veto_document_get_title (document), ==, "");
}

/* Directions that are nested deeper than anybody nests them kill FriBidi 1.0.8; a text of them is set all the same. */
static void
test_nesting (void)
{
  static const char *const marks[] = { "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066",
                                       "\u2067", "\u2068", "\u2069", " ",      "a" };

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(VetoDocument) document = veto_document_new ("Nesting", "en");
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint k = 0; k < 4000; k++)
        g_string_append (text, marks[g_test_rand_int_range (0, G_N_ELEMENTS (marks) - i % 3)]);
      g_string_append (text, "end");
      veto_document_add_paragraph (document, text->str);
      veto_document_set_date_line (document, text->str);
      g_object_unref (paper_lay_out (document, VETO_PAPER_LETTER));
    }
}

/* As many as people use are kept. */
static void
test_few_directions (void)
{
  static const char text[] = "\u2068Erika\u2069 \u202Babc\u202C \u2066\u2067\u2068a\u2069\u2069\u2069 end";
  g_autoptr(VetoDocument) document = veto_document_new ("Directions", "en");
  g_autofree char *kept = NULL, *expected = g_strconcat (text, "\n", NULL);

  veto_document_add_paragraph (document, text);
  kept = veto_document_to_text (document, 200);
  g_assert_cmpstr (kept, ==, expected);
}

/* What belongs into one line cannot bring a second one. */
static void
test_one_line (void)
{
  g_autoptr(VetoDocument) document = veto_document_new ("a\r\nb", "en");
  g_autofree char *text = NULL;

  veto_document_set_date_line (document, "c\nd");
  veto_document_set_recipient (document, "e\n\n \n f \r\n");
  text = veto_document_to_text (document, 72);
  g_assert_cmpstr (veto_document_get_title (document), ==, "a b");
  g_assert_cmpstr (text, ==, "e\nf\n\nc d\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/letter", test_letter);
  g_test_add_func ("/document/sheet", test_sheet);
  g_test_add_func ("/document/empty", test_empty);
  g_test_add_func ("/document/one-line", test_one_line);
  g_test_add_func ("/document/nesting", test_nesting);
  g_test_add_func ("/document/few-directions", test_few_directions);
  g_test_add_data_func ("/document/width/20", GUINT_TO_POINTER (20), test_width);
  g_test_add_data_func ("/document/width/72", GUINT_TO_POINTER (72), test_width);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_text);
  return g_test_run ();
}
