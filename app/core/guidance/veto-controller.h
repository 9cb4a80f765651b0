/* Who runs a service, and how to write to them. Immutable structs that belong to a VetoGuideSet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-authority.h"

G_BEGIN_DECLS

typedef struct
{
  const char        *id;
  const char        *name;
  const char *const *services; /* (array zero-terminated=1): the best known first */
  const char *const *address;  /* (array zero-terminated=1): its lines; none when it is not known */
  const char        *email;    /* nullable */
  const char        *form;     /* nullable: for questions of privacy, on the web */
  const char *const *mail; /* (array zero-terminated=1): domains its e-mails come from, with all below them */
  const VetoCountry *country;    /* nullable: of the address, or of the seat where there is none */
  const VetoAuthority     *lead; /* nullable: of its European seat, where one is known */
  const char              *note; /* nullable: in the reader's language */
  const VetoSource *const *sources;
  const char              *record;  /* where in the sources, for those who check */
  GDate                    checked; /* what the address is as of; not g_date_valid() when that is unknown */
} VetoController;

G_END_DECLS
