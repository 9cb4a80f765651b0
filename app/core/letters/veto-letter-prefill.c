/* What the store knows already and a letter asks: name and address are typed once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-prefill"

#include "veto-letter-prefill.h"

#include "veto-competence.h"
#include "veto-letter-private.h"
#include "veto-proposal.h"

#define COUNTRY "profile.country"

/* A question of that id and kind asks for that value. */
static const struct
{
  const char   *field;
  VetoFieldKind kind;
  const char   *value;
} questions[] = {
  { "name", VETO_FIELD_NAME, "profile.name" },      { "address", VETO_FIELD_ADDRESS, "profile.address" },
  { "email", VETO_FIELD_EMAIL, "profile.email" },   { "place", VETO_FIELD_PLACE, "profile.place" },
  { "login", VETO_FIELD_ACCOUNT, "account.login" },
};

static gboolean
asks (VetoLetter *letter, guint i)
{
  const VetoField *field = veto_letter_kind_find_field (letter->kind, questions[i].field);

  return field != NULL && field->kind == questions[i].kind;
}

static void
fill_answers (VetoLetter *letter, GHashTable *values, VetoGuideSet *set)
{
  const VetoCountry *country = veto_country_find (set, g_hash_table_lookup (values, COUNTRY));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (asks (letter, i)) /* what does not fit is asked again */
      veto_letter_set_answer (letter, questions[i].field, g_hash_table_lookup (values, questions[i].value),
                              NULL);
  if (country == NULL)
    return;
  veto_letter_set_country (letter, country->code);
  veto_letter_set_regime (letter, veto_propose_regime (letter->kind, country), NULL);
}

/* (nullable): who runs the platform */
static const VetoController *
find_controller (VetoGuideSet *set, const char *platform)
{
  VetoPlatform         *known = veto_guide_set_find_platform (set, platform);
  guint                 n_controllers;
  const VetoController *controllers = veto_guide_set_get_controllers (set, &n_controllers);

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
        fill_answers (letter, person, set);
      return person != NULL;
    }
  row = veto_store_read_case (store, case_id, error);
  if (row == NULL)
    return FALSE;
  fill_answers (letter, row->values, set);
  fill_controller (letter, saved, find_controller (set, row->platform));
  return TRUE;
}

GHashTable *
veto_letter_collect_values (VetoLetter *letter, GHashTable *before, const char *country_before)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const char *answer = veto_letter_get_answer (letter, questions[i].field);
      const char *old = before != NULL ? g_hash_table_lookup (before, questions[i].field) : NULL;

      if (asks (letter, i) && answer != NULL && g_strcmp0 (answer, old) != 0)
        g_hash_table_insert (values, (gpointer) questions[i].value, (gpointer) answer);
    }
  if (letter->country != NULL && g_strcmp0 (letter->country, country_before) != 0)
    g_hash_table_insert (values, (gpointer) COUNTRY, letter->country);
  return values;
}
