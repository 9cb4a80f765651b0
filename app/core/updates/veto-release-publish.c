/* A release, put in the place of the one that is served.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-release"

#include "veto-release-publish.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "veto-file.h"

#define FOLDER_MODE 0755
#define DRAFT_PREFIX ".veto-" /* of veto_file_write_public() */

typedef struct
{
  const char     *folder;
  const char     *feed;
  gint64          now;
  VetoTrustState *before; /* (nullable): of a client that has what is served */
  VetoTrustState *after;  /* (nullable): and then takes the release */
  GHashTable     *files;  /* (nullable): of a new index */
  GPtrArray      *roots;  /* of GBytes: new ones, in order */
  guint           first_new_root;
} Publication;

static void
clear_publication (Publication *self)
{
  g_clear_pointer (&self->before, veto_trust_state_unref);
  g_clear_pointer (&self->after, veto_trust_state_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->roots, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Publication, clear_publication)

static gboolean fail (GError **error, VetoReleaseError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, VetoReleaseError code, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, VETO_RELEASE_ERROR, (int) code, text);
  return FALSE;
}

/* What is served now: nothing, or roots with an index that they allow. */
static gboolean
read_before (Publication *self, GBytes *first, GError **error)
{
  g_autoptr(GArray) versions = veto_release_list_roots (self->feed);
  g_autoptr(GBytes) bytes = NULL;
  VetoTrustState *next;

  if (versions->len == 0 && first == NULL)
    return TRUE;
  self->before = veto_release_read_roots (self->feed, first, error);
  if (self->before == NULL)
    return FALSE;
  if (!veto_release_has (self->feed, VETO_RELEASE_INDEX))
    return TRUE;
  bytes = veto_release_read_file (self->feed, VETO_RELEASE_INDEX, VETO_TRUST_MAX_INDEX_BYTES, error);
  next = bytes != NULL ? veto_trust_state_restore_index (self->before, bytes, error) : NULL;
  if (next == NULL)
    {
      g_prefix_error (error, "%s: ", self->feed);
      return FALSE;
    }
  veto_trust_state_unref (self->before);
  self->before = next;
  return TRUE;
}

/* A root that is served is never replaced, not even by one with more signatures: caches keep it for ever. */
static gboolean
check_same_root (const Publication *self, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr(GBytes) served = veto_release_read_file (self->feed, name, VETO_TRUST_MAX_ROOT_BYTES, error);

  if (served == NULL)
    return FALSE;
  if (g_bytes_equal (served, bytes))
    return TRUE;
  return fail (error, VETO_RELEASE_ERROR_OTHER_ROOT, "%s: another %s is served already", self->folder, name);
}

static void
add_root (Publication *self, guint version, GBytes *bytes)
{
  if (self->roots->len == 0)
    self->first_new_root = version;
  g_ptr_array_add (self->roots, g_bytes_ref (bytes));
}

/* The root that programs have, which a new feed shows as well; those before it nobody asks for. */
static gboolean
add_known_root (Publication *self, guint version, GBytes *bytes, GError **error)
{
  if (version < self->after->root->version)
    return TRUE;
  if (!g_bytes_equal (bytes, self->after->root->bytes))
    return fail (error, VETO_RELEASE_ERROR_OTHER_ROOT, "%s: root %u is not the one that programs have",
                 self->folder, version);
  add_root (self, version, bytes);
  return TRUE;
}

