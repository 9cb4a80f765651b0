/* The guidance on the disk: each file by its folder that is held open, so that no name leads anywhere else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-feed-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "veto-file.h"
#include "veto-update-problem.h"

#define LOCK "lock"
#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
#define DRAFT_SECONDS (24 * 60 * 60) /* nothing is being written that long */

struct _VetoFeedFolder
{
  int places[VETO_FEED_N_PLACES]; /* -1: it is not there */
  int lock;                       /* -1: not held */
};

static const char *const
  place_names[] = { [VETO_FEED_TOP] = "feed", [VETO_FEED_ROOTS] = "root", [VETO_FEED_BLOBS] = "blobs" };

static gboolean
fail (GError **error, const char *name, int errsv)
{
  g_set_error (error, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_DISK, "%s: %s", name, g_strerror (errsv));
  return FALSE;
}

/* What stands in the place of the folder goes: a link, a file. What may not be entered is opened to its owner. */
static int
repair_folder (int parent, const char *path)
{
  struct stat status;

  if (fstatat (parent, path, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT ? mkdirat (parent, path, 0700) : -1;
  if (S_ISDIR (status.st_mode))
    return fchmodat (parent, path, 0700, 0);
  return unlinkat (parent, path, 0) == 0 ? mkdirat (parent, path, 0700) : -1;
}

/* @parent: an open folder, or AT_FDCWD. Returns: an open folder, or -1 with errno */
static int
open_folder (int parent, const char *path, gboolean make)
{
  int         folder = openat (parent, path, FOLDER_FLAGS);
  struct stat status;

  if (folder < 0 && make && repair_folder (parent, path) == 0)
    folder = openat (parent, path, FOLDER_FLAGS);
  if (folder >= 0 && fstat (folder, &status) == 0 && (status.st_mode & 0077) != 0)
    fchmod (folder, 0700);
  return folder;
}

static gboolean
make_parents (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_mkdir_with_parents (parent, 0700) == 0;
}

VetoFeedFolder *
veto_feed_folder_open (const char *path, gboolean make, GError **error)
{
  g_autoptr(VetoFeedFolder) self = g_new0 (VetoFeedFolder, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->lock = -1;
  for (guint i = 0; i < VETO_FEED_N_PLACES; i++)
    self->places[i] = -1;
  if (make && !make_parents (path))
    {
      fail (error, place_names[VETO_FEED_TOP], errno);
      return NULL;
    }
  self->places[VETO_FEED_TOP] = open_folder (AT_FDCWD, path, make);
  for (guint i = VETO_FEED_ROOTS; i < VETO_FEED_N_PLACES && self->places[VETO_FEED_TOP] >= 0; i++)
    self->places[i] = open_folder (self->places[VETO_FEED_TOP], place_names[i], make);
  for (guint i = 0; i < VETO_FEED_N_PLACES; i++)
    if (self->places[i] < 0 && (make || i == VETO_FEED_TOP))
      {
        fail (error, place_names[i], errno);
        return NULL;
      }
  return g_steal_pointer (&self);
}

void
veto_feed_folder_free (VetoFeedFolder *self)
{
  for (guint i = 0; i < VETO_FEED_N_PLACES; i++)
    if (self->places[i] >= 0)
      close (self->places[i]);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self);
}

gboolean
veto_feed_folder_lock (VetoFeedFolder *self, GError **error)
{
  const int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

  self->lock = openat (self->places[VETO_FEED_TOP], LOCK, flags, 0600);
  if (self->lock < 0)
    {
      veto_feed_folder_set_aside (self, VETO_FEED_TOP, LOCK); /* it is no file, or nobody may open it */
      self->lock = openat (self->places[VETO_FEED_TOP], LOCK, flags, 0600);
    }
  if (self->lock < 0)
    return fail (error, LOCK, errno);
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno != EWOULDBLOCK)
    return fail (error, LOCK, errno);
  g_set_error_literal (error, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_BUSY, "lock: another Veto has it");
  return FALSE;
}

static gboolean
fail_to_read (GError **error, const char *name, int errsv)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errsv), "%s: %s", name, g_strerror (errsv));
  return FALSE;
}

