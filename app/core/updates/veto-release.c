/* A feed in a folder, read with the eyes of a client.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-release"

#include "veto-release.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "veto-guide-set.h"
#include "veto-trust-error.h"

#define SUFFIX ".json"

G_DEFINE_QUARK (veto-release-error-quark, veto_release_error);

char *
veto_release_dup_root_name (guint version)
{
  return g_strdup_printf (VETO_RELEASE_ROOTS "/%u" SUFFIX, version);
}

char *
veto_release_dup_blob_name (const char *sha256)
{
  return g_strconcat (VETO_RELEASE_BLOBS "/", sha256, SUFFIX, NULL);
}

gboolean
veto_release_has (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat      status;

  return lstat (path, &status) == 0;
}

static gboolean
fail_missing (GError **error, const char *path, const char *why)
{
  g_set_error (error, VETO_RELEASE_ERROR, VETO_RELEASE_ERROR_MISSING, "%s: %s", path, why);
  return FALSE;
}

static gboolean
check_size (int fd, const char *path, gsize max_bytes, gsize *out_n_bytes, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return fail_missing (error, path, g_strerror (errno));
  if (!S_ISREG (status.st_mode))
    return fail_missing (error, path, "not a file");
  *out_n_bytes = (gsize) status.st_size;
  if ((guint64) status.st_size <= max_bytes)
    return TRUE;
  g_set_error (error, VETO_TRUST_ERROR, VETO_TRUST_ERROR_TOO_BIG, "%s: larger than %" G_GSIZE_FORMAT " bytes",
               path, max_bytes);
  return FALSE;
}

static GBytes *
read_all (int fd, gsize n_bytes, const char *path, GError **error)
{
  g_autofree guint8 *data = g_malloc (MAX (n_bytes, 1));
  gsize              n_done = 0;

  while (n_done < n_bytes)
    {
      gssize n_read = read (fd, data + n_done, n_bytes - n_done);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        fail_missing (error, path, g_strerror (errno));
      if (n_read < 0)
        return NULL;
      if (n_read == 0)
        break;
      n_done += (gsize) n_read;
    }
  return g_bytes_new_take (g_steal_pointer (&data), n_done);
}

GBytes *
veto_release_read_file (const char *folder, const char *name, gsize max_bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int              fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
  GBytes          *bytes = NULL;
  gsize            n_bytes;

  if (fd < 0)
    {
      fail_missing (error, path, g_strerror (errno));
      return NULL;
    }
  if (check_size (fd, path, max_bytes, &n_bytes, error))
    bytes = read_all (fd, n_bytes, path, error);
  close (fd);
  return bytes;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint *first = a, *second = b;
  return *first < *second ? -1 : *first > *second;
}

GArray *
veto_release_list_roots (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, VETO_RELEASE_ROOTS, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  GArray     *versions = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *number =
        g_str_has_suffix (file, SUFFIX) ? g_strndup (file, strlen (file) - strlen (SUFFIX)) : g_strdup ("");
      guint64 version;

      if (g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT32, &version, NULL))
        {
          guint small = (guint) version;
          g_array_append_val (versions, small);
        }
    }
  g_array_sort (versions, compare_numbers);
  return versions;
}

static GBytes *
read_root (const char *folder, guint version, GError **error)
{
  g_autofree char *name = veto_release_dup_root_name (version);
  return veto_release_read_file (folder, name, VETO_TRUST_MAX_ROOT_BYTES, error);
}

/* What is wrong with a root says only its version: the file is named before it. */
static gboolean
take_root (VetoTrustState **state, GBytes *bytes, guint version, GError **error)
{
  GError         *problem = NULL;
  VetoTrustState *next = *state != NULL ? veto_trust_state_take_root (*state, bytes, &problem)
                                        : veto_trust_state_new (bytes, 0, &problem);

  if (next == NULL)
    {
      g_propagate_prefixed_error (error, problem, VETO_RELEASE_ROOTS "/%u" SUFFIX ": ", version);
      return FALSE;
    }
  g_clear_pointer (state, veto_trust_state_unref);
  *state = next;
  return TRUE;
}

/* The root that programs have must be the one that the folder shows, where it shows it. */
static gboolean
check_same_root (const char *folder, guint version, const VetoTrustRoot *root, GError **error)
{
  g_autoptr(GBytes) bytes = version == root->version ? read_root (folder, version, error) : NULL;

  if (version != root->version)
    return TRUE;
  if (bytes == NULL || g_bytes_equal (bytes, root->bytes))
    return bytes != NULL;
  g_set_error (error, VETO_RELEASE_ERROR, VETO_RELEASE_ERROR_OTHER_ROOT,
               "%s: root %u is not the one that programs have", folder, version);
  return FALSE;
}