static gboolean
take_root (Publication *self, guint version, GError **error)
{
  g_autofree char *name = veto_release_dup_root_name (version);
  g_autoptr(GBytes) bytes = veto_release_read_file (self->folder, name, VETO_TRUST_MAX_ROOT_BYTES, error);
  VetoTrustState *next;

  if (bytes == NULL)
    return FALSE;
  if (veto_release_has (self->feed, name))
    return check_same_root (self, name, bytes, error);
  if (self->after != NULL && version <= self->after->root->version)
    return add_known_root (self, version, bytes, error);
  if (self->after != NULL && version != self->after->root->version + 1)
    return fail (error, VETO_RELEASE_ERROR_GAP, "%s: root %u is missing before root %u", self->folder,
                 self->after->root->version + 1, version);
  next = self->after != NULL ? veto_trust_state_take_root (self->after, bytes, error)
                             : veto_trust_state_new (bytes, 0, error);
  if (next == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  g_clear_pointer (&self->after, veto_trust_state_unref);
  self->after = next;
  add_root (self, version, bytes);
  if (!next->withdrawn)
    return TRUE;
  return fail (error, VETO_RELEASE_ERROR_ROTATION, "%s: the index in %s is not signed by the keys of root %u",
               self->folder, self->feed, version);
}

static gboolean
take_roots (Publication *self, GError **error)
{
  g_autoptr(GArray) versions = veto_release_list_roots (self->folder);

  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->after = self->before != NULL ? veto_trust_state_ref (self->before) : NULL;
  for (guint i = 0; i < versions->len; i++)
    if (!take_root (self, g_array_index (versions, guint, i), error))
      return FALSE;
  if (self->after == NULL)
    return fail (error, VETO_RELEASE_ERROR_MISSING, "%s: no root", self->folder);
  return veto_trust_state_check_root (self->after, self->now, error);
}

/* Between the signers and here the folder went through hands and over sticks. */
static gboolean
check_payload (const Publication *self, GBytes *bytes, GError **error)
{
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(VetoTrustEnvelope) envelope = NULL;

  if (!veto_release_has (self->folder, VETO_RELEASE_PAYLOAD))
    return TRUE;
  payload = veto_release_read_file (self->folder, VETO_RELEASE_PAYLOAD, VETO_TRUST_MAX_INDEX_BYTES, error);
  envelope = payload != NULL ? veto_trust_envelope_parse (bytes, VETO_TRUST_INDEX, error) : NULL;
  if (envelope == NULL)
    return FALSE;
  if (g_bytes_equal (payload, envelope->payload))
    return TRUE;
  return fail (error, VETO_RELEASE_ERROR_NOT_BUILT, "%s: %s holds something else than %s", self->folder,
               VETO_RELEASE_INDEX, VETO_RELEASE_PAYLOAD);
}

static gboolean
take_index (Publication *self, GError **error)
{
  const char *const folders[] = { self->folder, self->feed, NULL };
  VetoTrustOutcome  outcome;
  VetoTrustState   *next;
  g_autoptr(GBytes) bytes = NULL;

  if (!veto_release_has (self->folder, VETO_RELEASE_INDEX))
    {
      if (self->roots->len > 0)
        return TRUE;
      return fail (error, VETO_RELEASE_ERROR_NOTHING, "%s: neither a new root nor a signed index",
                   self->folder);
    }
  bytes = veto_release_read_file (self->folder, VETO_RELEASE_INDEX, VETO_TRUST_MAX_INDEX_BYTES, error);
  if (bytes == NULL || !check_payload (self, bytes, error))
    return FALSE;
  next = veto_trust_state_take_index (self->after, bytes, self->now, &outcome, error);
  if (next == NULL)
    return FALSE;
  veto_trust_state_unref (self->after);
  self->after = next;
  self->files = veto_release_read_files (next->index, folders, error);
  return self->files != NULL && veto_release_check_guidance (self->files, next->root, error);
}

static gboolean
make_folder (const char *feed, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (feed, name, NULL);
  int              errsv;

  if (g_mkdir_with_parents (path, FOLDER_MODE) == 0)
    return TRUE;
  errsv = errno;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errsv), "%s: %s", path, g_strerror (errsv));
  return FALSE;
}

static gboolean
write_in_feed (const Publication *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (self->feed, name, NULL);
  return veto_file_write_public (path, bytes, error);
}

/* One that is served and whole is not written again; one that was damaged is. */
static gboolean
write_blobs (const Publication *self, guint *out_n, GError **error)
{
  const VetoTrustIndex *index = self->after->index;

  for (guint i = 0; self->files != NULL && i < index->n_files; i++)
    {
      const VetoTrustFile *file = &index->files[i];
      g_autofree char     *name = veto_release_dup_blob_name (file->sha256);
      g_autoptr(GBytes) served = veto_release_read_file (self->feed, name, file->size, NULL);

      if (served != NULL && veto_trust_file_check (file, served, NULL))
        continue;
      if (!write_in_feed (self, name, g_hash_table_lookup (self->files, file->name), error))
        return FALSE;
      ++*out_n;
    }
  return TRUE;
}

