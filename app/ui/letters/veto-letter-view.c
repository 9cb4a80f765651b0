/* The PDF of a letter that was sent, in the program that shows PDFs here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-view"

#include "veto-config.h"

#include "veto-letter-view.h"

#include <glib/gi18n.h>

#include "veto-day.h"
#include "veto-letter-file.h"
#include "veto-tell.h"

/* Where it was asked for, and what is shown; the window may be closed meanwhile. */
typedef struct
{
  GWeakRef widget;
  char    *name;
  GBytes  *pdf;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->widget);
  g_free (job->name);
  g_bytes_unref (job->pdf);
  g_free (job);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  g_autoptr(GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || widget == NULL)
    return;
  g_debug ("no viewer: %s", error->message);
  veto_tell (widget, _ ("No program for PDF files could be opened here"),
             _ ("Save the PDF. You can then open it with a program of your choice, here or elsewhere."));
}

static void
put_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job             *job = data;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "veto", "sent", NULL);
  g_autoptr(GError) error = NULL;
  char *path =
    veto_letter_file_put_out (folder, job->name, job->pdf, g_get_real_time () / G_USEC_PER_SEC, &error);

  if (path == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, path, g_free);
}

static void
put_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error), *uri = NULL;
  GtkRoot         *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  if (root == NULL)
    return;
  if (path == NULL)
    {
      veto_tell (widget, _ ("The PDF could not be opened"), error->message);
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (result));
}

/* Returns: (transfer full): "Objection Example Ltd 2026-11-26.pdf" */
static char *
dup_name (VetoLetterWork *work)
{
  VetoSavedLetter *saved = veto_letter_work_get_saved (work);
  GDate            day;

  if (!veto_day_parse (veto_saved_letter_get_sent_day (saved), &day))
    veto_day_today (&day);
  return veto_letter_file_dup_name (veto_saved_letter_get_title (saved),
                                    veto_saved_letter_get_recipient (saved), &day, "pdf");
}

void
veto_letter_view_sent (GtkWidget *widget, VetoLetterWork *work)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  pdf = veto_letter_book_read_pdf (veto_letter_work_get_services (work)->letters,
                                   veto_letter_work_get_saved (work), &error);
  if (pdf == NULL)
    {
      veto_tell (widget, _ ("The PDF could not be opened"), error->message);
      return;
    }
  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->widget, widget);
  job->name = dup_name (work);
  job->pdf = g_steal_pointer (&pdf);
  task = g_task_new (NULL, NULL, put_out_cb, NULL);
  g_task_set_source_tag (task, veto_letter_view_sent);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, put_out_thread);
}
