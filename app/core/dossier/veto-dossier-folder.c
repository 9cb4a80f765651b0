/* A folder with files that is there as a whole, or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-dossier"

#include "veto-config.h"

#include "veto-dossier-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "veto-file-name.h"

#define SUMS "SHA256SUMS"
#define MAX_STEM 80     /* bytes of a name without its number and its end */
#define MAX_EXTENSION 8 /* letters */
#define MANY 100        /* files: the disk is waited for once, not for each of them */

static void
free_file (gpointer data)
{
  VetoDossierFile *file = data;

  g_free (file->name);
  g_free (file->sha256);
  g_free (file);
}

static const char *
get_reason (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NO_SPACE:
      return _ ("There is no room left there. Make some, or choose another folder.");
    case G_IO_ERROR_READ_ONLY:
    case G_IO_ERROR_PERMISSION_DENIED:
      return _ ("You may not write there. Choose another folder.");
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return _ ("That folder is not there any more. Choose another one.");
    case G_IO_ERROR_EXISTS:
      return _ (
        "Something of that name is there already, and it stays as it is. Choose another name or folder.");
    default:
      return _ ("The files could not be written there. Choose another folder.");
    }
}

static gboolean
fail (int errsv, GError **error)
{
  int code = (int) g_io_error_from_errno (errsv);

  g_debug ("not written: %s", g_strerror (errsv));
  if (errsv == EDQUOT)
    code = G_IO_ERROR_NO_SPACE;
  else if (errsv == ENOTEMPTY)
    code = G_IO_ERROR_EXISTS;
  g_set_error_literal (error, G_IO_ERROR, code, get_reason (code));
  return FALSE;
}

VetoDossierFolder *
veto_dossier_folder_new (const char *target, GError **error)
{
  g_autofree char   *parent = g_path_get_dirname (target);
  g_autofree char   *draft = g_build_filename (parent, ".veto-XXXXXX", NULL);
  VetoDossierFolder *self;
  GStatBuf           there;

  if (g_lstat (target, &there) == 0)
    return fail (EEXIST, error), NULL;
  if (g_mkdtemp_full (draft, 0700) == NULL)
    return fail (errno, error), NULL;
  self = g_new0 (VetoDossierFolder, 1);
  self->target = g_strdup (target);
  self->draft = g_steal_pointer (&draft);
  self->files = g_ptr_array_new_with_free_func (free_file);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  return self;
}

VetoDossierFolder *
veto_dossier_folder_new_imagined (void)
{
  VetoDossierFolder *self = g_new0 (VetoDossierFolder, 1);

  self->files = g_ptr_array_new_with_free_func (free_file);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Only what was made here; also a file that was begun and could not be finished, which is the last one. */
static void
remove_draft (VetoDossierFolder *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      VetoDossierFile *file = g_ptr_array_index (self->files, i);
      g_autofree char *path = g_build_filename (self->draft, file->name, NULL);

      g_unlink (path);
    }
  for (guint i = self->folders->len; i > 0; i--)
    {
      g_autofree char *path = g_build_filename (self->draft, g_ptr_array_index (self->folders, i - 1), NULL);

      g_rmdir (path);
    }
  if (g_rmdir (self->draft) != 0)
    g_debug ("not removed: %s", g_strerror (errno));
}

void
veto_dossier_folder_free (VetoDossierFolder *self)
{
  if (self->draft != NULL)
    remove_draft (self);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->folders);
  g_free (self->target);
  g_free (self->draft);
  g_free (self);
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize         n_bytes, n_done = 0;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  while (n_done < n_bytes)
    {
      gssize n_written = write (fd, data + n_done, n_bytes - n_done);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      n_done += MAX (n_written, 0);
    }
  return TRUE;
}

