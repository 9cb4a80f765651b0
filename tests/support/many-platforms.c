/* Guidance with as many platforms as a test wants: the built-in one, once and again under other ids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "many-platforms.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#define PREFIX VETO_RESOURCE_PREFIX "/guidance/"
#define MOST_BYTES (1800 * 1000) /* of copied words; a file of a bundle has at most 2 MiB */

static JsonNode *
read_json (const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autoptr(GBytes) data = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data),
                              &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
write_json (const char *folder, const char *name, JsonNode *root)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = json_to_string (root, FALSE);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Whether @key stands for words of platform @id */
static gboolean
is_of_platform (const char *key, const char *id)
{
  const char *rest = key + strlen (id);
  return g_str_has_prefix (key, id) && (*rest == '.' || *rest == '/');
}

/* How many bytes the words of platform @id take, nearly */
static gsize
measure_words (JsonObject *words, const char *id)
{
  g_autoptr(GList) keys = json_object_get_members (words);
  gsize n_bytes = 0;

  for (GList *item = keys; item != NULL; item = item->next)
    if (is_of_platform (item->data, id))
      n_bytes += strlen (item->data) + strlen (json_object_get_string_member (words, item->data)) + 8;
  return n_bytes;
}

/* The first platform of which so many copies may be in one bundle. Returns: its place */
static guint
choose_platform (JsonArray *platforms, guint n_platforms)
{
  g_autoptr(JsonNode) root = read_json ("text/de.json"); /* the longer words */
  JsonObject *words = json_object_get_object_member (json_node_get_object (root), "strings");

  for (guint i = 0; i < json_array_get_length (platforms); i++)
    {
      const char *id = json_object_get_string_member (json_array_get_object_element (platforms, i), "id");

      if (measure_words (words, id) * n_platforms < MOST_BYTES)
        return i;
    }
  g_assert_not_reached ();
}

/* Leaves the copies in the place of all platforms. Returns: the id of the one that was copied */
static char *
copy_platforms (JsonNode *root, guint first, guint n_platforms)
{
  JsonObject *bundle = json_node_get_object (root);
  JsonArray  *platforms = json_object_get_array_member (bundle, "platforms");
  JsonNode   *original = json_array_get_element (platforms, choose_platform (platforms, n_platforms));
  JsonArray  *copies = json_array_sized_new (n_platforms);
  char       *id = g_strdup (json_object_get_string_member (json_node_get_object (original), "id"));

  for (guint i = first; i < first + n_platforms; i++)
    {
      /* json_node_copy() shares the object, so it is written out and read again. */
      g_autofree char *text = json_to_string (original, FALSE);
      JsonNode        *copy = json_from_string (text, NULL);
      g_autofree char *new_id = g_strdup_printf ("p%02u", i);
      g_autofree char *name = g_strdup_printf ("Platform %u", i);

      json_object_set_string_member (json_node_get_object (copy), "id", new_id);
      json_object_set_string_member (json_node_get_object (copy), "name", name);
      json_array_add_element (copies, copy);
    }
  json_object_set_array_member (bundle, "platforms", copies);
  return id;
}

/* Each word of platform @id, once for each copy; the other words stay. */
static void
copy_words (JsonNode *root, const char *id, guint first, guint n_platforms)
{
  JsonObject *document = json_node_get_object (root);
  JsonObject *words = json_object_get_object_member (document, "strings");
  JsonObject *copies = json_object_new ();
  g_autoptr(GList) keys = json_object_get_members (words);

  for (GList *item = keys; item != NULL; item = item->next)
    {
      const char *key = item->data, *rest = key + strlen (id);
      const char *text = json_object_get_string_member (words, key);

      if (!is_of_platform (key, id))
        {
          json_object_set_string_member (copies, key, text);
          continue;
        }
      for (guint i = first; i < first + n_platforms; i++)
        {
          g_autofree char *new_key = g_strdup_printf ("p%02u%s", i, rest);
          json_object_set_string_member (copies, new_key, text);
        }
    }
  json_object_set_object_member (document, "strings", copies);
}

VetoGuideSet *
many_platforms_read (guint first, guint n_platforms, const char *language)
{
  const char *const names[] = { "text/en.json", "text/de.json" };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = read_json ("guidance.json");
  g_autofree char *folder = g_dir_make_tmp ("veto-platforms-XXXXXX", &error);
  g_autofree char *text = g_build_filename (folder, "text", NULL);
  g_autofree char *structure = g_build_filename (folder, "guidance.json", NULL);
  g_autofree char *id = copy_platforms (root, first, n_platforms);
  VetoGuideSet    *set;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (text, 0700), ==, 0);
  write_json (folder, "guidance.json", root);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(JsonNode) words = read_json (names[i]);

      copy_words (words, id, first, n_platforms);
      write_json (folder, names[i], words);
    }

  set = veto_guide_set_read_folder (folder, language, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_unlink (path);
    }
  g_unlink (structure);
  g_rmdir (text);
  g_rmdir (folder);
  return set;
}
