/* The name of a menu button, for people who do not see its icon.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-menu-name"

#include "veto-menu-name.h"

void
veto_menu_name_from_tooltip (GtkMenuButton *button)
{
  const char *name = gtk_widget_get_tooltip_text (GTK_WIDGET (button));
  GtkWidget  *inner = gtk_widget_get_first_child (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
