/* What a case is about: the platform or company, whose account, and which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-case-private.h"
#include "veto-text.h"

/* A kind of letter that asks this is written by a parent. */
#define CHILD_FIELD "child-name"

const char *
veto_case_get_company (VetoCase *self)
{
  const char *platform = veto_case_get_platform (self);

  return g_str_has_prefix (platform, VETO_STORE_COMPANY) ? platform + strlen (VETO_STORE_COMPANY) : NULL;
}

const char *
veto_case_get_name (VetoCase *self)
{
  const char           *company = veto_case_get_company (self);
  VetoGuidance         *guidance = veto_case_get_guidance (self);
  const VetoController *controller;
  VetoPlatform         *platform;

  if (company != NULL)
    {
      controller = veto_guide_set_find_controller (veto_guidance_get_set (guidance), company);
      return controller != NULL ? controller->name : company;
    }
  platform = veto_guidance_find (guidance, veto_case_get_platform (self));
  return platform != NULL ? veto_platform_get_name (platform) : veto_case_get_platform (self);
}

const char *
veto_case_get_account (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);
  return veto_case_get_row (self)->account;
}

gboolean
veto_case_is_own (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), FALSE);
  return veto_case_get_row (self)->is_own;
}

gboolean
veto_case_is_first (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), FALSE);
  return veto_case_get_row (self)->is_first;
}

gboolean
veto_case_is_for_child (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), FALSE);
  return veto_case_get_row (self)->guardian != NULL;
}

const char *
veto_case_get_guardian (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);
  return veto_case_get_row (self)->guardian;
}

char *
veto_case_dup_whose (VetoCase *self)
{
  const VetoStoreCase *row;
  const char          *name;
  g_autofree char     *person = NULL, *account = NULL;

  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  row = veto_case_get_row (self);
  account = veto_text_dup_isolated (row->label != NULL ? row->label : veto_case_get_login (self), NULL);
  if (row->is_own)
    return g_steal_pointer (&account);
  name = veto_case_get_value (self, "profile.name");
  /* Translators: whose account it is, where the name is not known: not that of the person in front of the program */
  person = veto_text_dup_isolated (name != NULL ? name : _ ("Somebody else"), NULL);
  return *account != '\0' ? g_strdup_printf ("%s · %s", person, account) : g_steal_pointer (&person);
}

char *
veto_case_dup_title (VetoCase *self)
{
  g_autofree char *whose = veto_case_dup_whose (self);
  g_autofree char *name = veto_text_dup_isolated (veto_case_get_name (self), NULL);

  if (veto_case_is_first (self) || *whose == '\0')
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s · %s", name, whose);
}

char *
veto_case_dup_place (VetoCase *self)
{
  const char *platform = veto_case_get_platform (self);

  return veto_case_is_first (self) ? g_strdup (platform)
                                   : g_strdup_printf ("%s#%s", platform, veto_case_get_account (self));
}

VetoLetterKind *
veto_case_find_letter_kind (VetoGuideSet *set, const char *goal, gboolean is_for_child)
{
  for (guint i = 0; i < veto_guide_set_get_n_letters (set); i++)
    {
      VetoLetterKind *kind = veto_guide_set_get_letter (set, i);

      if (veto_letter_kind_get_to (kind) == VETO_LETTER_TO_CONTROLLER
          && g_strcmp0 (veto_letter_kind_get_goal (kind), goal) == 0
          && (veto_letter_kind_find_field (kind, CHILD_FIELD) != NULL) == is_for_child)
        return kind;
    }
  return NULL;
}

/* Whether the letter that says the same as @guide is one that a parent signs */
static gboolean
is_guide_for_child (VetoGuideSet *set, const VetoGuide *guide)
{
  VetoLetterKind *kind = guide->letter != NULL ? veto_guide_set_find_letter (set, guide->letter) : NULL;

  return kind != NULL && veto_letter_kind_find_field (kind, CHILD_FIELD) != NULL;
}

const VetoGuide *
veto_case_propose_guide (VetoGuideSet *set, VetoPlatform *platform, const char *goal, gboolean is_for_child)
{
  guint            n_guides;
  const VetoGuide *guides;

  g_return_val_if_fail (VETO_IS_GUIDE_SET (set) && VETO_IS_PLATFORM (platform), NULL);

  guides = veto_platform_get_guides (platform, &n_guides);
  for (guint i = 0; is_for_child && i < n_guides; i++)
    if (g_strcmp0 (guides[i].goal, goal) == 0 && is_guide_for_child (set, &guides[i]))
      return &guides[i];
  return veto_platform_find_goal (platform, goal);
}

VetoLetterKind *
veto_case_find_letter (VetoCase *self)
{
  VetoGuideSet *set;

  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  set = veto_guidance_get_set (veto_case_get_guidance (self));
  return veto_case_find_letter_kind (set, veto_case_get_goal (self), veto_case_is_for_child (self));
}