static gboolean
make_folder_of (VetoDossierFolder *self, const char *name)
{
  const char      *slash = strchr (name, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (name, slash - name) : NULL, *path = NULL;

  if (folder == NULL || g_ptr_array_find_with_equal_func (self->folders, folder, g_str_equal, NULL))
    return TRUE;
  path = g_build_filename (self->draft, folder, NULL);
  if (g_mkdir (path, 0700) != 0)
    return FALSE;
  g_ptr_array_add (self->folders, g_steal_pointer (&folder));
  return TRUE;
}

static void
note_file (VetoDossierFolder *self, const char *name, GBytes *bytes)
{
  VetoDossierFile *file = g_new0 (VetoDossierFile, 1);

  file->name = g_strdup (name);
  file->size = (goffset) g_bytes_get_size (bytes);
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_ptr_array_add (self->files, file);
}

gboolean
veto_dossier_folder_add (VetoDossierFolder *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = NULL;
  gboolean         fine;
  int              fd, errsv;

  if (self->target == NULL)
    {
      note_file (self, name, bytes);
      return TRUE;
    }
  path = g_build_filename (self->draft, name, NULL);
  if (!make_folder_of (self, name))
    return fail (errno, error);
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (errno, error);
  note_file (self, name, bytes);
  fine = write_all (fd, bytes) && (self->files->len > MANY || fsync (fd) == 0);
  errsv = errno;
  if (close (fd) != 0 && fine && errno != EINTR)
    return fail (errno, error); /* a full disk may say so only here */
  return fine || fail (errsv, error);
}

static GBytes *
write_sums (VetoDossierFolder *self)
{
  GString *sums = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const VetoDossierFile *file = g_ptr_array_index (self->files, i);

      g_string_append_printf (sums, "%s  %s\n", file->sha256, file->name);
    }
  return g_string_free_to_bytes (sums);
}

static gboolean
sync_folder (const char *path, gboolean everything)
{
  int      fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean fine = fd >= 0 && (everything ? syncfs (fd) : fsync (fd)) == 0;
  int      errsv = errno;

  if (fd >= 0)
    close (fd);
  errno = errsv;
  return fine || errsv == EINVAL; /* where a file system cannot do that, it has done what it could */
}

static gboolean
sync_all (VetoDossierFolder *self)
{
  if (self->files->len > MANY)
    return sync_folder (self->draft, TRUE);
  for (guint i = 0; i < self->folders->len; i++)
    {
      g_autofree char *path = g_build_filename (self->draft, g_ptr_array_index (self->folders, i), NULL);

      if (!sync_folder (path, FALSE))
        return FALSE;
    }
  return sync_folder (self->draft, FALSE);
}

/* Never over something that got the name meanwhile. Network and older file systems cannot promise that. */
static gboolean
give_name (VetoDossierFolder *self)
{
  GStatBuf there;

  if (renameat2 (AT_FDCWD, self->draft, AT_FDCWD, self->target, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (g_lstat (self->target, &there) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (self->draft, self->target) == 0;
}

gboolean
veto_dossier_folder_finish (VetoDossierFolder *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->target);
  g_autoptr(GBytes) sums = write_sums (self);

  if (!veto_dossier_folder_add (self, SUMS, sums, error))
    return FALSE;
  if (!sync_all (self) || !give_name (self))
    return fail (errno, error);
  g_clear_pointer (&self->draft, g_free);
  if (!sync_folder (parent, FALSE))
    g_debug ("%s", g_strerror (errno));
  return TRUE;
}

/* The end of a name that says what kind of file it is; NULL when it has none */
static const char *
find_extension (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize       n_letters = dot != NULL ? strlen (dot + 1) : 0;

  if (n_letters == 0 || n_letters > MAX_EXTENSION || dot == name)
    return NULL;
  for (const char *at = dot + 1; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return NULL;
  return dot;
}

char *
veto_dossier_folder_dup_name (const char *folder, guint number, guint n_all, const char *name)
{
  const char      *extension = name != NULL ? find_extension (name) : NULL;
  g_autofree char *stem = extension != NULL ? g_strndup (name, extension - name) : g_strdup (name);
  g_autofree char *clean = veto_file_name_dup_part (stem, MAX_STEM);
  g_autofree char *last = g_strdup_printf ("%u", n_all);
  const char      *begin = veto_file_name_skip_dots (clean);

  /* Windows takes dots and spaces at the end away. */
  for (char *end = clean + strlen (clean); end > begin && (end[-1] == '.' || end[-1] == ' '); end--)
    end[-1] = '\0';
  return g_strdup_printf ("%s/%0*u%s%s%s", folder, (int) strlen (last), number, *begin != '\0' ? " " : "",
                          begin, extension != NULL ? extension : "");
}
