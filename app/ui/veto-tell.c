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
static GtkWidget *
create_dialog (GtkRoot *root, const char *icon, const char *heading, const char *body, GtkWidget *buttons)
{
  GtkWidget *dialog = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = veto_message_page_new (icon, heading, body, buttons);

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 460, 420);
  close_on_escape (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (page); /* is read out */
  return dialog;
}

static GtkWidget *
create_close_button (const char *words)
{
  GtkWidget *button = veto_wrap_button_new (words);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  return button;
}

void
veto_tell (GtkWidget *widget, const char *heading, const char *body)
{
  GtkRoot   *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *dialog, *button;

  if (root == NULL)
    return;
  button = create_close_button (_ ("Close"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  dialog = create_dialog (root, "dialog-information-symbolic", heading, body, button);
  gtk_window_set_default_widget (GTK_WINDOW (dialog), button);
}

typedef struct
{
  VetoAskFunc    func;
  gpointer       data;
  GDestroyNotify free_data;
  GtkWindow     *dialog;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *self = data;

  self->free_data (self->data);
  g_free (self);
}

/* The window goes first: what is done may take the one behind it apart. The button keeps the question alive until then. */
static void
yes_cb (GtkWidget *button, Question *self)
{
  g_autoptr(GtkWidget) kept = g_object_ref (button);

  gtk_window_destroy (self->dialog);
  self->func (self->data);
}

void
veto_ask (GtkWidget     *widget,
          const char    *heading,
          const char    *body,
          const char    *yes,
          gboolean       destroys,
          VetoAskFunc    func,
          gpointer       data,
          GDestroyNotify free_data)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *buttons, *yes_button, *no_button, *dialog;
  Question  *question;

  if (root == NULL)
    {
      free_data (data);
      return;
    }
  question = g_new0 (Question, 1);
  *question = (Question){ func, data, free_data, NULL };
  buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  yes_button = veto_wrap_button_new (yes);
  no_button = create_close_button (_ ("Cancel"));
  gtk_widget_add_css_class (yes_button, destroys ? "destructive-action" : "suggested-action");
  g_signal_connect_data (yes_button, "clicked", G_CALLBACK (yes_cb), question, free_question, 0);
  gtk_box_append (GTK_BOX (buttons), yes_button);
  gtk_box_append (GTK_BOX (buttons), no_button);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  dialog = create_dialog (root, destroys ? "dialog-warning-symbolic" : "dialog-question-symbolic", heading,
                          body, buttons);
  question->dialog = GTK_WINDOW (dialog);
  gtk_window_set_default_widget (GTK_WINDOW (dialog), destroys ? no_button : yes_button);
}

void
veto_tell_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *text = veto_words_dup_error (error);
  veto_tell (widget, _ ("Not saved"), text);
}
