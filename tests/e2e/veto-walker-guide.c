/* A platform's guides as people write them, read without Veto's own reader.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-walker-guide.h"

#include <json-glib/json-glib.h>

static JsonObject *
read_object (JsonParser *parser, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (GUIDANCE, folder, name, NULL);
  g_autoptr(GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* Returns: (transfer full): the list of that member; empty when it is not there */
static JsonArray *
dup_list (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member)
           ? json_array_ref (json_object_get_array_member (object, member))
           : json_array_new ();
}

/* Returns: (transfer full): the words of that member; empty when it is not there */
static char **
dup_words (JsonObject *object, const char *member)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(JsonArray) array = dup_list (object, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (words, g_strdup (json_array_get_string_element (array, i)));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

static void
free_step (gpointer data)
{
  WalkStep *step = data;

  g_free (step->path);
  g_free (step->id);
  g_free (step->kind);
  g_strfreev (step->links);
  g_strfreev (step->branches);
  g_free (step);
}

static GPtrArray *
read_steps (JsonObject *object, const char *path)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  g_autoptr(JsonArray) array = dup_list (object, "steps");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *source = json_array_get_object_element (array, i);
      WalkStep   *step = g_new0 (WalkStep, 1);

      step->id = g_strdup (json_object_get_string_member (source, "id"));
      step->path = g_strdup_printf ("%s/%s", path, step->id);
      step->kind = g_strdup (json_object_get_string_member (source, "kind"));
      step->links = dup_words (source, "links");
      step->branches = dup_words (source, "branches");
      step->is_optional = json_object_get_boolean_member_with_default (source, "optional", FALSE);
      g_ptr_array_add (steps, step);
    }
  return steps;
}

static void
free_branch (gpointer data)
{
  WalkBranch *branch = data;

  g_free (branch->path);
  g_free (branch->id);
  g_free (branch->guide_id);
  g_ptr_array_unref (branch->steps);
  g_free (branch);
}

static WalkBranch *
read_branch (JsonObject *source, const char *path)
{
  WalkBranch *branch = g_new0 (WalkBranch, 1);
  JsonObject *then = json_object_get_object_member (source, "then");

  branch->id = g_strdup (json_object_get_string_member (source, "id"));
  branch->path = g_strdup_printf ("%s/%s", path, branch->id);
  branch->steps = read_steps (then, branch->path);
  branch->guide_id = g_strdup (json_object_get_string_member_with_default (then, "guide", NULL));
  return branch;
}

static void
free_guide (gpointer data)
{
  WalkGuide *guide = data;

  g_free (guide->path);
  g_free (guide->id);
  g_ptr_array_unref (guide->steps);
  g_ptr_array_unref (guide->branches);
  g_free (guide);
}

static WalkGuide *
read_guide (JsonObject *source, const char *platform)
{
  WalkGuide *guide = g_new0 (WalkGuide, 1);
  g_autoptr(JsonArray) branches = dup_list (source, "branches");

  guide->id = g_strdup (json_object_get_string_member (source, "id"));
  guide->path = g_strdup_printf ("%s/%s", platform, guide->id);
  guide->steps = read_steps (source, guide->path);
  guide->branches = g_ptr_array_new_with_free_func (free_branch);
  for (guint i = 0; i < json_array_get_length (branches); i++)
    g_ptr_array_add (guide->branches, read_branch (json_array_get_object_element (branches, i), guide->path));
  return guide;
}

static GHashTable *
read_texts (const char *file, const char *language)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *folder = g_build_filename ("text", language, NULL);
  JsonObject      *words = read_object (parser, folder, file);
  GHashTable      *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GList) keys = json_object_get_members (words);

  for (GList *at = keys; at != NULL; at = at->next)
    g_hash_table_insert (texts, g_strdup (at->data),
                         g_strdup (json_object_get_string_member (words, at->data)));
  return texts;
}

/* A name that is no firm's own is said in the reader's language: "Without an account". */
static char *
dup_name (WalkPlatform *platform, JsonObject *source)
{
  g_autofree char *key = g_strconcat (platform->id, ".name", NULL);
  const char      *name = g_hash_table_lookup (platform->texts, key);

  return g_strdup (name != NULL ? name : json_object_get_string_member (source, "name"));
}

WalkPlatform *
walk_platform_read (const char *id, const char *language)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  WalkPlatform    *platform = g_new0 (WalkPlatform, 1);
  JsonObject      *source = read_object (parser, "platforms", file);
  JsonArray       *guides = json_object_get_array_member (source, "guides");

  platform->id = g_strdup (id);
  platform->texts = read_texts (file, language);
  platform->name = dup_name (platform, source);
  platform->guides = g_ptr_array_new_with_free_func (free_guide);
  for (guint i = 0; i < json_array_get_length (guides); i++)
    g_ptr_array_add (platform->guides, read_guide (json_array_get_object_element (guides, i), id));
  return platform;
}

void
walk_platform_free (WalkPlatform *platform)
{
  g_free (platform->id);
  g_free (platform->name);
  g_ptr_array_unref (platform->guides);
  g_hash_table_unref (platform->texts);
  g_free (platform);
}

const WalkGuide *
walk_platform_find_guide (WalkPlatform *platform, const char *id)
{
  for (guint i = 0; i < platform->guides->len; i++)
    {
      const WalkGuide *guide = g_ptr_array_index (platform->guides, i);

      if (g_str_equal (guide->id, id))
        return guide;
    }
  g_error ("the guidance has no guide %s/%s", platform->id, id);
}

const WalkBranch *
walk_guide_find_branch (const WalkGuide *guide, const char *id)
{
  for (guint i = 0; i < guide->branches->len; i++)
    {
      const WalkBranch *branch = g_ptr_array_index (guide->branches, i);

      if (g_str_equal (branch->id, id))
        return branch;
    }
  g_error ("the guidance has no branch %s/%s", guide->path, id);
}

const WalkStep *
walk_steps_get (GPtrArray *steps, guint index)
{
  g_assert_cmpuint (index, <, steps->len);
  return g_ptr_array_index (steps, index);
}

const char *
walk_platform_get_text (WalkPlatform *platform, const char *path, const char *field)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", path, field);
  const char      *text = g_hash_table_lookup (platform->texts, key);

  if (text == NULL)
    g_error ("the guidance has no words %s", key);
  return text;
}
