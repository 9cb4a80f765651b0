/* What a database file says of itself, read without SQLite.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-store"

#include "veto-store-look.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "veto-store-file.h"
#include "veto-store-schema.h"

#define HEADER_BYTES 100
#define VERSION_AT 60
#define APPLICATION_AT 68

static const guint8 magic[16] = "SQLite format 3";

static gboolean
refuse (const char *path, VetoStoreError code, const char *why, GError **error)
{
  g_set_error (error, VETO_STORE_ERROR, code, "%s: %s", path, why);
  return FALSE;
}

/* Opens a regular file to read; a pipe does not make us wait, a link is not followed. *out_file is -1 when there is
 * none. */
static gboolean
open_to_look (const char *path, int *out_file, gint64 *out_n_bytes, GError **error)
{
  struct stat status;
  int         file = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  *out_file = -1;
  *out_n_bytes = 0;
  if (file < 0 && errno == ENOENT)
    return TRUE;
  if (file < 0 && errno == ELOOP)
    return refuse (path, VETO_STORE_ERROR_NOT_OURS, "a symbolic link", error);
  if (file >= 0 && fstat (file, &status) == 0 && S_ISREG (status.st_mode))
    {
      *out_file = file;
      *out_n_bytes = status.st_size;
      return TRUE;
    }
  if (file >= 0 || errno == ENXIO)
    refuse (path, VETO_STORE_ERROR_NOT_OURS, "not a file", error);
  else
    veto_store_set_errno (path, error);
  if (file >= 0)
    close (file);
  return FALSE;
}

static gboolean
look_at_companion (const char *path,
                   const char *ending,
                   gint64     *out_n_bytes,
                   gboolean   *out_exists,
                   GError    **error)
{
  g_autofree char *companion = g_strconcat (path, ending, NULL);
  int              file;

  if (!open_to_look (companion, &file, out_n_bytes, error))
    return FALSE;
  if (out_exists != NULL)
    *out_exists = file >= 0;
  if (file >= 0)
    close (file);
  return TRUE;
}

static void
read_journal (const char *path, guint8 header[HEADER_BYTES])
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  int              file = open (journal, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  if (file < 0)
    return;
  veto_store_read_wal (file, header);
  close (file);
}

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static gboolean
judge (const char *path, const guint8 header[HEADER_BYTES], gsize n_bytes, GError **error)
{
  gboolean is_ours = read_number (header + APPLICATION_AT) == VETO_STORE_APPLICATION;

  if (n_bytes == 0)
    return refuse (path, VETO_STORE_ERROR_DAMAGED, "the file is empty", error);
  if (memcmp (header, magic, sizeof magic) != 0)
    return refuse (path, is_ours ? VETO_STORE_ERROR_DAMAGED : VETO_STORE_ERROR_NOT_OURS, "not a database",
                   error);
  if (n_bytes < HEADER_BYTES)
    return refuse (path, VETO_STORE_ERROR_DAMAGED, "the file is cut short", error);
  if (!is_ours)
    return refuse (path, VETO_STORE_ERROR_NOT_OURS, "a database of another program", error);
  if (read_number (header + VERSION_AT) > VETO_STORE_VERSION)
    return refuse (path, VETO_STORE_ERROR_NEWER, "written by a newer Veto", error);
  if (read_number (header + VERSION_AT) == 0)
    return refuse (path, VETO_STORE_ERROR_DAMAGED, "without a version", error);
  return TRUE;
}

gboolean
veto_store_look (const char *path, VetoStoreLook *out_look, GError **error)
{
  guint8 header[HEADER_BYTES] = { 0 };
  gssize n_read;
  int    file;
  gint64 n_shm_bytes;

  *out_look = (VetoStoreLook){ 0 };
  if (!look_at_companion (path, "-wal", &out_look->n_wal_bytes, NULL, error)
      || !look_at_companion (path, "-journal", &out_look->n_journal_bytes, NULL, error)
      || !look_at_companion (path, "-shm", &n_shm_bytes, &out_look->has_shm, error)
      || !open_to_look (path, &file, &out_look->n_bytes, error))
    return FALSE;

  out_look->exists = file >= 0;
  if (file < 0)
    return (out_look->n_wal_bytes == 0 && out_look->n_journal_bytes == 0)
           || refuse (path, VETO_STORE_ERROR_DAMAGED, "the file is gone, its journal is there", error);

  n_read = pread (file, header, sizeof header, 0);
  if (n_read < 0)
    veto_store_set_errno (path, error);
  close (file);
  if (n_read > 0 && out_look->n_wal_bytes > 0)
    read_journal (path, header);
  out_look->version = read_number (header + VERSION_AT);
  return n_read >= 0 && judge (path, header, (gsize) n_read, error);
}
