/* A letter as a file where the person wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-save"

#include "veto-config.h"

#include "veto-letter-save.h"

#include <glib/gi18n.h>

#include "veto-file.h"
#include "veto-recent.h"

typedef struct
{
  GtkNativeDialog *dialog;
  GBytes          *bytes;
  char            *path; /* NULL until it was chosen */
} Job;

static gboolean
drop_cb (gpointer dialog)
{
  gtk_native_dialog_destroy (dialog);
  return G_SOURCE_REMOVE;
}

/* GTK is not through with the dialog while it tells what was answered. */
static void
free_job (gpointer data)
{
  Job *self = data;

  g_idle_add_full (G_PRIORITY_DEFAULT, drop_cb, g_steal_pointer (&self->dialog), g_object_unref);
  g_bytes_unref (self->bytes);
  g_free (self->path);
  g_free (self);
}

static const char *
get_reason (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ ("There is no room left there. Make some, or choose another folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("You may not write there. Choose another folder.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return _ ("That folder is not there any more. Choose another one.");
  return _ ("The file could not be written there. Choose another folder.");
}

/* In a thread: a stick or a network folder takes its time. */
static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;

  if (veto_file_write_whole (job->path, job->bytes, &error))
    {
      g_task_return_pointer (task, g_path_get_basename (job->path), g_free);
      return;
    }
  g_debug ("not written: %d", error->code);
  g_task_return_new_error (task, G_IO_ERROR, error->code, "%s", get_reason (error));
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr(GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr(GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response != GTK_RESPONSE_ACCEPT)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
      return;
    }
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    veto_recent_keep_out (file);
  job->path = file != NULL ? g_file_get_path (file) : NULL;
  if (job->path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _ ("Veto writes only to folders of this computer. Choose another folder."));
  else
    g_task_run_in_thread (task, write_thread);
}

void
veto_letter_save_async (GtkWindow          *window,
                        const char         *title,
                        const char         *name,
                        GBytes             *bytes,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  GTask                *task = g_task_new (NULL, cancellable, callback, data);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  Job        *job = g_new0 (Job, 1);

  job->dialog = GTK_NATIVE_DIALOG (dialog);
  job->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, veto_letter_save_async);
  g_task_set_task_data (task, job, free_job);
  if (documents != NULL)
    {
      g_autoptr(GFile) folder = g_file_new_for_path (documents);
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (job->dialog, TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (job->dialog);
}

char *
veto_letter_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
