/* A few things of which one is chosen, each with all of its words on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-radio-list"

#include "veto-radio-list.h"

#include "veto-focus.h"
#include "veto-wrap.h"

struct _VetoRadioList
{
  GtkWidget       parent_instance;
  GtkCheckButton *first;
  gboolean        is_silent;
};

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoRadioList, veto_radio_list, GTK_TYPE_WIDGET)

static const char *
get_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "veto-id");
}

static void
toggled_cb (GtkCheckButton *button, VetoRadioList *self)
{
  if (gtk_check_button_get_active (button) && !self->is_silent)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_id (GTK_WIDGET (button)));
}

static gboolean
veto_radio_list_grab_focus (GtkWidget *widget)
{
  VetoRadioList *self = VETO_RADIO_LIST (widget);

  return self->first != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

static void
veto_radio_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (veto_radio_list_parent_class)->dispose (object);
}

static void
veto_radio_list_class_init (VetoRadioListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_radio_list_dispose;
  veto_focus_set_lead (klass, veto_radio_list_grab_focus);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
veto_radio_list_init (VetoRadioList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

GtkWidget *
veto_radio_list_new (const char *label, const char *hint)
{
  GtkWidget *self = g_object_new (VETO_TYPE_RADIO_LIST, NULL);
  GtkWidget *title = veto_wrap_label_new (label, -1);
  GtkWidget *about = hint != NULL ? veto_wrap_label_new (hint, -1) : NULL;

  gtk_widget_add_css_class (title, "veto-small");
  gtk_widget_set_parent (title, self);
  if (about != NULL)
    {
      gtk_widget_add_css_class (about, "veto-small");
      gtk_widget_add_css_class (about, "dim-label");
      gtk_widget_set_parent (about, self);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

void
veto_radio_list_add (VetoRadioList *self, const char *id, const char *words)
{
  GtkWidget *button, *label;

  g_return_if_fail (VETO_IS_RADIO_LIST (self));

  button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                         NULL); /* GTK 4.8 calls it a check box */
  label = veto_wrap_label_new (words, -1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 8);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "veto-choice");
  g_object_set_data_full (G_OBJECT (button), "veto-id", g_strdup (id), g_free);
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (button);
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->first);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

void
veto_radio_list_select (VetoRadioList *self, const char *id)
{
  g_return_if_fail (VETO_IS_RADIO_LIST (self));

  self->is_silent = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child) && g_strcmp0 (get_id (child), id) == 0)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
  self->is_silent = FALSE;
}
