/* What is the same in every language, or is the person's own: where words stand without a translation, and should.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery-known.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "newer-guidance.h"

/* Members of the guidance's structure that are shown as they are: what a company or an authority is called, and where it is */
static const char *const members[] = { "name", "name_en", "address", "services", "phone", "email" };

static const char *const own[] = {
  "Veto",
  /* languages, each by its own name */
  "Deutsch", "English",
  /* what the gallery's pages type in the place of a person */
  "Mia Mustermann-Beispiel", "Erika Mustermann", "Musterweg", "Düsseldorf", "Das sind meine Worte.",
  "Datenschutzbehörde", "Postfach", "Musterstadt", "Angerufen, niemand da.",
  "Brief vom Kundendienst, Aktenzeichen",
  /* what changed guidance says */
  NEWER_WORDS,
  /* what is there for those who mend Veto, in the words of the program's inside */
  "signature", "keys of the index signed; 2 must", "of 3",
  /* what libadwaita says itself, from 1.4 on */
  "Dismiss"
};

/* The folder of resources with the guidance of the feed that the pages about news look at */
#define FEED_WORDS "/io/example/guidance/text/en.json"
#define FEED_STRUCTURE "/io/example/guidance/guidance.json"
#define FEED_NAME "Sample" /* of the platform in what is published anew */

static gboolean
is_shown (const char *member)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i], member))
      return TRUE;
  return FALSE;
}

static void
add_names (GHashTable *names, JsonNode *node, gboolean shown)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char    *member;
      JsonNode      *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &member, &value))
        add_names (names, value, is_shown (member));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_names (names, json_array_get_element (array, i), shown);
    }
  else if (shown && json_node_get_value_type (node) == G_TYPE_STRING)
    g_hash_table_add (names, g_strdup (json_node_get_string (node)));
}

static JsonNode *
read_resource (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) data = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data),
                              &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* All its words are known: they are made up, and in English alone. */
static void
add_feed (GHashTable *names)
{
  g_autoptr(JsonNode) words = read_resource (FEED_WORDS);
  g_autoptr(JsonNode) structure = read_resource (FEED_STRUCTURE);
  JsonObject *strings = json_object_get_object_member (json_node_get_object (words), "strings");
  g_autoptr(GList) values = json_object_get_values (strings);

  for (GList *at = values; at != NULL; at = at->next)
    g_hash_table_add (names, g_strdup (json_node_get_string (at->data)));
  g_hash_table_add (names, g_strdup (FEED_NAME));
  add_names (names, structure, FALSE);
}

/* The longest first: "Meta" is part of "Meta Platforms Ireland Limited". */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize length_a = strlen (*(const char *const *) a), length_b = strlen (*(const char *const *) b);
  return (length_a < length_b) - (length_a > length_b);
}

GPtrArray *
gallery_read_known (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_build_filename (folder, "guidance.json", NULL);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray     *known = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer       name;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  add_names (names, json_parser_get_root (parser), FALSE);
  add_feed (names);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    g_hash_table_add (names, g_strdup (own[i]));
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_hash_table_iter_steal (&iter);
      if (*(char *) name != '\0')
        g_ptr_array_add (known, name);
    }
  g_ptr_array_sort (known, compare_lengths);
  return known;
}
