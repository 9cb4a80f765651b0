/* One thing to say on a whole page: a symbol, a heading, some sentences, perhaps buttons. AdwStatusPage does not grow with
 * the reader's text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-message-page"

#include "veto-message-page.h"

#include <adwaita.h>

#include "veto-wrap.h"

struct _VetoMessagePage
{
  GtkWidget  parent_instance;
  GtkWidget *scroller;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (VetoMessagePage, veto_message_page, GTK_TYPE_WIDGET)

static void
veto_message_page_dispose (GObject *object)
{
  g_clear_pointer (&VETO_MESSAGE_PAGE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (veto_message_page_parent_class)->dispose (object);
}

static void
veto_message_page_class_init (VetoMessagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = veto_message_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "veto-message");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
veto_message_page_init (VetoMessagePage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
append_centred (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = veto_wrap_label_new (text, 50);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
veto_message_page_new (const char *icon, const char *title, const char *text, GtkWidget *child)
{
  VetoMessagePage *self = g_object_new (VETO_TYPE_MESSAGE_PAGE, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget       *clamp = adw_clamp_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "pixel-size", 64, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, "veto-message-icon");
  gtk_box_append (GTK_BOX (box), image);
  append_centred (box, title, "veto-hero");
  append_centred (box, text, NULL);
  if (child != NULL)
    gtk_box_append (GTK_BOX (box), child);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "veto-message-box");
  self->box = box;

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

void
veto_message_page_set_picture (VetoMessagePage *self, GtkWidget *picture)
{
  g_return_if_fail (VETO_IS_MESSAGE_PAGE (self));

  gtk_box_remove (GTK_BOX (self->box), gtk_widget_get_first_child (self->box));
  gtk_box_prepend (GTK_BOX (self->box), picture);
}
