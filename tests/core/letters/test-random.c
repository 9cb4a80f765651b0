/* Ten thousand people: what they typed stands in the letter, letter for letter, or they are told what is wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-fixture.h"

#define SEED 20261126
#define N_PEOPLE 10000
#define MAX_CHARACTERS 5000
#define WIDTH 200000 /* nothing is broken, so that a line can be found */

/* Where characters come from: scripts, and what an attacker or a slip of the pen brings */
static const struct
{
  gunichar first;
  gunichar last;
} scripts[] = {
  { 0x20, 0x7E },     { 0xA1, 0x17F },    { 0x391, 0x3C9 },     { 0x410, 0x44F },   { 0x5D0, 0x5EA },
  { 0x627, 0x64A },   { 0x904, 0x939 },   { 0xE01, 0xE30 },     { 0x1100, 0x1112 }, { 0x3041, 0x3096 },
  { 0x4E00, 0x9FA5 }, { 0xAC00, 0xD7A3 }, { 0x1F600, 0x1F64F }, { 0x300, 0x36F },   { 0x2010, 0x2027 },
};

static const char *const pieces[] = {
  "{{x}}",  "{{name}}", "{{reasons}}", "{{",     "}}",     "\r\nBcc: x@evil.example",
  "\n",     "<b>",      "&amp;",       "%s%n",   "\u202e", "\u2066",
  "\u200f", "\u200b",   "\xc2\x85",    "\\n",    "$(id)",  "\n.\n",
  "\t",     "--",       "[Your name]", "\u2028", "\001",   "\ue000",
};

/* A text of a script of its own; many are short, some as long as may be and longer */
static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  guint    script = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (scripts));
  gint32   n = g_rand_int_range (rand, 0, 20) == 0 ? g_rand_int_range (rand, 1, MAX_CHARACTERS + 1)
                                                   : g_rand_int_range (rand, 1, 60);
  gboolean hostile = g_rand_int_range (rand, 0, 3) == 0;

  while (n-- > 0)
    if (hostile && g_rand_int_range (rand, 0, 20) == 0)
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    else if (g_rand_int_range (rand, 0, 8) == 0)
      g_string_append_c (text, ' ');
    else
      g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, (gint32) scripts[script].first,
                                                                  (gint32) scripts[script].last + 1));
  return g_string_free (text, FALSE);
}

/* Answers, or is told why not, and then leaves it. Returns: whether it was accepted */
static gboolean
answer (VetoLetter *letter, const char *field, GRand *rand)
{
  g_autofree char *text = make_text (rand);
  g_autofree char *before = g_strdup (veto_letter_get_answer (letter, field));
  g_autoptr(GError) error = NULL;

  if (veto_letter_set_answer (letter, field, text, &error))
    {
      g_assert_no_error (error);
      return TRUE;
    }
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE);
  g_assert_cmpuint (strlen (error->message), >, 20); /* a sentence */
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpstr (veto_letter_get_answer (letter, field), ==, before);
  return FALSE;
}

/* Spaces may be set otherwise on the paper. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static void
assert_stands (const char *page, VetoLetter *letter, const char *field)
{
  const char      *kept = veto_letter_get_answer (letter, field);
  g_autofree char *squeezed = kept != NULL ? squeeze (kept) : NULL;

  if (squeezed != NULL && strstr (page, squeezed) == NULL)
    g_error ("%s is not in the letter: %s", field, kept);
}

static void
test_people (void)
{
  static const char *const fields[] = { "name", "address", "place", "number", "own-words" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "de");
  guint n_accepted = 0, n_refused = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
      g_autoptr(VetoDocument) document = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *page = NULL;

      letter_fixture_answer_required (letter);
      for (gsize k = 0; k < G_N_ELEMENTS (fields); k++)
        if (answer (letter, fields[k], rand))
          n_accepted++;
        else
          n_refused++;
      if (!veto_letter_is_complete (letter)) /* nothing but spaces was typed */
        letter_fixture_answer_required (letter);
      document = veto_letter_to_document (letter, &error);
      g_assert_no_error (error);
      text = veto_document_to_text (document, WIDTH);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      page = squeeze (text);
      for (gsize k = 0; k < G_N_ELEMENTS (fields); k++)
        assert_stands (page, letter, fields[k]);
    }
  g_test_message ("%u accepted, %u refused", n_accepted, n_refused);
  g_assert_cmpuint (n_accepted, >, 5 * n_refused / 2);
  g_assert_cmpuint (n_refused, >, N_PEOPLE / 10);
}

/* Where nobody typed braces, none are left: in the letters that Veto ships, with every answer and with few. */
static void
test_no_placeholder_left (void)
{
  static const char *const languages[] = { "en", "de" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr(VetoGuideSet) set = letter_fixture_load (TRUE, languages[l]);

      for (guint i = 0; i < 1000; i++)
        {
          VetoLetterKind *kind = veto_guide_set_get_letter (set, i % veto_guide_set_get_n_letters (set));
          g_autoptr(VetoLetter) letter = letter_fixture_new (set, veto_letter_kind_get_id (kind));
          g_autoptr(VetoDocument) document = NULL;
          g_autofree char        *text = NULL;
          guint                   n_fields, n_regimes;
          const VetoField        *field_list = veto_letter_kind_get_fields (kind, &n_fields);
          const VetoLetterRegime *regimes = veto_letter_kind_get_regimes (kind, &n_regimes);

          letter_fixture_answer_required (letter);
          for (guint k = 0; k < n_fields; k++)
            if (g_rand_boolean (rand) && field_list[k].kind != VETO_FIELD_CHOICES)
              letter_fixture_answer (letter, field_list[k].id, letter_fixture_get_answer (&field_list[k]));
            else if (field_list[k].kind == VETO_FIELD_CHOICES)
              letter_fixture_answer (letter, field_list[k].id,
                                     field_list[k]
                                       .choices[g_rand_int_range (rand, 0, (gint32) field_list[k].n_choices)]
                                       .id);
          g_assert_true (veto_letter_set_regime (letter, regimes[i % n_regimes].id, NULL));
          document = veto_letter_to_document (letter, NULL);
          g_assert_nonnull (document);
          text = veto_document_to_text (document, WIDTH);
          g_assert_null (strstr (text, "{{"));
          g_assert_null (strstr (text, "}}"));
          g_assert_null (strchr (text, '['));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/random/people", test_people);
  g_test_add_func ("/letters/random/no-placeholder-left", test_no_placeholder_left);
  return g_test_run ();
}
