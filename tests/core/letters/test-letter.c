/* A letter while it is written: what it says, what is missing, who is told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letter-fixture.h"
#include "veto-day.h"

#define WIDTH 72

static char *
dup_text (VetoLetter *letter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoDocument) document = veto_letter_to_document (letter, &error);

  g_assert_no_error (error);
  return veto_document_to_text (document, WIDTH);
}

static char *
dup_preview (VetoLetter *letter)
{
  g_autoptr(VetoDocument) document = veto_letter_to_preview (letter);

  return veto_document_to_text (document, WIDTH);
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static void
assert_has_not (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” is in:\n%s", words, text);
}

/* Returns: (transfer full): the text of a paragraph, NULL when it does not stand in the letter */
static char *
dup_paragraph (VetoLetter *letter, const char *id)
{
  g_autoptr(GPtrArray) paragraphs = veto_letter_dup_paragraphs (letter);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];
      if (g_str_equal (paragraph->id, id))
        return g_strdup (paragraph->text);
    }
  return NULL;
}

static void
test_whole (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "de");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autofree char *text = NULL;

  letter_fixture_answer (letter, "name", "Erika Muster");
  letter_fixture_answer (letter, "address", "Musterweg 5\n50667 Köln");
  letter_fixture_answer (letter, "place", "Köln");
  letter_fixture_answer (letter, "number", "AB 12");
  letter_fixture_answer (letter, "sent", "2026-10-01");
  letter_fixture_answer (letter, "pages", "https://example.org/1\nhttps://example.org/2");
  letter_fixture_answer (letter, "reasons", "health,children");
  letter_fixture_answer (letter, "own-words", "Eins {{name}} <b>.\nZwei.");
  text = dup_text (letter);
  assert_has (text, "Erika Muster\nMusterweg 5\n50667 Köln\n");
  assert_has (text, "Example Organisation\n1 Example Street\nExampletown\nIreland\n");
  assert_has (text, "Köln, 26. November 2026\n");
  assert_has (text, "Ihr Zeichen: AB 12");
  assert_has (text, "Notiz nach Art. 21 DSGVO\n");
  assert_has (text, "Sehr geehrte Damen und Herren,\n\nich schreibe an Example Organisation.\n");
  assert_has (text, "1. Ich habe am 1. Oktober 2026 geschrieben.\n");
  assert_has (text, "2. Sie haben Seiten über mich.\n");
  assert_has (text, "Diese Seiten:\nhttps://example.org/1\nhttps://example.org/2\n");
  assert_has (text, "Meine Kinder sind zu sehen. Meine Gesundheit ist zu sehen.\n");
  assert_has (text, "Das ist besonders nach der DSGVO.\n");
  assert_has (text, "Eins {{name}} <b>.\nZwei.\n");
  assert_has (text, "Bitte antworten Sie Erika Muster bis zum 10. Dezember 2026.\n");
  assert_has (text, "Mit freundlichen Grüßen\n");
  assert_has (text, "Anlagen:\n");
  assert_has (text, "Brief vom 1. Oktober 2026\n");
}

/* Nothing ticked, nothing claimed. */
static void
test_nothing_ticked (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *ticked = NULL;

  letter_fixture_answer_required (letter);
  before = dup_text (letter);
  assert_has_not (before, "children");
  assert_has_not (before, "special");
  assert_has_not (before, "Enclosures");
  letter_fixture_answer (letter, "reasons", "children");
  ticked = dup_text (letter);
  assert_has (ticked, "My children can be seen.\n");
  assert_has_not (ticked, "health");
  assert_has_not (ticked, "special");
  letter_fixture_answer (letter, "reasons", "");
  after = dup_text (letter);
  g_assert_cmpstr (before, ==, after);
}

static void
test_regime (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autoptr(GError) error = NULL;
  g_autofree char *gdpr = NULL;
  g_autofree char *ch = NULL;
  g_autofree char *special = NULL;

  letter_fixture_answer_required (letter);
  letter_fixture_answer (letter, "reasons", "health");
  g_assert_cmpstr (veto_letter_get_regime (letter), ==, "gdpr");
  gdpr = veto_letter_dup_subject (letter);
  g_assert_cmpstr (gdpr, ==, "Note under Art. 21 GDPR");
  g_assert_true (veto_letter_set_regime (letter, "ch", &error));
  ch = veto_letter_dup_subject (letter);
  g_assert_cmpstr (ch, ==, "Note");
  special = dup_paragraph (letter, "special");
  g_assert_null (special);
  g_assert_false (veto_letter_set_regime (letter, "us", &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_UNKNOWN);
  g_assert_cmpstr (veto_letter_get_regime (letter), ==, "ch");
}

static void
test_missing (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "de");
  g_autoptr(VetoGuideSet) own = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = veto_letter_new (veto_guide_set_find_letter (set, "note"),
                                                   veto_guide_set_find_letter (own, "note"));
  g_autoptr(VetoDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *preview = dup_preview (letter);

  assert_has (preview, "[Ihr Name]"); /* in the letter's language */
  assert_has (preview, "[Ihre Anschrift]");
  assert_has (preview, "[das Unternehmen]");
  assert_has_not (preview, "[Ihre E-Mail-Adresse]"); /* nobody asked for it */
  g_assert_cmpuint (veto_letter_get_n_missing (letter), ==, 3);
  g_assert_true (veto_letter_is_missing (letter, "name"));
  g_assert_false (veto_letter_is_missing (letter, "email"));
  document = veto_letter_to_document (letter, &error);
  g_assert_null (document);
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_MISSING);
  assert_has (error->message, "Your name"); /* in the person's */
  assert_has (error->message, "Your address");
  assert_has (error->message, "The address of the company");
}

