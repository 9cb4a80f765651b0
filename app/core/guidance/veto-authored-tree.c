/* Guidance as people write it: many small files, put together as the bundle they will be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-authoring"

#include "veto-authored-tree.h"

#include "veto-bundle-files.h"
#include "veto-json.h"

#define SUFFIX ".json"

/* While a tree is read */
typedef struct
{
  VetoAuthoredTree *tree;
  VetoReader       *reader;
  VetoBundleFiles   files;
  GArray           *members; /* of VetoJson: the bundle's */
} Walk;

static const struct
{
  const char *name;
  gboolean    is_list;
  gboolean    is_optional; /* of a format that guidance may be older than */
} parts[] = {
  { "authorities", TRUE }, { "common", FALSE }, { "controllers", TRUE }, { "glossary", TRUE, TRUE },
  { "holidays", TRUE },    { "hosts", FALSE },  { "regimes", TRUE },     { "sources", TRUE },
};

/* Ids that begin the keys of other words */
static const char *const reserved[] = { "authorities", "common",   "controllers", "countries", "glossary",
                                        "covers",      "holidays", "keep",        "letters",   "regimes",
                                        "regions",     "sources",  NULL };

static void
free_language (gpointer data)
{
  VetoAuthoredLanguage *language = data;

  g_free (language->name);
  g_clear_pointer (&language->words, veto_json_document_free);
  g_hash_table_unref (language->files);
  g_free (language);
}

void
veto_authored_tree_clear (VetoAuthoredTree *self)
{
  g_clear_pointer (&self->document, veto_json_document_free);
  g_clear_pointer (&self->platform_files, g_ptr_array_unref);
  g_clear_pointer (&self->letter_files, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
}

static void
add_member (const Walk *walk, const char *name, VetoJson value)
{
  value.name = name;
  g_array_append_val (walk->members, value);
}

static void
complain_of_file (const Walk *walk, const char *file, const char *why)
{
  veto_reader_enter_document (walk->reader, file);
  veto_reader_complain (walk->reader, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "%s", why);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (nullable): the sorted names in a folder, without hidden ones */
static GPtrArray *
list_folder (const Walk *walk, const char *folder)
{
  g_autofree char *path = g_build_filename (walk->files.root, folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray  *names;
  const char *name;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (walk->tree->sources, g_steal_pointer (&path));
  return names;
}

/* Returns: (transfer none) (nullable): the document; what is wrong has been complained of */
static const VetoJson *
read_file (const Walk *walk, const char *file)
{
  GError *error = NULL;
  g_autoptr(GBytes) data = veto_bundle_files_read (&walk->files, file, &error);

  g_ptr_array_add (walk->tree->sources, g_build_filename (walk->files.root, file, NULL));
  if (data != NULL)
    return veto_reader_parse (walk->reader, data, file);
  veto_reader_take_complaint (walk->reader, error->code, g_strdup (error->message));
  g_error_free (error);
  return NULL;
}

static void
read_part (const Walk *walk, const char *name, gboolean is_list)
{
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);
  const VetoJson  *node = read_file (walk, file);
  VetoJson         nothing = { .kind = is_list ? VETO_JSON_LIST : VETO_JSON_OBJECT };

  if (node != NULL && node->kind == nothing.kind)
    {
      add_member (walk, name, *node);
      return;
    }
  if (node != NULL)
    complain_of_file (walk, file, is_list ? "expected a list" : "expected an object");
  add_member (walk, name, nothing);
}

/* One platform or letter, whose id its file is named after */
static void
read_named (const Walk *walk, GArray *list, GPtrArray *files, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (folder, "/", name, NULL);
  g_autofree char *id = g_strndup (name, strlen (name) - strlen (SUFFIX));
  const VetoJson  *node = read_file (walk, file);
  const char      *written;

  if (node == NULL)
    return;
  if (node->kind == VETO_JSON_OBJECT && veto_json_has (node, "id"))
    {
      veto_reader_enter_document (walk->reader, file);
      written = veto_reader_get_id (walk->reader, node, "id");
      if (written != NULL && !g_str_equal (written, id))
        veto_reader_complain (walk->reader, VETO_GUIDANCE_ERROR_MALFORMED, "id", "%s, but the file says %s",
                              written, id);
    }
  if (files == walk->tree->platform_files && g_strv_contains (reserved, id))
    complain_of_file (walk, file, "the keys of other words begin with this name");
  g_array_append_vals (list, node, 1);
  g_ptr_array_add (files, g_steal_pointer (&file));
}

static void
read_folder (const Walk *walk, const char *folder, GPtrArray *files)
{
  g_autoptr(GPtrArray) names = list_folder (walk, folder);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  VetoJson  value = { .kind = VETO_JSON_LIST };
  VetoJson *items;

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (g_str_has_suffix (names->pdata[i], SUFFIX))
      read_named (walk, list, files, folder, names->pdata[i]);
  g_ptr_array_add (files, NULL);
  items = veto_pool_new_array (walk->reader->pool, VetoJson, list->len);
  for (guint i = 0; i < list->len; i++)
    items[i] = g_array_index (list, VetoJson, i);
  value.n_items = list->len;
  value.items = items;
  add_member (walk, folder, value);
}

static void
read_words_file (const Walk *walk, VetoAuthoredLanguage *language, GArray *strings, const char *file)
{
  const VetoJson *root = read_file (walk, file);
  const char     *kept, *other;

  if (root == NULL)
    return;
  if (root->kind != VETO_JSON_OBJECT)
    {
      complain_of_file (walk, file, "expected an object");
      return;
    }
  kept = veto_pool_take_text (walk->reader->pool, g_strdup (file));
  veto_reader_enter_document (walk->reader, file);
  for (guint i = 0; i < root->n_items; i++)
    {
      const VetoJson *node = &root->items[i];
      const char     *key = node->name;

      other = g_hash_table_lookup (language->files, key);
      if (node->kind != VETO_JSON_TEXT)
        veto_reader_complain (walk->reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "expected text");
      else if (other != NULL)
        veto_reader_complain (walk->reader, VETO_GUIDANCE_ERROR_MALFORMED, key, "also in %s", other);
      else
        {
          g_array_append_vals (strings, node, 1);
          g_hash_table_insert (language->files, (gpointer) key, (gpointer) kept);
        }
    }
}

static void
read_language (const Walk *walk, const char *name)
{
  g_autofree char *folder = g_strconcat ("text/", name, NULL);
  g_autoptr(GPtrArray) names = list_folder (walk, folder);
  g_autoptr(GArray) strings = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  VetoAuthoredLanguage *language;

  if (names == NULL || !veto_bundle_files_is_language (name))
    {
      complain_of_file (walk, folder, "expected a folder named after a language, such as de");
      return;
    }
  language = g_new0 (VetoAuthoredLanguage, 1);
  language->name = g_strdup (name);
  language->files = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (walk->tree->languages, language);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_suffix (names->pdata[i], SUFFIX))
      {
        g_autofree char *file = g_strconcat (folder, "/", names->pdata[i], NULL);
        read_words_file (walk, language, strings, file);
      }
  language->words = veto_json_document_new_object ((const VetoJson *) strings->data, strings->len);
  language->strings = veto_json_document_get_root (language->words);
}

/* A misspelt name would be a file that nobody reads. */
static void
check_names (const Walk *walk, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      gboolean    known = !g_str_has_suffix (name, SUFFIX);

      for (gsize k = 0; k < G_N_ELEMENTS (parts) && !known; k++)
        known = strlen (name) == strlen (parts[k].name) + strlen (SUFFIX)
                && g_str_has_prefix (name, parts[k].name);
      if (!known)
        complain_of_file (walk, name, "no such file in guidance");
    }
}

