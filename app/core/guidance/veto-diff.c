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

static GBytes *
load (Bundle *self, const VetoBundleFiles *files, const char *name)
{
  return self->reader.error == NULL ? veto_bundle_files_read (files, name, &self->reader.error) : NULL;
}

static const VetoJson *
load_words (Bundle *self, const VetoBundleFiles *files, const char *language)
{
  g_autofree char *name = g_strdup_printf ("text/%s.json", language);
  g_autoptr(GBytes) data = load (self, files, name);
  const VetoJson *strings = data != NULL ? veto_reader_read_words (&self->reader, data, name, language)
                                         : NULL;

  if (strings != NULL)
    g_hash_table_insert (self->words, g_strdup (language), (gpointer) strings);
  return strings;
}

static void
load_languages (Bundle *self, const VetoBundleFiles *files)
{
  g_autofree char *path = g_build_filename (files->root, "text", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_str_has_suffix (file, ".json") ? g_strndup (file, strlen (file) - 5) : NULL;

      if (veto_bundle_files_is_language (name) && !g_str_equal (name, "en"))
        load_words (self, files, name);
    }
}

static gboolean
load_bundle (Bundle *self, const char *folder, GError **error)
{
  g_auto(VetoBundleContent) content = { 0 };
  const VetoBundleFiles files = { FALSE, folder };
  g_autoptr(GBytes) data = NULL;
  const VetoJson *root = NULL;

  veto_reader_init (&self->reader, FALSE);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  data = load (self, &files, "guidance.json");
  if (data != NULL)
    root = veto_reader_parse (&self->reader, data, "guidance.json");
  self->reader.english = load_words (self, &files, "en");
  load_languages (self, &files);
  if (self->reader.error == NULL)
    veto_read_bundle (&self->reader, root, NULL, &content);
  if (self->reader.error == NULL)
    {
      self->root = root;
      return TRUE;
    }
  g_propagate_prefixed_error (error, g_steal_pointer (&self->reader.error), "%s: ", folder);
  return FALSE;
}

static void
diff_hosts (GPtrArray *changes, const VetoJson *before, const VetoJson *after, const char *member)
{
  const VetoJson *lists[] = { veto_json_find (before, member), veto_json_find (after, member) };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < lists[side]->n_items; i++)
      {
        const char *host = lists[side]->items[i].text;
        gboolean    in_both = FALSE;

        for (guint k = 0; k < lists[1 - side]->n_items && !in_both; k++)
          in_both = g_str_equal (lists[1 - side]->items[k].text, host);
        if (!in_both)
          veto_diff_add (changes, VETO_CHANGE_HOST, member, side == 0 ? host : NULL, side == 1 ? host : NULL);
      }
}

static void collect_links (const VetoJson *object, const char *place, GPtrArray *links);

static void
collect_list (const VetoJson *list, const char *place, const char *member, GPtrArray *links)
{
  for (guint i = 0; i < list->n_items; i++)
    {
      const VetoJson *node = &list->items[i];
      const char     *id = veto_diff_get_id (node);

      if (id != NULL)
        {
          g_autofree char *where = veto_diff_dup_place (place, member, id);
          collect_links (node, where, links);
        }
      else if (g_str_equal (member, "links") && node->kind == VETO_JSON_TEXT)
        {
          g_ptr_array_add (links, g_strdup (place));
          g_ptr_array_add (links, g_strdup (node->text));
        }
    }
}

/* Adds the links below @place to @links: pairs of place and link, in their order. */
static void
collect_links (const VetoJson *object, const char *place, GPtrArray *links)
{
  for (guint i = 0; i < object->n_items; i++)
    {
      const VetoJson *node = &object->items[i];

      if (node->kind == VETO_JSON_LIST)
        collect_list (node, place, node->name, links);
      else if (node->kind == VETO_JSON_OBJECT && !g_str_equal (node->name, "hosts"))
        collect_links (node, place, links);
      else if (veto_diff_is_link (node->name) && node->kind == VETO_JSON_TEXT)
        {
          g_ptr_array_add (links, g_strdup_printf ("%s.%s", place, node->name));
          g_ptr_array_add (links, g_strdup (node->text));
        }
    }
}

/* All links of one place, in their order; they cannot hold spaces. Returns: (transfer full) (nullable) */
static char *
join_links (const GPtrArray *links, const char *place)
{
  GString *text = NULL;

  for (guint i = 0; i < links->len; i += 2)
    if (g_str_equal (links->pdata[i], place))
      {
        if (text == NULL)
          text = g_string_new (links->pdata[i + 1]);
        else
          g_string_append_printf (text, " %s", (const char *) links->pdata[i + 1]);
      }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static void
diff_links (GPtrArray *changes, const VetoJson *before, const VetoJson *after)
{
  g_autoptr(GPtrArray) old_links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) new_links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *sides[] = { old_links, new_links };

  collect_links (before, "", old_links);
  collect_links (after, "", new_links);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < sides[side]->len; i += 2)
      if (g_hash_table_add (seen, sides[side]->pdata[i]))
        {
          g_autofree char *old_text = join_links (old_links, sides[side]->pdata[i]);
          g_autofree char *new_text = join_links (new_links, sides[side]->pdata[i]);

          if (g_strcmp0 (old_text, new_text) != 0)
            veto_diff_add (changes, VETO_CHANGE_LINK, sides[side]->pdata[i], old_text, new_text);
        }
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
veto_authoring_diff (const char *before, const char *after, GError **error)
{
  g_auto(Bundle) old_bundle = { 0 };
  g_auto(Bundle) new_bundle = { 0 };
  g_autoptr(GList) languages = NULL;
  const VetoJson *old_hosts, *new_hosts;
  GPtrArray      *changes;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  if (!load_bundle (&old_bundle, before, error) || !load_bundle (&new_bundle, after, error))
    return NULL;

  changes = g_ptr_array_new_with_free_func (free_change);
  old_hosts = veto_json_find (old_bundle.root, "hosts");
  new_hosts = veto_json_find (new_bundle.root, "hosts");
  diff_hosts (changes, old_hosts, new_hosts, "links");
  diff_hosts (changes, old_hosts, new_hosts, "mail");
  diff_links (changes, old_bundle.root, new_bundle.root);
  veto_diff_structure (changes, "", old_bundle.root, new_bundle.root);
  languages = list_names (g_hash_table_get_keys (old_bundle.words), g_hash_table_get_keys (new_bundle.words));
  for (GList *link = languages; link != NULL; link = link->next)
    diff_words (changes, link->data, g_hash_table_lookup (old_bundle.words, link->data),
                g_hash_table_lookup (new_bundle.words, link->data));
  return changes;
}
