/* Where the keyboard goes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-focus"

#include "veto-focus.h"

static G_DEFINE_QUARK (veto-focus-lead-quark, get_lead); /* of a type: its VetoFocusLead */
static G_DEFINE_QUARK (veto-focus-moving-quark, get_moving); /* of a widget: GTK moves the keyboard in it just now */

gboolean
veto_focus_first (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static gboolean
lead_in (GtkWidget *widget)
{
  VetoFocusLead lead = (VetoFocusLead) g_type_get_qdata (G_OBJECT_TYPE (widget), get_lead_quark ());

  return g_object_get_qdata (G_OBJECT (widget), get_moving_quark ()) == NULL && lead (widget);
}

static gboolean
move_within (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidgetClass *parent = g_type_class_peek (g_type_parent (G_OBJECT_TYPE (widget)));
  gboolean        is_moved;

  g_object_set_qdata (G_OBJECT (widget), get_moving_quark (), widget);
  is_moved = parent->focus (widget, direction);
  g_object_set_qdata (G_OBJECT (widget), get_moving_quark (), NULL);
  return is_moved;
}

void
veto_focus_set_lead (gpointer klass, VetoFocusLead lead)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_return_if_fail (lead != NULL);

  g_type_set_qdata (G_TYPE_FROM_CLASS (klass), get_lead_quark (), (gpointer) lead);
  widget_class->grab_focus = lead_in;
  widget_class->focus = move_within;
}
