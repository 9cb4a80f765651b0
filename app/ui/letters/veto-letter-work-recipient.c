/* Who gets a letter that is being written, and whom it is about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-work"

#include "veto-config.h"

#include "veto-competence.h"
#include "veto-letter-languages.h"
#include "veto-letter-work-private.h"
#include "veto-proposal.h"

static void
set_recipient (VetoLetterWork *self, VetoLetterTo to, const char *id, const VetoRecipient *recipient)
{
  veto_saved_letter_set_recipient_id (veto_letter_work_get_saved (self), to, id);
  if (to == VETO_LETTER_TO_AUTHORITY)
    veto_letter_set_authority (veto_letter_work_get_letter (self), recipient);
  else
    veto_letter_set_controller (veto_letter_work_get_letter (self), recipient);
}

/* (transfer full) (nullable): the language that the person wants for letters, where the letter exists in it */
static char *
dup_own_language (VetoLetterWork *self, const char *const *available)
{
  g_autofree char *country = NULL, *language = NULL;
  g_autoptr(GError) error = NULL;

  if (!veto_account_book_read_home (veto_letter_work_get_services (self)->accounts, &country, &language,
                                    &error))
    g_debug ("not read: %s", error->message);
  return language != NULL && g_strv_contains (available, language) ? g_steal_pointer (&language) : NULL;
}

/* An authority is written to in a language that it works in; to a company, in that which the person said. */
static void
propose_language (VetoLetterWork *self, const VetoCountry *country, gboolean is_company)
{
  g_auto(GStrv) available = NULL;
  g_autofree char *own = NULL;

  if (country == NULL)
    return;
  available = veto_letter_languages_list (veto_letter_work_get_services (self)->guidance,
                                          veto_saved_letter_get_kind (veto_letter_work_get_saved (self)));
  if (is_company)
    own = dup_own_language (self, (const char *const *) available);
  veto_letter_work_propose_language (self,
                                     own != NULL
                                       ? own
                                       : veto_propose_language (veto_guidance_get_set (
                                                                  veto_letter_work_get_services (self)
                                                                    ->guidance),
                                                                country, (const char *const *) available));
}

/* Some letters tell an authority where the company is. What somebody typed stays, the address of the company before does not.
 * @before: (nullable) */
static void
fill_address (VetoLetterWork *self, const VetoController *before, const VetoController *company)
{
  g_autofree char *old = before != NULL ? g_strjoinv ("\n", (char **) before->address) : g_strdup ("");
  g_autofree char *address = g_strjoinv ("\n", (char **) company->address);
  const char      *text;

  if (veto_letter_kind_find_field (veto_letter_work_get_labels (self), VETO_LETTER_COMPANY_ADDRESS) == NULL)
    return;
  text = veto_letter_work_get_text (self, VETO_LETTER_COMPANY_ADDRESS);
  if (*text == '\0' || g_str_equal (text, old))
    veto_letter_work_set_text (self, VETO_LETTER_COMPANY_ADDRESS, address);
}

void
veto_letter_work_set_company (VetoLetterWork *self, const char *id)
{
  VetoGuideSet         *set = veto_guidance_get_set (veto_letter_work_get_services (self)->guidance);
  const VetoController *company = id != NULL ? veto_guide_set_find_controller (set, id) : NULL;
  const VetoController *before = NULL;
  const char           *old;
  g_autoptr(VetoRecipient) recipient = NULL;

  g_return_if_fail (VETO_IS_LETTER_WORK (self));

  old = veto_saved_letter_get_recipient_id (veto_letter_work_get_saved (self), VETO_LETTER_TO_CONTROLLER);
  if (old != NULL)
    before = veto_guide_set_find_controller (set, old);

  if (company != NULL)
    recipient = veto_recipient_new_for_controller (company);
  set_recipient (self, VETO_LETTER_TO_CONTROLLER, company != NULL ? company->id : NULL, recipient);
  veto_letter_work_note (self, VETO_DRAFT_CONTROLLER, NULL, NULL);
  if (company != NULL)
    fill_address (self, before, company);
  if (company != NULL
      && veto_letter_kind_get_to (veto_letter_work_get_labels (self)) == VETO_LETTER_TO_CONTROLLER)
    propose_language (self, company->country, TRUE);
}

