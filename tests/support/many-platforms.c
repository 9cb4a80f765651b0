/* Guidance with as many platforms as a test wants: the built-in one, once and again under other ids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "many-platforms.h"

#include "guidance-folder.h"

#include <string.h>

#define MOST_BYTES (1800 * 1000) /* of copied words; a file of a bundle has at most 2 MiB */

/* How many bytes the words of platform @id take, nearly */
static gsize
measure_words (JsonObject *words, const char *id)
{
  g_autoptr(GList) keys = json_object_get_members (words);
  gsize n_bytes = 0;

  for (GList *item = keys; item != NULL; item = item->next)
    if (guidance_folder_is_of_platform (item->data, id))
      n_bytes += strlen (item->data) + strlen (json_object_get_string_member (words, item->data)) + 8;
  return n_bytes;
}

/* The first platform of which so many copies may be in one bundle. Returns: its place */
static guint
choose_platform (GuidanceFolder *folder, JsonArray *platforms, guint n_platforms)
{
  JsonObject *words = guidance_folder_get_words (folder->german); /* the longer ones */

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
copy_platforms (GuidanceFolder *folder, guint first, guint n_platforms)
{
  JsonObject *bundle = json_node_get_object (folder->structure);
  JsonArray  *platforms = json_object_get_array_member (bundle, "platforms");
  JsonNode   *original = json_array_get_element (platforms, choose_platform (folder, platforms, n_platforms));
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

      if (!guidance_folder_is_of_platform (key, id))
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
  g_autoptr(GError) error = NULL;
  g_auto(GuidanceFolder) folder = { 0 };
  g_autofree char *id = NULL;
  VetoGuideSet    *set;

  guidance_folder_init (&folder);
  id = copy_platforms (&folder, first, n_platforms);
  copy_words (folder.english, id, first, n_platforms);
  copy_words (folder.german, id, first, n_platforms);
  guidance_folder_write (&folder);
  set = veto_guide_set_read_folder (folder.path, language, &error);
  g_assert_no_error (error);
  return set;
}
