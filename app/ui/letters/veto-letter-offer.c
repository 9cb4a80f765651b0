/* A letter instead of a form, offered where a platform is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-offer"

#include "veto-config.h"

#include "veto-letter-offer.h"

const char *
veto_letter_offer_find_kind (VetoGuideSet *set, VetoObjection *item)
{
  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    {
      VetoLetterKind *kind = veto_guide_set_get_letter (set, i);

      if (veto_letter_kind_get_to (kind) == VETO_LETTER_TO_CONTROLLER
          && g_strcmp0 (veto_letter_kind_get_goal (kind), veto_objection_get_goal (item)) == 0)
        return veto_letter_kind_get_id (kind);
    }
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
veto_letter_offer_show (GtkButton *button, VetoServices *services, VetoObjection *item)
{
  VetoGuideSet *set = veto_guidance_get_set (services->guidance);
  const char   *kind = veto_letter_offer_find_kind (set, item);
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
