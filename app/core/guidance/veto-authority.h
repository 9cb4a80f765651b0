/* Who supervises companies, and where people live. Immutable structs that belong to a VetoGuideSet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide.h"

G_BEGIN_DECLS

/* A part of a country with an authority of its own */
typedef struct
{
  const char *code;  /* ISO 3166-2: "DE-NW" */
  const char *name;  /* in the reader's language */
  const char *place; /* nullable: where "in" and the name are not enough: "im Saarland" */
} VetoRegion;

typedef struct
{
  const char       *code;   /* ISO 3166-1: "DE" */
  const char       *name;   /* in the reader's language */
  const char       *place;  /* nullable: where "in" and the name are not enough: "in the Netherlands" */
  const VetoRegime *regime; /* nullable: none of the laws that the guidance knows applies to people there */
  const VetoRegion *regions;
  guint             n_regions; /* 0: one authority for the whole country */
} VetoCountry;

typedef struct
{
  const char        *id;
  const VetoCountry *country;
  const VetoRegion  *region;  /* nullable: for the whole country */
  const char        *name;    /* as it calls itself, for letters */
  const char        *name_en; /* in English */
  const char *const *address; /* (array zero-terminated=1): lines below the name */
  const char        *email;   /* nullable */
  const char        *phone;   /* nullable */
  const char        *website; /* nullable */
  const char        *form;    /* nullable: where complaints are made on the web */
  const char *const
             *languages; /* (array zero-terminated=1): that it works in, the first is the usual one: "fr" */
  gboolean    for_companies; /* takes complaints about private companies */
  const char *note;          /* nullable: in the reader's language */
  const VetoSource *const *sources;
  const char              *record;  /* where in the sources, for those who check */
  GDate                    checked; /* what the address is as of; not g_date_valid() when that is unknown */
} VetoAuthority;

G_END_DECLS