static gboolean
write_roots (const Publication *self, GError **error)
{
  for (guint i = 0; i < self->roots->len; i++)
    {
      g_autofree char *name = veto_release_dup_root_name (self->first_new_root + i);

      if (!write_in_feed (self, name, self->roots->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_index (const Publication *self)
{
  return self->before != NULL && self->before->index != NULL
         && g_bytes_equal (self->before->index->bytes, self->after->index->bytes);
}

static void
add_names (GHashTable *names, const VetoTrustState *state)
{
  for (guint i = 0; state != NULL && state->index != NULL && i < state->index->n_files; i++)
    g_hash_table_add (names, g_strconcat (state->index->files[i].sha256, ".json", NULL));
}

/* Whoever began with the index before still finds its files. Files that are not ours by their name stay. */
static guint
remove_old (const Publication *self, const char *folder, GHashTable *wanted)
{
  g_autofree char *path = g_build_filename (self->feed, folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint       n_removed = 0;
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      gboolean is_blob = wanted != NULL && strlen (file) == VETO_TRUST_HEX_BYTES + strlen (".json")
                         && strspn (file, "0123456789abcdef") == VETO_TRUST_HEX_BYTES
                         && g_str_has_suffix (file, ".json");
      g_autofree char *old = g_build_filename (path, file, NULL);

      if (is_blob && !g_hash_table_contains (wanted, file) && g_unlink (old) == 0)
        n_removed++;
      else if (g_str_has_prefix (file, DRAFT_PREFIX)) /* of a publisher that was killed */
        g_unlink (old);
    }
  return n_removed;
}

static gboolean
write_release (const Publication *self, VetoReleaseReport *report, GError **error)
{
  gboolean has_index = self->files != NULL && !is_same_index (self);
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!write_blobs (self, &report->n_blobs, error) || !write_roots (self, error))
    return FALSE;
  if (has_index && !write_in_feed (self, VETO_RELEASE_INDEX, self->after->index->bytes, error))
    return FALSE;
  add_names (wanted, self->before);
  add_names (wanted, self->after);
  report->n_removed = has_index ? remove_old (self, VETO_RELEASE_BLOBS, wanted) : 0;
  remove_old (self, VETO_RELEASE_ROOTS, NULL);
  remove_old (self, ".", NULL);
  report->root_version = self->after->root->version;
  report->index_version = self->after->index != NULL ? self->after->index->version : 0;
  report->n_roots = self->roots->len;
  report->is_new = has_index || self->roots->len > 0 || report->n_blobs > 0;
  return TRUE;
}

/* Two publishers one after the other; the lock goes when it is closed. Returns: a descriptor, or -1 */
static int
lock_feed (const char *feed, GError **error)
{
  int fd, errsv;

  if (!make_folder (feed, VETO_RELEASE_BLOBS, error) || !make_folder (feed, VETO_RELEASE_ROOTS, error))
    return -1;
  fd = open (feed, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  errsv = errno;
  if (fd >= 0)
    close (fd);
  if (errsv == EWOULDBLOCK)
    fail (error, VETO_RELEASE_ERROR_BUSY, "%s: somebody else is publishing", feed);
  else
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errsv), "%s: %s", feed, g_strerror (errsv));
  return -1;
}

gboolean
veto_release_publish (const char        *folder,
                      const char        *feed,
                      GBytes            *first,
                      gint64             now,
                      VetoReleaseReport *out_report,
                      GError           **error)
{
  g_auto(Publication) self = { .folder = folder, .feed = feed, .now = now };
  gboolean done;
  int      lock;

  g_return_val_if_fail (folder != NULL && feed != NULL && out_report != NULL, FALSE);

  *out_report = (VetoReleaseReport){ 0 };
  lock = lock_feed (feed, error);
  if (lock < 0)
    return FALSE;
  done = read_before (&self, first, error) && take_roots (&self, error) && take_index (&self, error)
         && write_release (&self, out_report, error);
  close (lock);
  return done;
}
