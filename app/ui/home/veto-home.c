/* What the parts of the overview do alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-home"

#include "veto-home.h"

#include "veto-text.h"

char *
veto_home_dup_title (VetoObjection *item)
{
  return veto_objection_dup_title (item);
}

const char *
veto_home_get_id (VetoObjection *item)
{
  return veto_objection_get_id (item);
}

void
veto_home_show_case (GtkWidget *widget, VetoCase *item)
{
  gtk_widget_activate_action (widget, "win.case", "s", veto_case_get_id (item));
}

void
veto_home_do_next (GtkWidget *widget, VetoObjection *item)
{
  VetoCase *known = veto_objection_get_case (item);

  if (known == NULL || !gtk_widget_activate_action (widget, "win.next", "s", veto_case_get_id (known)))
    gtk_widget_activate_action (widget, "win.walk", "(sss)", veto_home_get_id (item), "", "");
}

gboolean
veto_home_clear_list (GtkListBox *list)
{
  GtkRoot       *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget     *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean       had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list));
  GtkListBoxRow *row;

  if (had_focus)
    gtk_root_set_focus (root, NULL); /* GTK never lets go of a widget that has it */
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  return had_focus;
}
