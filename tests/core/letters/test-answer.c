/* What a person may answer: kept letter for letter, or refused with a sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-fixture.h"

typedef struct
{
  const char   *name;
  VetoFieldKind kind;
  const char   *text;
  const char   *kept; /* NULL: refused */
  const char   *why;  /* a part of the sentence */
} Sample;

#define NAME VETO_FIELD_NAME
#define ADDRESS VETO_FIELD_ADDRESS
#define EMAIL VETO_FIELD_EMAIL
#define ACCOUNT VETO_FIELD_ACCOUNT
#define DAY VETO_FIELD_DAY
#define LINKS VETO_FIELD_LINKS
#define TEXT VETO_FIELD_TEXT
#define CHOICES VETO_FIELD_CHOICES
#define SIGN "sign in it that cannot be printed"

static const Sample samples[] = {
  /* names */
  { "/answer/name", NAME, "Erika Muster", "Erika Muster", NULL },
  { "/answer/name/ends", NAME, "  Erika Muster\n", "Erika Muster", NULL },
  { "/answer/name/nothing", NAME, " \r\n\t ", "", NULL },
  { "/answer/name/arabic", NAME, "محمد", "محمد", NULL },
  { "/answer/name/placeholder", NAME, "{{name}}", "{{name}}", NULL },
  { "/answer/name/markup", NAME, "<b>Erika</b> & Söhne", "<b>Erika</b> & Söhne", NULL },
  { "/answer/name/header", NAME, "Erika\r\nBcc: x@evil.example", NULL, "Only one line" },
  { "/answer/name/carriage-return", NAME, "Erika\rMuster", NULL, "Only one line" },
  { "/answer/name/tab", NAME, "Erika\tMuster", "Erika Muster", NULL },
  { "/answer/name/override", NAME, "Erika\u202eMuster", NULL, SIGN " (U+202E)" },
  { "/answer/name/isolate", NAME, "\u2066Erika\u2069", NULL, SIGN " (U+2066)" },
  { "/answer/name/mark", NAME, "\u200fمحمد", "\u200fمحمد", NULL },
  { "/answer/name/escape", NAME, "\033[31mErika", NULL, SIGN " (U+001B)" },
  { "/answer/name/next-line", NAME,
    "Erika\xc2\x85"
    "Bcc: x",
    NULL, SIGN " (U+0085)" },
  { "/answer/name/line-separator", NAME, "Erika\u2028Bcc: x", NULL, SIGN " (U+2028)" },
  { "/answer/name/zero-width", NAME, "Eri\u200bka", NULL, SIGN " (U+200B)" },
  { "/answer/name/joiner", NAME, "👩\u200d💻", "👩\u200d💻", NULL },
  { "/answer/name/private", NAME, "\ue000", NULL, SIGN " (U+E000)" },
  { "/answer/name/damaged", NAME, "Erika\xff", NULL, "damaged" },
  { "/answer/name/marks", NAME, "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", NULL, "accents" },

  /* addresses */
  { "/answer/address", ADDRESS, "Musterweg 5\r\n\r\n 50667 Köln \n", "Musterweg 5\n50667 Köln", NULL },
  { "/answer/address/six-lines", ADDRESS, "1\n2\n3\n4\n5\n6", "1\n2\n3\n4\n5\n6", NULL },
  { "/answer/address/seven-lines", ADDRESS, "1\n2\n3\n4\n5\n6\n7", NULL, "Only 6 lines" },
  { "/answer/account", ACCOUNT, "Example: erika\nhttps://example.org/erika",
    "Example: erika\nhttps://example.org/erika", NULL },

  /* e-mail */
  { "/answer/email", EMAIL, "erika+ki@example.org", "erika+ki@example.org", NULL },
  { "/answer/email/umlaut", EMAIL, "jürgen@bücher.example", "jürgen@bücher.example", NULL },
  { "/answer/email/none", EMAIL, "erika", NULL, "not an e-mail address" },
  { "/answer/email/no-dot", EMAIL, "erika@example", NULL, "not an e-mail address" },
  { "/answer/email/two", EMAIL, "a@example.org, b@example.org", NULL, "not an e-mail address" },
  { "/answer/email/named", EMAIL, "Erika <erika@example.org>", NULL, "not an e-mail address" },
  { "/answer/email/header", EMAIL, "erika@example.org?bcc=x@evil.example", NULL, "not an e-mail address" },
  { "/answer/email/lines", EMAIL, "erika@example.org\nBcc: x@evil.example", NULL, "Only one line" },

  /* days */
  { "/answer/day", DAY, "2026-02-28", "2026-02-28", NULL },
  { "/answer/day/none", DAY, "2026-02-29", NULL, "not a day" },
  { "/answer/day/german", DAY, "28.2.2026", NULL, "not a day" },

  /* links */
  { "/answer/links", LINKS, "https://example.org/1\nhttp://example.org/2?a=b#c",
    "https://example.org/1\nhttp://example.org/2?a=b#c", NULL },
  { "/answer/links/empty-lines", LINKS, "\n https://example.org/1 \n\n", "https://example.org/1", NULL },
  { "/answer/links/umlaut", LINKS, "https://example.org/Bücher", "https://example.org/Bücher", NULL },
  { "/answer/links/no-scheme", LINKS, "www.example.org", NULL, "“www.example.org” is not the address" },
  { "/answer/links/javascript", LINKS, "javascript:alert(1)", NULL, "is not the address" },
  { "/answer/links/space", LINKS, "https://example.org/a https://example.org/b", NULL, "is not the address" },
  { "/answer/links/no-host", LINKS, "https:///a", NULL, "is not the address" },
  { "/answer/links/override", LINKS, "https://example.org/\u202e", NULL, SIGN },

  /* own words */
  { "/answer/text", TEXT, "One.\r\nTwo.\rThree.\n\nFour.", "One.\nTwo.\nThree.\n\nFour.", NULL },
  { "/answer/text/placeholder", TEXT, "{{x}} {{reasons}}", "{{x}} {{reasons}}", NULL },
  { "/answer/text/override", TEXT, "One\u202eTwo", NULL, SIGN },

  /* choices */
  { "/answer/choices", CHOICES, "health,children", "children,health", NULL },
  { "/answer/choices/lines", CHOICES, "health\nhealth\n", "health", NULL },
  { "/answer/choices/spaces", CHOICES, " children , health ", "children,health", NULL },
  { "/answer/choices/unknown", CHOICES, "children,wealth", NULL, "no answer “wealth” to “What is true?”" },
};

