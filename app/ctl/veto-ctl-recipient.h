/* Whom a person means: a company, an authority, or an address; and how they are shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-ctl-command.h"
#include "veto-ctl-json.h"
#include "veto-recipient.h"

G_BEGIN_DECLS

/* Returns: (nullable): the company that @name is the id of, or a service of, in any case */
const VetoController *veto_ctl_find_controller (VetoGuideSet *set, const char *name);

/* The same; when there is none, that has been said. */
const VetoController *veto_ctl_need_controller (VetoGuideSet *set, const char *name);

/**
 * veto_ctl_make_recipient:
 * @text: the id of a company or authority, the name of a service, or an address of several lines
 * @to: what the letter goes to; a company that is known is refused for a letter to an authority, and the other way round
 *
 * Says it when the address that the guidance has is more than two years old.
 *
 * Returns: (transfer full) (nullable): whatever is wrong has been said when it is %NULL
 */
VetoRecipient *veto_ctl_make_recipient (VetoGuideSet *set, const char *text, VetoLetterTo to);

/* Sets "id", "name", "title", "country", "region", "address", "email", "phone", "website", "form", "languages", "note",
 * "as_of", "sources" and "record". @language: of the title */
void veto_ctl_set_authority (JsonBuilder *builder, const VetoAuthority *authority, const char *language);

/* Sets "id", "name", "services", "country", "address", "email", "form", "lead_authority", "note", "as_of", "sources" and
 * "record". */
void veto_ctl_set_controller (JsonBuilder *builder, const VetoController *controller);

/* Adds an address and what else leads there, one a line. All but @lines: (nullable) */
void veto_ctl_add_address (GString           *page,
                           const char *const *lines,
                           const char        *email,
                           const char        *phone,
                           const char        *website,
                           const char        *form);

/* "As of 27 February 2023. Source: datenanfragen.de." */
void veto_ctl_add_record (GString *page, guint indent, const GDate *as_of, const VetoSource *const *sources);

G_END_DECLS
