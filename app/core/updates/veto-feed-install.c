/* The steps of an update that read and write files. At each moment the disk has the old guidance or the new, whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-feed-install.h"

#include "veto-update-problem.h"

static gboolean
has_lost (const VetoFeed *disk, const VetoFeed *memory)
{
  const VetoTrustState *now = disk->trust, *before = memory->trust;

  if (before == NULL || now->root->version != before->root->version)
    return before != NULL && now->root->version < before->root->version;
  return now->floor.version < before->floor.version
         || (before->index != NULL && (now->index == NULL || now->index->version < before->index->version));
}

/* What the disk lost is still known here. */
static gboolean
write_roots_again (const VetoFeed *memory, VetoFeedFolder *folder, GError **error)
{
  guint first = memory->trust->root->version - memory->roots->len + 1;

  for (guint i = 0; i < memory->roots->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", first + i);

      if (!veto_feed_folder_write (folder, VETO_FEED_ROOTS, name, memory->roots->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

VetoFeed *
veto_feed_begin (const VetoFeedConfig *config,
                 VetoFeedFolder       *folder,
                 const char           *language,
                 VetoFeed             *memory,
                 GError              **error)
{
  g_autoptr(VetoFeed) disk = veto_feed_load (config, folder, language, error);

  if (disk == NULL)
    return NULL;
  if (disk->trust == NULL)
    {
      g_set_error_literal (error, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_NO_FEED, "no root is built in");
      return NULL;
    }
  if (!has_lost (disk, memory))
    return g_steal_pointer (&disk);
  return write_roots_again (memory, folder, error) ? veto_feed_ref (memory) : NULL;
}

static gboolean
contains_content (const GPtrArray *files, const VetoTrustFile *file)
{
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (((const VetoTrustFile *) files->pdata[i])->sha256, file->sha256))
      return TRUE;
  return FALSE;
}

GPtrArray *
veto_feed_list_missing (VetoFeedFolder *folder, const VetoTrustIndex *index)
{
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < index->n_files; i++)
    {
      g_autoptr(GBytes) bytes = veto_feed_read_blob (folder, &index->files[i], NULL);

      if (bytes == NULL && !contains_content (missing, &index->files[i]))
        g_ptr_array_add (missing, &index->files[i]);
    }
  return missing;
}

static gboolean
keep_file (VetoFeedFolder *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr(GBytes)
               there = veto_feed_folder_read (folder, VETO_FEED_TOP, name, g_bytes_get_size (bytes), NULL);

  return (there != NULL && g_bytes_equal (there, bytes))
         || veto_feed_folder_write (folder, VETO_FEED_TOP, name, bytes, error);
}

gboolean
veto_feed_keep_index (VetoFeedFolder *folder, const VetoTrustState *trust, GError **error)
{
  g_autoptr(GBytes) floor = veto_trust_floor_write (&trust->floor);
  g_autoptr(GError) problem = NULL;

  if (!keep_file (folder, VETO_FEED_INDEX, trust->index->bytes, error))
    return FALSE;
  /* The index is exchanged. Without a floor its own number counts, so nothing is lost that a person should hear of. */
  if (!keep_file (folder, VETO_FEED_FLOOR, floor, &problem))
    g_debug ("no floor: %s", problem->message);
  return TRUE;
}

/* Returns: (transfer full) (nullable): names to GBytes */
static GHashTable *
read_files (VetoFeedFolder *folder, const VetoTrustIndex *index, GError **error)
{
  g_autoptr(GHashTable)
               files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < index->n_files; i++)
    {
      GBytes *bytes = veto_feed_read_blob (folder, &index->files[i], error);

      if (bytes == NULL)
        return NULL;
      g_hash_table_insert (files, index->files[i].name, bytes);
    }
  return g_steal_pointer (&files);
}

static VetoGuideSet *
read_language (const VetoTrustState *trust, GHashTable *files, const char *language, GError **error)
{
  return veto_guide_set_read_files (files, (const char *const *) trust->root->link_hosts,
                                    (const char *const *) trust->root->mail_domains, language, error);
}

/* Who changes the language must not find words that nobody has checked. Returns: (transfer full) (nullable): in @language */
static VetoGuideSet *
read_all_languages (const VetoTrustState *trust, GHashTable *files, const char *language, GError **error)
{
  g_autoptr(VetoGuideSet) set = read_language (trust, files, language, error);
  const char *const *languages = set != NULL ? veto_guide_set_get_languages (set) : NULL;

  for (guint i = 0; set != NULL && languages[i] != NULL; i++)
    {
      g_autoptr(VetoGuideSet) other = NULL;

      if (g_str_equal (languages[i], veto_guide_set_get_language (set)))
        continue;
      other = read_language (trust, files, languages[i], error);
      if (other == NULL)
        return NULL;
    }
  return g_steal_pointer (&set);
}

static void
add_hashes (GHashTable *hashes, const VetoTrustIndex *index)
{
  for (guint i = 0; i < index->n_files; i++)
    g_hash_table_add (hashes, g_strdup (index->files[i].sha256));
}

/* U14. @trust: with the index that is on the disk, or none */
static void
clean (VetoFeedFolder *folder, const VetoTrustState *trust)
{
  static const char *const names[] = { VETO_FEED_INDEX, VETO_FEED_PREVIOUS };
  g_autoptr(GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GBytes) bytes =
                   veto_feed_folder_read (folder, VETO_FEED_TOP, names[i], VETO_TRUST_MAX_INDEX_BYTES, NULL);
      g_autoptr(VetoTrustIndex) index = bytes != NULL ? veto_trust_index_read (trust->root, bytes, NULL)
                                                       : NULL;

      if (index != NULL)
        add_hashes (hashes, index);
    }
  veto_feed_folder_clean (folder, hashes);
}

/* The index in use becomes the one before. It is written, not renamed: a disk that is full must not leave a start without it. */
static gboolean
keep_previous (const VetoFeed *self, const VetoTrustState *trust, VetoFeedFolder *folder, GError **error)
{
  const VetoTrustIndex *before = self->trust->index;

  return before == NULL || g_str_equal (before->sha256, trust->index->sha256)
         || keep_file (folder, VETO_FEED_PREVIOUS, before->bytes, error);
}

VetoFeed *
veto_feed_install (const VetoFeed *self,
                   VetoTrustState *trust,
                   VetoFeedFolder *folder,
                   const char     *language,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr(GHashTable) files = read_files (folder, trust->index, error);
  g_autoptr(VetoGuideSet) set = files != NULL ? read_all_languages (trust, files, language, error) : NULL;

  if (set == NULL)
    {
      clean (folder, self->trust); /* what was fetched for it is of no use */
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !keep_previous (self, trust, folder, error)
      || !veto_feed_keep_index (folder, trust, error))
    return NULL;
  clean (folder, trust);
  return veto_feed_replace (self, trust, set);
}