static const VetoChoice choices[] = { { "children", "Children", NULL }, { "health", "Health", NULL } };

static char *
check (VetoFieldKind kind, const char *text, GError **error)
{
  const VetoField field = { .id = "f",
                            .kind = kind,
                            .label = "What is true?",
                            .choices = kind == CHOICES ? choices : NULL,
                            .n_choices = kind == CHOICES ? G_N_ELEMENTS (choices) : 0 };

  return veto_answer_check (&field, text, error);
}

static void
test_answer (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = check (sample->kind, sample->text, &error);

  g_assert_cmpstr (kept, ==, sample->kept);
  if (sample->kept != NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_true (error->domain == VETO_LETTER_ERROR);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, sample->why));
}

/* As long as it may be is kept; one character more is too long. Emoji need most bytes. */
static void
test_length (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *longer = NULL;

  for (guint i = 0; i < VETO_ANSWER_MAX_CHARACTERS; i++)
    g_string_append (text, "😀");
  kept = check (TEXT, text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, text->str);
  g_string_append (text, "x");
  longer = check (TEXT, text->str, &error);
  g_assert_null (longer);
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "at most 4000 characters"));
}

static void
test_typed_recipient (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoRecipient) sound =
               veto_recipient_new_typed ("Example Ltd\n1 Street\r\nprivacy@example.org\nTown", &error);
  g_autoptr(VetoRecipient) nobody = NULL;
  g_autoptr(VetoRecipient) alone = veto_recipient_new_typed ("Example Ltd", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (sound->name, ==, "Example Ltd");
  g_assert_cmpstr (sound->lines[0], ==, "1 Street");
  g_assert_cmpstr (sound->lines[1], ==, "Town");
  g_assert_null (sound->lines[2]);
  g_assert_cmpstr (sound->email, ==, "privacy@example.org");
  g_assert_true (veto_recipient_has_address (sound));
  g_assert_false (veto_recipient_has_address (alone));

  nobody = veto_recipient_new_typed (" \n ", &error);
  g_assert_null (nobody);
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE);
  g_clear_error (&error);
  nobody = veto_recipient_new_typed ("A\n1\n2\n3\n4\n5\n6\n7", &error);
  g_assert_null (nobody);
  g_assert_nonnull (strstr (error->message, "at most 6 lines"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_answer);
  g_test_add_func ("/answer/length", test_length);
  g_test_add_func ("/answer/typed-recipient", test_typed_recipient);
  return g_test_run ();
}
