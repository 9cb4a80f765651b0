/* A guide for somewhere else: on the clipboard, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-takeaway"

#include "veto-config.h"

#include "veto-takeaway.h"

#include <glib/gi18n.h>

#include "veto-guide-sheet.h"
#include "veto-guide-text.h"
#include "veto-print.h"
#include "veto-toasts.h"

void
veto_takeaway_copy (GtkWidget *widget, VetoPlatform *platform, const VetoGuide *guide)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* Not broken into lines: an e-mail or a document has a width of its own. */
  text = veto_guide_dup_text (platform, guide, VETO_GUIDE_READER_ANYBODY, 0, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  veto_toasts_add (widget, _ ("Copied. You can paste it into an e-mail or a document."));
}

/* What is to be printed, and from where: the window may be closed meanwhile. */
typedef struct
{
  GWeakRef      widget;
  VetoDocument *document;
} Job;

static void
free_job (gpointer data)
{
  Job *self = data;

  g_weak_ref_clear (&self->widget);
  g_object_unref (self->document);
  g_free (self);
}

static void
lay_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  VetoPaper *paper = veto_paper_lay_out (job->document, VETO_PAPER_SHEET, &error);

  if (paper == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, paper, g_object_unref);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&job->widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoPaper) paper = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (widget == NULL)
    return;
  if (paper == NULL)
    {
      veto_print_tell (widget, error->message);
      return;
    }
  operation = veto_print_operation_new (paper, veto_document_get_title (job->document));
  veto_print_run (widget, operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

void
veto_takeaway_print (GtkWidget *widget, VetoPlatform *platform, const VetoGuide *guide, const char *language)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->widget, widget);
  job->document = veto_guide_sheet_new (platform, guide, language);
  task = g_task_new (NULL, NULL, laid_out_cb, NULL);
  g_task_set_source_tag (task, veto_takeaway_print);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, lay_out_thread);
}
