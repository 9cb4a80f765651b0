/* What the store knows already and a letter asks: name and address are typed once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-prefill"

#include "veto-letter-prefill.h"

#include "veto-letter-private.h"

/* A question of that id and kind asks for that value. */
typedef struct
{
  const char   *field;
  VetoFieldKind kind;
  const char   *value;
  const char   *guardian; /* nullable: the same of who acts for the person of the case */
} Question;

static const Question questions[] = {
  { "name", VETO_FIELD_NAME, "profile.name", VETO_STORE_GUARDIAN "name" },
  { "address", VETO_FIELD_ADDRESS, "profile.address", VETO_STORE_GUARDIAN "address" },
  { "email", VETO_FIELD_EMAIL, "profile.email", VETO_STORE_GUARDIAN "email" },
  { "place", VETO_FIELD_PLACE, "profile.place", VETO_STORE_GUARDIAN "place" },
  { "login", VETO_FIELD_ACCOUNT, "account.login", NULL },
};

/* What a parent says about a child; the questions above are then about the parent. */
static const Question child_questions[] = {
  { "child-name", VETO_FIELD_NAME, "profile.name", NULL },
  { "child-birth", VETO_FIELD_DAY, "profile.born", NULL },
  { "child-login", VETO_FIELD_ACCOUNT, "account.login", NULL },
};

/* Where another law than the first of the letter protects who lives there. Source: UK GDPR, Art. 3; FADP, Art. 3. */
static const struct
{
  const char *country;
  const char *regime;
} laws[] = { { "GB", "uk" }, { "CH", "ch" } };

static gboolean
asks (VetoLetter *letter, const Question *question)
{
  const VetoField *field = veto_letter_kind_find_field (letter->kind, question->field);

  return field != NULL && field->kind == question->kind;
}

/* What does not fit is asked again. */
static void
fill_questions (VetoLetter *letter, const Question *asked, gsize n_asked, GHashTable *values)
{
  for (gsize i = 0; i < n_asked; i++)
    if (asks (letter, &asked[i]))
      veto_letter_set_answer (letter, asked[i].field, g_hash_table_lookup (values, asked[i].value), NULL);
}

static void
fill_answers (VetoLetter *letter, GHashTable *values)
{
  const char *country = g_hash_table_lookup (values, "profile.country");

  fill_questions (letter, questions, G_N_ELEMENTS (questions), values);
  for (guint i = 0; i < G_N_ELEMENTS (laws); i++)
    if (g_strcmp0 (country, laws[i].country) == 0
        && veto_letter_kind_find_regime (letter->kind, laws[i].regime) != NULL)
      veto_letter_set_regime (letter, laws[i].regime, NULL);
}

/* (nullable): who runs the platform, or the company itself */
static const VetoController *
find_controller (VetoGuideSet *set, const char *platform)
{
  VetoPlatform         *known = veto_guide_set_find_platform (set, platform);
  guint                 n_controllers;
  const VetoController *controllers = veto_guide_set_get_controllers (set, &n_controllers);

  if (g_str_has_prefix (platform, VETO_STORE_COMPANY))
    return veto_guide_set_find_controller (set, platform + strlen (VETO_STORE_COMPANY));
  for (guint i = 0; known != NULL && i < n_controllers; i++)
    if (g_strcmp0 (controllers[i].name, veto_platform_get_controller (known)) == 0)
      return &controllers[i];
  return NULL;
}

void
veto_letter_answer_company_address (VetoLetter *self, const VetoController *company)
{
  g_autofree char *address = g_strjoinv ("\n", (char **) company->address);

  if (*address != '\0' && veto_letter_kind_find_field (self->kind, VETO_LETTER_COMPANY_ADDRESS) != NULL
      && veto_letter_get_answer (self, VETO_LETTER_COMPANY_ADDRESS) == NULL)
    veto_letter_set_answer (self, VETO_LETTER_COMPANY_ADDRESS, address, NULL);
}

static void
fill_controller (VetoLetter *letter, VetoSavedLetter *saved, const VetoController *controller)
{
  g_autoptr(VetoRecipient) recipient = NULL;

  if (controller == NULL || letter->controller != NULL)
    return;
  recipient = veto_recipient_new_for_controller (controller);
  veto_letter_set_controller (letter, recipient);
  veto_letter_answer_company_address (letter, controller);
  veto_saved_letter_set_recipient_id (saved, VETO_LETTER_TO_CONTROLLER, controller->id);
}

gboolean
veto_letter_is_for_ward (VetoLetter *letter, const VetoStoreCase *row)
{
  return row->guardian != NULL && asks (letter, &child_questions[0]);
}

gboolean
veto_letter_prefill (VetoLetter      *letter,
                     VetoSavedLetter *saved,
                     VetoStore       *store,
                     VetoGuideSet    *set,
                     GError         **error)
{
  const char *case_id = veto_saved_letter_get_case_id (saved);
  g_autoptr(VetoStoreCase) row = NULL;
  g_autoptr(GHashTable) person = NULL;

  if (case_id == NULL)
    {
      person = veto_store_read_person (store, error);
      if (person != NULL)
        fill_answers (letter, person);
      return person != NULL;
    }
  row = veto_store_read_case (store, case_id, error);
  if (row == NULL)
    return FALSE;
  if (veto_letter_is_for_ward (letter, row))
    {
      person = veto_store_read_person_of (store, row->guardian, error);
      if (person == NULL)
        return FALSE;
      fill_answers (letter, person);
      fill_questions (letter, child_questions, G_N_ELEMENTS (child_questions), row->values);
    }
  else
    fill_answers (letter, row->values);
  fill_controller (letter, saved, find_controller (set, row->platform));
  return TRUE;
}

/* (nullable): what @question was answered with, when that is new */
static const char *
get_new_answer (VetoLetter *letter, const Question *question, GHashTable *before)
{
  const char *answer = veto_letter_get_answer (letter, question->field);
  const char *old = before != NULL ? g_hash_table_lookup (before, question->field) : NULL;

  return asks (letter, question) && g_strcmp0 (answer, old) != 0 ? answer : NULL;
}

/* A login is one line of an account; who wrote several into the letter meant several accounts. */
static gboolean
is_for_store (const char *value, const char *answer)
{
  return answer != NULL && (!g_str_equal (value, "account.login") || strchr (answer, '\n') == NULL);
}

GHashTable *
veto_letter_collect_values (VetoLetter *letter, GHashTable *before, gboolean is_for_ward)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const char *value = is_for_ward ? questions[i].guardian : questions[i].value;
      const char *answer = get_new_answer (letter, &questions[i], before);

      if (value != NULL && is_for_store (value, answer))
        g_hash_table_insert (values, (gpointer) value, (gpointer) answer);
    }
  for (gsize i = 0; is_for_ward && i < G_N_ELEMENTS (child_questions); i++)
    {
      const char *answer = get_new_answer (letter, &child_questions[i], before);

      if (is_for_store (child_questions[i].value, answer))
        g_hash_table_insert (values, (gpointer) child_questions[i].value, (gpointer) answer);
    }
  return values;
}
