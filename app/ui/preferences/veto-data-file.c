/* The dialog that asks for the file of a copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-data-file"

#include "veto-config.h"

#include "veto-data-file.h"

#include <glib/gi18n.h>

#include "veto-recent.h"
#include "veto-tell.h"

typedef struct
{
  GWeakRef         page; /* the window may be closed meanwhile */
  VetoDataFileFunc func;
} Choice;

static gboolean
drop_cb (gpointer dialog)
{
  gtk_native_dialog_destroy (dialog);
  return G_SOURCE_REMOVE;
}

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *self = data;

  g_weak_ref_clear (&self->page);
  g_free (self);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Choice *self)
{
  g_autoptr(VetoDataPage) page = g_weak_ref_get (&self->page);
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;
  VetoDataFileFunc func = self->func;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  /* GTK is not through with the dialog while it tells what was answered. */
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_cb, dialog, g_object_unref);
  if (file == NULL || page == NULL)
    return;
  veto_recent_keep_out (file);
  path = g_file_get_path (file);
  if (path != NULL)
    func (page, path);
  else
    veto_tell (GTK_WIDGET (page), _ ("Not on this computer"),
               _ ("Veto only uses folders of this computer. Choose another folder."));
}

void
veto_data_file_choose (VetoDataPage    *page,
                       const char      *title,
                       const char      *accept,
                       const char      *name,
                       VetoDataFileFunc func)
{
  GtkRoot              *root = gtk_widget_get_root (GTK_WIDGET (page));
  const char           *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  GtkFileChooserNative *dialog;
  Choice               *choice;

  if (root == NULL)
    return;
  dialog =
    gtk_file_chooser_native_new (title, GTK_WINDOW (root),
                                 name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                 accept, NULL);
  choice = g_new0 (Choice, 1);
  g_weak_ref_init (&choice->page, page);
  choice->func = func;
  if (documents != NULL)
    {
      g_autoptr(GFile) folder = g_file_new_for_path (documents);
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), choice, free_choice, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