static gboolean
has_file (GPtrArray *names, const char *part)
{
  g_autofree char *file = g_strconcat (part, SUFFIX, NULL);

  return g_ptr_array_find_with_equal_func (names, file, g_str_equal, NULL);
}

gboolean
veto_authored_tree_read (VetoAuthoredTree *self, VetoReader *reader, const char *folder, GError **error)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  Walk walk = { self, reader, { FALSE, folder }, members };
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GPtrArray) languages = NULL;

  self->platform_files = g_ptr_array_new_with_free_func (g_free);
  self->letter_files = g_ptr_array_new_with_free_func (g_free);
  self->languages = g_ptr_array_new_with_free_func (free_language);
  self->sources = g_ptr_array_new_with_free_func (g_free);

  names = list_folder (&walk, ".");
  if (names == NULL)
    {
      g_set_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING,
                   "%s: not a folder that can be read", folder);
      return FALSE;
    }
  check_names (&walk, names);
  add_member (&walk, "format", (VetoJson){ .kind = VETO_JSON_INTEGER, .integer = 1 });
  add_member (&walk, "version", (VetoJson){ .kind = VETO_JSON_INTEGER, .integer = 0 });
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!parts[i].is_optional || has_file (names, parts[i].name))
      read_part (&walk, parts[i].name, parts[i].is_list);
  read_folder (&walk, "platforms", self->platform_files);
  read_folder (&walk, "letters", self->letter_files);
  self->document = veto_json_document_new_object ((const VetoJson *) members->data, members->len);
  self->bundle = veto_json_document_get_root (self->document);
  languages = list_folder (&walk, "text");
  for (guint i = 0; languages != NULL && i < languages->len; i++)
    read_language (&walk, languages->pdata[i]);
  return TRUE;
}
