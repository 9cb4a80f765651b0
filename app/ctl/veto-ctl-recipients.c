/* vetoctl recipients: the companies that a letter can go to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-competence.h"
#include "veto-controller-list.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-ctl-recipient.h"
#include "veto-day.h"

static int
print_json (GListModel *list, const char *language)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_set_text (builder, "language", language);
  json_builder_set_member_name (builder, "recipients");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(VetoControllerItem) item = g_list_model_get_item (list, i);

      json_builder_begin_object (builder);
      veto_ctl_set_controller (builder, veto_controller_item_get_controller (item));
      veto_ctl_set_flag (builder, "has_guide", veto_controller_item_has_guide (item));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static void
add_controller (GString *page, VetoControllerItem *item, const GDate *today)
{
  const VetoController *controller = veto_controller_item_get_controller (item);
  g_autofree char      *age = NULL;

  veto_ctl_page_add_gap (page);
  veto_ctl_page_add_format (page, 0, "", _ ("%1$s: %2$s"), controller->id,
                            veto_controller_item_get_services (item));
  veto_ctl_page_add (page, 2, "", controller->name);
  veto_ctl_add_address (page, controller->address, controller->email, NULL, NULL, controller->form);
  if (controller->address[0] != NULL)
    age = veto_address_dup_age_remark (&controller->checked, today);
  else
    age = g_strdup (_ ("No postal address is known."));
  veto_ctl_page_add (page, 2, "", age);
  veto_ctl_page_add (page, 2, "", controller->note);
  veto_ctl_add_record (page, 2, &controller->checked, controller->sources);
}

static int
print_text (GListModel *list)
{
  g_autoptr(GString) page = g_string_new (NULL);
  GDate today;

  veto_day_today (&today);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(VetoControllerItem) item = g_list_model_get_item (list, i);
      add_controller (page, item, &today);
    }
  if (page->len == 0)
    veto_ctl_page_add (page, 0, "",
                       _ ("The guidance knows no such company. You can write to any address: “vetoctl letter "
                          "--help”."));
  return veto_ctl_print (page->str);
}

static int
run (const VetoCtl *ctl)
{
  g_autoptr(VetoGuideSet) set = veto_ctl_load_guidance (ctl);
  g_autoptr(VetoControllerList) list = NULL;
  g_autofree char *text = NULL;

  if (set == NULL)
    return VETO_CTL_FAILED;
  list = veto_controller_list_new (set);
  if (ctl->arguments->len > 0)
    text = g_utf8_make_valid (ctl->arguments->pdata[0], -1);
  veto_controller_list_search (list, text);
  return ctl->json ? print_json (G_LIST_MODEL (list), veto_guide_set_get_language (set))
                   : print_text (G_LIST_MODEL (list));
}

const VetoCtlCommand veto_ctl_recipients = {
  .name = "recipients",
  .arguments = N_ ("[NAME]"),
  .n_max = 1,
  .lists = TRUE,
  .summary = N_ ("The companies that a letter can go to."),
  .details = N_ (
    "Each with its services, its address and the day it is as of. With NAME, only those in which a service "
    "or the company is called so. The id goes behind --to of “vetoctl letter”."),
  .run = run,
};
