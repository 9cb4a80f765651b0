/* A button that changes its meaning when it is pressed must not be pressed twice by one double-click, or by a held key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-press-once"

#include "veto-press-once.h"

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  if (n_press > 1)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
presses_buttons (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter
         || keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space;
}

/* A key that is held comes again without having been released. Text that is being typed keeps its repeated spaces. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                guint                 *held)
{
  GtkWidget *area = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkRoot   *root = gtk_widget_get_root (area);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   again = *held == keycode;

  if (!presses_buttons (keyval) || GTK_IS_TEXT_VIEW (focus)
      || (GTK_IS_TEXT (focus) && (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)))
    return GDK_EVENT_PROPAGATE;

  *held = keycode;
  return again ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 guint                 *held)
{
  if (*held == keycode)
    *held = 0;
}

static void
free_held (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
veto_press_once (GtkWidget *button, GtkWidget *area)
{
  GtkGesture         *clicks = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  guint              *held = g_new0 (guint, 1); /* the key that is down, by its place on the keyboard */

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (clicks), GTK_PHASE_CAPTURE);
  g_signal_connect (clicks, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (clicks));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_pressed_cb), held, free_held, 0);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), held);
  gtk_widget_add_controller (area, keys);
}
