/* Where the keyboard goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-focus"

#include "veto-focus.h"

gboolean
veto_focus_first (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}
