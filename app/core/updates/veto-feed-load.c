/* What is trusted and in use: verified from the built-in root on, at every start.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-feed-load.h"

#include "veto-trust-error.h"

#define MAX_FLOOR_BYTES 1024
#define N_CANDIDATES 2

/* An index on the disk that is signed by those who may now. */
typedef struct
{
  VetoTrustState *trust; /* nullable: there is none */
  gboolean        is_prev;
} Candidate;

static void
clear_feed (VetoFeed *self)
{
  g_clear_pointer (&self->trust, veto_trust_state_unref);
  g_clear_pointer (&self->roots, g_ptr_array_unref);
  g_clear_object (&self->set);
}

VetoFeed *
veto_feed_ref (VetoFeed *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
veto_feed_unref (VetoFeed *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_feed);
}

static VetoFeed *
create_feed (void)
{
  VetoFeed *self = g_atomic_rc_box_new0 (VetoFeed);

  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

static void
take_trust (VetoFeed *self, VetoTrustState *trust)
{
  g_clear_pointer (&self->trust, veto_trust_state_unref);
  self->trust = trust;
}

GBytes *
veto_feed_read_blob (VetoFeedFolder *folder, const VetoTrustFile *file, GError **error)
{
  g_autoptr(GBytes) bytes = veto_feed_folder_read (folder, VETO_FEED_BLOBS, file->sha256, file->size, error);

  return bytes != NULL && veto_trust_file_check (file, bytes, error) ? g_steal_pointer (&bytes) : NULL;
}

/* Its own list of hosts counts here: who took a host from the root withdraws links, not the guidance. */
static VetoGuideSet *
read_set (VetoFeedFolder *folder, const VetoTrustIndex *index, const char *language, GError **error)
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
  return veto_guide_set_read_files (files, NULL, NULL, language, error);
}

/* Returns: (transfer full) (nullable): the root that is built in and nothing else; %NULL: there is no feed */
static VetoTrustState *
begin_trust (const VetoFeedConfig *config)
{
  g_autoptr(GError) error = NULL;
  VetoTrustState *trust;

  if (config->root == NULL)
    return NULL;
  trust = veto_trust_state_new (config->root, config->built_in_version, &error);
  if (trust == NULL)
    g_warning ("the built-in root is of no use: %s", error->message);
  return trust;
}

/* S2. @steps: gets the state after each root, for whoever asks under which one something was signed */
static void
walk_roots (VetoFeed *self, VetoFeedFolder *folder, GPtrArray *steps)
{
  for (guint version = self->trust->root->version + 1;; version++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", version);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes =
                   veto_feed_folder_read (folder, VETO_FEED_ROOTS, name, VETO_TRUST_MAX_ROOT_BYTES, &error);
      VetoTrustState *next = bytes != NULL ? veto_trust_state_take_root (self->trust, bytes, &error) : NULL;

      g_ptr_array_add (steps, veto_trust_state_ref (self->trust));
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return;
      if (next == NULL)
        {
          g_debug ("root/%s is put aside: %s", name, error->message);
          veto_feed_folder_set_aside (folder, VETO_FEED_ROOTS, name);
          self->repaired = TRUE;
          return;
        }
      take_trust (self, next);
      g_ptr_array_add (self->roots, g_steal_pointer (&bytes));
    }
}

static void
restore_floor (VetoFeed *self, VetoFeedFolder *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes =
               veto_feed_folder_read (folder, VETO_FEED_TOP, VETO_FEED_FLOOR, MAX_FLOOR_BYTES, &error);
  VetoTrustState *next = bytes != NULL ? veto_trust_state_restore_floor (self->trust, bytes, &error) : NULL;

  if (next != NULL)
    take_trust (self, next);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_debug ("no floor: %s", error->message);
      self->repaired = TRUE;
    }
}

