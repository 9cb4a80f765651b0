/* A case as a folder for an authority.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier-save"

#include "veto-config.h"

#include "veto-dossier-save.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-dossier-bar.h"
#include "veto-dossier.h"
#include "veto-letter-languages.h"
#include "veto-recent.h"
#include "veto-tell.h"
#include "veto-text.h"
#include "veto-toasts.h"

typedef struct
{
  GWeakRef         parent; /* may be closed meanwhile */
  VetoServices    *services;
  VetoCase        *item;
  GtkNativeDialog *chooser; /* nullable */
  char            *folder;  /* that is made; NULL until it is known */
  GWeakRef         progress;
  GCancellable    *cancellable;
} Job;

static Job *
start_job (GtkWidget *parent, VetoServices *services, VetoCase *item)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->parent, parent);
  g_weak_ref_init (&job->progress, NULL);
  job->services = services;
  job->item = g_object_ref (item);
  job->cancellable = g_cancellable_new ();
  return job;
}

static gboolean
drop_cb (gpointer dialog)
{
  gtk_native_dialog_destroy (dialog);
  return G_SOURCE_REMOVE;
}

/* GTK is not through with the dialog while it tells what was answered. */
static void
free_job (Job *job)
{
  if (job->chooser != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, drop_cb, job->chooser, g_object_unref);
  g_weak_ref_clear (&job->parent);
  g_weak_ref_clear (&job->progress);
  g_object_unref (job->item);
  g_free (job->folder);
  g_object_unref (job->cancellable);
  g_free (job);
}

static void
open_folder (gpointer folder, GtkWidget *widget)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  GtkRoot         *root = gtk_widget_get_root (widget);

  if (uri != NULL && root != NULL)
    gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

static void
tell_saved (GtkWidget *parent, const char *folder)
{
  g_autofree char *shown = g_filename_display_basename (folder), *path = g_filename_display_name (folder);
  g_autofree char *isolated = veto_text_dup_isolated (shown, NULL);
  /* Translators: %s is the name of a folder */
  g_autofree char *text = g_strdup_printf (_ ("Saved: “%s”"), isolated);

  if (!veto_toasts_add_button (parent, text, _ ("Open the folder"), open_folder, g_strdup (folder), g_free))
    veto_tell (parent, text, path);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&job->parent);
  g_autoptr(GtkWindow) progress = g_weak_ref_get (&job->progress);
  gboolean fine = veto_dossier_write_finish (result, &error);

  if (progress != NULL)
    gtk_window_destroy (progress);
  if (parent != NULL && fine)
    tell_saved (parent, job->folder);
  else if (parent != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    veto_tell (parent, _ ("The file for the authority was not saved"), error->message);
  free_job (job);
}

static void
progress_cb (double fraction, gpointer data)
{
  Job *job = data;
  g_autoptr(GtkWidget) progress = g_weak_ref_get (&job->progress);

  if (progress != NULL)
    veto_dossier_bar_set_fraction (VETO_DOSSIER_BAR (progress), fraction);
}

static VetoLetterKind *
find_kind_cb (const char *kind, const char *language, gpointer guidance)
{
  return veto_letter_languages_dup_kind (guidance, kind, language);
}

VetoDossier *
veto_dossier_save_describe (VetoServices *services, VetoCase *item, GError **error)
{
  GDate today;

  g_return_val_if_fail (services != NULL && VETO_IS_CASE (item), NULL);

  veto_day_today (&today);
  return veto_dossier_new (item, veto_guidance_get_set (services->guidance), services->store,
                           services->letters, find_kind_cb, services->guidance, &today, error);
}

/* @job: (transfer full) */
static void
write_into (Job *job, const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&job->parent);
  VetoDossier *dossier;
  GtkWidget   *progress;

  if (parent == NULL || gtk_widget_get_root (parent) == NULL)
    {
      free_job (job);
      return;
    }
  dossier = veto_dossier_save_describe (job->services, job->item, &error);
  if (dossier == NULL)
    {
      veto_tell (parent, _ ("The file for the authority was not saved"),
                 _ ("The objection could not be read. Nothing was written; please try again."));
      free_job (job);
      return;
    }
  job->folder = veto_dossier_dup_folder (dossier, folder);
  progress = veto_dossier_bar_new (GTK_WINDOW (gtk_widget_get_root (parent)), job->cancellable);
  g_weak_ref_set (&job->progress, progress);
  gtk_window_present (GTK_WINDOW (progress));
  veto_dossier_write_async (dossier, job->folder, progress_cb, job, job->cancellable, written_cb, job);
}

void
veto_dossier_save_in (GtkWidget *parent, VetoServices *services, VetoCase *item, const char *folder)
{
  g_return_if_fail (GTK_IS_WIDGET (parent) && VETO_IS_CASE (item) && folder != NULL);

  write_into (start_job (parent, services, item), folder);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Job *job = data;
  g_autoptr(GFile) file =
               response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *folder = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&job->parent);

  gtk_native_dialog_hide (dialog);
  if (file != NULL)
    veto_recent_keep_out (file);
  if (folder != NULL)
    {
      write_into (job, folder);
      return;
    }
  if (file != NULL && parent != NULL)
    veto_tell (parent, _ ("The file for the authority was not saved"),
               _ ("Veto writes only to folders of this computer. Choose another folder."));
  free_job (job);
}

void
veto_dossier_save (GtkWidget *parent, VetoServices *services, VetoCase *item)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  GtkRoot    *root;
  Job        *job;

  g_return_if_fail (GTK_IS_WIDGET (parent) && VETO_IS_CASE (item));

  root = gtk_widget_get_root (parent);
  if (!GTK_IS_WINDOW (root))
    return;
  job = start_job (parent, services, item);
  job->chooser = GTK_NATIVE_DIALOG (
    gtk_file_chooser_native_new (_ ("Where the file for the authority goes"), GTK_WINDOW (root),
                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Save Here"), NULL));
  if (documents != NULL)
    {
      g_autoptr(GFile) folder = g_file_new_for_path (documents);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (job->chooser), folder, NULL);
    }
  gtk_native_dialog_set_modal (job->chooser, TRUE);
  g_signal_connect (job->chooser, "response", G_CALLBACK (response_cb), job);
  gtk_native_dialog_show (job->chooser);
}
