/* Something that must be read: what could not be done, or where something is now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-tell"

#include "veto-tell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-words.h"
#include "veto-wrap.h"

void
veto_tell (GtkWidget *widget, const char *heading, const char *body)
{
  GtkRoot   *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *dialog, *label;

  if (root == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, NULL);
  /* The dialog's own label for it cannot break a path. */
  label = veto_wrap_label_new (body, 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), label);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
veto_tell_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *text = veto_words_dup_error (error);
  veto_tell (widget, _ ("Not saved"), text);
}
