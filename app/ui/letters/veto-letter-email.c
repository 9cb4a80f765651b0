/* A letter in the person's e-mail program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-letter-email"

#include "veto-letter-email.h"

#include "veto-letter-file.h"
#include "veto-mail-portal.h"

/* Somebody may have to choose a program first. The dialog has a button for those who do not want to wait. */
#define PATIENCE_MS 120000

typedef struct
{
  GWeakRef        window;
  VetoLetterMail *mail;
  char           *uri; /* the mailto: address */
  gboolean        is_whole;
  GPtrArray      *contents; /* (element-type GBytes): what is to be attached */
  GPtrArray      *names;    /* (element-type utf8): what these files are called */
  char          **paths;    /* nullable: where they lie */
} Job;

static void
free_job (gpointer data)
{
  Job *self = data;

  g_weak_ref_clear (&self->window);
  veto_letter_mail_free (self->mail);
  g_ptr_array_unref (self->contents);
  g_ptr_array_unref (self->names);
  g_free (self->uri);
  g_strfreev (self->paths);
  g_free (self);
}

/* Nobody will read the files. */
static void
take_back (Job *self)
{
  if (self->paths != NULL)
    veto_letter_file_take_back (self->paths[0]);
  g_clear_pointer (&self->paths, g_strfreev);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    g_task_return_int (task, job->is_whole ? VETO_LETTER_EMAIL_WORDS : VETO_LETTER_EMAIL_ADDRESS);
  else
    {
      g_debug ("no e-mail program: %s", error->message);
      g_task_return_int (task, VETO_LETTER_EMAIL_NOTHING);
    }
}

static void
open_uri (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr(GtkWindow) window = g_weak_ref_get (&job->window);

  if (job->contents->len < 2)
    take_back (
      job); /* the letter can be saved; several files are found more easily where they are together */
  if (window == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the window is gone");
  else
    gtk_show_uri_full (window, job->uri, GDK_CURRENT_TIME, g_task_get_cancellable (task), shown_cb,
                       g_object_ref (task));
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (veto_mail_portal_compose_finish (result, &error))
    g_task_return_int (task, job->paths != NULL ? VETO_LETTER_EMAIL_ATTACHED : VETO_LETTER_EMAIL_WORDS);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      take_back (job);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    {
      g_debug ("no portal: %s", error->message);
      open_uri (task);
    }
}

static void
put_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job             *job = data;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "veto", "mail", NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < job->contents->len; i++)
    {
      GBytes     *bytes = g_ptr_array_index (job->contents, i);
      const char *name = g_ptr_array_index (job->names, i);
      char       *path =
        i == 0 ? veto_letter_file_put_out (folder, name, bytes, g_get_real_time () / G_USEC_PER_SEC, &error)
                     : veto_letter_file_put_beside (g_ptr_array_index (paths, 0), name, bytes, &error);

      if (path == NULL)
        {
          if (paths->len > 0)
            veto_letter_file_take_back (g_ptr_array_index (paths, 0));
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_set_free_func (paths, NULL);
  g_ptr_array_add (paths, NULL);
  g_task_return_pointer (task, g_ptr_array_free (g_steal_pointer (&paths), FALSE),
                         (GDestroyNotify) g_strfreev);
}

static void
compose (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  veto_mail_portal_compose_async (job->mail, (const char *const *) job->paths, PATIENCE_MS,
                                  g_task_get_cancellable (task), composed_cb, g_object_ref (task));
}

/* Without room for the file the words still go. */
static void
put_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  job->paths = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL)
    g_debug ("nothing to attach: %d", error->code);
  compose (task);
}

void
veto_letter_email_async (GtkWindow                 *window,
                         const VetoLetterMail      *mail,
                         const char                *instead,
                         const VetoLetterEmailFile *files,
                         guint                      n_files,
                         GCancellable              *cancellable,
                         GAsyncReadyCallback        callback,
                         gpointer                   data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr(GTask) file_task = NULL;
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, veto_letter_email_async);
  g_task_set_check_cancellable (task, FALSE); /* an e-mail that is open is open */
  g_task_set_task_data (task, job, free_job);
  g_weak_ref_init (&job->window, window);
  job->mail = veto_letter_mail_copy (mail);
  job->uri = veto_letter_mail_dup_uri (mail, instead, &job->is_whole);
  job->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  job->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_files; i++)
    {
      g_ptr_array_add (job->contents, g_bytes_ref (files[i].bytes));
      g_ptr_array_add (job->names, g_strdup (files[i].name));
    }
  if (n_files == 0)
    {
      compose (task);
      return;
    }
  file_task = g_task_new (NULL, NULL, put_out_cb, g_object_ref (task));
  g_task_set_task_data (file_task, job, NULL); /* which the task keeps */
  g_task_run_in_thread (file_task, put_out_thread);
}

VetoLetterEmail
veto_letter_email_finish (GAsyncResult *result, char **out_folder, GError **error)
{
  g_autoptr(GError) why = NULL;
  Job   *job;
  gssize outcome;

  g_return_val_if_fail (g_task_is_valid (result, NULL), VETO_LETTER_EMAIL_NOTHING);

  job = g_task_get_task_data (G_TASK (result));
  outcome = g_task_propagate_int (G_TASK (result), &why);
  *out_folder = why == NULL && outcome != VETO_LETTER_EMAIL_ATTACHED && job->paths != NULL
                  ? g_path_get_dirname (job->paths[0])
                  : NULL;
  if (why == NULL)
    return (VetoLetterEmail) outcome;
  g_propagate_error (error, g_steal_pointer (&why));
  return VETO_LETTER_EMAIL_NOTHING;
}
