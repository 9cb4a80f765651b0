/* The guidance that Veto brings along, as its publishers might change it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "newer-guidance.h"

#include "guidance-folder.h"

static JsonObject *
find_platform (GuidanceFolder *folder, const char *id)
{
  JsonArray *list = json_object_get_array_member (json_node_get_object (folder->structure), "platforms");

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *platform = json_array_get_object_element (list, i);

      if (g_str_equal (json_object_get_string_member (platform, "id"), id))
        return platform;
    }
  g_assert_not_reached ();
}

static void
change_words (JsonNode *file, const char *key)
{
  JsonObject      *words = guidance_folder_get_words (file);
  g_autofree char *changed = g_strconcat (NEWER_WORDS, json_object_get_string_member (words, key), NULL);

  json_object_set_string_member (words, key, changed);
}

VetoGuideSet *
newer_guidance_read (const char *platform, guint n_steps, const char *language)
{
  g_auto(GuidanceFolder) folder = { 0 };
  g_autoptr(GError) error = NULL;
  VetoGuideSet *set;
  JsonObject   *guide;
  JsonArray    *steps;

  guidance_folder_init (&folder);
  guide =
    json_array_get_object_element (json_object_get_array_member (find_platform (&folder, platform), "guides"),
                                   0);
  steps = json_object_get_array_member (guide, "steps");
  g_assert_cmpuint (json_array_get_length (steps), >=, n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      const char      *step = json_object_get_string_member (json_array_get_object_element (steps, i), "id");
      g_autofree char *key =
        g_strdup_printf ("%s/%s/%s.body", platform, json_object_get_string_member (guide, "id"), step);

      change_words (folder.english, key);
      change_words (folder.german, key);
    }
  guidance_folder_write (&folder);
  set = veto_guide_set_read_folder (folder.path, language, &error);
  g_assert_no_error (error);
  return set;
}
