/* Which authority a person complains to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

#define VETO_COMPETENCE_ERROR (veto_competence_error_quark ())
GQuark veto_competence_error_quark (void);

/**
 * VetoCompetenceError:
 * @VETO_COMPETENCE_ERROR_OUTSIDE: the guidance knows no authority for people in that country
 * @VETO_COMPETENCE_ERROR_NEEDS_REGION: the country's parts have authorities of their own, and none was named
 * @VETO_COMPETENCE_ERROR_UNKNOWN_REGION: the country has no such part
 *
 * Each message is a sentence for the person.
 */
typedef enum {
  VETO_COMPETENCE_ERROR_OUTSIDE,
  VETO_COMPETENCE_ERROR_NEEDS_REGION,
  VETO_COMPETENCE_ERROR_UNKNOWN_REGION,
} VetoCompetenceError;

/**
 * veto_country_find:
 * @country: (nullable): its code, or its name in the language of @set, in any case
 *
 * Returns: (transfer none) (nullable)
 */
const VetoCountry *veto_country_find (VetoGuideSet *set, const char *country);

/* Returns: (transfer none) (nullable): the only country with the law @regime; %NULL where it is the law of several */
const VetoCountry *veto_country_find_by_regime (VetoGuideSet *set, const char *regime);

/* An answer. What it points to belongs to the guide set, which must stay. Remarks are sentences in the reader's language. */
typedef struct
{
  const VetoCountry   *country;
  const VetoRegion    *region; /* nullable */
  const VetoAuthority *authority;
  const VetoAuthority *lead;   /* nullable: leads for the company in the EU; may be the same */
  char                *reason; /* why this one */
  char *lead_remark;           /* nullable: what the lead authority of the company means for the person */
  char *age_remark;            /* nullable: that the address may be out of date */
} VetoCompetence;

/**
 * veto_competence_find:
 * @country: where the person lives: "DE", in any case
 * @region: (nullable): the part of it, "DE-NW" or "NW"; left alone where the country has none
 * @controller: (nullable): of @set: whom the complaint is about
 * @today: for the age of the address
 * @error: return location, %VETO_COMPETENCE_ERROR
 *
 * A person may complain where they live, whatever authority leads for the company; it passes the complaint on.
 * In Germany the authority of the Land looks after private companies. Rule: GDPR, Art. 77(1), 56, 60.
 *
 * Returns: (transfer full) (nullable)
 */
VetoCompetence *veto_competence_find (VetoGuideSet         *set,
                                      const char           *country,
                                      const char           *region,
                                      const VetoController *controller,
                                      const GDate          *today,
                                      GError              **error);

void veto_competence_free (VetoCompetence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoCompetence, veto_competence_free)

/* The authority's name for people who read @language: its own where it works in that language, else the English one. */
const char *veto_authority_get_title (const VetoAuthority *authority, const char *language);

/**
 * veto_address_dup_age_remark:
 * @as_of: what an address is as of; not g_date_valid() when nobody knows
 * @today: the day of the question
 *
 * Returns: (transfer full) (nullable): a sentence that warns of an address that is more than two years old, or of unknown age
 */
char *veto_address_dup_age_remark (const GDate *as_of, const GDate *today);

G_END_DECLS
