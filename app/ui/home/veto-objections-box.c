/* The overview's part with all objections, and the way to one more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-objections-box"

#include "veto-config.h"

#include "veto-objections-box.h"

#include <glib/gi18n.h>

#include "veto-after-frame.h"
#include "veto-cards.h"
#include "veto-focus.h"
#include "veto-objection-row.h"
#include "veto-wrap.h"

#define N_AT_FIRST 30 /* as many as most people will ever have */
#define N_A_FRAME 8

struct _VetoObjectionsBox
{
  GtkWidget          parent_instance;
  GListModel        *objections;
  GtkSliceListModel *shown;  /* the first of them */
  VetoObjections    *all;    /* the same as @objections */
  GtkWidget         *chosen; /* what the services that the person chose take together */
  GtkWidget         *box;
  GtkWidget         *list;
  GtkWidget         *all_button;
  gboolean           shows_all;
};

G_DEFINE_FINAL_TYPE (VetoObjectionsBox, veto_objections_box, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return veto_objection_row_new (item);
}

static void
row_activated_cb (VetoObjectionsBox *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.objection", "s",
                              veto_objection_row_get_platform (VETO_OBJECTION_ROW (row)));
}

static void
show_button (VetoObjectionsBox *self)
{
  guint            n_all = g_list_model_get_n_items (self->objections);
  g_autofree char *label = NULL;

  /* Translators: a button; %u is how many there are */
  label = g_strdup_printf (_ ("Show all %u objections"), n_all);
  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_widget_set_visible (self->all_button, !self->shows_all && n_all > N_AT_FIRST);
}

/* A few rows more with each frame, so that the window never stands still. */
static void
grow_cb (GtkWidget *widget)
{
  VetoObjectionsBox *self = VETO_OBJECTIONS_BOX (widget);
  guint              n_shown = gtk_slice_list_model_get_size (self->shown);

  if (!self->shows_all || n_shown >= g_list_model_get_n_items (self->objections))
    return;
  gtk_slice_list_model_set_size (self->shown, n_shown + N_A_FRAME);
  if (n_shown == N_AT_FIRST) /* the button is gone; the reader goes on where the rows are new */
    gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), N_AT_FIRST)));
  veto_after_frame (widget, grow_cb);
}

static void
show_all_cb (VetoObjectionsBox *self)
{
  self->shows_all = TRUE;
  grow_cb (GTK_WIDGET (self));
  show_button (self);
}

/* How long one's own list takes, so that nobody fears that it is for the whole day. */
static void
show_chosen (VetoObjectionsBox *self)
{
  guint            n_chosen, n_minutes = veto_objections_sum_minutes (self->all, &n_chosen);
  g_autofree char *words = NULL;

  /* Translators: the number of services that somebody chose, and the minutes that they all take */
  words = g_strdup_printf (ngettext ("You chose %u service: about %u minutes in all.",
                                     "You chose %u services: about %u minutes in all.", n_chosen),
                           n_chosen, n_minutes);
  gtk_label_set_text (GTK_LABEL (self->chosen), words);
  gtk_widget_set_visible (self->chosen, n_chosen > 0);
}

static void
items_changed_cb (VetoObjectionsBox *self)
{
  show_button (self);
  grow_cb (GTK_WIDGET (self));
}

static void
veto_objections_box_dispose (GObject *object)
{
  VetoObjectionsBox *self = VETO_OBJECTIONS_BOX (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->objections);

  G_OBJECT_CLASS (veto_objections_box_parent_class)->dispose (object);
}

static void
veto_objections_box_class_init (VetoObjectionsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_objections_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* A list of one row: it looks like the others, and the keyboard finds it in the same way. */
static GtkWidget *
create_add_list (void)
{
  GtkWidget *list = veto_cards_list_new (_ ("Add a service…"));
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = veto_wrap_label_new (_ ("Add a service…"), -1);

  gtk_widget_add_css_class (box, "veto-fact");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a service…"),
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.add-service");
  gtk_widget_set_margin_top (list, 12);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static void
veto_objections_box_init (VetoObjectionsBox *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = veto_cards_list_new (_ ("My objections"));
  self->all_button = veto_wrap_button_new ("");
  gtk_widget_set_margin_top (self->all_button, 12);
  gtk_widget_set_halign (self->all_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (self->box), veto_cards_heading_new (_ ("My objections")));
  self->chosen = veto_wrap_label_new ("", -1);
  gtk_widget_add_css_class (self->chosen, "dim-label");
  gtk_widget_set_margin_bottom (self->chosen, 8);
  gtk_box_append (GTK_BOX (self->box), self->chosen);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->all_button);
  gtk_box_append (GTK_BOX (self->box), create_add_list ());
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
veto_objections_box_new (VetoServices *services)
{
  VetoObjectionsBox *self = g_object_new (VETO_TYPE_OBJECTIONS_BOX, NULL);

  self->all = services->objections;
  self->objections = g_object_ref (G_LIST_MODEL (services->objections));
  self->shown = gtk_slice_list_model_new (g_object_ref (self->objections), 0, N_AT_FIRST);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->shown), create_row, NULL, NULL);
  show_button (self);
  show_chosen (self);
  g_signal_connect_object (self->objections, "changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->objections, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
veto_objections_box_focus (VetoObjectionsBox *self)
{
  g_return_val_if_fail (VETO_IS_OBJECTIONS_BOX (self), FALSE);
  return veto_focus_first (self->list);
}
