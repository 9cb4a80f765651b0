/* Which authority a person complains to, and what else they should know about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-competence"

#include "veto-config.h"

#include "veto-competence.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"
#include "veto-text.h"

#define MAX_AGE_YEARS 2
#define REGION_START 3 /* "DE-NW" */
#define WITH_LEAD_AUTHORITY                                                                                  \
  "gdpr" /* the law under which one authority leads for the others: Art. 56 and 60 */

G_DEFINE_QUARK (veto-competence-error-quark, veto_competence_error);

char *
veto_address_dup_age_remark (const GDate *as_of, const GDate *today)
{
  g_autofree char *day = NULL;
  GDate            limit;

  g_return_val_if_fail (as_of != NULL && today != NULL, NULL);
  if (!g_date_valid (as_of))
    return g_strdup (_ ("Nobody knows how old this address is. Look on the web page first."));
  limit = *as_of;
  g_date_add_years (&limit, MAX_AGE_YEARS);
  if (g_date_compare (today, &limit) <= 0)
    return NULL;
  day = veto_day_dup_display (as_of);
  /* Translators: %s is a day, such as "27 February 2023" */
  return g_strdup_printf (_ ("This address is more than two years old (%s). Look on the web page first."),
                          day);
}

const char *
veto_authority_get_title (const VetoAuthority *authority, const char *language)
{
  g_return_val_if_fail (authority != NULL && language != NULL, NULL);
  return !g_str_equal (language, "en") && g_strv_contains (authority->languages, language)
           ? authority->name
           : authority->name_en;
}

const VetoCountry *
veto_country_find (VetoGuideSet *set, const char *country)
{
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (set, &n_countries);
  g_autofree char   *valid = country != NULL ? g_utf8_make_valid (country, -1) : NULL;
  g_autofree char   *wanted = valid != NULL ? veto_text_dup_folded (g_strstrip (valid)) : NULL;

  for (guint i = 0; i < n_countries && wanted != NULL; i++)
    {
      g_autofree char *name = veto_text_dup_folded (countries[i].name);

      if (g_ascii_strcasecmp (countries[i].code, valid) == 0 || g_str_equal (name, wanted))
        return &countries[i];
    }
  return NULL;
}

const VetoCountry *
veto_country_find_by_regime (VetoGuideSet *set, const char *regime)
{
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (set, &n_countries), *found = NULL;

  for (guint i = 0; i < n_countries; i++)
    if (countries[i].regime != NULL && g_str_equal (countries[i].regime->id, regime))
      {
        if (found != NULL)
          return NULL;
        found = &countries[i];
      }
  return found;
}

static const VetoRegion *
find_region (const VetoCountry *country, const char *code)
{
  for (guint i = 0; i < country->n_regions; i++)
    if (g_ascii_strcasecmp (country->regions[i].code, code) == 0
        || g_ascii_strcasecmp (country->regions[i].code + REGION_START, code) == 0)
      return &country->regions[i];
  return NULL;
}

static const VetoAuthority *
find_authority (VetoGuideSet *set, const VetoCountry *country, const VetoRegion *region)
{
  guint                n_authorities;
  const VetoAuthority *authorities = veto_guide_set_get_authorities (set, &n_authorities);

  for (guint i = 0; i < n_authorities; i++)
    if (authorities[i].for_companies && authorities[i].country == country && authorities[i].region == region)
      return &authorities[i];
  return NULL;
}

/* Returns: (transfer full): "in Ireland" */
static char *
dup_place (const char *name, const char *place)
{
  /* Translators: %s is a country or a part of one, such as "Germany"; what needs other words has its own */
  return place != NULL ? g_strdup (place) : g_strdup_printf (_ ("in %s"), name);
}

/* Returns: (transfer full): whose law the guidance knows: "the EU, …; Switzerland" */
static char *
dup_known (VetoGuideSet *set)
{
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (set, &n_countries);
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_countries; i++)
    if (countries[i].regime != NULL && !g_ptr_array_find (seen, countries[i].regime, NULL))
      {
        g_string_append_printf (list, "%s%s", seen->len > 0 ? "; " : "", countries[i].regime->name);
        g_ptr_array_add (seen, (gpointer) countries[i].regime);
      }
  return g_string_free (list, FALSE);
}

