/* The small menu of pages that take the window's whole room: F10 opens it, as the main menu elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-help-menu"

#include "veto-config.h"

#include "veto-help-menu.h"

#include <glib/gi18n.h>

#include "veto-menu-name.h"

GtkWidget *
veto_help_menu_new (const char *topic)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuItem) help = g_menu_item_new (_ ("_Help"), NULL);
  g_autoptr(GMenuItem) search = g_menu_item_new (_ ("_Search…"), "win.search");

  g_return_val_if_fail (topic != NULL, button);

  g_menu_item_set_action_and_target (help, "win.help", "s", topic);
  g_menu_item_set_attribute (search, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, search);
  g_menu_append_item (menu, help);
  g_menu_append (menu, _ ("_Keyboard Shortcuts"), "win.shortcuts");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("More"));
  veto_menu_name_from_tooltip (GTK_MENU_BUTTON (button));
  return button;
}
