/* What may be chosen: looking for guidance, languages, reminders.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-preferences-page"

#include "veto-config.h"

#include "veto-preferences-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-cards.h"
#include "veto-focus.h"
#include "veto-news-desk.h"
#include "veto-radio-list.h"
#include "veto-remind-box.h"
#include "veto-settings.h"
#include "veto-wrap.h"

#define SYSTEM "system" /* among the ids of the radio list; the setting is empty then */

struct _VetoPreferencesPage
{
  GtkWidget      parent_instance;
  VetoServices  *services; /* the window's */
  GSettings     *settings; /* nullable */
  GtkWidget     *scroller;
  GtkBox        *box;
  VetoRadioList *look;     /* nullable: where there is nowhere to look */
  VetoRadioList *language; /* nullable, as the settings */
};

G_DEFINE_FINAL_TYPE (VetoPreferencesPage, veto_preferences_page, GTK_TYPE_WIDGET)

static void
append_note (VetoPreferencesPage *self, const char *words)
{
  GtkWidget *label = veto_wrap_label_new (words, -1);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 8);
  gtk_box_append (self->box, label);
}

static void
look_chosen_cb (VetoPreferencesPage *self, const char *id)
{
  veto_news_desk_set_daily (self->services->desk, g_str_equal (id, VETO_SETTINGS_LOOK_DAILY));
}

/* Also when it was answered on the overview. Before anything was chosen nothing is. */
static void
look_changed_cb (VetoPreferencesPage *self)
{
  g_autofree char *choice = g_settings_get_string (self->settings, VETO_SETTINGS_LOOK);

  if (self->look != NULL && !g_str_equal (choice, VETO_SETTINGS_LOOK_ASK))
    veto_radio_list_select (self->look, choice);
}

/* A switch that is the setting of @key. */
static void
append_switch (VetoPreferencesPage *self, const char *key, const char *title, const char *details)
{
  GtkWidget *list = veto_cards_list_new (title), *card = veto_cards_append (list, title);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
            *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
  veto_cards_append_label (words, title, "veto-value");
  veto_cards_append_note (words, details);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (card), row);
  veto_cards_use_for_switch (list, button);
  gtk_widget_set_margin_top (list, 12);
  gtk_box_append (self->box, list);
  g_settings_bind (self->settings, key, button, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
append_look (VetoPreferencesPage *self)
{
  gtk_box_append (self->box, veto_cards_heading_new (_ ("Looking for new guidance")));
  if (!veto_news_desk_has_feed (self->services->desk))
    {
      append_note (self, _ ("This Veto was made without a place to ask for newer guidance. Newer guidance "
                            "comes with a newer version "
                            "of Veto."));
      return;
    }
  self->look = VETO_RADIO_LIST (
    veto_radio_list_new (_ ("When may Veto look for new guidance?"),
                         _ ("Nothing that you enter is sent, not even your language. The server can see the "
                            "address of your computer, as every website can.")));
  veto_radio_list_add (self->look, VETO_SETTINGS_LOOK_DAILY, _ ("Once a day, while the window is open"));
  veto_radio_list_add (self->look, VETO_SETTINGS_LOOK_CLICK, _ ("Only when I click"));
  look_changed_cb (self);
  g_signal_connect_swapped (self->look, "chosen", G_CALLBACK (look_chosen_cb), self);
  g_signal_connect_object (self->settings, "changed::" VETO_SETTINGS_LOOK, G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->look));
  append_switch (self, VETO_SETTINGS_LOOK_METERED, _ ("Also on metered connections"),
                 _ ("For example on a mobile phone’s connection, where each byte may cost something. A look "
                    "that finds nothing new "
                    "takes a few kilobytes."));
}

static void
language_chosen_cb (VetoPreferencesPage *self, const char *id)
{
  if (!g_settings_set_string (self->settings, VETO_SETTINGS_LANGUAGE, g_str_equal (id, SYSTEM) ? "" : id))
    g_debug ("the setting cannot be written");
}

/* Each is called by its own name: who cannot read what is on the screen finds the way back. */
static void
append_language (VetoPreferencesPage *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, VETO_SETTINGS_LANGUAGE);

  gtk_box_append (self->box, veto_cards_heading_new (_ ("Language")));
  self->language = VETO_RADIO_LIST (veto_radio_list_new (_ ("Language of the window and of the steps"),
                                                         _ ("It counts when you close Veto and start it "
                                                            "again. Letters have a language of their own.")));
  veto_radio_list_add (self->language, SYSTEM, _ ("As the system"));
  veto_radio_list_add (self->language, "en", "English");
  veto_radio_list_add (self->language, "de", "Deutsch");
  veto_radio_list_select (self->language, *chosen != '\0' ? chosen : SYSTEM);
  g_signal_connect_swapped (self->language, "chosen", G_CALLBACK (language_chosen_cb), self);
  gtk_box_append (self->box, GTK_WIDGET (self->language));
}

static void
append_data (VetoPreferencesPage *self)
{
  GtkWidget *button = veto_wrap_button_new (_ ("Your data…"));

  gtk_box_append (self->box, veto_cards_heading_new (_ ("Your data")));
  gtk_box_append (self->box,
                  veto_wrap_label_new (_ ("Save a copy of everything, bring one back, or delete everything."),
                                       -1));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.data");
  gtk_box_append (self->box, button);
}

static void
build (VetoPreferencesPage *self)
{
  if (self->settings != NULL)
    {
      append_look (self);
      append_language (self);
      gtk_box_append (self->box, veto_cards_heading_new (_ ("Reminders")));
      gtk_box_append (self->box, veto_remind_box_new ());
    }
  else
    append_note (self,
                 _ ("Parts of Veto are missing, so there is nothing to choose here. Install it again."));
  append_data (self);
}

static gboolean
veto_preferences_page_grab_focus (GtkWidget *widget)
{
  return veto_focus_first (GTK_WIDGET (VETO_PREFERENCES_PAGE (widget)->box));
}

static void
veto_preferences_page_dispose (GObject *object)
{
  VetoPreferencesPage *self = VETO_PREFERENCES_PAGE (object);

  self->look = self->language = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (veto_preferences_page_parent_class)->dispose (object);
}

static void
veto_preferences_page_class_init (VetoPreferencesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_preferences_page_dispose;
  veto_focus_set_lead (klass, veto_preferences_page_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_preferences_page_init (VetoPreferencesPage *self)
{
  GtkWidget *clamp = adw_clamp_new (), *title = veto_wrap_heading_new (_ ("Preferences"));

  gtk_widget_add_css_class (title, "veto-title"); /* in large text the header bar has no room for it */
  gtk_widget_set_margin_top (title, 18);
  self->settings = veto_settings_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  gtk_box_append (self->box, title);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
veto_preferences_page_new (VetoServices *services)
{
  VetoPreferencesPage *self = g_object_new (VETO_TYPE_PREFERENCES_PAGE, NULL);

  self->services = services;
  build (self);
  return GTK_WIDGET (self);
}
