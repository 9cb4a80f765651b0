/* Files that lie in the cache for a while, because another program still has to read them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-lent-file"

#include "veto-lent-file.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "veto-file.h"

#define WEEK (7 * 24 * 60 * 60)

/* @path: a folder that veto_lent_file_put_out() has made, with files in it */
static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      if (g_unlink (file) != 0)
        g_debug ("%s", g_strerror (errno));
    }
  g_rmdir (path);
}

static void
sweep (const char *path, const char *prefix, gint64 now)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      GStatBuf         there;

      if (g_str_has_prefix (name, prefix) && g_lstat (child, &there) == 0 && S_ISDIR (there.st_mode)
          && now - there.st_mtime > WEEK)
        remove_folder (child);
    }
}

char *
veto_lent_file_put_out (const char *folder,
                        const char *prefix,
                        const char *name,
                        GBytes     *bytes,
                        gint64      now,
                        GError    **error)
{
  g_autofree char *template = g_strconcat (prefix, "XXXXXX", NULL);
  g_autofree char *own = NULL, *path = NULL;

  g_return_val_if_fail (folder != NULL && prefix != NULL && name != NULL && bytes != NULL, NULL);

  own = g_build_filename (folder, template, NULL);
  sweep (folder, prefix, now);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp (own) == NULL)
    {
      int errsv = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errsv), "%s: %s", folder, g_strerror (errsv));
      return NULL;
    }
  path = g_build_filename (own, name, NULL);
  if (veto_file_write_whole (path, bytes, error))
    return g_steal_pointer (&path);
  g_rmdir (own);
  return NULL;
}

char *
veto_lent_file_put_beside (const char *path, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *folder = NULL, *other = NULL;

  g_return_val_if_fail (path != NULL && name != NULL && bytes != NULL, NULL);

  folder = g_path_get_dirname (path);
  other = g_build_filename (folder, name, NULL);
  return veto_file_write_whole (other, bytes, error) ? g_steal_pointer (&other) : NULL;
}

void
veto_lent_file_take_back (const char *path, const char *prefix)
{
  g_autofree char *own = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (own);

  if (g_str_has_prefix (name, prefix))
    remove_folder (own);
}
