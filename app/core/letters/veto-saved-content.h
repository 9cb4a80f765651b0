/* What was typed into a letter, as JSON in the database. Private to letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-recipient.h"

G_BEGIN_DECLS

/* The company or the authority of a letter. */
typedef struct
{
  char          *id;        /* nullable: in the guidance */
  char          *typed;     /* nullable: an address that is not one yet */
  VetoRecipient *recipient; /* nullable */
} VetoParty;

void veto_party_clear (VetoParty *self);

/* Returns: (transfer full): JSON; the same texts give the same bytes. A password is left out. */
char *veto_content_write_texts (GHashTable *texts);
/* @country: (nullable): code of the one that the sender lives in */
char *
veto_content_write_parties (const VetoParty *controller, const VetoParty *authority, const char *country);

/**
 * veto_content_read_texts:
 * @error: return location, %VETO_JSON_ERROR; nobody but Veto writes here, so whatever is strange is damage
 *
 * Returns: (transfer full) (nullable): a hash table of texts by name
 */
GHashTable *veto_content_read_texts (const char *json, GError **error);

/* @controller, @authority: (out caller-allocates): empty on error */
gboolean
veto_content_read_parties (const char *json, VetoParty *controller, VetoParty *authority, GError **error);

/* Returns: (transfer full) (nullable): code of the country that the sender lives in */
char *veto_content_dup_country (const char *json);

G_END_DECLS
