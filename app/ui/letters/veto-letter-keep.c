/* The PDF of a letter as a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-keep"

#include "veto-config.h"

#include "veto-letter-keep.h"

#include <glib/gi18n.h>

#include "veto-letter-pages.h"
#include "veto-letter-save.h"
#include "veto-tell.h"
#include "veto-text.h"
#include "veto-toasts.h"

/* Where it was asked for, and what the file is called; the window may be closed meanwhile. */
typedef struct
{
  GWeakRef widget;
  char    *name;
} Job;

static Job *
start_job (GtkWidget *widget, VetoLetterWork *work)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->widget, widget);
  job->name = g_strdup_printf ("%s.pdf", veto_letter_kind_get_title (veto_letter_work_get_labels (work)));
  g_strdelimit (job->name, "/\\", '-');
  return job;
}

static void
free_job (Job *job)
{
  g_weak_ref_clear (&job->widget);
  g_free (job->name);
  g_free (job);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = veto_letter_save_finish (result, &error);
  g_autofree char *words = NULL;

  free_job (job);
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

/* @job: (transfer full) */
static void
save (Job *job, GBytes *pdf)
{
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  if (root != NULL)
    veto_letter_save_async (GTK_WINDOW (root), _ ("Save PDF"), job->name, pdf, NULL, saved_cb, job);
  else
    free_job (job);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  g_autoptr(VetoLetterPages) pages = veto_letter_pages_make_finish (result);

  if (pages != NULL && pages->pdf != NULL)
    {
      save (job, pages->pdf);
      return;
    }
  if (pages != NULL)
    veto_tell (widget, _ ("Not saved"), pages->problem);
  free_job (job);
}

void
veto_letter_keep_pdf (GtkWidget *widget, VetoLetterWork *work)
{
  VetoSavedLetter *saved = veto_letter_work_get_saved (work);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(VetoDocument) document = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (veto_saved_letter_has_pdf (saved))
    {
      pdf = veto_letter_book_read_pdf (veto_letter_work_get_services (work)->letters, saved, &error);
      if (pdf != NULL)
        save (start_job (widget, work), pdf);
    }
  else
    {
      document = veto_letter_to_document (veto_letter_work_get_letter (work), &error);
      if (document != NULL)
        veto_letter_pages_make_async (document, NULL, made_cb, start_job (widget, work));
    }
  if (error != NULL)
    veto_tell (widget, _ ("Not saved"), error->message);
}
