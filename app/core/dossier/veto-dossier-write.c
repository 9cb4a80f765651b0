/* Writes a dossier: proof is read by the store, all else is done in a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread asks the main thread for one proof after the other, and for the next one before it works on the last: the store
 * belongs to the main thread, which has it read in a thread of its own. At most two proofs are in memory. */
#define G_LOG_DOMAIN "veto-dossier"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-dossier-private.h"

#define REST 0.1 /* of the work: what comes after the proof */

/* What the store said about one proof */
typedef struct
{
  GBytes *bytes; /* nullable */
  GError *error; /* nullable */
} Reply;

typedef struct
{
  VetoDossier        *dossier; /* its store is for the main thread alone */
  char               *folder;  /* nullable: only the PDF is wanted */
  GBytes             *pdf;
  GMainContext       *context; /* the main thread's */
  GAsyncQueue        *replies; /* (element-type Reply): in the order of the questions */
  GCancellable       *cancellable;
  VetoDossierProgress progress;
  gpointer            progress_data;
  guint               n_asked;     /* on the main thread */
  guint               n_questions; /* in the thread */
  guint               n_shown;     /* in the thread */
} Job;

static void
free_reply (gpointer data)
{
  Reply *reply = data;

  g_clear_pointer (&reply->bytes, g_bytes_unref);
  g_clear_error (&reply->error);
  g_free (reply);
}

static void
tell_progress (Job *self, double fraction)
{
  if (self->progress != NULL && !g_cancellable_is_cancelled (self->cancellable))
    self->progress (fraction, self->progress_data);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job   *self = data;
  Reply *reply = g_new0 (Reply, 1);

  reply->bytes = veto_store_read_proof_bytes_finish (self->dossier->store, result, &reply->error);
  g_async_queue_push (self->replies, reply);
}

/* On the main thread: the next proof, or that there is none left */
static gboolean
ask_cb (gpointer data)
{
  Job       *self = data;
  GPtrArray *all = self->dossier->proof;

  tell_progress (self, (1 - REST) * self->n_asked / MAX (all->len, 1));
  if (self->n_asked < all->len)
    {
      const VetoDossierProof *proof = g_ptr_array_index (all, self->n_asked++);

      veto_store_read_proof_bytes_async (self->dossier->store, proof->row->id, self->cancellable, read_cb,
                                         self);
    }
  return G_SOURCE_REMOVE;
}

/* Also when there is nothing left to ask for, for the sake of the progress. Always through the loop: g_main_context_invoke() would run it here when nobody is in the loop right now. */
static void
ask (Job *self)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, ask_cb, self, NULL);
  g_source_attach (source, self->context);
  g_source_unref (source);
  if (self->n_questions < self->dossier->proof->len)
    self->n_questions++;
}

/* A proof that cannot be read is missed by its name, and does not keep the others out. */
static gboolean
take_proof (Job *self, VetoDossierFolder *folder, VetoDossierProof *proof, const Reply *reply, GError **error)
{
  const VetoDossierFile *file;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (reply->bytes == NULL)
    {
      g_debug ("not read: %d", reply->error->code);
      proof->remark =
        g_strdup (_ ("Attention: this file could not be read, so it is missing in the folder."));
      return TRUE;
    }
  proof->is_there = veto_dossier_folder_add (folder, proof->file, reply->bytes, error);
  if (!proof->is_there)
    return FALSE;
  file = g_ptr_array_index (folder->files, folder->files->len - 1);
  return veto_dossier_proof_read (proof, reply->bytes, file->sha256, &self->n_shown, self->cancellable,
                                  error);
}

/* All that was asked for is answered when this returns, so that nobody still knows of the job. */
static gboolean
take_all_proof (Job *self, VetoDossierFolder *folder, GError **error)
{
  GPtrArray *all = self->dossier->proof;
  gboolean   fine = TRUE;

  ask (self);
  for (guint i = 0; i < self->n_questions; i++)
    {
      Reply *reply = g_async_queue_pop (self->replies);

      if (fine)
        ask (self);
      fine = fine && take_proof (self, folder, g_ptr_array_index (all, i), reply, error);
      free_reply (reply);
    }
  return fine;
}

static gboolean
add_letters (Job *self, VetoDossierFolder *folder, GError **error)
{
  GPtrArray *letters = self->dossier->letters;

  for (guint i = 0; i < letters->len; i++)
    {
      const VetoDossierLetter *letter = g_ptr_array_index (letters, i);

      if (letter->file != NULL && !veto_dossier_folder_add (folder, letter->file, letter->pdf, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (Job *self, GError **error)
{
  g_autoptr(VetoDossierFolder) folder = self->folder != NULL ? veto_dossier_folder_new (self->folder, error)
                                                              : veto_dossier_folder_new_imagined ();
  g_autofree char *name = NULL;

  if (folder == NULL || !add_letters (self, folder, error) || !take_all_proof (self, folder, error))
    return FALSE;
  self->pdf = veto_dossier_to_pdf (self->dossier, folder, error);
  if (self->pdf == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->folder == NULL)
    return TRUE;
  /* Translators: the name of a file on the disk, without its end */
  name = g_strdup_printf ("%s.pdf", _ ("File for the authority"));
  return veto_dossier_folder_add (folder, name, self->pdf, error)
         && !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && veto_dossier_folder_finish (folder, error);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_all (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Back on the main thread, where the dossier with its store is let go. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Job    *self = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell_progress (self, 1);
      g_task_return_pointer (task, g_steal_pointer (&self->pdf), (GDestroyNotify) g_bytes_unref);
    }
  else
    g_task_return_error (task, error);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  veto_dossier_free (self->dossier);
  g_free (self->folder);
  g_main_context_unref (self->context);
  g_async_queue_unref (self->replies);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* @tag: the function that was called */
static void
start (VetoDossier        *self,
       const char         *folder,
       VetoDossierProgress progress,
       gpointer            progress_data,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data,
       gpointer            tag)
{
  GTask *task, *work;
  Job   *job = g_new0 (Job, 1);

  *job = (Job){ .dossier = self,
                .folder = g_strdup (folder),
                .context = g_main_context_ref_thread_default (),
                .replies = g_async_queue_new_full (free_reply),
                .cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL,
                .progress = progress,
                .progress_data = progress_data };
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE); /* what got its name is there */
  work = g_task_new (NULL, cancellable, written_cb, task);
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, job, NULL);
  g_task_run_in_thread (work, write_thread);
  g_object_unref (work);
}

void
veto_dossier_write_async (VetoDossier        *self,
                          const char         *folder,
                          VetoDossierProgress progress,
                          gpointer            progress_data,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (self != NULL && folder != NULL);

  start (self, folder, progress, progress_data, cancellable, callback, user_data, veto_dossier_write_async);
}

gboolean
veto_dossier_write_finish (GAsyncResult *result, GError **error)
{
  g_autoptr(GBytes) pdf = veto_dossier_make_pdf_finish (result, error);

  return pdf != NULL;
}

void
veto_dossier_make_pdf_async (VetoDossier        *self,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (self != NULL);

  start (self, NULL, NULL, NULL, cancellable, callback, user_data, veto_dossier_make_pdf_async);
}

GBytes *
veto_dossier_make_pdf_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