/* Returns: the bytes of a regular file that is open, or NULL with errno */
static GBytes *
read_open_file (int file, gsize max_bytes)
{
  g_autofree char *buffer = NULL;
  struct stat      status;
  gsize            n_read = 0, n_bytes;

  if (fstat (file, &status) != 0)
    return NULL;
  errno = S_ISREG (status.st_mode) ? EFBIG : EINVAL;
  if (!S_ISREG (status.st_mode) || status.st_size < 0 || (guint64) status.st_size > max_bytes)
    return NULL;
  n_bytes = (gsize) status.st_size;
  buffer = g_malloc (MAX (n_bytes, 1));
  while (n_read < n_bytes)
    {
      gssize n = read (file, buffer + n_read, n_bytes - n_read);

      if (n == 0)
        break; /* it became shorter; what it says is looked at anyway */
      if (n < 0 && errno != EINTR)
        return NULL;
      n_read += (gsize) MAX (n, 0);
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), n_read);
}

GBytes *
veto_feed_folder_read (VetoFeedFolder *self,
                       VetoFeedPlace   place,
                       const char     *name,
                       gsize           max_bytes,
                       GError        **error)
{
  GBytes *bytes;
  int     file, errsv;

  if (self->places[place] < 0)
    {
      fail_to_read (error, name, ENOENT);
      return NULL;
    }
  /* O_NONBLOCK: a pipe in the place of a file must not make a start wait. */
  file = openat (self->places[place], name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file < 0)
    {
      fail_to_read (error, name, errno);
      return NULL;
    }
  bytes = read_open_file (file, max_bytes);
  errsv = errno;
  close (file);
  if (bytes == NULL)
    fail_to_read (error, name, errsv);
  return bytes;
}

/* A folder in the place of a file would be in the way of every update to come. */
static void
clear_place (VetoFeedFolder *self, VetoFeedPlace place, const char *name)
{
  struct stat status;

  if (fstatat (self->places[place], name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR (status.st_mode))
    veto_feed_folder_set_aside (self, place, name);
}

gboolean
veto_feed_folder_write (VetoFeedFolder *self,
                        VetoFeedPlace   place,
                        const char     *name,
                        GBytes         *bytes,
                        GError        **error)
{
  g_autoptr(GError) problem = NULL;

  g_return_val_if_fail (self->places[place] >= 0, FALSE);

  clear_place (self, place, name);
  if (veto_file_write_at (self->places[place], name, bytes, &problem))
    return TRUE;
  g_set_error_literal (error, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_DISK, problem->message);
  return FALSE;
}

void
veto_feed_folder_set_aside (VetoFeedFolder *self, VetoFeedPlace place, const char *name)
{
  g_autofree char *aside = g_strconcat (name, ".bad", NULL);
  int              folder = self->places[place];

  if (folder >= 0 && renameat (folder, name, folder, aside) != 0)
    g_debug ("%s: %s", name, g_strerror (errno));
}

static gboolean
is_old_draft (int folder, const char *name)
{
  struct stat status;

  return g_str_has_prefix (name, VETO_FILE_DRAFT_PREFIX)
         && fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
         && (gint64) status.st_mtime < g_get_real_time () / G_USEC_PER_SEC - DRAFT_SECONDS;
}

void
veto_feed_folder_clean (VetoFeedFolder *self, GHashTable *hashes)
{
  for (guint i = 0; i < VETO_FEED_N_PLACES; i++)
    {
      int            again = self->places[i] >= 0 ? openat (self->places[i], ".", FOLDER_FLAGS) : -1;
      DIR           *folder = again >= 0 ? fdopendir (again) : NULL;
      struct dirent *entry;

      while (folder != NULL && (entry = readdir (folder)) != NULL)
        {
          gboolean is_draft = g_str_has_prefix (entry->d_name, VETO_FILE_DRAFT_PREFIX);

          if (is_draft ? is_old_draft (self->places[i], entry->d_name)
                       : i == VETO_FEED_BLOBS && entry->d_name[0] != '.'
                           && !g_hash_table_contains (hashes, entry->d_name))
            unlinkat (self->places[i], entry->d_name, 0);
        }
      if (folder != NULL)
        closedir (folder); /* closes the file descriptor as well */
      else if (again >= 0)
        close (again);
    }
}
