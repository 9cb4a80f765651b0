/* Lists of cards that say something: nothing happens when they are pressed, arrow keys lead a reader through them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-cards"

#include "veto-cards.h"

#include "veto-wrap.h"

GtkWidget *
veto_cards_heading_new (const char *text)
{
  GtkWidget *label = veto_wrap_heading_new (text);

  gtk_widget_set_margin_top (label, 24);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_widget_add_css_class (label, "veto-group");
  return label;
}

GtkWidget *
veto_cards_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

GtkWidget *
veto_cards_append (GtkWidget *list, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "veto-fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

GtkWidget *
veto_cards_append_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = veto_wrap_label_new (text, -1);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

void
veto_cards_append_note (GtkWidget *box, const char *text)
{
  gtk_widget_add_css_class (veto_cards_append_label (box, text, "veto-small"), "dim-label");
}

static void
move_switch_cb (GtkSwitch *button)
{
  if (gtk_widget_is_sensitive (GTK_WIDGET (button)))
    gtk_switch_set_active (button, !gtk_switch_get_active (button));
}

void
veto_cards_use_for_switch (GtkWidget *list, GtkWidget *button)
{
  gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0), TRUE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (move_switch_cb), button, G_CONNECT_SWAPPED);
}

GtkWidget *
veto_cards_arrow_new (void)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (arrow, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (arrow, "dim-label");
  return arrow;
}
