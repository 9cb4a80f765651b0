/* Folder, lock and files, before SQLite sees any of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define OTHERS (S_IRWXG | S_IRWXO)

VetoStoreError
veto_store_code_of_errno (int errsv)
{
  switch (errsv)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      return VETO_STORE_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return VETO_STORE_ERROR_FULL;
    default:
      return VETO_STORE_ERROR_FAILED;
    }
}

void
veto_store_set_errno (const char *path, GError **error)
{
  int errsv = errno;

  g_set_error (error, VETO_STORE_ERROR, veto_store_code_of_errno (errsv), "%s: %s", path, g_strerror (errsv));
}

/* SQLite's NOFOLLOW refuses a link anywhere in the path, and on some systems /home is one. So links above the
 * folder are resolved here; one in the place of the folder itself is left for check_folder() to refuse. */
static char *
resolve_parent (const char *folder, gboolean make, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *real = NULL;

  if (make && g_mkdir_with_parents (parent, 0700) != 0)
    {
      veto_store_set_errno (parent, error);
      return NULL;
    }
  real = realpath (parent, NULL);
  return real != NULL ? g_build_filename (real, name, NULL) : g_strdup (folder);
}

static gboolean
check_folder (const char *path, gboolean close_to_others, GError **error)
{
  struct stat status;
  int         folder = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  gboolean    fine;

  if (folder < 0 && (errno == ENOTDIR || errno == ELOOP))
    {
      g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_NOT_OURS, "%s: not a folder", path);
      return FALSE;
    }
  fine = folder >= 0 && fstat (folder, &status) == 0;
  if (fine && close_to_others && (status.st_mode & OTHERS) != 0)
    {
      g_debug ("%s was open to others", path);
      fine = fchmod (folder, S_IRWXU) == 0;
    }
  if (!fine)
    veto_store_set_errno (path, error);
  if (folder >= 0)
    close (folder);
  return fine;
}

char *
veto_store_find_folder (const char *folder, gboolean make, GError **error)
{
  g_autofree char *wanted = folder != NULL ? g_canonicalize_filename (folder, NULL)
                                           : g_build_filename (g_get_user_data_dir (), "veto", NULL);
  g_autofree char *path = resolve_parent (wanted, make, error);

  if (path == NULL)
    return NULL;
  if (make && g_mkdir (path, 0700) != 0 && errno != EEXIST)
    {
      veto_store_set_errno (path, error);
      return NULL;
    }
  if (!make && g_access (path, F_OK) != 0 && errno == ENOENT)
    return g_steal_pointer (&path);
  return check_folder (path, make && folder == NULL, error) ? g_steal_pointer (&path) : NULL;
}

int
veto_store_lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "veto.lock", NULL);
  int              lock = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);

  if (lock < 0)
    veto_store_set_errno (path, error);
  else if (flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  else if (errno == EWOULDBLOCK)
    g_set_error (error, VETO_STORE_ERROR, VETO_STORE_ERROR_IN_USE, "%s: Veto is open already", path);
  else
    veto_store_set_errno (path, error);
  if (lock >= 0)
    close (lock);
  return -1;
}

gboolean
veto_store_make_private (const char *folder, const char *path, GError **error)
{
  struct stat status;
  int         file;
  gboolean    fine;

  if (faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0)
    {
      veto_store_set_errno (folder, error);
      return FALSE;
    }
  file = open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  fine = file >= 0 && fstat (file, &status) == 0;
  if (fine && (status.st_mode & OTHERS) != 0)
    {
      g_debug ("%s was open to others", path);
      fine = fchmod (file, S_IRUSR | S_IWUSR) == 0;
    }
  if (!fine)
    veto_store_set_errno (path, error);
  if (file >= 0)
    close (file);
  return fine;
}

static gboolean
write_all (int file, const guint8 *data, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      gssize n_written = write (file, data, n_bytes);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return FALSE;
      data += n_written;
      n_bytes -= (gsize) n_written;
    }
  return fsync (file) == 0;
}

/* Not every file system can do it in one call. */
gboolean
veto_store_rename_unless_there (const char *draft, const char *path)
{
  if (renameat2 (AT_FDCWD, draft, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  return (errno == EINVAL || errno == ENOSYS) && link (draft, path) == 0 && unlink (draft) == 0;
}

gboolean
veto_store_sync_folder (const char *path, GError **error)
{
  int      folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean fine = folder >= 0
                  && (fsync (folder) == 0 || errno == EINVAL); /* EINVAL: cannot be asked for here */

  if (!fine)
    veto_store_set_errno (path, error);
  if (folder >= 0)
    close (folder);
  return fine;
}

gboolean
veto_store_put_file (const char *folder, const char *path, const guint8 *data, gsize n_bytes, GError **error)
{
  g_autofree char *draft = g_build_filename (folder, "new-XXXXXX", NULL);
  int              file = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);
  gboolean         fine;

  if (file < 0)
    {
      veto_store_set_errno (folder, error);
      return FALSE;
    }
  fine = write_all (file, data, n_bytes) && (veto_store_rename_unless_there (draft, path) || errno == EEXIST);
  if (!fine)
    veto_store_set_errno (path, error);
  close (file);
  g_unlink (draft); /* gone already, unless something failed or another process was quicker */
  return fine && veto_store_sync_folder (folder, error);
}
