/* Two thousand documents nobody would write: all scripts, lengths, breaks and markup. Each is set without loss, or is refused by name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <string.h>

#define N_DOCUMENTS 2000
#define N_PARTS 8

typedef struct
{
  VetoDocument *document;
  GString      *kinds;
  GPtrArray    *texts; /* of each block, without white space */
} Draft;

/* Pieces of all kinds; a script for which there is no font here is an error by name, which is as good. */
static const char *const pieces[] = {
  "a",
  "e",
  "n",
  "word",
  "Wörter",
  "straße",
  "l’été",
  "ñandú",
  "Łódź",
  "ği",
  "fi",
  "ffl",
  "Ωμέγα",
  "слово",
  "їжак",
  "հայ",
  "ქართ",
  "שלום",
  "עברית",
  "مرحبا",
  "لا",
  "٣٤٥",
  "فارسی",
  "漢字",
  "ひらがな",
  "한국어",
  "ไทย",
  "हिन्दी",
  "é",
  "e\u0301\u0323",
  "א\u05B8",
  "123",
  "1.234,56",
  "€",
  "§",
  "“",
  "”",
  "–",
  "…",
  "{{x}}",
  "{{page}}",
  "<b>",
  "</b>",
  "&amp;",
  "%s",
  "%n",
  "\\",
  "'",
  "\"",
  "\n",
  "\r\nBcc: x@example.org\r\n",
  "\n\n\n",
  "\t",
  "\u00A0",
  "\u200B",
  "\u200D",
  "\u202E",
  "\u202C",
  "\u2066",
  "\u2069",
  "\uFEFF",
  "\u00AD",
  "🤷",
  "👩\u200D💻",
  "https://example.org/",
  "x@example.org",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
  "\001",
  "\033[31m",
  "\xC2\x85",
  "\u2028",
};

/* Those of the pieces for which there is a font here; one document in ten may have the others as well. */
static const char        *usable[G_N_ELEMENTS (pieces)];
static guint              n_usable;
static const char *const *alphabet = pieces;
static guint              n_alphabet;

static void
find_usable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(VetoDocument) document = veto_document_new ("Piece", "en");
      g_autoptr(VetoPaper) paper = NULL;

      veto_document_add_paragraph (document, pieces[i]);
      paper = veto_paper_lay_out (document, VETO_PAPER_SHEET, NULL);
      if (paper != NULL)
        usable[n_usable++] = pieces[i];
    }
}

/* Half of all texts keep to one script, as people do. */
static char *
new_text (guint max_characters)
{
  GString *text = g_string_new (NULL);
  guint    n_characters = g_test_rand_int_range (0, 8) == 0
                            ? g_test_rand_int_range (1, max_characters + 1)
                            : g_test_rand_int_range (1, MIN (max_characters, 300) + 1);
  guint    first = g_test_rand_int_range (0, n_alphabet), range = g_test_rand_bit () ? 3 : n_alphabet;

  while (g_utf8_strlen (text->str, -1) < n_characters)
    {
      for (guint i = g_test_rand_int_range (1, 40); i > 0; i--)
        {
          g_string_append (text, alphabet[(first + g_test_rand_int_range (0, range)) % n_alphabet]);
          if (g_test_rand_int_range (0, 3) != 0)
            g_string_append_c (text, ' ');
        }
    }
  return g_string_free (text, FALSE);
}

