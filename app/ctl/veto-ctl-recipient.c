/* Whom a person means: a company, an authority, or an address; and how they are shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-recipient.h"

#include <glib/gi18n.h>
#include <string.h>

#include "veto-competence.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-day.h"
#include "veto-text.h"

#define INDENT 2

static gboolean
is_called (const VetoController *controller, const char *folded)
{
  if (g_str_equal (controller->id, folded))
    return TRUE;
  for (guint i = 0; controller->services[i] != NULL; i++)
    {
      g_autofree char *service = veto_text_dup_folded (controller->services[i]);
      if (g_str_equal (service, folded))
        return TRUE;
    }
  return FALSE;
}

const VetoController *
veto_ctl_find_controller (VetoGuideSet *set, const char *name)
{
  g_autofree char      *valid = g_utf8_make_valid (name, -1);
  g_autofree char      *folded = veto_text_dup_folded (valid);
  guint                 n_controllers;
  const VetoController *controllers = veto_guide_set_get_controllers (set, &n_controllers);

  for (guint i = 0; i < n_controllers; i++)
    if (is_called (&controllers[i], folded))
      return &controllers[i];
  return NULL;
}

const VetoController *
veto_ctl_need_controller (VetoGuideSet *set, const char *name)
{
  const VetoController *controller = veto_ctl_find_controller (set, name);
  g_autofree char      *valid = g_utf8_make_valid (name, -1);

  if (controller == NULL)
    veto_ctl_say (_ ("The guidance knows no company or service “%s”. “vetoctl recipients” shows all."),
                  valid);
  return controller;
}

static void
warn_of_age (const GDate *as_of)
{
  GDate            today;
  g_autofree char *remark = NULL;

  veto_day_today (&today);
  remark = veto_address_dup_age_remark (as_of, &today);
  if (remark != NULL)
    veto_ctl_say ("%s", remark);
}

VetoRecipient *
veto_ctl_make_recipient (VetoGuideSet *set, const char *text, VetoLetterTo to)
{
  const VetoController *controller = veto_ctl_find_controller (set, text);
  const VetoAuthority  *authority = veto_guide_set_find_authority (set, text);
  g_autoptr(GError) error = NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  VetoRecipient   *recipient;

  if (controller != NULL && to == VETO_LETTER_TO_AUTHORITY)
    {
      veto_ctl_say (_ ("This letter goes to an authority, and “%s” is a company. Give the company with "
                       "--controller; “vetoctl "
                       "authority” finds the authority."),
                    controller->name);
      return NULL;
    }
  if (authority != NULL && controller == NULL && to == VETO_LETTER_TO_CONTROLLER)
    {
      veto_ctl_say (_ ("This letter goes to a company, and “%s” is an authority. “vetoctl recipients” shows "
                       "companies."),
                    authority->name);
      return NULL;
    }
  if (controller != NULL)
    {
      if (controller->address[0] != NULL)
        warn_of_age (&controller->checked);
      return veto_recipient_new_for_controller (controller);
    }
  if (authority != NULL)
    {
      warn_of_age (&authority->checked);
      return veto_recipient_new_for_authority (authority);
    }
  if (strchr (text, '\n') == NULL)
    {
      veto_ctl_say (_ ("The guidance knows no company, service or authority “%s”; see “vetoctl recipients”. "
                       "Or write "
                       "name and address, each part on a line of its own."),
                    valid);
      return NULL;
    }
  recipient = veto_recipient_new_typed (text, &error);
  if (recipient == NULL)
    veto_ctl_say ("--to: %s", error->message);
  return recipient;
}

static void
set_record (JsonBuilder *builder, const GDate *as_of, const VetoSource *const *sources, const char *record)
{
  veto_ctl_set_day (builder, "as_of", as_of);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; sources[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      veto_ctl_set_source (builder, sources[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  veto_ctl_set_text (builder, "record", record);
}

void
veto_ctl_set_authority (JsonBuilder *builder, const VetoAuthority *authority, const char *language)
{
  veto_ctl_set_text (builder, "id", authority->id);
  veto_ctl_set_text (builder, "name", authority->name);
  veto_ctl_set_text (builder, "title", veto_authority_get_title (authority, language));
  veto_ctl_set_text (builder, "country", authority->country->code);
  veto_ctl_set_text (builder, "region", authority->region != NULL ? authority->region->code : NULL);
  veto_ctl_set_texts (builder, "address", authority->address);
  veto_ctl_set_text (builder, "email", authority->email);
  veto_ctl_set_text (builder, "phone", authority->phone);
  veto_ctl_set_text (builder, "website", authority->website);
  veto_ctl_set_text (builder, "form", authority->form);
  veto_ctl_set_texts (builder, "languages", authority->languages);
  veto_ctl_set_text (builder, "note", authority->note);
  set_record (builder, &authority->checked, authority->sources, authority->record);
}

void
veto_ctl_set_controller (JsonBuilder *builder, const VetoController *controller)
{
  veto_ctl_set_text (builder, "id", controller->id);
  veto_ctl_set_text (builder, "name", controller->name);
  veto_ctl_set_texts (builder, "services", controller->services);
  veto_ctl_set_text (builder, "country", controller->country != NULL ? controller->country->code : NULL);
  veto_ctl_set_texts (builder, "address", controller->address);
  veto_ctl_set_text (builder, "email", controller->email);
  veto_ctl_set_text (builder, "form", controller->form);
  veto_ctl_set_text (builder, "lead_authority", controller->lead != NULL ? controller->lead->id : NULL);
  veto_ctl_set_text (builder, "note", controller->note);
  set_record (builder, &controller->checked, controller->sources, controller->record);
}

void
veto_ctl_add_address (GString           *page,
                      const char *const *lines,
                      const char        *email,
                      const char        *phone,
                      const char        *website,
                      const char        *form)
{
  for (guint i = 0; lines[i] != NULL; i++)
    veto_ctl_page_add (page, INDENT, "", lines[i]);
  if (email != NULL)
    veto_ctl_page_add_format (page, INDENT, "", _ ("E-mail: %s"), email);
  if (phone != NULL)
    veto_ctl_page_add_format (page, INDENT, "", _ ("Telephone: %s"), phone);
  if (form != NULL)
    veto_ctl_page_add_format (page, INDENT, "", _ ("Form on the web: %s"), form);
  if (website != NULL)
    veto_ctl_page_add_format (page, INDENT, "", _ ("Web page: %s"), website);
}

void
veto_ctl_add_record (GString *page, guint indent, const GDate *as_of, const VetoSource *const *sources)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *day = g_date_valid (as_of) ? veto_day_dup_display (as_of) : NULL;

  for (guint i = 0; sources[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", sources[i]->publisher);
  if (day != NULL)
    /* Translators: %1$s is a day, %2$s a list of publishers */
    veto_ctl_page_add_format (page, indent, "", _ ("As of %1$s. Source: %2$s."), day, names->str);
  else
    veto_ctl_page_add_format (page, indent, "", _ ("Source: %s."), names->str);
}
