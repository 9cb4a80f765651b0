/* A file that somebody hands over as proof: read whole, or refused by name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof"

#include "veto-config.h"

#include "veto-proof-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "veto-file-name.h"
#include "veto-store-proof.h"

#define CHUNK_BYTES (1024 * 1024) /* between two looks at whether somebody cancelled */
#define MAX_NAME_BYTES 120

G_DEFINE_QUARK (veto-proof-error-quark, veto_proof_error);

/* Which sentence says it; each has one %s for the name. */
static void
refuse (GError **error, VetoProofError code, const char *sentence, GFile *file)
{
  g_autofree char *name = veto_proof_file_dup_name (file);
  g_auto(GStrv) parts = g_strsplit (sentence, "%s", 2);
  g_autofree char *words = g_strjoinv (name, parts);

  g_set_error_literal (error, VETO_PROOF_ERROR, code, words);
}

char *
veto_proof_file_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char            *name = veto_file_name_dup_part (base, MAX_NAME_BYTES);

  if (*name != '\0')
    return name;
  g_free (name);
  return g_strdup (_ ("File"));
}

static void
refuse_errno (GError **error, int errsv, GFile *file)
{
  if (errsv == ELOOP) /* O_NOFOLLOW */
    refuse (error, VETO_PROOF_ERROR_NO_FILE,
            /* Translators: %s is the name of a file */
            _ ("“%s” is only a link to a file. Add the file itself."), file);
  else if (errsv == ENOENT || errsv == ENOTDIR)
    refuse (error, VETO_PROOF_ERROR_UNREADABLE,
            /* Translators: %s is the name of a file */
            _ ("“%s” is not there any more."), file);
  else
    refuse (error, VETO_PROOF_ERROR_UNREADABLE,
            /* Translators: %s is the name of a file */
            _ ("“%s” could not be read. Look whether you may open it, then add it again."), file);
}

static gboolean
check_status (const struct stat *status, GFile *file, GError **error)
{
  if (S_ISDIR (status->st_mode))
    refuse (error, VETO_PROOF_ERROR_NO_FILE,
            /* Translators: %s is the name of a folder */
            _ ("“%s” is a folder. Add the files in it one by one."), file);
  else if (!S_ISREG (status->st_mode))
    refuse (error, VETO_PROOF_ERROR_NO_FILE,
            /* Translators: %s is the name of something that is no file, such as a device */
            _ ("“%s” is not a file that can be kept."), file);
  else if (status->st_size == 0)
    refuse (error, VETO_PROOF_ERROR_EMPTY,
            /* Translators: %s is the name of a file */
            _ ("“%s” is empty: there is nothing in it to keep."), file);
  else if (status->st_size > VETO_STORE_MAX_PROOF_BYTES)
    refuse (error, VETO_PROOF_ERROR_TOO_BIG,
            /* Translators: %s is the name of a file */
            _ ("“%s” is larger than 25 MB. Add a smaller picture, or only the pages that matter."), file);
  else
    return TRUE;
  return FALSE;
}

/* @n_bytes: what the file's size was; one byte more is asked for, because it may grow. Returns: -1 on error */
static gssize
read_all (int fd, guint8 *buffer, gsize n_bytes, GCancellable *cancellable)
{
  gsize n_done = 0;

  while (n_done < n_bytes)
    {
      gssize n_read = read (fd, buffer + n_done, MIN (n_bytes - n_done, CHUNK_BYTES));

      if (n_read == 0)
        break;
      if (n_read < 0 && errno != EINTR)
        return -1;
      n_done += (gsize) MAX (n_read, 0);
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }
  return (gssize) n_done;
}

static GBytes *
read_open (int fd, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = NULL;
  struct stat        status;
  gssize             n_read;

  if (fstat (fd, &status) != 0)
    return refuse_errno (error, errno, file), NULL;
  if (!check_status (&status, file, error))
    return NULL;
  buffer = g_malloc ((gsize) status.st_size + 1);
  n_read = read_all (fd, buffer, (gsize) status.st_size + 1, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (n_read < 0)
    return refuse_errno (error, errno, file), NULL;
  status.st_size = n_read; /* it may have grown, or been cut, since */
  if (!check_status (&status, file, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&buffer), (gsize) n_read);
}

GBytes *
veto_proof_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path;
  GBytes     *bytes;
  int         fd;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);
  if (path == NULL)
    {
      refuse (error, VETO_PROOF_ERROR_ELSEWHERE,
              /* Translators: %s is the name of a file */
              _ ("“%s” is not on this computer. Copy it here first, then add it."), file);
      return NULL;
    }
  fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return refuse_errno (error, errno, file), NULL;
  bytes = read_open (fd, file, cancellable, error);
  close (fd);
  return bytes;
}
