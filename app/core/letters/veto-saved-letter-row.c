/* What the row of a letter says, and whether it can be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-saved-letter"

#include "veto-config.h"

#include "veto-saved-letter-private.h"

#include <glib/gi18n-lib.h>

const char *
veto_saved_letter_get_id (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return veto_saved_letter_get_row (self)->id;
}

const char *
veto_saved_letter_get_kind (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return veto_saved_letter_get_row (self)->kind;
}

const char *
veto_saved_letter_get_language (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return veto_saved_letter_get_row (self)->language;
}

const char *
veto_saved_letter_get_regime (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return veto_saved_letter_get_row (self)->regime;
}

const char *
veto_saved_letter_get_case_id (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return veto_saved_letter_get_row (self)->case_id;
}

const char *
veto_saved_letter_get_sent_day (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return veto_saved_letter_get_row (self)->sent_day;
}

const char *
veto_saved_letter_get_channel (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return veto_saved_letter_get_row (self)->channel;
}

gint64
veto_saved_letter_get_created (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), 0);
  return veto_saved_letter_get_row (self)->created;
}

gint64
veto_saved_letter_get_changed (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), 0);
  return veto_saved_letter_get_row (self)->changed;
}

gboolean
veto_saved_letter_has_pdf (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), FALSE);
  return veto_saved_letter_get_row (self)->has_pdf;
}

gboolean
veto_saved_letter_check_readable (VetoSavedLetter *self, GError **error)
{
  g_autoptr(GHashTable) answers = veto_content_read_texts (veto_saved_letter_get_row (self)->answers, NULL);
  g_autoptr(GHashTable)
               own_texts = veto_content_read_texts (veto_saved_letter_get_row (self)->own_text, NULL);
  VetoParty parties[2];
  gboolean  readable =
    veto_content_read_parties (veto_saved_letter_get_row (self)->recipient, &parties[0], &parties[1], NULL);

  veto_party_clear (&parties[0]);
  veto_party_clear (&parties[1]);
  if (readable && answers != NULL && own_texts != NULL)
    return TRUE;
  g_set_error_literal (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE,
                       _ ("This letter is damaged, and Veto cannot open it. The other letters are not "
                          "affected."));
  return FALSE;
}

gboolean
veto_saved_letter_is_readable (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), FALSE);
  return veto_saved_letter_check_readable (self, NULL);
}