VetoTrustState *
veto_release_read_roots (const char *folder, GBytes *first, GError **error)
{
  g_autoptr(GArray) versions = veto_release_list_roots (folder);
  g_autoptr(VetoTrustState) state = NULL;

  if (first == NULL && versions->len == 0)
    {
      fail_missing (error, folder, "no root");
      return NULL;
    }
  if (first != NULL && (state = veto_trust_state_new (first, 0, error)) == NULL)
    return NULL;
  for (guint i = 0; i < versions->len; i++)
    {
      guint version = g_array_index (versions, guint, i);
      g_autoptr(GBytes) bytes = NULL;

      if (state != NULL && version <= state->root->version)
        {
          if (!check_same_root (folder, version, state->root, error))
            return NULL;
          continue;
        }
      if (state != NULL && version != state->root->version + 1)
        {
          g_set_error (error, VETO_RELEASE_ERROR, VETO_RELEASE_ERROR_GAP,
                       "%s: root %u is missing before root %u", folder, state->root->version + 1, version);
          return NULL;
        }
      bytes = read_root (folder, version, error);
      if (bytes == NULL || !take_root (&state, bytes, version, error))
        return NULL;
    }
  return g_steal_pointer (&state);
}

/* The first problem is told: of the folder where the file should be. */
static GBytes *
read_blob (const VetoTrustFile *file, const char *const *folders, GError **error)
{
  g_autofree char *name = veto_release_dup_blob_name (file->sha256);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      GError **problem = error != NULL && *error == NULL ? error : NULL;
      g_autoptr(GBytes) bytes = veto_release_read_file (folders[i], name, file->size, problem);

      if (bytes != NULL && veto_trust_file_check (file, bytes, problem))
        {
          g_clear_error (error);
          return g_steal_pointer (&bytes);
        }
    }
  g_prefix_error (error, "%s: ", file->name);
  return NULL;
}

GHashTable *
veto_release_read_files (const VetoTrustIndex *index, const char *const *folders, GError **error)
{
  g_autoptr(GHashTable) files =
               g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < index->n_files; i++)
    {
      GError *problem = NULL;
      GBytes *bytes = read_blob (&index->files[i], folders, &problem);

      if (bytes == NULL)
        {
          g_propagate_error (error, problem);
          return NULL;
        }
      g_hash_table_insert (files, g_strdup (index->files[i].name), bytes);
    }
  return g_steal_pointer (&files);
}

gboolean
veto_release_check_guidance (GHashTable *files, const VetoTrustRoot *root, GError **error)
{
  GHashTableIter iter;
  gpointer       name;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, "text/"))
      {
        g_autofree char *language =
          g_strndup ((char *) name + strlen ("text/"), strlen (name) - strlen ("text/" SUFFIX));
        g_autoptr(VetoGuideSet) set =
            veto_guide_set_read_files (files, root != NULL ? (const char *const *) root->link_hosts : NULL,
                                       root != NULL ? (const char *const *) root->mail_domains : NULL,
                                       language, error);

        if (set == NULL)
          return FALSE;
      }
  return TRUE;
}

/* Where an index was signed already, it must hold the payload that lies beside it. */
static gboolean
check_envelope (const char *folder, GBytes *payload, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = NULL;

  if (!veto_release_has (folder, VETO_RELEASE_INDEX))
    return TRUE;
  bytes = veto_release_read_file (folder, VETO_RELEASE_INDEX, VETO_TRUST_MAX_INDEX_BYTES, error);
  envelope = bytes != NULL ? veto_trust_envelope_parse (bytes, VETO_TRUST_INDEX, error) : NULL;
  if (envelope == NULL)
    return FALSE;
  if (g_bytes_equal (envelope->payload, payload))
    return TRUE;
  g_set_error (error, VETO_RELEASE_ERROR, VETO_RELEASE_ERROR_NOT_BUILT, "%s: %s holds something else than %s",
               folder, VETO_RELEASE_INDEX, VETO_RELEASE_PAYLOAD);
  return FALSE;
}

GBytes *
veto_release_check_build (const char *folder, GError **error)
{
  const char *const folders[] = { folder, NULL };
  g_autoptr(GBytes) payload =
               veto_release_read_file (folder, VETO_RELEASE_PAYLOAD, VETO_TRUST_MAX_INDEX_BYTES, error);
  g_autoptr(VetoTrustIndex) index = payload != NULL ? veto_trust_index_read_payload (payload, error) : NULL;
  g_autoptr(GHashTable) files = NULL;

  if (index == NULL || !check_envelope (folder, payload, error))
    return NULL;
  files = veto_release_read_files (index, folders, error);
  if (files == NULL || !veto_release_check_guidance (files, NULL, error))
    return NULL;
  return g_steal_pointer (&payload);
}

gboolean
veto_release_verify (const char      *folder,
                     GBytes          *first,
                     gint64           now,
                     VetoTrustState **out_state,
                     GError         **error)
{
  const char *const folders[] = { folder, NULL };
  VetoTrustState   *next;
  VetoTrustOutcome  outcome;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) files = NULL;

  *out_state = veto_release_read_roots (folder, first, error);
  if (*out_state == NULL)
    return FALSE;
  bytes = veto_release_read_file (folder, VETO_RELEASE_INDEX, VETO_TRUST_MAX_INDEX_BYTES, error);
  next = bytes != NULL ? veto_trust_state_take_index (*out_state, bytes, now, &outcome, error) : NULL;
  if (next == NULL)
    return FALSE;
  veto_trust_state_unref (*out_state);
  *out_state = next;
  files = veto_release_read_files (next->index, folders, error);
  return files != NULL && veto_release_check_guidance (files, next->root, error);
}
