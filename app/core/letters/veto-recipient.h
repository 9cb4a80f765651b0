/* Who gets a letter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-answer.h"
#include "veto-controller.h"

G_BEGIN_DECLS

#define VETO_TYPE_RECIPIENT (veto_recipient_get_type ())

/* Immutable once it is made. */
typedef struct
{
  char  *name;
  char **lines;   /* (array zero-terminated=1): street, town, country; none when it is not known */
  char  *email;   /* nullable */
  char  *country; /* nullable: code of the country that the last of the lines names */
} VetoRecipient;

GType          veto_recipient_get_type (void);
VetoRecipient *veto_recipient_copy (const VetoRecipient *self);
void           veto_recipient_free (VetoRecipient *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoRecipient, veto_recipient_free)

/* @lines: (nullable) (array zero-terminated=1), @email: (nullable): copied. Returns: (transfer full) */
VetoRecipient *veto_recipient_new (const char *name, const char *const *lines, const char *email);

/* Returns: (transfer full): the company that runs a service; the country of its address in capitals, in the language of the
 * guidance, as DIN 5008 has it */
VetoRecipient *veto_recipient_new_for_controller (const VetoController *controller);

/* Returns: (transfer full): an authority; its country likewise */
VetoRecipient *veto_recipient_new_for_authority (const VetoAuthority *authority);

/**
 * veto_recipient_new_typed:
 * @text: an address that a person typed: the name on the first line; an e-mail address may stand on a line of its own
 * @error: return location, %VETO_LETTER_ERROR_VALUE
 *
 * Returns: (transfer full) (nullable)
 */
VetoRecipient *veto_recipient_new_typed (const char *text, GError **error);

/* Whether a letter can get there, by post or by e-mail. */
gboolean veto_recipient_has_address (const VetoRecipient *self);

G_END_DECLS
