/* When the objection of one account may count for another that is linked with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-config.h"

#include "veto-case-cover.h"

#include <glib/gi18n-lib.h>

#include "veto-case-facts.h"
#include "veto-day.h"
#include "veto-evidence.h"
#include "veto-text.h"

/* The fact that guidance states about accounts that a company counts as one */
#define FACT "linked-accounts"

static const VetoFact *
find_fact (VetoCase *item)
{
  VetoPlatform *platform = veto_guidance_find (veto_case_get_guidance (item), veto_case_get_platform (item));
  guint         n_facts = 0;
  const VetoFact *facts = platform != NULL ? veto_platform_get_facts (platform, &n_facts) : NULL;

  for (guint i = 0; i < n_facts; i++)
    if (g_str_equal (facts[i].id, FACT))
      return &facts[i];
  return NULL;
}

static gboolean
are_linked (const VetoStoreCase *one, const VetoStoreCase *other)
{
  if (g_str_equal (one->account, other->account))
    return FALSE;
  return g_strcmp0 (one->linked_to, other->account) == 0 || g_strcmp0 (other->linked_to, one->account) == 0
         || (one->linked_to != NULL && g_strcmp0 (one->linked_to, other->linked_to) == 0);
}

/* *out_day: when it was sent. Returns: whether it was, and nobody said no */
static gboolean
is_in_force (VetoCase *item, GDate *out_day)
{
  VetoCaseFacts facts;
  VetoCaseState state = veto_case_get_state (item);

  veto_case_facts_init (&facts, item);
  if (!veto_case_facts_is_sent (&facts) || state == VETO_CASE_REFUSED || state == VETO_CASE_COMPLAINED)
    return FALSE;
  *out_day = facts.sent != NULL ? *veto_event_get_day (facts.sent) : facts.sent_by_steps;
  return g_date_valid (out_day);
}

gboolean
veto_case_book_find_cover (VetoCaseBook *self, VetoCase *item, VetoCaseCover *out_cover)
{
  const VetoFact *fact;

  g_return_val_if_fail (VETO_IS_CASE_BOOK (self) && VETO_IS_CASE (item) && out_cover != NULL, FALSE);

  fact = find_fact (item);
  for (guint i = 0; fact != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(VetoCase) other = g_list_model_get_item (G_LIST_MODEL (self), i);
      GDate day;

      if (!are_linked (veto_case_get_row (item), veto_case_get_row (other))
          || g_strcmp0 (veto_case_get_goal (item), veto_case_get_goal (other)) != 0
          || !is_in_force (other, &day))
        continue;
      *out_cover = (VetoCaseCover){ .by = other, .day = day, .fact = fact }; /* the book holds it */
      return TRUE;
    }
  return FALSE;
}

static const char *
get_certainty (VetoCertainty certainty)
{
  switch (certainty)
    {
    case VETO_CERTAINTY_PRIMARY:
      return _ ("The company, a court or an authority says so itself.");
    case VETO_CERTAINTY_REPORTED:
      return _ ("Others report it; the company itself does not say so.");
    case VETO_CERTAINTY_CONFLICTING:
    default:
      return _ ("This is not sure: the sources disagree.");
    }
}

char *
veto_case_cover_dup_words (const VetoCaseCover *cover)
{
  g_autofree char *whose = NULL, *which = NULL, *name = NULL, *day = NULL, *source = NULL, *link = NULL;

  g_return_val_if_fail (cover != NULL, NULL);

  whose = veto_case_dup_whose (cover->by);
  name = veto_text_dup_isolated (veto_case_get_name (cover->by), NULL);
  which = *whose != '\0' ? g_strdup_printf ("%s (%s)", name, whose) : g_strdup (name);
  day = veto_day_dup_display (&cover->day);
  source = veto_evidence_dup_source (&cover->fact->evidence);
  link = g_strdup_printf (
    /* Translators: %1$s is a platform with the account there, %2$s a day */
    _ ("This account is linked with %1$s. For that one you objected on %2$s."), which, day);
  return g_strjoin (" ", link, cover->fact->text, get_certainty (cover->fact->evidence.certainty), source,
                    NULL);
}