void
veto_letter_work_set_authority (VetoLetterWork *self, const char *id)
{
  VetoGuideSet        *set = veto_guidance_get_set (veto_letter_work_get_services (self)->guidance);
  const VetoAuthority *authority = id != NULL ? veto_guide_set_find_authority (set, id) : NULL;
  g_autoptr(VetoRecipient) recipient = NULL;

  g_return_if_fail (VETO_IS_LETTER_WORK (self));

  if (authority != NULL)
    recipient = veto_recipient_new_for_authority (authority);
  set_recipient (self, VETO_LETTER_TO_AUTHORITY, authority != NULL ? authority->id : NULL, recipient);
  veto_letter_work_note (self, VETO_DRAFT_AUTHORITY, NULL, NULL);
  if (authority != NULL
      && veto_letter_kind_get_to (veto_letter_work_get_labels (self)) == VETO_LETTER_TO_AUTHORITY)
    propose_language (self, authority->country, FALSE);
}

const char *
veto_letter_work_set_typed_recipient (VetoLetterWork *self, VetoLetterTo to, const char *text)
{
  const char *name = to == VETO_LETTER_TO_AUTHORITY ? VETO_DRAFT_AUTHORITY : VETO_DRAFT_CONTROLLER;
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoRecipient) recipient = NULL;
  g_autofree char *typed = g_strstrip (g_strdup (text));

  g_return_val_if_fail (VETO_IS_LETTER_WORK (self), NULL);

  if (*typed != '\0')
    recipient = veto_recipient_new_typed (text, &error);
  set_recipient (self, to, NULL, recipient);
  return veto_letter_work_note (self, name, text, error);
}

char *
veto_letter_work_dup_typed_recipient (VetoLetterWork *self, VetoLetterTo to)
{
  VetoSavedLetter     *saved = veto_letter_work_get_saved (self);
  const VetoRecipient *known = veto_letter_get_party (veto_letter_work_get_letter (self), to);
  const char          *draft = veto_saved_letter_get_draft (saved, to == VETO_LETTER_TO_AUTHORITY
                                                                     ? VETO_DRAFT_AUTHORITY
                                                                     : VETO_DRAFT_CONTROLLER);
  g_autofree char     *lines = NULL;

  if (draft != NULL)
    return g_strdup (draft);
  if (known == NULL || veto_saved_letter_get_recipient_id (saved, to) != NULL)
    return g_strdup ("");
  lines = g_strjoinv ("\n", known->lines);
  return g_strdup_printf ("%s%s%s%s%s", known->name, *lines != '\0' ? "\n" : "", lines,
                          known->email != NULL ? "\n" : "", known->email != NULL ? known->email : "");
}

void
veto_letter_work_set_country (VetoLetterWork *self, const VetoCountry *country)
{
  VetoLetter *letter;

  g_return_if_fail (VETO_IS_LETTER_WORK (self));

  letter = veto_letter_work_get_letter (self);
  if (g_strcmp0 (veto_letter_get_country (letter), country->code) == 0)
    return;
  veto_letter_set_country (letter, country->code);
  veto_letter_set_regime (letter, veto_propose_regime (veto_letter_get_kind (letter), country), NULL);
  veto_letter_work_changed (self);
}

void
veto_letter_work_set_regime (VetoLetterWork *self, const char *id)
{
  VetoGuideSet      *set = veto_guidance_get_set (veto_letter_work_get_services (self)->guidance);
  VetoLetter        *letter = veto_letter_work_get_letter (self);
  const VetoCountry *known = veto_country_find (set, veto_letter_get_country (letter));
  const VetoCountry *only = veto_country_find_by_regime (set, id);

  if (g_str_equal (veto_letter_get_regime (letter), id) || !veto_letter_set_regime (letter, id, NULL))
    return;
  /* Who says that another law applies does not live where it was thought. */
  if (known == NULL || known->regime == NULL || !g_str_equal (known->regime->id, id))
    veto_letter_set_country (letter, only != NULL ? only->code : NULL);
  veto_letter_work_changed (self);
}
