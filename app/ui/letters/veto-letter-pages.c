/* A finished letter, made ready to leave: its pages, the PDF, the words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-pages"

#include "veto-letter-pages.h"

#include "veto-letter.h"

#define ONE_LINE 1000000 /* columns: an e-mail and a form have a width of their own */

VetoLetterPages *
veto_letter_pages_new_sent (GBytes *pdf)
{
  VetoLetterPages *self = g_new0 (VetoLetterPages, 1);

  self->pdf = g_bytes_ref (pdf);
  return self;
}

void
veto_letter_pages_free (VetoLetterPages *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->document);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self->text);
  g_free (self->problem);
  g_free (self);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  VetoDocument    *document = data;
  VetoPaperStyle   style = veto_letter_get_style (veto_document_get_language (document));
  VetoLetterPages *self = g_new0 (VetoLetterPages, 1);
  g_autoptr(GError) error = NULL;

  self->document = g_object_ref (document);
  self->text = veto_document_to_text (document, ONE_LINE);
  self->paper = veto_paper_lay_out (document, style, &error);
  if (self->paper != NULL)
    self->pdf = veto_paper_to_pdf (self->paper, &error);
  if (error != NULL)
    self->problem = g_strdup (error->message);
  g_task_return_pointer (task, self, (GDestroyNotify) veto_letter_pages_free);
}

void
veto_letter_pages_make_async (VetoDocument       *document,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, veto_letter_pages_make_async);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  g_task_run_in_thread (task, make_thread);
}

VetoLetterPages *
veto_letter_pages_make_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
