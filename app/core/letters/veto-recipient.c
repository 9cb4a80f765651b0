/* Who gets a letter: a company that the guidance knows, or an address that a person typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-recipient"

#include "veto-config.h"

#include "veto-recipient.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LINES 6

G_DEFINE_BOXED_TYPE (VetoRecipient, veto_recipient, veto_recipient_copy, veto_recipient_free);

VetoRecipient *
veto_recipient_new (const char *name, const char *const *lines, const char *email)
{
  static const char *const nothing[] = { NULL };
  VetoRecipient           *self = g_new0 (VetoRecipient, 1);

  g_return_val_if_fail (name != NULL, NULL);
  self->name = g_strdup (name);
  self->lines = g_strdupv ((char **) (lines != NULL ? lines : nothing));
  self->email = g_strdup (email);
  return self;
}

VetoRecipient *
veto_recipient_copy (const VetoRecipient *self)
{
  VetoRecipient *copy = veto_recipient_new (self->name, (const char *const *) self->lines, self->email);

  copy->country = g_strdup (self->country);
  return copy;
}

void
veto_recipient_free (VetoRecipient *self)
{
  g_free (self->name);
  g_strfreev (self->lines);
  g_free (self->email);
  g_free (self->country);
  g_free (self);
}

/* An address of the guidance ends with its country, in whatever language its source has. Where a letter is posted that line is
 * read by people who sort it: in capitals and in their language. A last line with a digit is a town, and street and town
 * alone have no country. */
static VetoRecipient *
create_known (const char *name, const char *const *address, const VetoCountry *country, const char *email)
{
  g_auto(GStrv) lines = g_strdupv ((char **) address);
  guint          n_lines = g_strv_length (lines);
  VetoRecipient *self;
  gboolean       has_country;

  has_country = country != NULL && n_lines >= 3 && strpbrk (lines[n_lines - 1], "0123456789") == NULL;
  if (has_country)
    {
      g_free (lines[n_lines - 1]);
      lines[n_lines - 1] = g_utf8_strup (country->name, -1);
    }
  self = veto_recipient_new (name, (const char *const *) lines, email);
  self->country = has_country ? g_strdup (country->code) : NULL;
  return self;
}

VetoRecipient *
veto_recipient_new_for_controller (const VetoController *controller)
{
  return create_known (controller->name, controller->address, controller->country, controller->email);
}

VetoRecipient *
veto_recipient_new_for_authority (const VetoAuthority *authority)
{
  return create_known (authority->name, authority->address, authority->country, authority->email);
}

VetoRecipient *
veto_recipient_new_typed (const char *text, GError **error)
{
  static const VetoField address = { .id = "recipient", .kind = VETO_FIELD_ACCOUNT, .label = "" };
  static const VetoField email = { .id = "email", .kind = VETO_FIELD_EMAIL, .label = "" };
  g_autofree char       *kept = veto_answer_check (&address, text, error);
  g_autofree char       *mail = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) street = g_ptr_array_new ();

  if (kept == NULL)
    return NULL;
  lines = g_strsplit (kept, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    if (mail == NULL && (mail = veto_answer_check (&email, lines[i], NULL)) != NULL)
      continue;
    else
      g_ptr_array_add (street, lines[i]);
  g_ptr_array_add (street, NULL);
  if (lines[0] != NULL && street->len <= MAX_LINES + 1)
    return veto_recipient_new (lines[0], (const char *const *) street->pdata, mail);
  g_set_error_literal (error, VETO_LETTER_ERROR, VETO_LETTER_ERROR_VALUE,
                       lines[0] == NULL
                         ? _ ("Who gets the letter? Write the name on the first line, then the address.")
                         : _ ("An address has at most 6 lines below the name."));
  return NULL;
}

gboolean
veto_recipient_has_address (const VetoRecipient *self)
{
  return self->lines[0] != NULL || self->email != NULL;
}
