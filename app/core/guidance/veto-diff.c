/* What differs between two bundles, for those who have to agree to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-diff.h"

#include "veto-authoring.h"
#include "veto-bundle-files.h"
#include "veto-json.h"
#include "veto-read-bundle.h"

/* One bundle, wholly read and checked */
typedef struct
{
  VetoReader      reader;
  const VetoJson *root;
  GHashTable     *words; /* language to its strings */
} Bundle;

static void
clear_bundle (Bundle *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  veto_reader_clear (&self->reader);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bundle, clear_bundle)

static void
free_change (gpointer data)
{
  VetoChange *change = data;

  g_free (change->place);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

void
veto_diff_add (GPtrArray     *changes,
               VetoChangeKind kind,
               const char    *place,
               const char    *before,
               const char    *after)
{
  VetoChange *change = g_new0 (VetoChange, 1);

  change->kind = kind;
  change->place = g_strdup (place);
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (changes, change);
}

static const VetoJson *
load_words (Bundle *self, GBytes *data, const char *name)
{
  g_autofree char *language = g_strndup (name + strlen ("text/"), strlen (name) - strlen ("text/.json"));
  const VetoJson  *strings = veto_reader_read_words (&self->reader, data, name, language);

  if (strings != NULL)
    g_hash_table_insert (self->words, g_steal_pointer (&language), (gpointer) strings);
  return strings;
}

static GBytes *
find_file (Bundle *self, GHashTable *files, const char *name)
{
  GBytes *data = g_hash_table_lookup (files, name);

  if (data == NULL && self->reader.error == NULL)
    g_set_error (&self->reader.error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING, "%s: missing", name);
  return data;
}

static void
load_files (Bundle *self, GHashTable *files)
{
  g_auto(VetoBundleContent) content = { 0 };
  GBytes *head = find_file (self, files, "guidance.json"), *english = find_file (self, files, "text/en.json");
  GHashTableIter iter;
  gpointer       name, data;

  if (head != NULL)
    self->root = veto_reader_parse (&self->reader, head, "guidance.json");
  if (english != NULL)
    self->reader.english = load_words (self, english, "text/en.json");
  g_hash_table_iter_init (&iter, files);
  while (self->reader.error == NULL && g_hash_table_iter_next (&iter, &name, &data))
    if (g_str_has_prefix (name, "text/") && data != english)
      load_words (self, data, name);
  if (self->reader.error == NULL)
    veto_read_bundle (&self->reader, self->root, NULL, &content);
}

static gboolean
load_bundle (Bundle *self, const VetoBundleSide *side, GError **error)
{
  veto_reader_init (&self->reader, FALSE);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  load_files (self, side->files);
  if (self->reader.error == NULL)
    return TRUE;
  g_propagate_prefixed_error (error, g_steal_pointer (&self->reader.error), "%s: ", side->name);
  return FALSE;
}

/* Returns: (transfer container) */
static GStrv
list_hosts (const Bundle *bundle, const char *member, const char *const *instead)
{
  const VetoJson *list = veto_json_find (veto_json_find (bundle->root, "hosts"), member);
  g_autoptr(GPtrArray) hosts = g_ptr_array_new ();

  for (guint i = 0; instead != NULL && instead[i] != NULL; i++)
    g_ptr_array_add (hosts, (gpointer) instead[i]);
  for (guint i = 0; instead == NULL && i < list->n_items; i++)
    g_ptr_array_add (hosts, (gpointer) list->items[i].text);
  g_ptr_array_add (hosts, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&hosts), FALSE);
}

static void
diff_hosts (GPtrArray *changes, const char *member, GStrv before, GStrv after)
{
  g_autofree gpointer old_hosts = before, new_hosts = after;

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) after, before[i]))
      veto_diff_add (changes, VETO_CHANGE_HOST, member, before[i], NULL);
  for (guint i = 0; after[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) before, after[i]))
      veto_diff_add (changes, VETO_CHANGE_HOST, member, NULL, after[i]);
}

/* Sorted names of two tables of names, each once */
static GList *
list_names (GList *names, GList *more)
{
  GList *all = g_list_sort (g_list_concat (names, more), (GCompareFunc) g_strcmp0);

  for (GList *link = all; link != NULL && link->next != NULL;)
    if (g_str_equal (link->data, link->next->data))
      all = g_list_delete_link (all, link->next);
    else
      link = link->next;
  return all;
}

