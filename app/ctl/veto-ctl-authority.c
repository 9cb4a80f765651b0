/* vetoctl authority: whom a person complains to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-competence.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-ctl-recipient.h"
#include "veto-day.h"

#define LANGUAGE_BETWEEN ", "

static void
set_place (JsonBuilder *builder, const char *member, const char *code, const char *name)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "code", code);
  veto_ctl_set_text (builder, "name", name);
  json_builder_end_object (builder);
}

static int
print_json (const VetoCompetence *found, const VetoController *controller, const char *language)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  set_place (builder, "country", found->country->code, found->country->name);
  if (found->region != NULL)
    set_place (builder, "region", found->region->code, found->region->name);
  else
    veto_ctl_set_text (builder, "region", NULL);
  veto_ctl_set_text (builder, "regime", found->country->regime->id);
  json_builder_set_member_name (builder, "authority");
  json_builder_begin_object (builder);
  veto_ctl_set_authority (builder, found->authority, language);
  json_builder_end_object (builder);
  veto_ctl_set_text (builder, "reason", found->reason);
  veto_ctl_set_text (builder, "age_remark", found->age_remark);
  veto_ctl_set_text (builder, "controller", controller != NULL ? controller->id : NULL);
  veto_ctl_set_text (builder, "lead_authority", found->lead != NULL ? found->lead->id : NULL);
  veto_ctl_set_text (builder, "lead_remark", found->lead_remark);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static int
print_text (const VetoCompetence *found)
{
  const VetoAuthority *authority = found->authority;
  g_autoptr(GString) page = g_string_new (NULL);
  g_autofree char *languages = g_strjoinv (LANGUAGE_BETWEEN, (char **) authority->languages);

  veto_ctl_page_add (page, 0, "", found->reason);
  veto_ctl_page_add_gap (page);
  /* Translators: %1$s is an id, which is typed in commands, %2$s a name */
  veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s"), authority->id, authority->name);
  veto_ctl_add_address (page, authority->address, authority->email, authority->phone, authority->website,
                        authority->form);
  veto_ctl_page_add_format (page, 2, "", _ ("Languages: %s"), languages);
  veto_ctl_page_add_gap (page);
  veto_ctl_page_add (page, 0, "", found->age_remark);
  veto_ctl_page_add (page, 0, "", authority->note);
  veto_ctl_page_add (page, 0, "", found->lead_remark);
  veto_ctl_add_record (page, 0, &authority->checked, authority->sources);
  return veto_ctl_print (page->str);
}

/* Which parts of a country somebody may name */
static void
say_regions (VetoGuideSet *set, const char *code)
{
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (set, &n_countries);

  for (guint i = 0; i < n_countries; i++)
    for (guint k = 0; g_ascii_strcasecmp (countries[i].code, code) == 0 && k < countries[i].n_regions; k++)
      veto_ctl_say ("--region %s: %s", countries[i].regions[k].code, countries[i].regions[k].name);
}

static int
run (const VetoCtl *ctl)
{
  const char *country = veto_ctl_get_setting (ctl, "--country"),
             *region = veto_ctl_get_setting (ctl, "--region"),
             *name = veto_ctl_get_setting (ctl, "--controller");
  const VetoController *controller = NULL;
  g_autoptr(VetoGuideSet) set = NULL;
  g_autoptr(VetoCompetence) found = NULL;
  g_autoptr(GError) error = NULL;
  GDate today;

  if (country == NULL)
    {
      veto_ctl_say (_ ("Say where you live: --country with two letters, such as --country IE."));
      return VETO_CTL_WRONG_USAGE;
    }
  set = veto_ctl_load_guidance (ctl);
  if (set == NULL || (name != NULL && (controller = veto_ctl_need_controller (set, name)) == NULL))
    return VETO_CTL_FAILED;

  veto_day_today (&today);
  found = veto_competence_find (set, country, region, controller, &today, &error);
  if (found != NULL)
    return ctl->json ? print_json (found, controller, veto_guide_set_get_language (set)) : print_text (found);
  veto_ctl_say ("%s", error->message);
  if (g_error_matches (error, VETO_COMPETENCE_ERROR, VETO_COMPETENCE_ERROR_OUTSIDE))
    return VETO_CTL_FAILED;
  say_regions (set, country);
  return VETO_CTL_WRONG_USAGE;
}

static const VetoCtlOption options[] = {
  { "--country", N_ ("CODE"), N_ ("Where you live, with two letters, such as DE.") },
  { "--region", N_ ("CODE"), N_ ("The part of the country, such as DE-NW, where parts have their own.") },
  { "--controller", N_ ("COMPANY"),
    N_ ("Whom you complain about: the id of a company or the name of a service.") },
  { NULL, NULL, NULL },
};

const VetoCtlCommand veto_ctl_authority = {
  .name = "authority",
  .arguments = "",
  .lists = TRUE,
  .options = options,
  .summary = N_ ("The authority that you can complain to."),
  .details = N_ (
    "With its address, its form on the web, and the reason why it is this one. With --controller, also which "
    "authority leads for that company in the EU. The id goes behind --to of “vetoctl letter”."),
  .run = run,
};
