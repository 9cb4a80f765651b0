/* A list that drops down, narrow enough for any window, and with a name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-drop-down"

#include "veto-drop-down.h"

#include "veto-wrap.h"

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, veto_wrap_label_new ("", 40));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

/* What has the keyboard is a button inside of it. GTK 4.8 leaves that without a name; 4.18 names it like the list, and the
 * list after what is chosen alone, before any name that it was given (gtkdropdown.ui of 4.18.6, read on 2026-11-26). */
static void
selected_cb (GtkDropDown *drop_down)
{
  GtkStringObject *string = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget       *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  const char      *name = g_object_get_data (G_OBJECT (drop_down), "veto-name");
  g_autofree char *words =
    g_strdup_printf ("%s: %s", name, string != NULL ? gtk_string_object_get_string (string) : "");

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkWidget *
veto_drop_down_new (const char *name)
{
  GtkWidget          *self = gtk_drop_down_new (NULL, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self), factory);
  g_object_unref (factory);
  g_object_set_data_full (G_OBJECT (self), "veto-name", g_strdup (name), g_free);
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (GTK_DROP_DOWN (self));
  return self;
}
