/* A release, made of the guidance that people wrote.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-release"

#include "veto-release-build.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "veto-authoring.h"
#include "veto-file.h"
#include "veto-trust-draft.h"

#define FOLDER_MODE 0755

static gboolean
fail_io (GError **error, const char *path)
{
  int errsv = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errsv), "%s: %s", path, g_strerror (errsv));
  return FALSE;
}

/* Returns: (transfer full) (nullable): the index that lies in a folder, signed or not */
static VetoTrustIndex *
read_index (const char *folder, GError **error)
{
  gboolean is_signed = veto_release_has (folder, VETO_RELEASE_INDEX);
  g_autoptr(GBytes)
               bytes = veto_release_read_file (folder, is_signed ? VETO_RELEASE_INDEX : VETO_RELEASE_PAYLOAD,
                                               VETO_TRUST_MAX_INDEX_BYTES, error);
  g_autoptr(VetoTrustEnvelope) envelope =
               bytes != NULL && is_signed ? veto_trust_envelope_parse (bytes, VETO_TRUST_INDEX, error) : NULL;

  if (bytes == NULL || (is_signed && envelope == NULL))
    return NULL;
  return veto_trust_index_read_payload (is_signed ? envelope->payload : bytes, error);
}

static GHashTable *
load_release (const char *path, VetoTrustRoot **out_root, GError **error)
{
  const char *const folders[] = { path, NULL };
  g_autoptr(VetoTrustIndex) index = read_index (path, error);
  g_autoptr(VetoTrustState) state = NULL;

  if (index == NULL)
    return NULL;
  if (out_root != NULL && veto_release_has (path, VETO_RELEASE_ROOTS))
    {
      state = veto_release_read_roots (path, NULL, error);
      if (state == NULL)
        return NULL;
      *out_root = veto_trust_root_ref (state->root);
    }
  return veto_release_read_files (index, folders, error);
}

GHashTable *
veto_release_load (const char *path, VetoTrustRoot **out_root, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (out_root != NULL)
    *out_root = NULL;
  if (veto_release_has (path, VETO_RELEASE_INDEX) || veto_release_has (path, VETO_RELEASE_PAYLOAD))
    return load_release (path, out_root, error);
  if (veto_release_has (path, "guidance.json"))
    return veto_authoring_read_bundle (path, error);
  return veto_authoring_bundle (path, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GBytes *
write_payload (GHashTable *files, guint version, gint64 created, gint64 expires, GError **error)
{
  g_autofree char         **names = (char **) g_hash_table_get_keys_as_array (files, NULL);
  guint                     n_files = g_hash_table_size (files);
  g_autofree VetoTrustFile *list = g_new0 (VetoTrustFile, n_files);
  const VetoTrustIndex      index = {
         .version = version, .created = created, .expires = expires, .files = list, .n_files = n_files
  };

  qsort (names, n_files, sizeof *names, compare_names);
  for (guint i = 0; i < n_files; i++)
    {
      GBytes       *bytes = g_hash_table_lookup (files, names[i]);
      gconstpointer data = g_bytes_get_data (bytes, &list[i].size);

      list[i].name = names[i];
      veto_trust_sha256 (data, list[i].size, list[i].sha256);
    }
  return veto_trust_index_write (&index, error);
}

static gboolean
write_in (const char *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  return veto_file_write_public (path, bytes, error);
}

static gboolean
write_blobs (const char *folder, GHashTable *files, GError **error)
{
  g_autofree char *blobs = g_build_filename (folder, VETO_RELEASE_BLOBS, NULL);
  GHashTableIter   iter;
  gpointer         value;

  if (g_mkdir (blobs, FOLDER_MODE) != 0)
    return fail_io (error, blobs);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      char             sha256[VETO_TRUST_HEX_BYTES + 1];
      gsize            n_bytes;
      gconstpointer    data = g_bytes_get_data (value, &n_bytes);
      g_autofree char *name = NULL;

      veto_trust_sha256 (data, n_bytes, sha256);
      name = veto_release_dup_blob_name (sha256);
      if (!write_in (folder, name, value, error))
        return FALSE;
    }
  return TRUE;
}

/* What is left of a release that could not be written. */
static void
remove_draft (const char *draft)
{
  g_autofree char *blobs = g_build_filename (draft, VETO_RELEASE_BLOBS, NULL);
  const char      *folders[] = { blobs, draft };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr(GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *file;

      while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], file, NULL);
          g_unlink (path);
        }
      g_rmdir (folders[i]);
    }
}

static gboolean
fill_draft (const char *draft, GBytes *payload, GBytes *message, GHashTable *files, GError **error)
{
  if (g_chmod (draft, FOLDER_MODE) != 0)
    return fail_io (error, draft);
  return write_blobs (draft, files, error) && write_in (draft, VETO_RELEASE_PAYLOAD, payload, error)
         && write_in (draft, VETO_RELEASE_MESSAGE, message, error);
}

/* A folder that is empty may be replaced; whatever is in one stays. */
static gboolean
write_folder (const char *out, GBytes *payload, GBytes *message, GHashTable *files, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (out);
  g_autofree char *draft = g_build_filename (parent, ".veto-XXXXXX", NULL);

  if (g_mkdtemp_full (draft, FOLDER_MODE) == NULL)
    return fail_io (error, parent);
  if (fill_draft (draft, payload, message, files, error))
    {
      if (g_rename (draft, out) == 0)
        return TRUE;
      if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
        g_set_error (error, VETO_RELEASE_ERROR, VETO_RELEASE_ERROR_EXISTS,
                     "%s: there is something there already", out);
      else
        fail_io (error, out);
    }
  remove_draft (draft);
  return FALSE;
}

char *
veto_release_build (const char *source,
                    guint       version,
                    gint64      created,
                    gint64      expires,
                    const char *out,
                    GError    **error)
{
  g_autoptr(GHashTable) files = NULL;
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(GBytes) message = NULL;
  char sha256[VETO_TRUST_HEX_BYTES + 1];

  g_return_val_if_fail (source != NULL && out != NULL, NULL);
  g_return_val_if_fail (expires > created && expires - created <= VETO_RELEASE_MAX_DAYS * 24 * 60 * 60, NULL);

  files = veto_release_load (source, NULL, error);
  if (files == NULL || !veto_release_check_guidance (files, NULL, error))
    return NULL;
  payload = write_payload (files, version, created, expires, error);
  if (payload == NULL)
    return NULL;
  message = veto_trust_encode_message (VETO_TRUST_INDEX, payload);
  if (!write_folder (out, payload, message, files, error))
    return NULL;
  veto_trust_sha256 (g_bytes_get_data (message, NULL), g_bytes_get_size (message), sha256);
  return g_strdup (sha256);
}
