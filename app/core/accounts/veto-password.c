/* A password on its way between the keyring and a field.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-password"

#include "veto-config.h"

#include "veto-password.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

#include "veto-secrets.h"

struct _VetoPassword
{
  SecretValue *value;
};

VetoPassword *
veto_password_new (const char *text)
{
  VetoPassword *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (VetoPassword, 1);
  self->value = secret_value_new (text, -1, "text/plain"); /* libsecret's secure memory; it ends in a NUL */
  return self;
}

const char *
veto_password_get_text (const VetoPassword *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return secret_value_get (self->value, NULL);
}

void
veto_password_free (VetoPassword *self)
{
  g_return_if_fail (self != NULL);
  secret_value_unref (self->value); /* wipes it */
  g_free (self);
}

gboolean
veto_password_check (const char *text, GError **error)
{
  const char *words = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0')
    words = _ ("Type the password first.");
  else if (strlen (text) > VETO_PASSWORD_MAX_BYTES)
    words = _ ("This is too long for a password.");
  else if (!g_utf8_validate (text, -1, NULL))
    words = _ ("This password has characters that cannot be kept.");
  for (const char *p = text; words == NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x2028
        || g_utf8_get_char (p) == 0x2029)
      words = _ ("A password is one line, without line breaks.");
  if (words != NULL)
    g_set_error_literal (error, VETO_SECRETS_ERROR, VETO_SECRETS_ERROR_VALUE, words);
  return words == NULL;
}
