/* Files that a person asked for: there as a whole, or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-file"

#include "veto-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize         n_bytes, n_done = 0;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  while (n_done < n_bytes)
    {
      gssize n_written = write (file, data + n_done, n_bytes - n_done);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      n_done += MAX (n_written, 0);
    }
  return TRUE;
}

/* A full disk may say so only here. */
static gboolean
close_file (int file)
{
  return close (file) == 0 || errno == EINTR;
}

static gboolean
write_there (const char *path, GBytes *bytes)
{
  int      file = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  gboolean fine = file >= 0 && write_all (file, bytes);
  int      errsv = errno;

  if (file >= 0 && !close_file (file) && fine)
    return FALSE;
  errno = errsv;
  return fine;
}

/* The new name is on the disk only when its folder is; where a file system cannot do that, it has done what it could. */
static void
sync_open_folder (int folder, const char *name)
{
  if (fsync (folder) != 0)
    g_debug ("%s: %s", name, g_strerror (errno));
}

static void
sync_folder (const char *folder)
{
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (file < 0)
    return;
  sync_open_folder (file, folder);
  close (file);
}

static gboolean
fill_draft (int file, mode_t mode, GBytes *bytes)
{
  gboolean fine = fchmod (file, mode) == 0 && write_all (file, bytes) && fsync (file) == 0;
  int      errsv = errno;

  if (!close_file (file) && fine)
    return FALSE;
  errno = errsv;
  return fine;
}

static gboolean
write_aside (const char *path, mode_t mode, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *draft = g_build_filename (folder, ".veto-XXXXXX", NULL);
  int              file = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600), errsv;

  if (file < 0)
    return FALSE;
  if (fill_draft (file, mode, bytes) && g_rename (draft, path) == 0)
    {
      sync_folder (folder);
      return TRUE;
    }
  errsv = errno;
  g_unlink (draft);
  errno = errsv;
  return FALSE;
}

static gboolean
set_error (GError **error, const char *name, int errsv)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errsv), "%s: %s", name, g_strerror (errsv));
  return FALSE;
}

static gboolean
write_whole (const char *path, GBytes *bytes, mode_t new_mode, GError **error)
{
  struct stat there;
  gboolean    fine, is_there;
  int         errsv;

  is_there = stat (path, &there) == 0;
  if (is_there && S_ISDIR (there.st_mode))
    {
      errno = EISDIR;
      fine = FALSE;
    }
  else if (is_there && !S_ISREG (there.st_mode))
    fine = write_there (path, bytes);
  else
    {
      char *target = is_there ? realpath (path, NULL) : NULL;

      fine = write_aside (target != NULL ? target : path, is_there ? there.st_mode & 0777 : new_mode, bytes);
      errsv = errno;
      free (target);
      errno = errsv;
    }
  if (fine)
    return TRUE;

  return set_error (error, path, errno);
}

gboolean
veto_file_write_at (int folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *draft =
    g_strdup_printf (VETO_FILE_DRAFT_PREFIX "%08x%08x", g_random_int (), g_random_int ());
  int file, errsv;

  g_return_val_if_fail (folder >= 0, FALSE);
  g_return_val_if_fail (name != NULL && strchr (name, '/') == NULL && bytes != NULL, FALSE);

  file = openat (folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0)
    return set_error (error, name, errno);
  if (fill_draft (file, 0600, bytes) && renameat (folder, draft, folder, name) == 0)
    {
      sync_open_folder (folder, name);
      return TRUE;
    }
  errsv = errno;
  unlinkat (folder, draft, 0);
  return set_error (error, name, errsv);
}

gboolean
veto_file_write_whole (const char *path, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);
  return write_whole (path, bytes, 0600, error);
}

gboolean
veto_file_write_public (const char *path, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);
  return write_whole (path, bytes, 0644, error);
}
