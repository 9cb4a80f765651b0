/* What accounts are called in the window, and in the desktop's list of passwords.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account-words"

#include "veto-config.h"

#include "veto-account-words.h"

#include <glib/gi18n.h>

#include "veto-problem-label.h"
#include "veto-tell.h"

/* (nullable) */
static VetoObjection *
find_item (VetoServices *services, VetoAccount *account)
{
  return veto_objections_find (services->objections, veto_account_get_platform (account));
}

const char *
veto_account_words_get_place (VetoServices *services, VetoAccount *account)
{
  VetoObjection *item = find_item (services, account);

  return item != NULL ? veto_objection_get_name (item) : veto_account_get_platform (account);
}

const char *
veto_account_words_get_controller (VetoServices *services, VetoAccount *account)
{
  VetoPlatform *platform = veto_guidance_find (services->guidance, veto_account_get_platform (account));

  return platform != NULL ? veto_platform_get_controller (platform)
                          : veto_account_words_get_place (services, account);
}

/* (transfer none): without the login */
static const char *
get_label (VetoAccount *account)
{
  VetoPerson *person = veto_account_get_person (account);

  if (veto_account_get_label (account) != NULL)
    return veto_account_get_label (account);
  if (!veto_person_is_own (person) && veto_person_get_name (person) != NULL)
    return veto_person_get_name (person);
  /* Translators: whose account it is: "Facebook, mine" */
  return veto_person_is_own (person) ? C_ ("account", "mine") : _ ("Somebody else");
}

char *
veto_account_words_dup_which (VetoAccount *account)
{
  const char *login = veto_account_get_login (account);

  return login != NULL ? g_strdup_printf ("%s · %s", get_label (account), login)
                       : g_strdup (get_label (account));
}

char *
veto_account_words_dup_name (VetoServices *services, VetoAccount *account)
{
  /* Translators: a platform, and whose account it is: "Facebook, mine" */
  return g_strdup_printf (_ ("%s, %s"), veto_account_words_get_place (services, account),
                          get_label (account));
}

char *
veto_account_words_dup_secret_label (VetoServices *services, VetoAccount *account)
{
  g_autofree char *name = veto_account_words_dup_name (services, account);

  return g_strdup_printf ("%s: %s", VETO_APP_NAME, name);
}

void
veto_account_words_tell (GtkWidget *window, GtkWidget *problem, const GError *error)
{
  if (error->domain == VETO_ACCOUNT_ERROR || error->domain == VETO_SECRETS_ERROR)
    veto_problem_label_say (problem, error->message);
  else
    veto_tell_error (window, error);
}
