/* A letter instead of a form, offered where a platform is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-offer"

#include "veto-config.h"

#include "veto-letter-offer.h"

const char *
veto_letter_offer_find_kind (VetoObjection *item, const VetoGuide *guide)
{
  guint            n_guides;
  const VetoGuide *guides;

  if (guide != NULL)
    return guide->letter;
  guides = veto_platform_get_guides (veto_objection_get_platform (item), &n_guides);
  for (guint i = 0; i < n_guides; i++)
    if (guides[i].letter != NULL && g_strcmp0 (guides[i].goal, veto_objection_get_goal (item)) == 0)
      return guides[i].letter;
  return NULL;
}

const char *
veto_letter_offer_find_company (VetoGuideSet *set, VetoObjection *item)
{
  const char           *name = veto_platform_get_controller (veto_objection_get_platform (item));
  guint                 n_companies;
  const VetoController *companies = veto_guide_set_get_controllers (set, &n_companies);

  for (guint i = 0; i < n_companies; i++)
    if (g_strcmp0 (companies[i].name, name) == 0)
      return companies[i].id;
  return NULL;
}

void
veto_letter_offer_show (GtkButton       *button,
                        VetoServices    *services,
                        VetoObjection   *item,
                        const VetoGuide *guide)
{
  VetoGuideSet *set = veto_guidance_get_set (services->guidance);
  const char   *kind = veto_letter_offer_find_kind (item, guide);
  const char   *company = veto_letter_offer_find_company (set, item);
  VetoCase     *known = veto_objection_get_case (item);
  gboolean      is_possible = kind != NULL && company != NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), is_possible);
  if (!is_possible)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", kind, company,
                                    known != NULL ? veto_case_get_id (known) : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-letter");
}