static const char *
get_words (const VetoJson *strings, const char *key)
{
  return strings != NULL && veto_json_find (strings, key) != NULL ? veto_json_find (strings, key)->text
                                                                  : NULL;
}

static void
diff_words (GPtrArray *changes, const char *language, const VetoJson *before, const VetoJson *after)
{
  g_autoptr(GList) keys = list_names (before != NULL ? veto_diff_list_members (before) : NULL,
                                       after != NULL ? veto_diff_list_members (after) : NULL);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      const char      *old_text = get_words (before, link->data), *new_text = get_words (after, link->data);
      g_autofree char *place = g_strdup_printf ("%s: %s", language, (const char *) link->data);

      if (g_strcmp0 (old_text, new_text) != 0)
        veto_diff_add (changes, VETO_CHANGE_WORDS, place, old_text, new_text);
    }
}

GPtrArray *
veto_authoring_diff_sides (const VetoBundleSide *before, const VetoBundleSide *after, GError **error)
{
  g_auto(Bundle) old_bundle = { 0 };
  g_auto(Bundle) new_bundle = { 0 };
  g_autoptr(GList) languages = NULL;
  GPtrArray *changes;

  g_return_val_if_fail (before != NULL && before->files != NULL, NULL);
  g_return_val_if_fail (after != NULL && after->files != NULL, NULL);

  if (!load_bundle (&old_bundle, before, error) || !load_bundle (&new_bundle, after, error))
    return NULL;

  changes = g_ptr_array_new_with_free_func (free_change);
  diff_hosts (changes, "links", list_hosts (&old_bundle, "links", before->link_hosts),
              list_hosts (&new_bundle, "links", after->link_hosts));
  diff_hosts (changes, "mail", list_hosts (&old_bundle, "mail", before->mail_domains),
              list_hosts (&new_bundle, "mail", after->mail_domains));
  veto_diff_places (changes, VETO_CHANGE_LINK, old_bundle.root, new_bundle.root);
  veto_diff_places (changes, VETO_CHANGE_ADDRESS, old_bundle.root, new_bundle.root);
  veto_diff_structure (changes, "", old_bundle.root, new_bundle.root);
  languages = list_names (g_hash_table_get_keys (old_bundle.words), g_hash_table_get_keys (new_bundle.words));
  for (GList *link = languages; link != NULL; link = link->next)
    diff_words (changes, link->data, g_hash_table_lookup (old_bundle.words, link->data),
                g_hash_table_lookup (new_bundle.words, link->data));
  return changes;
}

static gboolean
read_file (GHashTable *files, const VetoBundleFiles *folder, const char *name, GError **error)
{
  GBytes *data = veto_bundle_files_read (folder, name, error);

  if (data == NULL)
    return FALSE;
  g_hash_table_insert (files, g_strdup (name), data);
  return TRUE;
}

GHashTable *
veto_authoring_read_bundle (const char *folder, GError **error)
{
  const VetoBundleFiles place = { FALSE, folder };
  g_autoptr(GHashTable) files =
               g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_auto(GStrv) languages = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  languages = veto_bundle_files_list_languages (&place);
  if (!read_file (files, &place, "guidance.json", error))
    return NULL;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("text/%s.json", languages[i]);

      if (!read_file (files, &place, name, error))
        return NULL;
    }
  return g_steal_pointer (&files);
}

static GHashTable *
read_side (const char *folder, GError **error)
{
  GError     *problem = NULL;
  GHashTable *files = veto_authoring_read_bundle (folder, &problem);

  if (files == NULL)
    g_propagate_prefixed_error (error, problem, "%s: ", folder);
  return files;
}

GPtrArray *
veto_authoring_diff (const char *before, const char *after, GError **error)
{
  g_autoptr(GHashTable) old_files = NULL;
  g_autoptr(GHashTable) new_files = NULL;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  old_files = read_side (before, error);
  new_files = old_files != NULL ? read_side (after, error) : NULL;
  if (new_files == NULL)
    return NULL;
  return veto_authoring_diff_sides (&(VetoBundleSide){ old_files, before, NULL, NULL },
                                    &(VetoBundleSide){ new_files, after, NULL, NULL }, error);
}
