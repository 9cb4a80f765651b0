/* A letter instead of a form, offered where a platform is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-offer"

#include "veto-config.h"

#include "veto-letter-offer.h"

const char *
veto_letter_offer_find_kind (VetoGuideSet *set, VetoObjection *item, const VetoGuide *guide)
{
  VetoCase       *known = veto_objection_get_case (item);
  gboolean        is_for_child = known != NULL && veto_case_is_for_child (known);
  VetoLetterKind *kind = veto_objection_find_letter (item, set);

  /* On a way that was not made for them, a child still gets the letter that a parent signs. */
  if (guide != NULL && guide->letter != NULL && !(is_for_child && kind != NULL))
    return guide->letter;
  return kind != NULL ? veto_letter_kind_get_id (kind) : NULL;
}

const char *
veto_letter_offer_find_company (VetoGuideSet *set, VetoObjection *item, const VetoGuide *guide)
{
  const char           *id = guide != NULL && guide->letter_to != NULL ? guide->letter_to
                                                                       : veto_objection_get_company (item);
  const char           *name;
  guint                 n_companies;
  const VetoController *companies = veto_guide_set_get_controllers (set, &n_companies);

  if (id != NULL)
    return veto_guide_set_find_controller (set, id) != NULL ? id : NULL;
  name = veto_platform_get_controller (veto_objection_get_platform (item));
  for (guint i = 0; i < n_companies; i++)
    if (g_strcmp0 (companies[i].name, name) == 0)
      return companies[i].id;
  return NULL;
}

GPtrArray *
veto_letter_offer_list_platforms (VetoGuideSet *set, const char *company)
{
  const VetoController *known = veto_guide_set_find_controller (set, company);
  GPtrArray            *platforms = g_ptr_array_new ();

  for (guint i = 0; known != NULL && i < veto_guide_set_get_n_platforms (set); i++)
    {
      VetoPlatform *platform = veto_guide_set_get_platform (set, i);

      if (g_strcmp0 (veto_platform_get_controller (platform), known->name) == 0)
        g_ptr_array_add (platforms, platform);
    }
  return platforms;
}

VetoSavedLetter *
veto_letter_offer_find_draft (VetoServices *services, VetoObjection *item)
{
  GListModel *letters = G_LIST_MODEL (services->letters);
  VetoCase   *known = veto_objection_get_case (item);
  const char *kind = veto_letter_offer_find_kind (veto_guidance_get_set (services->guidance), item, NULL);

  for (guint i = 0; known != NULL && i < g_list_model_get_n_items (letters); i++)
    {
      g_autoptr(VetoSavedLetter) letter = g_list_model_get_item (letters, i); /* the book holds it */

      if (veto_saved_letter_get_sent_day (letter) == NULL
          && g_strcmp0 (veto_saved_letter_get_kind (letter), kind) == 0
          && g_strcmp0 (veto_saved_letter_get_case_id (letter), veto_case_get_id (known)) == 0)
        return letter;
    }
  return NULL;
}

void
veto_letter_offer_show (GtkButton       *button,
                        VetoServices    *services,
                        VetoObjection   *item,
                        const VetoGuide *guide)
{
  VetoGuideSet *set = veto_guidance_get_set (services->guidance);
  const char   *kind = veto_letter_offer_find_kind (set, item, guide);
  const char   *company = veto_letter_offer_find_company (set, item, guide);
  VetoCase     *known = veto_objection_get_case (item);
  gboolean      is_possible = kind != NULL && company != NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), is_possible);
  if (!is_possible)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", kind, company,
                                    known != NULL ? veto_case_get_id (known) : veto_objection_get_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-letter");
}
