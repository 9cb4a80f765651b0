/* Something that must be read: what could not be done, or where something is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-tell"

#include "veto-tell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-message-page.h"
#include "veto-words.h"
#include "veto-wrap.h"

static void
close_on_escape (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);
}

/* No AdwMessageDialog: it cannot break a long path, and GTK 4.18 warns of what it measures. */
void
veto_tell (GtkWidget *widget, const char *heading, const char *body)
{
  GtkRoot   *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *dialog, *box, *page, *button;

  if (root == NULL)
    return;
  button = veto_wrap_button_new (_ ("Close"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  page = veto_message_page_new ("dialog-information-symbolic", heading, body, button);
  gtk_widget_set_vexpand (page, TRUE);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);

  dialog = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 460, 420);
  gtk_window_set_default_widget (GTK_WINDOW (dialog), button);
  close_on_escape (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (page);
}

void
veto_tell_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *text = veto_words_dup_error (error);
  veto_tell (widget, _ ("Not saved"), text);
}
