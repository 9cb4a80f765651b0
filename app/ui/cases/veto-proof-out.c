/* Proof goes out: to the program that shows such files, or as a copy where the person wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof-out"

#include "veto-config.h"

#include "veto-proof-out.h"

#include <glib/gi18n.h>

#include "veto-lent-file.h"
#include "veto-letter-save.h"
#include "veto-tell.h"
#include "veto-toasts.h"
#include "veto-words.h"

/* Where it was asked for; the window may be closed meanwhile. */
typedef struct
{
  GWeakRef       widget;
  VetoProofList *list;
  VetoProof     *proof;
  GBytes        *bytes; /* NULL until they were read */
} Job;

static Job *
start_job (GtkWidget *widget, VetoProofList *list, VetoProof *proof)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->widget, widget);
  job->list = g_object_ref (list);
  job->proof = g_object_ref (proof);
  return job;
}

static void
free_job (Job *job)
{
  g_weak_ref_clear (&job->widget);
  g_object_unref (job->list);
  g_object_unref (job->proof);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

/* (transfer full) (nullable): the window, as long as it is there */
static GtkWindow *
get_window (Job *job)
{
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  return root != NULL ? g_object_ref (GTK_WINDOW (root)) : NULL;
}

static void
tell (Job *job, const char *heading, const char *body)
{
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);

  if (widget != NULL)
    veto_tell (widget, heading, body);
}

static gboolean
take_bytes (Job *job, GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  job->bytes = veto_proof_list_read_finish (job->list, result, &error);
  if (job->bytes != NULL)
    return TRUE;
  words = veto_words_dup_error (error);
  tell (job, _ ("Not opened"), words);
  return FALSE;
}

char *
veto_proof_out_dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "veto", "proof", NULL);
}

/* --- Opening --- */

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_debug ("not shown: %s", error->message);
  tell (job, _ ("Not opened"),
        _ ("There is no program here that shows this file. Choose “Save a copy…”, and open the copy "
           "elsewhere."));
}

static void
put_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job             *job = data;
  g_autofree char *folder = veto_proof_out_dup_folder ();
  g_autoptr(GError) error = NULL;
  char *path = veto_lent_file_put_out (folder, "proof-", veto_proof_get_name (job->proof), job->bytes,
                                       g_get_real_time () / G_USEC_PER_SEC, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
put_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GtkWindow) window = get_window (job);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri == NULL)
    {
      tell (job, _ ("Not opened"),
            _ ("There is no room for a copy that can be opened. Make some, and try again."));
      return;
    }
  if (window != NULL)
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_steal_pointer (&job));
}

static void
read_to_open_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GTask) task = NULL;

  if (!take_bytes (job, result))
    return;
  task = g_task_new (NULL, NULL, put_out_cb, job);
  g_task_set_task_data (task, g_steal_pointer (&job), NULL); /* which put_out_cb() frees */
  g_task_run_in_thread (task, put_out_thread);
}

void
veto_proof_out_open (GtkWidget *widget, VetoProofList *list, VetoProof *proof)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  veto_proof_list_read_async (list, proof, NULL, read_to_open_cb, start_job (widget, list, proof));
}

/* --- A copy --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = veto_letter_save_finish (result, &error);
  g_autofree char *words = NULL;

  if (widget == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      veto_tell (widget, _ ("Not saved"), error->message);
      return;
    }
  /* Translators: %s is the name of a file */
  words = g_strdup_printf (_ ("Saved as %s"), name);
  veto_toasts_add (widget, words);
}

static void
read_to_save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GtkWindow) window = get_window (job);

  if (!take_bytes (job, result) || window == NULL)
    return;
  veto_letter_save_async (window, _ ("Save a copy"), veto_proof_get_name (job->proof), job->bytes, NULL,
                          saved_cb, job);
  g_steal_pointer (&job);
}

void
veto_proof_out_save (GtkWidget *widget, VetoProofList *list, VetoProof *proof)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  veto_proof_list_read_async (list, proof, NULL, read_to_save_cb, start_job (widget, list, proof));
}
