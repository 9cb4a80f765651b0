/* The rules of style for one text: what they refuse, and above all what they must let through.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "veto-lint.h"

typedef struct
{
  const char   *name;
  const char   *text;
  VetoWordRules rules;
  const char   *fault; /* a part of it, or NULL when the text is fine */
} Sample;

#define LETTERS_45 "abcdefghi abcdefghi abcdefghi abcdefghi abcde"

static const Sample samples[] = {
  { "/style/title-45", LETTERS_45, VETO_WORDS_TITLE, NULL },
  { "/style/title-46", LETTERS_45 "f", VETO_WORDS_TITLE, "46 characters, at most 45" },
  { "/style/title-45-umlauts", "äbcdefghi abcdefghi abcdefghi abcdefghi abcdé", VETO_WORDS_TITLE, NULL },
  { "/style/long-is-fine-elsewhere", LETTERS_45 "f", 0, NULL },

  { "/style/sentences-3", "One. Two! Three?", VETO_WORDS_BODY, NULL },
  { "/style/sentences-4", "One. Two! Three? Four", VETO_WORDS_BODY, "4 sentences, at most 3" },
  { "/style/sentences-elsewhere", "One. Two! Three? Four", 0, NULL },
  { "/style/sentences-lines", "One\nTwo\nThree\nFour", VETO_WORDS_BODY, "4 sentences" },
  { "/style/sentences-line-after-stop", "One.\nTwo.\n\nThree.\n", VETO_WORDS_BODY, NULL },
  { "/style/sentences-quoted", "Press “Send.” Then wait. Then close the window.", VETO_WORDS_BODY, NULL },
  { "/style/sentences-quoted-end", "One. Two. Press “Send.”", VETO_WORDS_BODY, NULL },
  { "/style/sentences-ellipsis", "Wait... Then go on. It takes long. It ends!", VETO_WORDS_BODY,
    "4 sentences" },
  { "/style/sentences-abbreviation", "Eins, z. B. Apps. Zwei, i. d. R. Drei. Drei.", VETO_WORDS_BODY, NULL },
  { "/style/sentences-day", "Seit dem 27. Mai 2025. Am 1. August. Am 30. Juni.", VETO_WORDS_BODY, NULL },
  { "/style/sentences-year", "Since 2025. Until 2026. In 2027. In 2028.", VETO_WORDS_BODY, "4 sentences" },
  { "/style/sentences-article", "See Art. 21. It says so. It does.", VETO_WORDS_BODY, NULL },
  { "/style/sentences-host", "Open www.example.org first. Then wait. Then go.", VETO_WORDS_BODY, NULL },
  { "/style/sentences-of-umlauts", "Eins. Öffnen. Über. Ändern.", VETO_WORDS_BODY, "4 sentences" },

  { "/style/markup-tag", "a <b>bold</b> word", 0, "markup" },
  { "/style/markup-closing", "a word</i>", 0, "markup" },
  { "/style/markup-comment", "a <!-- word", 0, "markup" },
  { "/style/markup-entity", "this &amp; that", 0, "markup" },
  { "/style/markup-number", "this &#38; that", 0, "markup" },
  { "/style/markup-stars", "a **bold** word", 0, "markup" },
  { "/style/markup-link", "[here](there)", 0, "markup" },
  { "/style/no-markup-and", "you & me, R&D, a < b, 3 > 2, 5 * 4", 0, NULL },
  { "/style/no-markup-arrow", "Settings > Privacy <- here", 0, NULL },
  { "/style/address", "go to https://www.example.org", 0, "an address" },
  { "/style/address-upper-case", "go to HTTP://www.example.org", 0, "an address" },
  { "/style/no-address", "go to www.example.org, which uses https", 0, NULL },

  { "/style/checked", "Checked in May", VETO_WORDS_UNTRIED, "nobody has tried it" },
  { "/style/checked-upper-case", "CHECKED", VETO_WORDS_UNTRIED, "nobody has tried it" },
  { "/style/checked-when-tried", "Checked in May", 0, NULL },
  { "/style/checked-is-another-word", "unchecked checkedness check it", VETO_WORDS_UNTRIED, NULL },
  { "/style/geprueft", "Von uns geprüft.", VETO_WORDS_UNTRIED, "nobody has tried it" },
  { "/style/geprueft-upper-case", "GEPRÜFT", VETO_WORDS_UNTRIED, "nobody has tried it" },
  { "/style/gepruefte", "Die geprüfte Seite", VETO_WORDS_UNTRIED, "nobody has tried it" },
  { "/style/geprueft-is-another-word", "ungeprüft, überprüft", VETO_WORDS_UNTRIED, NULL },
};

static void
test_style (gconstpointer data)
{
  const Sample    *sample = data;
  g_autofree char *fault = veto_lint_dup_style_fault (sample->text, sample->rules);

  g_test_message ("%s", fault);
  if (sample->fault == NULL)
    g_assert_cmpstr (fault, ==, NULL);
  else
    g_assert_true (fault != NULL && strstr (fault, sample->fault) != NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_style);
  return g_test_run ();
}