/* Headings and closings stay whole: they are as short as such things are. */
static char *
new_short_text (guint max_characters)
{
  g_autofree char *text = new_text (max_characters);
  GString         *result = g_string_new (NULL);

  for (const char *at = text; *at != '\0' && max_characters > 0; at = g_utf8_next_char (at), max_characters--)
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (result, g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (result, FALSE);
}

static gboolean
is_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* What is to be found on the paper again: no white space, no control characters; those of direction may be too many */
static char *
dup_expected (const char *text)
{
  g_autofree char *dense = paper_dup_dense (text);
  GString         *expected = g_string_new (NULL);

  for (const char *at = dense; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_iscntrl (g_utf8_get_char (at)) && !is_direction (g_utf8_get_char (at)))
      g_string_append_unichar (expected, g_utf8_get_char (at));
  return g_string_free (expected, FALSE);
}

static void
add_block (Draft *draft)
{
  static const char kinds[] = "hppppiins-l";
  char              kind = kinds[g_test_rand_int_range (0, strlen (kinds))];
  g_autofree char *text = strchr ("hs", kind) != NULL ? new_short_text (80) : new_text (5000), *marker = NULL,
                  *all = NULL;
  static const char *const markers[] = { "", "•", "1.", "12.", "a)" };

  veto_document_set_depth (draft->document, g_test_rand_int_range (0, VETO_DOCUMENT_MAX_DEPTH + 1));
  marker = g_strdup (kind == 'i' ? markers[g_test_rand_int_range (0, G_N_ELEMENTS (markers))] : "");
  if (kind == 'h')
    veto_document_add_heading (draft->document, g_test_rand_int_range (1, 4), text);
  else if (kind == 'i' && g_test_rand_bit ())
    veto_document_add_task (draft->document, marker, text);
  else if (kind == 'i')
    veto_document_add_item (draft->document, marker, text);
  else if (kind == 'n')
    veto_document_add_note (draft->document, text);
  else if (kind == 's')
    veto_document_add_signature (draft->document, text, text);
  else if (kind == 'l')
    veto_document_add_link (draft->document, "https://example.org/");
  else if (kind == '-')
    veto_document_add_page_break (draft->document);
  else
    veto_document_add_paragraph (draft->document, text);
  g_string_append_c (draft->kinds, strchr ("hs-", kind) != NULL ? kind : 'p');
  all = g_strconcat (marker,
                     kind == '-'   ? ""
                     : kind == 'l' ? "https://example.org/"
                                   : text,
                     kind == 's' ? text : NULL, NULL);
  g_ptr_array_add (draft->texts, dup_expected (all));
}

static void
fill_head (Draft *draft)
{
  char *texts[N_PARTS];

  for (guint i = 0; i < N_PARTS; i++)
    texts[i] = new_text (i % 2 == 0 ? 40 : 400);
  veto_document_set_sender (draft->document, texts[0], texts[1]);
  veto_document_set_return_line (draft->document, texts[2]);
  veto_document_set_recipient (draft->document, texts[3]);
  veto_document_set_remark (draft->document, texts[4]);
  veto_document_set_subject (draft->document, texts[5]);
  veto_document_set_date_line (draft->document, texts[6]);
  veto_document_add_reference (draft->document, texts[6], texts[7]);
  for (guint i = 0; i < N_PARTS; i++)
    g_free (texts[i]);
}

/* An item's marker may have got a mark of direction. */
static void
assert_block (VetoPaper *paper, guint block, const char *expected)
{
  g_autofree char *set = paper_dup_block (paper, block), *found = dup_expected (set);
  const char      *at = found;

  if (g_str_has_prefix (at, "\u200F") && !g_str_has_prefix (expected, "\u200F"))
    at += strlen ("\u200F");
  g_assert_cmpstr (at, ==, expected);
}

/* Returns: whether it was set */
static gboolean
try_document (guint number)
{
  Draft          draft = { veto_document_new ("Random", number % 3 == 0 ? "ar" : "en"), g_string_new (NULL),
                           g_ptr_array_new_with_free_func (g_free) };
  VetoPaperStyle style = g_test_rand_int_range (VETO_PAPER_SHEET, VETO_PAPER_LETTER + 1);
  guint          n_blocks = g_test_rand_int_range (1, 8);
  gboolean       any = number % 10 == 0;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPaper) paper = NULL;

  alphabet = any ? pieces : usable;
  n_alphabet = any ? G_N_ELEMENTS (pieces) : n_usable;
  if (g_test_rand_int_range (0, 4) == 0)
    fill_head (&draft);
  for (guint i = 0; i < n_blocks; i++)
    add_block (&draft);
  paper = veto_paper_lay_out (draft.document, style, &error);
  if (paper == NULL)
    g_assert_true (error->domain == VETO_PAPER_ERROR && error->code != VETO_PAPER_ERROR_FAILED);
  for (guint i = 0; paper != NULL && i < n_blocks; i++)
    assert_block (paper, i, g_ptr_array_index (draft.texts, i));
  if (paper != NULL)
    paper_assert_pages (paper, draft.kinds->str);
  if (paper != NULL && number % 50 == 0)
    g_bytes_unref (veto_paper_to_pdf (paper, &error));
  g_object_unref (draft.document);
  g_string_free (draft.kinds, TRUE);
  g_ptr_array_unref (draft.texts);
  return paper != NULL;
}

static void
test_random (void)
{
  guint n_set = 0;

  find_usable ();
  for (guint i = 0; i < N_DOCUMENTS; i++)
    n_set += try_document (i);
  g_test_message ("%u of %u documents were set, the others refused by name", n_set, N_DOCUMENTS);
  g_assert_cmpuint (n_set, >, N_DOCUMENTS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/documents", test_random);
  return g_test_run ();
}
