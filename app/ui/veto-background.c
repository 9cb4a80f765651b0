/* Being started by the desktop at login, to look what is due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-background"

#include "veto-config.h"

#include "veto-background.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "veto-due-watch.h"
#include "veto-file.h"
#include "veto-portal.h"

gboolean
veto_background_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* Returns: (transfer full): where a desktop looks for what it starts at login */
static char *
dup_autostart_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", VETO_APP_ID ".desktop", NULL);
}

/* A path in a desktop file is one quoted word, in which some characters are escaped, and a percent sign is doubled. */
static char *
dup_quoted (const char *path)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = path; *at != '\0'; at++)
    {
      if (strchr ("\"`$\\", *at) != NULL)
        g_string_append (quoted, *at == '\\' ? "\\\\\\" : "\\\\"); /* once for the word, once for the file */
      g_string_append_c (quoted, *at);
      if (*at == '%')
        g_string_append_c (quoted, '%');
    }
  return g_string_free (g_string_append_c (quoted, '"'), FALSE);
}

static gboolean
write_autostart (GError **error)
{
  g_autofree char *path = dup_autostart_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);
  g_autofree char *word = program != NULL ? dup_quoted (program) : NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (program == NULL)
    return FALSE;
  text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=%s\nComment=%s\nExec=%s --watch-due\n"
                          "NoDisplay=true\n",
                          VETO_APP_NAME, _ ("Looks each morning whether a date is due"), word);
  bytes = g_bytes_new (text, strlen (text));
  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      int errsv = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errsv), "%s: %s", folder, g_strerror (errsv));
      return FALSE;
    }
  return veto_file_write_whole (path, bytes, error);
}

static void
remove_autostart (void)
{
  g_autofree char *path = dup_autostart_path ();

  if (g_unlink (path) < 0 && errno != ENOENT)
    g_debug ("%s: %s", path, g_strerror (errno));
}

static void
return_denied (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s",
                           _ ("Your desktop does not allow it. You can change that in its settings. Or add "
                              "the dates to your "
                              "calendar, which reminds you as well."));
}

/* The person was asked by nobody: the switch was the question. */
static void
use_autostart (GTask *task)
{
  g_autoptr(GError) error = NULL;

  if (!veto_background_is_sandboxed () && write_autostart (&error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_debug ("no autostart: %s", error != NULL ? error->message : "in a sandbox");
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                           _ ("Your desktop cannot do this. Add the dates to your calendar, which reminds "
                              "you as "
                              "well."));
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) results = veto_portal_request_finish (result, &error);
  gboolean on = GPOINTER_TO_INT (g_task_get_task_data (task)), is_set = FALSE;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!on) /* what the desktop does not know needs no switching off */
    g_task_return_boolean (task, TRUE);
  else if (results != NULL && g_variant_lookup (results, "autostart", "b", &is_set) && is_set)
    g_task_return_boolean (task, TRUE);
  else if (results != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return_denied (task);
  else
    use_autostart (task);
}

void
veto_background_set_async (gboolean            on,
                           guint               patience,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            data)
{
  static const char *const command[] = { "veto", "--watch-due", NULL };
  GTask                   *task = g_task_new (NULL, cancellable, callback, data);
  g_autofree char         *token = veto_portal_dup_token ();
  VetoPortalQuestion       question = { .interface = "org.freedesktop.portal.Background",
                                        .method = "RequestBackground",
                                        .token = token };
  GVariantDict             options;

  g_task_set_source_tag (task, veto_background_set_async);
  g_task_set_task_data (task, GINT_TO_POINTER (on), NULL);
  if (!on)
    {
      remove_autostart ();
      veto_due_watch_end ();
    }
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s",
                         _ ("Veto looks at login and each morning whether a date is due."));
  g_variant_dict_insert (&options, "autostart", "b", on);
  g_variant_dict_insert (&options, "commandline", "^as", command);
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);
  question.options = g_variant_dict_end (&options);
  veto_portal_request_async (&question, patience, cancellable, asked_cb, task);
}

gboolean
veto_background_set_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
