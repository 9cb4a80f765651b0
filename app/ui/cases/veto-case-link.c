/* A link from one page to another, as a card of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case-link"

#include "veto-case-link.h"

#include "veto-cards.h"

struct _VetoCaseLink
{
  GtkWidget   parent_instance;
  const char *title; /* as translated, so it stays */
  GtkWidget  *list;
  GtkWidget  *row;
  GtkLabel   *about;
};

G_DEFINE_FINAL_TYPE (VetoCaseLink, veto_case_link, GTK_TYPE_WIDGET)

static void
veto_case_link_dispose (GObject *object)
{
  g_clear_pointer (&VETO_CASE_LINK (object)->list, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_case_link_parent_class)->dispose (object);
}

static void
veto_case_link_class_init (VetoCaseLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_case_link_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_case_link_init (VetoCaseLink *self)
{
}

GtkWidget *
veto_case_link_new (const char *title, const char *action)
{
  VetoCaseLink *self = g_object_new (VETO_TYPE_CASE_LINK, NULL);
  GtkWidget    *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget    *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = title;
  self->list = veto_cards_list_new (title);
  self->row = gtk_list_box_row_new ();
  gtk_widget_add_css_class (box, "veto-fact");
  gtk_widget_set_hexpand (words, TRUE);
  veto_cards_append_label (words, title, "veto-value");
  self->about = GTK_LABEL (veto_cards_append_label (words, "", "veto-small"));
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), veto_cards_arrow_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->row), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->row), action);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
veto_case_link_show (VetoCaseLink *self, const char *about, const char *target)
{
  g_autofree char *words = NULL;

  g_return_if_fail (VETO_IS_CASE_LINK (self));

  words = *about != '\0' ? g_strdup_printf ("%s. %s", self->title, about) : g_strdup (self->title);
  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->row), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