/* A letter that asks what is known of somebody says how they are found: by an account or by a page. */
static void
test_any_of (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (TRUE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "access");
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  letter_fixture_answer (letter, "name", "Erika Muster");
  letter_fixture_answer (letter, "address", "Musterweg 5");
  g_assert_null (veto_letter_to_document (letter, &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_MISSING);
  g_assert_cmpstr (error->message, ==, "The letter still needs: “Your account” or “Where the content is”.");
  letter_fixture_answer (letter, "links", "https://example.org/1");
  text = dup_text (letter);
  assert_has (text, "https://example.org/1");
  letter_fixture_answer (letter, "links", "");
  g_assert_true (veto_letter_is_missing (letter, "login"));
  letter_fixture_answer (letter, "login", "erika");
  g_assert_true (veto_letter_is_complete (letter));
}

typedef struct
{
  const char *name;
  const char *regime;
  const char *requested;
  const char *first_day;
  const char *remark; /* nullable: a part of it */
} Remark;

/* The letter is of 26 November 2026. */
static const Remark remarks[] = {
  { "/letter/remark/month-runs", "gdpr", "objection", "2026-11-02", "2 December 2026" },
  { "/letter/remark/last-day", "gdpr", "access", "2026-10-26", "26 November 2026" },
  { "/letter/remark/month-is-over", "gdpr", "objection", "2026-10-23",
    NULL }, /* due on Monday, 23 November */
  { "/letter/remark/no-month", "gdpr", "withdrawal", "2026-11-02", NULL },
  { "/letter/remark/one-has-it", "uk", "withdrawal,erasure", "2026-11-02", "2 December 2026" },
  { "/letter/remark/swiss-access", "ch", "access", "2026-11-02", "2 December 2026" },
  { "/letter/remark/swiss-objection", "ch", "objection", "2026-11-02", NULL },
};

/* A sentence, and no obstacle */
static void
test_remark (gconstpointer data)
{
  const Remark *sample = data;
  g_autoptr(VetoGuideSet) set = letter_fixture_load (TRUE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "reminder");
  g_autofree char *remark = NULL;

  letter_fixture_answer_required (letter);
  letter_fixture_answer (letter, "requested", sample->requested);
  letter_fixture_answer (letter, "first-day", sample->first_day);
  g_assert_true (veto_letter_set_regime (letter, sample->regime, NULL));
  remark = veto_letter_dup_remark (letter);
  if (sample->remark != NULL)
    assert_has (remark, sample->remark);
  else
    g_assert_null (remark);
  g_assert_true (veto_letter_is_complete (letter));
}

/* DIN 5008: the post needs the country only across a border. */
static void
test_country (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (TRUE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "access");
  const VetoController *company = veto_guide_set_find_controller (set, "meta");
  g_autoptr(VetoRecipient) recipient = veto_recipient_new_for_controller (company);
  g_autofree char *unknown = NULL, *abroad = NULL, *inland = NULL;

  letter_fixture_answer_required (letter);
  veto_letter_set_controller (letter, recipient);
  unknown = dup_text (letter);
  assert_has (unknown, "\nIRELAND\n");
  veto_letter_set_country (letter, "DE");
  abroad = dup_text (letter);
  g_assert_cmpstr (abroad, ==, unknown);
  veto_letter_set_country (letter, "IE");
  inland = dup_text (letter);
  assert_has_not (inland, "IRELAND");
  assert_has (inland, recipient->lines[0]);
  assert_has (inland, recipient->lines[g_strv_length (recipient->lines) - 2]);
}

/* A company that no letter can reach */
static void
test_recipient_without_address (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autoptr(VetoRecipient) nowhere = veto_recipient_new ("Nowhere Ltd", NULL, NULL);
  g_autoptr(VetoRecipient) mail = veto_recipient_new ("Mail Ltd", NULL, "privacy@example.org");
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  letter_fixture_answer_required (letter);
  veto_letter_set_controller (letter, nowhere);
  g_assert_null (veto_letter_to_document (letter, &error));
  assert_has (error->message, "The address of the company");
  veto_letter_set_controller (letter, mail);
  text = dup_text (letter);
  assert_has (text, "Mail Ltd\nprivacy@example.org\n");
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_changes (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  guint    n_changes = 0, n_missing = 0, n_complete = 0;
  gboolean complete;

  g_signal_connect_swapped (letter, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (letter, "notify::n-missing", G_CALLBACK (count_cb), &n_missing);
  g_signal_connect_swapped (letter, "notify::complete", G_CALLBACK (count_cb), &n_complete);
  letter_fixture_answer (letter, "name", "Erika");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_missing, ==, 1);
  g_assert_cmpuint (n_complete, ==, 0);
  letter_fixture_answer (letter, "name", " Erika "); /* the same */
  g_assert_cmpuint (n_changes, ==, 1);
  letter_fixture_answer (letter, "address", "Musterweg 5");
  g_assert_cmpuint (n_complete, ==, 1);
  g_object_get (letter, "complete", &complete, NULL);
  g_assert_true (complete);
  letter_fixture_answer (letter, "name", "");
  g_assert_cmpuint (n_complete, ==, 2);
  g_assert_null (veto_letter_get_answer (letter, "name"));
  g_assert_cmpuint (n_changes, ==, 3);
}

static void
test_own_text (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autoptr(GPtrArray) paragraphs = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *back = NULL;

  letter_fixture_answer_required (letter);
  g_assert_true (veto_letter_set_own_text (letter, "statement", "Dear {{controller}}!", &error));
  text = dup_text (letter);
  assert_has (text, "Dear {{controller}}!\n");
  assert_has_not (text, "I write to");
  paragraphs = veto_letter_dup_paragraphs (letter);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const VetoLetterParagraph *paragraph = paragraphs->pdata[i];
      g_assert_cmpint (paragraph->is_own, ==, g_str_equal (paragraph->id, "statement"));
    }
  g_assert_true (veto_letter_set_own_text (letter, "statement", "", &error));
  left_out = dup_text (letter);
  assert_has_not (left_out, "Dear {{controller}}!");
  assert_has_not (left_out, "I write to");
  g_assert_true (veto_letter_set_own_text (letter, "statement", NULL, &error));
  back = dup_text (letter);
  assert_has (back, "I write to Example Organisation.\n");
  g_assert_false (veto_letter_set_own_text (letter, "none", "x", &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (veto_letter_set_own_text (letter, "statement", "a\u202eb", &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE);
}

/* A letter without a subject is about nothing. */
static void
test_own_subject (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autofree char *own = NULL;
  g_autofree char *back = NULL;

  g_assert_true (veto_letter_set_own_text (letter, "subject", "My\nsubject", NULL));
  own = veto_letter_dup_subject (letter);
  g_assert_cmpstr (own, ==, "My subject");
  g_assert_true (veto_letter_set_own_text (letter, "subject", " ", NULL));
  back = veto_letter_dup_subject (letter);
  g_assert_cmpstr (back, ==, "Note under Art. 21 GDPR");
}

static void
test_unknown (void)
{
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autoptr(GError) error = NULL;

  g_assert_false (veto_letter_set_answer (letter, "phone", "1", &error));
  g_assert_error (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_UNKNOWN);
  assert_has (error->message, "“phone”");
}

/* Our own deadline does not end on a weekend. */
static void
test_reply_day (gconstpointer data)
{
  const char *const *days = data;
  g_autoptr(VetoGuideSet) set = letter_fixture_load (FALSE, "en");
  g_autoptr(VetoLetter) letter = letter_fixture_new (set, "note");
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strdup_printf ("Please answer Erika Muster by %s.", days[1]);
  GDate            day;

  letter_fixture_answer_required (letter);
  g_assert_true (veto_day_parse (days[0], &day));
  veto_letter_set_day (letter, &day);
  text = dup_paragraph (letter, "answer");
  g_assert_cmpstr (text, ==, expected);
}

static const char *const weekday[] = { "2026-11-26", "10 December 2026" };
static const char *const saturday[] = { "2026-11-28", "14 December 2026" };
static const char *const sunday[] = { "2026-11-29", "14 December 2026" };
static const char *const new_year[] = { "2026-12-30", "13 January 2027" };

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/whole", test_whole);
  g_test_add_func ("/letter/nothing-ticked", test_nothing_ticked);
  g_test_add_func ("/letter/regime", test_regime);
  g_test_add_func ("/letter/missing", test_missing);
  g_test_add_func ("/letter/recipient-without-address", test_recipient_without_address);
  g_test_add_func ("/letter/any-of", test_any_of);
  g_test_add_func ("/letter/country", test_country);
  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++)
    g_test_add_data_func (remarks[i].name, &remarks[i], test_remark);
  g_test_add_func ("/letter/changes", test_changes);
  g_test_add_func ("/letter/own-text", test_own_text);
  g_test_add_func ("/letter/own-subject", test_own_subject);
  g_test_add_func ("/letter/unknown", test_unknown);
  g_test_add_data_func ("/letter/reply-day/weekday", weekday, test_reply_day);
  g_test_add_data_func ("/letter/reply-day/saturday", saturday, test_reply_day);
  g_test_add_data_func ("/letter/reply-day/sunday", sunday, test_reply_day);
  g_test_add_data_func ("/letter/reply-day/new-year", new_year, test_reply_day);
  return g_test_run ();
}
