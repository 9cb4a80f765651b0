/* An e-mail, handed to the desktop: its portal opens the person's e-mail program with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-mail-portal"

#include "veto-mail-portal.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "veto-portal.h"

/* The portal asks the kernel for the file's name; it takes no descriptor that could do more (O_PATH). */
static gboolean
add_file (GUnixFDList *files, const char *path, GError **error)
{
  int      file = open (path, O_PATH | O_CLOEXEC), errsv = errno;
  gboolean fine;

  if (file < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errsv), "%s: %s", path, g_strerror (errsv));
      return FALSE;
    }
  fine = g_unix_fd_list_append (files, file, error) >= 0;
  close (file);
  return fine;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) results = veto_portal_request_finish (result, &error);

  if (results != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
veto_mail_portal_compose_async (const VetoLetterMail *mail,
                                const char *const    *paths,
                                guint                 patience,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GUnixFDList) files = g_unix_fd_list_new ();
  g_autofree char   *token = veto_portal_dup_token ();
  VetoPortalQuestion question = { .interface = "org.freedesktop.portal.Email",
                                  .method = "ComposeEmail",
                                  .token = token };

  g_return_if_fail (mail != NULL && callback != NULL);

  g_task_set_source_tag (task, veto_mail_portal_compose_async);
  g_task_set_check_cancellable (task, FALSE); /* the request says so itself */
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    if (!add_file (files, paths[i], &error))
      {
        g_task_return_error (task, g_steal_pointer (&error));
        return;
      }
  question.options = veto_letter_mail_dup_options (mail, token, (guint) g_unix_fd_list_get_length (files));
  question.files = files;
  veto_portal_request_async (&question, patience, cancellable, answered_cb, g_steal_pointer (&task));
}

gboolean
veto_mail_portal_compose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
