/* The built-in guidance in a folder, changed as a test wants it. What the folder VETO_TEST_GUIDANCE has is taken from there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "guidance-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define PREFIX VETO_RESOURCE_PREFIX "/guidance/"

static JsonNode *
read_json (const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  const char      *folder = g_getenv ("VETO_TEST_GUIDANCE");
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autofree char *other = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr(GBytes) data = NULL;

  if (other != NULL && json_parser_load_from_file (parser, other, NULL))
    return json_parser_steal_root (parser);
  data = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data),
                              &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
write_json (GuidanceFolder *self, const char *name, JsonNode *root)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *text = json_to_string (root, FALSE);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
guidance_folder_init (GuidanceFolder *self)
{
  g_autoptr(GError) error = NULL;

  self->path = g_dir_make_tmp ("veto-guidance-XXXXXX", &error);
  g_assert_no_error (error);
  self->structure = read_json ("guidance.json");
  self->english = read_json ("text/en.json");
  self->german = read_json ("text/de.json");
}

void
guidance_folder_write (GuidanceFolder *self)
{
  g_autofree char *text = g_build_filename (self->path, "text", NULL);

  g_assert_cmpint (g_mkdir (text, 0700), ==, 0);
  write_json (self, "guidance.json", self->structure);
  write_json (self, "text/en.json", self->english);
  if (self->german != NULL)
    write_json (self, "text/de.json", self->german);
}

void
guidance_folder_clear (GuidanceFolder *self)
{
  const char *const names[] = { "text/de.json", "text/en.json", "text", "guidance.json", "." };

  for (gsize i = 0; self->path != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->path, names[i], NULL);
      g_autofree char *whole = g_canonicalize_filename (path, NULL);
      g_remove (whole); /* also what was not written */
    }
  g_clear_pointer (&self->structure, json_node_unref);
  g_clear_pointer (&self->english, json_node_unref);
  g_clear_pointer (&self->german, json_node_unref);
  g_clear_pointer (&self->path, g_free);
}

JsonObject *
guidance_folder_get_words (JsonNode *file)
{
  return json_object_get_object_member (json_node_get_object (file), "strings");
}

gboolean
guidance_folder_is_of_platform (const char *key, const char *id)
{
  const char *rest = key + strlen (id);
  return g_str_has_prefix (key, id) && (*rest == '.' || *rest == '/');
}