static void
set_outside (GError **error, VetoGuideSet *set, const char *name)
{
  g_autofree char *known = dup_known (set);
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  g_set_error (
    error, VETO_COMPETENCE_ERROR, VETO_COMPETENCE_ERROR_OUTSIDE,
    /* Translators: %1$s is a country, or what somebody typed for one, %2$s where there are authorities */
    _ ("Veto knows no authority for this country: %1$s. It knows those of: %2$s."), valid, known);
}

static void
set_region_error (GError **error, const VetoCountry *country, const char *region)
{
  g_autofree char *valid = region != NULL ? g_utf8_make_valid (region, -1) : NULL;

  if (region == NULL)
    g_set_error (error, VETO_COMPETENCE_ERROR, VETO_COMPETENCE_ERROR_NEEDS_REGION,
                 /* Translators: %1$s is a country */
                 _ (
                   "%1$s has several authorities. Which one is yours depends on the part of the country that "
                   "you live in."),
                 country->name);
  else
    g_set_error (error, VETO_COMPETENCE_ERROR, VETO_COMPETENCE_ERROR_UNKNOWN_REGION,
                 /* Translators: %1$s is a country, %2$s what somebody typed for a part of it */
                 _ ("%1$s has no part called “%2$s”."), country->name, valid);
}

static char *
dup_reason (const VetoCompetence *self)
{
  g_autofree char *place = self->region != NULL ? dup_place (self->region->name, self->region->place)
                                                : dup_place (self->country->name, self->country->place);

  /* Translators: %s is a place, such as "in Bavaria" */
  return g_strdup_printf (_ ("You live %s. There, this authority takes complaints about private companies."),
                          place);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_lead_remark (const VetoCompetence *self, const VetoController *controller, const char *language)
{
  g_autofree char *place = NULL;

  if (!g_str_equal (self->country->regime->id, WITH_LEAD_AUTHORITY))
    return NULL;
  if (controller->lead == NULL)
    /* Translators: %s is a company */
    return g_strdup_printf (
      _ ("For %s no lead authority is known. So the one where you live is the right one."), controller->name);
  if (controller->lead == self->authority)
    return g_strdup_printf (_ ("It also leads for %s in the whole EU."), controller->name);
  place = dup_place (controller->lead->country->name, controller->lead->country->place);
  /* Translators: %1$s is a company, %2$s an authority, %3$s a place, such as "in Ireland" */
  return g_strdup_printf (_ ("For %1$s the lead is with an authority %3$s: %2$s. You can still complain to "
                             "yours; "
                             "it passes the complaint on."),
                          controller->name, veto_authority_get_title (controller->lead, language), place);
}

VetoCompetence *
veto_competence_find (VetoGuideSet         *set,
                      const char           *country,
                      const char           *region,
                      const VetoController *controller,
                      const GDate          *today,
                      GError              **error)
{
  g_autoptr(VetoCompetence) self = g_new0 (VetoCompetence, 1);

  g_return_val_if_fail (VETO_IS_GUIDE_SET (set) && country != NULL && today != NULL, NULL);

  self->country = veto_country_find (set, country);
  if (self->country == NULL || self->country->regime == NULL)
    {
      set_outside (error, set, self->country != NULL ? self->country->name : country);
      return NULL;
    }
  if (self->country->n_regions > 0
      && (region == NULL || (self->region = find_region (self->country, region)) == NULL))
    {
      set_region_error (error, self->country, region);
      return NULL;
    }
  self->authority = find_authority (set, self->country, self->region);
  if (self->authority == NULL)
    {
      set_outside (error, set, self->country->name);
      return NULL;
    }
  self->reason = dup_reason (self);
  self->age_remark = veto_address_dup_age_remark (&self->authority->checked, today);
  if (controller != NULL)
    self->lead_remark = dup_lead_remark (self, controller, veto_guide_set_get_language (set));
  if (self->lead_remark != NULL)
    self->lead = controller->lead;
  return g_steal_pointer (&self);
}

void
veto_competence_free (VetoCompetence *self)
{
  g_free (self->reason);
  g_free (self->lead_remark);
  g_free (self->age_remark);
  g_free (self);
}
