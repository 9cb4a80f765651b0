/* Letters for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-fixture.h"

#include "veto-authoring.h"
#include "veto-day.h"

static const char *const answers[VETO_FIELD_N_KINDS] = {
  [VETO_FIELD_NAME] = "Erika Muster",
  [VETO_FIELD_ADDRESS] = "Musterweg 5\n50667 Köln\nGermany",
  [VETO_FIELD_EMAIL] = "erika@example.org",
  [VETO_FIELD_ACCOUNT] = "Example: erika.muster\nExample Photos: @erika",
  [VETO_FIELD_PLACE] = "Köln",
  [VETO_FIELD_REFERENCE] = "AB 12/34",
  [VETO_FIELD_LINE] = "Example",
  [VETO_FIELD_DAY] = "2026-10-01",
  [VETO_FIELD_LINKS] = "https://www.example.org/photos/1\nhttps://www.example.org/photos/2",
  [VETO_FIELD_TEXT] = "(These are the person’s own words.)",
};

VetoGuideSet *
letter_fixture_load (gboolean real, const char *language)
{
  return real ? guidance_trees_load_real (language)
              : guidance_trees_load (g_getenv ("VETO_TEST_GUIDANCE"), language);
}

VetoLetter *
letter_fixture_new (VetoGuideSet *set, const char *kind)
{
  static const char *const company[] = { "1 Example Street", "Exampletown", "Ireland", NULL };
  static const char *const office[] = { "2 Example Street", "Exampletown", NULL };
  g_autoptr(VetoRecipient) controller = veto_recipient_new ("Example Organisation", company, NULL);
  g_autoptr(VetoRecipient)
               authority = veto_recipient_new ("Data Protection Office", office, "office@example.org");
  VetoLetter *letter = veto_letter_new (veto_guide_set_find_letter (set, kind), NULL);
  GDate       day;

  g_assert_true (veto_day_parse ("2026-11-26", &day));
  veto_letter_set_day (letter, &day);
  veto_letter_set_controller (letter, controller);
  veto_letter_set_authority (letter, authority);
  return letter;
}

const char *
letter_fixture_get_answer (const VetoField *field)
{
  return field->kind == VETO_FIELD_CHOICES ? field->choices[0].id : answers[field->kind];
}

void
letter_fixture_answer (VetoLetter *letter, const char *field, const char *text)
{
  g_autoptr(GError) error = NULL;
  gboolean accepted = veto_letter_set_answer (letter, field, text, &error);

  g_assert_no_error (error);
  g_assert_true (accepted);
}

void
letter_fixture_answer_required (VetoLetter *letter)
{
  VetoLetterKind    *kind = veto_letter_get_kind (letter);
  guint              n_fields;
  const VetoField   *fields = veto_letter_kind_get_fields (kind, &n_fields);
  const char *const *any_of = veto_letter_kind_get_any_of (kind);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].required)
      letter_fixture_answer (letter, fields[i].id, letter_fixture_get_answer (&fields[i]));
  if (any_of != NULL)
    letter_fixture_answer (letter, any_of[0],
                           letter_fixture_get_answer (veto_letter_kind_find_field (kind, any_of[0])));
}
