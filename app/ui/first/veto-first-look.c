/* The introduction's question whether Veto may look for new guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-first-look"

#include "veto-first-look.h"

#include <glib/gi18n.h>

#include "veto-news-desk.h"
#include "veto-radio-list.h"
#include "veto-settings.h"

struct _VetoFirstLook
{
  VetoFirstPage parent_instance;
  VetoServices *services; /* the application's */
  gboolean      is_daily; /* what was chosen; means nothing before the page is complete */
};

G_DEFINE_FINAL_TYPE (VetoFirstLook, veto_first_look, VETO_TYPE_FIRST_PAGE)

static void
chosen_cb (VetoFirstLook *self, const char *id)
{
  self->is_daily = g_str_equal (id, VETO_SETTINGS_LOOK_DAILY);
  veto_first_page_set_complete (VETO_FIRST_PAGE (self), TRUE);
}

static gboolean
veto_first_look_apply (VetoFirstPage *page, GError **error)
{
  VetoFirstLook *self = VETO_FIRST_LOOK (page);

  veto_news_desk_set_daily (self->services->desk, self->is_daily);
  return TRUE;
}

static void
veto_first_look_class_init (VetoFirstLookClass *klass)
{
  VETO_FIRST_PAGE_CLASS (klass)->apply = veto_first_look_apply;
}

static void
veto_first_look_init (VetoFirstLook *self)
{
  veto_first_page_set_words (VETO_FIRST_PAGE (self), _ ("May Veto look for new guidance once a day?"),
                             _ ("Web sites change, and the steps with them. Veto then asks its publishers’ "
                                "server while its "
                                "window is open. Nothing about you is sent: only the request, without an id "
                                "and without your language. You can change this in the preferences."));
  veto_first_page_set_missing (VETO_FIRST_PAGE (self), _ ("Choose one of the two, or press “Skip”."));
}

GtkWidget *
veto_first_look_new (VetoServices *services)
{
  VetoFirstLook *self = g_object_new (VETO_TYPE_FIRST_LOOK, NULL);
  GtkWidget     *list = veto_radio_list_new (_ ("When may Veto look for new guidance?"), NULL);

  self->services = services;
  veto_radio_list_add (VETO_RADIO_LIST (list), VETO_SETTINGS_LOOK_DAILY,
                       _ ("Once a day, while the window is open"));
  veto_radio_list_add (VETO_RADIO_LIST (list), VETO_SETTINGS_LOOK_CLICK, _ ("Only when I click"));
  if (!veto_news_desk_has_to_ask (services->desk))
    {
      const char *id = veto_news_desk_is_daily (services->desk) ? VETO_SETTINGS_LOOK_DAILY
                                                                : VETO_SETTINGS_LOOK_CLICK;

      veto_radio_list_select (VETO_RADIO_LIST (list), id);
      chosen_cb (self, id);
    }
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (veto_first_page_get_box (VETO_FIRST_PAGE (self)), list);
  return GTK_WIDGET (self);
}
