/* The switch for reminders while the window is closed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-remind-box"

#include "veto-config.h"

#include "veto-remind-box.h"

#include <glib/gi18n.h>

#include "veto-background.h"
#include "veto-cards.h"
#include "veto-problem-label.h"
#include "veto-settings.h"

#define PATIENCE_MS 120000 /* the desktop may ask the person */

struct _VetoRemindBox
{
  GtkWidget     parent_instance;
  GSettings    *settings; /* nullable */
  GCancellable *cancellable;
  GtkWidget    *list;
  GtkSwitch    *button;
  GtkWidget    *problem;   /* why it is not on, as long as it is not */
  gboolean      is_silent; /* the switch is moved by us */
};

G_DEFINE_FINAL_TYPE (VetoRemindBox, veto_remind_box, GTK_TYPE_WIDGET)

static void
move_switch (VetoRemindBox *self, gboolean on)
{
  self->is_silent = TRUE;
  gtk_switch_set_active (self->button, on);
  gtk_switch_set_state (self->button, on);
  self->is_silent = FALSE;
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoRemindBox) self = data;
  g_autoptr(GError) error = NULL;
  gboolean is_set = veto_background_set_finish (result, &error);
  gboolean on;

  if (self->list == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  on = is_set && gtk_switch_get_active (self->button);
  if (!g_settings_set_boolean (self->settings, VETO_SETTINGS_REMINDERS, on))
    g_debug ("the setting cannot be written");
  move_switch (self, on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->button)); /* it could not keep the keyboard meanwhile */
  veto_problem_label_say (self->problem, error != NULL ? error->message : NULL);
}

static gboolean
state_set_cb (VetoRemindBox *self, gboolean on)
{
  if (self->is_silent)
    return FALSE;
  veto_problem_label_say (self->problem, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  veto_background_set_async (on, PATIENCE_MS, self->cancellable, set_cb, g_object_ref (self));
  return TRUE; /* it is on when it is on */
}

static void
veto_remind_box_dispose (GObject *object)
{
  VetoRemindBox *self = VETO_REMIND_BOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (veto_remind_box_parent_class)->dispose (object);
}

static void
veto_remind_box_finalize (GObject *object)
{
  g_object_unref (VETO_REMIND_BOX (object)->cancellable);

  G_OBJECT_CLASS (veto_remind_box_parent_class)->finalize (object);
}

static void
veto_remind_box_class_init (VetoRemindBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_remind_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = veto_remind_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
veto_remind_box_init (VetoRemindBox *self)
{
  const char *title = _ ("Remind me when the window is closed");
  const char *details = _ ("Veto looks when you log in and each morning, and tells you when a date is due.");
  GtkWidget  *card, *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget  *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->cancellable = g_cancellable_new ();
  self->settings = veto_settings_new ();
  self->list = veto_cards_list_new (title);
  self->button = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);

  card = veto_cards_append (self->list, title);
  veto_cards_append_label (words, title, "veto-value");
  veto_cards_append_note (words, details);
  self->problem = veto_problem_label_new (-1);
  gtk_box_append (GTK_BOX (words), self->problem);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (card), row);
  veto_cards_use_for_switch (self->list, GTK_WIDGET (self->button));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  gtk_widget_set_visible (self->list, self->settings != NULL);
  if (self->settings != NULL)
    move_switch (self, g_settings_get_boolean (self->settings, VETO_SETTINGS_REMINDERS));
  g_signal_connect_swapped (self->button, "state-set", G_CALLBACK (state_set_cb), self);
}

GtkWidget *
veto_remind_box_new (void)
{
  return g_object_new (VETO_TYPE_REMIND_BOX, NULL);
}
