/* Guidance that is not as it should be: parts without a translation, far too long, or written from right to left.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bent-guidance.h"

#include "guidance-folder.h"

#include <string.h>

#define TIMES 20

static char *
repeat (const char *text, const char *between)
{
  GString *whole = g_string_new (text);

  for (guint i = 1; i < TIMES; i++)
    g_string_append_printf (whole, "%s%s", between, text);
  return g_string_free (whole, FALSE);
}

char *
bent_leave_out (const char *key, const char *text, guint n)
{
  return n % 2 == 0 ? NULL : g_strdup (text);
}

char *
bent_lengthen (const char *key, const char *text, guint n)
{
  return repeat (text, " ");
}

char *
bent_lengthen_word (const char *key, const char *text, guint n)
{
  return repeat (text, "");
}

char *
bent_turn (const char *key, const char *text, guint n)
{
  return g_strdup (BENT_WORD " 27.05.2026, כתובת: www.example.org/help (24). סוף!");
}

char *
bent_mix (const char *key, const char *text, guint n)
{
  return g_strconcat (BENT_WORD " 24 ", text, " (" BENT_WORD ", +49 30 1234567)", NULL);
}

static void
bend_words (JsonNode *file, BentFunc bend)
{
  JsonObject *words = guidance_folder_get_words (file);
  g_autoptr(GList) keys = json_object_get_members (words);
  guint n = 0;

  for (GList *item = keys; bend != NULL && item != NULL; item = item->next, n++)
    {
      g_autofree char *key = g_strdup (item->data);
      g_autofree char *text = NULL;

      if (g_str_has_prefix (key, "letters")    /* must keep their placeholders, and no page shows them */
          || g_str_has_suffix (key, ".forms")) /* of a term: how texts write it */
        continue;
      text = bend (key, json_object_get_string_member (words, key), n);

      if (text != NULL)
        json_object_set_string_member (words, key, text);
      else
        json_object_remove_member (words, key);
    }
}

static void
bend_names (JsonObject *structure, const char *list, BentFunc bend)
{
  JsonArray *array = json_object_get_array_member (structure, list);

  for (guint i = 0; bend != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject      *object = json_array_get_object_element (array, i);
      g_autofree char *name = bend ("name", json_object_get_string_member (object, "name"), i);

      json_object_set_string_member (object, "name", name);
    }
}

/* The words of the other platforms may stay: what is too much are the lengthened ones. */
static void
keep_one (GuidanceFolder *folder, const char *id)
{
  JsonArray *platforms = json_object_get_array_member (json_node_get_object (folder->structure), "platforms");
  JsonObject *words[] = { guidance_folder_get_words (folder->english),
                          guidance_folder_get_words (folder->german) };

  for (guint i = json_array_get_length (platforms); i-- > 0;)
    {
      const char *other = json_object_get_string_member (json_array_get_object_element (platforms, i), "id");

      if (g_str_equal (other, id))
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_autoptr(GList) keys = json_object_get_members (words[j]);

          for (GList *item = keys; item != NULL; item = item->next)
            if (guidance_folder_is_of_platform (item->data, other))
              json_object_remove_member (words[j], item->data);
        }
      json_array_remove_element (platforms, i);
    }
  g_assert_cmpuint (json_array_get_length (platforms), ==, 1);
}

VetoGuideSet *
bent_guidance_read (const BentGuidance *bent, const char *language)
{
  g_autoptr(GError) error = NULL;
  g_auto(GuidanceFolder) folder = { 0 };
  VetoGuideSet *set;

  guidance_folder_init (&folder);
  if (bent->platform != NULL)
    keep_one (&folder, bent->platform);
  bend_words (folder.english, bent->english);
  bend_words (folder.german, bent->german);
  bend_names (json_node_get_object (folder.structure), "platforms", bent->names);
  bend_names (json_node_get_object (folder.structure), "controllers", bent->names);
  if (bent->has_no_german)
    g_clear_pointer (&folder.german, json_node_unref);
  guidance_folder_write (&folder);
  set = veto_guide_set_read_folder (folder.path, language, &error);
  g_assert_no_error (error);
  return set;
}
