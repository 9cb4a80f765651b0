/* What a letter begins with before anybody chooses: its language and its law.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter"

#include "veto-proposal.h"

#define FALLBACK "en"

static const VetoAuthority *
find_authority_in (VetoGuideSet *set, const VetoCountry *country)
{
  guint                n_authorities;
  const VetoAuthority *authorities = veto_guide_set_get_authorities (set, &n_authorities);

  for (guint i = 0; i < n_authorities; i++)
    if (authorities[i].country == country)
      return &authorities[i];
  return NULL;
}

/* Returns: (nullable): @language as @available has it */
static const char *
find_language (const char *const *available, const char *language)
{
  for (guint i = 0; available[i] != NULL; i++)
    if (g_str_equal (available[i], language))
      return available[i];
  return NULL;
}

const char *
veto_propose_language (VetoGuideSet *set, const VetoCountry *country, const char *const *available)
{
  const VetoAuthority *authority;
  const char          *language = NULL;

  g_return_val_if_fail (VETO_IS_GUIDE_SET (set), NULL);
  g_return_val_if_fail (available != NULL && available[0] != NULL, NULL);

  authority = country != NULL ? find_authority_in (set, country) : NULL;
  for (guint i = 0; authority != NULL && authority->languages[i] != NULL && language == NULL; i++)
    language = find_language (available, authority->languages[i]);
  if (language == NULL)
    language = find_language (available, FALLBACK);
  return language != NULL ? language : available[0];
}

const char *
veto_propose_regime (VetoLetterKind *kind, const VetoCountry *country)
{
  guint                   n_regimes;
  const VetoLetterRegime *regimes;

  g_return_val_if_fail (VETO_IS_LETTER_KIND (kind), NULL);
  regimes = veto_letter_kind_get_regimes (kind, &n_regimes);
  for (guint i = 0; i < n_regimes && country != NULL && country->regime != NULL; i++)
    if (g_str_equal (regimes[i].id, country->regime->id))
      return regimes[i].id;
  return n_regimes > 0 ? regimes[0].id : NULL;
}
