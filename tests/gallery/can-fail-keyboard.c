/* Made-up contents of a window with one fault each, for the keyboard and for screen readers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "can-fail-keyboard.h"

GtkWidget *
create_roleless (void)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_focusable (area, TRUE);
  gtk_widget_set_size_request (area, 50, 50);
  return area;
}

GtkWidget *
create_unheard (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Go"));
  return box;
}

GtkWidget *
create_stateless (void)
{
  GtkWidget *button = gtk_toggle_button_new_with_label ("On");

  gtk_accessible_reset_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED);
  return button;
}

GtkWidget *
create_unexplained (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Day", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return entry;
}

GtkWidget *
create_aimless_search (void)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search", -1);
  return entry;
}

static void
append_buttons (GtkWidget *box, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Number %u", i + 1);
      gtk_box_append (GTK_BOX (box), gtk_button_new_with_label (label));
    }
}

/* Moves the keyboard on from the second button to its neighbour: backwards for a trap, onwards to leave it out. */
static void
focus_changed_cb (GtkWindow *window, GParamSpec *property, GtkWidget *second)
{
  gboolean is_back = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (second), "is-back"));

  if (gtk_window_get_focus (window) == second)
    gtk_window_set_focus (window, is_back ? gtk_widget_get_prev_sibling (second)
                                          : gtk_widget_get_next_sibling (second));
}

static void
watch_focus_cb (GtkWidget *second)
{
  g_signal_connect_object (gtk_widget_get_root (second), "notify::focus-widget",
                           G_CALLBACK (focus_changed_cb), second, 0);
}

static GtkWidget *
create_three (gboolean is_back)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *second;

  append_buttons (box, 4);
  second = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (gtk_widget_get_first_child (box)));
  g_object_set_data (G_OBJECT (second), "is-back", GINT_TO_POINTER (is_back));
  g_signal_connect (second, "realize", G_CALLBACK (watch_focus_cb), NULL);
  return box;
}

GtkWidget *
create_trap (void)
{
  return create_three (TRUE);
}

GtkWidget *
create_left_out (void)
{
  return create_three (FALSE);
}

GtkWidget *
create_jump (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_buttons (left, 3);
  append_buttons (right, 1);
  gtk_widget_set_valign (right, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  return box;
}

#define TYPE_ONE_WAY (one_way_get_type ())
G_DECLARE_FINAL_TYPE (OneWay, one_way, ONE, WAY, GtkWidget)

struct _OneWay
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (OneWay, one_way, GTK_TYPE_WIDGET)

static gboolean
one_way_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_widget_get_first_child (widget));
}

static void
one_way_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (one_way_parent_class)->dispose (object);
}

static void
one_way_class_init (OneWayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = one_way_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = one_way_grab_focus; /* what veto_focus_set_lead() is for */
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
one_way_init (OneWay *self)
{
}

GtkWidget *
create_one_way (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *inner = g_object_new (TYPE_ONE_WAY, NULL);

  append_buttons (box, 1);
  gtk_widget_set_parent (gtk_button_new_with_label ("Inside"), inner);
  gtk_box_append (GTK_BOX (box), inner);
  return box;
}