static gboolean
was_signed (const GPtrArray *steps, GBytes *bytes)
{
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      g_autoptr(VetoTrustState) before = veto_trust_state_restore_index (steps->pdata[i], bytes, NULL);

      if (before != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): the state with that index, if it may be used */
static VetoTrustState *
restore_index (VetoFeed *self, VetoFeedFolder *folder, const char *name, const GPtrArray *steps)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes =
               veto_feed_folder_read (folder, VETO_FEED_TOP, name, VETO_TRUST_MAX_INDEX_BYTES, &error);
  VetoTrustState *next = bytes != NULL ? veto_trust_state_restore_index (self->trust, bytes, &error) : NULL;

  if (next != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return next;
  g_debug ("%s is not used: %s", name, error->message);
  if (g_error_matches (error, VETO_TRUST_ERROR, VETO_TRUST_ERROR_SIGNATURE) && was_signed (steps, bytes))
    self->withdrawn |= g_str_equal (name, VETO_FEED_INDEX);
  else
    self->repaired = TRUE;
  return NULL;
}

/* @self: (transfer none): the set of a candidate becomes its own when it is whole */
static gboolean
try_candidate (VetoFeed *self, VetoFeedFolder *folder, const Candidate *candidate, const char *language)
{
  g_autoptr(GError) error = NULL;
  VetoTrustState *trust = candidate->trust;

  if (trust == NULL || veto_trust_state_is_behind_built_in (trust))
    return FALSE;
  self->set = read_set (folder, trust->index, language, &error);
  if (self->set == NULL)
    {
      g_debug ("version %u is not whole: %s", trust->index->version, error->message);
      self->repaired = TRUE;
      return FALSE;
    }
  take_trust (self, veto_trust_state_ref (trust));
  self->from_prev = candidate->is_prev;
  return TRUE;
}

/* S3: the highest version that passes wholly. @steps: (nullable): of walk_roots() */
static void
choose (VetoFeed *self, VetoFeedFolder *folder, const char *language, const GPtrArray *steps)
{
  Candidate candidates[N_CANDIDATES] = {
    { restore_index (self, folder, VETO_FEED_INDEX, steps), FALSE },
    { restore_index (self, folder, VETO_FEED_PREVIOUS, steps), TRUE },
  };
  const VetoTrustState *first = candidates[0].trust, *second = candidates[1].trust;

  if (first != NULL && second != NULL && second->index->version > first->index->version)
    {
      Candidate swap = candidates[0];

      candidates[0] = candidates[1];
      candidates[1] = swap;
    }
  for (guint i = 0; i < N_CANDIDATES && self->set == NULL; i++)
    try_candidate (self, folder, &candidates[i], language);
  for (guint i = 0; i < N_CANDIDATES; i++)
    g_clear_pointer (&candidates[i].trust, veto_trust_state_unref);
}

static gboolean
complete (VetoFeed *self, const VetoFeedConfig *config, const char *language, GError **error)
{
  if (self->set == NULL)
    self->set = veto_guide_set_read_resource (config->built_in, language, error);
  if (self->set != NULL && self->trust != NULL) /* S5 */
    veto_guide_set_limit_links (self->set, (const char *const *) self->trust->root->link_hosts,
                                (const char *const *) self->trust->root->mail_domains);
  return self->set != NULL;
}

VetoFeed *
veto_feed_load (const VetoFeedConfig *config, VetoFeedFolder *folder, const char *language, GError **error)
{
  g_autoptr(VetoFeed) self = create_feed ();

  self->trust = begin_trust (config);
  if (self->trust != NULL && folder != NULL)
    {
      g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_trust_state_unref);

      walk_roots (self, folder, steps);
      restore_floor (self, folder);
      choose (self, folder, language, steps);
    }
  return complete (self, config, language, error) ? g_steal_pointer (&self) : NULL;
}

static VetoFeed *
copy_feed (const VetoFeed *self)
{
  VetoFeed *copy = create_feed ();

  for (guint i = 0; i < self->roots->len; i++)
    g_ptr_array_add (copy->roots, g_bytes_ref (self->roots->pdata[i]));
  copy->trust = veto_trust_state_ref (self->trust);
  copy->from_prev = self->from_prev;
  copy->withdrawn = self->withdrawn;
  copy->repaired = self->repaired;
  return copy;
}

VetoFeed *
veto_feed_take_root (const VetoFeed       *self,
                     const VetoFeedConfig *config,
                     VetoFeedFolder       *folder,
                     const char           *language,
                     GBytes               *bytes,
                     GError              **error)
{
  g_autoptr(VetoTrustState) trust = veto_trust_state_take_root (self->trust, bytes, error);
  g_autofree char *name = NULL;
  g_autoptr(VetoFeed) next = NULL;
  g_autoptr(GPtrArray) steps = NULL;

  if (trust == NULL)
    return NULL;
  name = g_strdup_printf ("%u.json", trust->root->version);
  if (!veto_feed_folder_write (folder, VETO_FEED_ROOTS, name, bytes, error))
    return NULL;
  next = copy_feed (self);
  take_trust (next, veto_trust_state_ref (trust));
  g_ptr_array_add (next->roots, g_bytes_ref (bytes));
  if (!trust->withdrawn)
    {
      next->set =
        g_object_ref (self->set); /* others have it: whoever shows it asks for the hosts of the root */
      return g_steal_pointer (&next);
    }
  steps = g_ptr_array_new ();
  g_ptr_array_add (steps, self->trust);
  next->withdrawn = TRUE;
  choose (next, folder, language, steps);
  return complete (next, config, language, error) ? g_steal_pointer (&next) : NULL;
}

VetoFeed *
veto_feed_replace (const VetoFeed *self, VetoTrustState *trust, VetoGuideSet *set)
{
  VetoFeed *next = copy_feed (self);

  take_trust (next, veto_trust_state_ref (trust));
  next->set = g_object_ref (set);
  next->from_prev = FALSE;
  next->withdrawn = FALSE;
  return next;
}

VetoGuideSet *
veto_feed_load_previous (const VetoFeed       *self,
                         const VetoFeedConfig *config,
                         VetoFeedFolder       *folder,
                         const char           *language,
                         GError              **error)
{
  const VetoTrustIndex *index = self->trust != NULL ? self->trust->index : NULL;
  g_autoptr(VetoTrustState) before = NULL;
  VetoGuideSet *set = NULL;

  if (index == NULL)
    return NULL;
  if (folder != NULL && !self->from_prev)
    {
      g_autoptr(VetoFeed) scratch = copy_feed (self);

      before = restore_index (scratch, folder, VETO_FEED_PREVIOUS, NULL);
    }
  if (before != NULL && before->index->version < index->version)
    set = read_set (folder, before->index, language, NULL);
  return set != NULL ? set : veto_guide_set_read_resource (config->built_in, language, error);
}
