/* The guidance that Veto ships: nothing without source and date, no claim that nobody tried, no complaint of the linter.
 * Reads the authored files by itself, so that it does not rest on the linter it is to prove.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-day.h"

static const char *folder;

static JsonNode *
parse (const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* Calls @check with each platform. Returns: how many there were */
static guint
each_platform (void (*check) (JsonObject *platform))
{
  g_autofree char *path = g_build_filename (folder, "platforms", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint       n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *file = g_strconcat ("platforms/", name, NULL);
        g_autoptr(JsonNode) root = parse (file);

        g_test_message ("%s", file);
        check (json_node_get_object (root));
        n++;
      }
  return n;
}

static void
assert_day (JsonObject *object, const char *member)
{
  GDate day;

  g_assert_true (json_object_has_member (object, member));
  g_assert_true (veto_day_parse (json_object_get_string_member (object, member), &day));
}

/* Returns: (nullable): the day of a source of that id */
static const char *
find_source (JsonArray *sources, const char *id)
{
  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      JsonObject *source = json_array_get_object_element (sources, i);
      if (g_str_equal (json_object_get_string_member (source, "id"), id))
        return json_object_get_string_member (source, "date");
    }
  return NULL;
}

static void
assert_evidence (JsonObject *object, const char *day_member)
{
  static const char *const certainties[] = { "primary", "reported", "conflicting", NULL };
  g_autoptr(JsonNode) root = parse ("sources.json");
  JsonArray  *ids = json_object_get_array_member (object, "sources");
  const char *newest = "", *day;

  g_test_message ("%s", json_object_get_string_member (object, "id"));
  g_assert_true (g_strv_contains (certainties, json_object_get_string_member (object, "certainty")));
  assert_day (object, day_member);
  g_assert_cmpuint (json_array_get_length (ids), >, 0);
  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      GDate parsed;

      day = find_source (json_node_get_array (root), json_array_get_string_element (ids, i));
      g_assert_true (veto_day_parse (day, &parsed));
      newest = g_strcmp0 (day, newest) > 0 ? day : newest;
    }
  if (g_str_equal (day_member, "as_of")) /* an event has a day of its own */
    g_assert_cmpstr (json_object_get_string_member (object, "as_of"), ==, newest);
}

static void
check_evidence (JsonObject *platform)
{
  static const struct
  {
    const char *list;
    const char *day;
  } parts[] = { { "facts", "as_of" }, { "history", "date" }, { "guides", "as_of" } };

  for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
    {
      JsonArray *list = json_object_get_array_member (platform, parts[k].list);

      for (guint i = 0; i < json_array_get_length (list); i++)
        assert_evidence (json_array_get_object_element (list, i), parts[k].day);
    }
}

static void
test_evidence (void)
{
  g_assert_cmpuint (each_platform (check_evidence), >, 0);
}

/* Whether somebody tried the guide that a key of words belongs to; facts are never tried */
static gboolean
is_tried (JsonObject *platform, const char *key)
{
  JsonArray *guides = json_object_get_array_member (platform, "guides");

  for (guint i = 0; i < json_array_get_length (guides); i++)
    {
      JsonObject      *guide = json_array_get_object_element (guides, i);
      g_autofree char *prefix = g_strdup_printf ("%s/%s", json_object_get_string_member (platform, "id"),
                                                 json_object_get_string_member (guide, "id"));
      gsize            n_bytes = strlen (prefix);

      if (g_str_has_prefix (key, prefix) && strchr ("/.", key[n_bytes]) != NULL)
        return json_object_has_member (guide, "tried") && !json_object_get_null_member (guide, "tried");
    }
  return FALSE;
}

static void
check_claims_of_language (JsonObject *platform, const char *language)
{
  const char      *id = json_object_get_string_member (platform, "id");
  g_autofree char *file = g_strdup_printf ("text/%s/%s.json", language, id);
  g_autofree char *history = g_strdup_printf ("%s.history.", id);
  g_autoptr(JsonNode) root = parse (file);
  g_autoptr(GList) keys = json_object_get_members (json_node_get_object (root));
  g_autoptr(GRegex) claim = g_regex_new ("\\b(checked|geprüft)", G_REGEX_CASELESS, 0, NULL);

  g_assert_nonnull (keys);
  for (GList *link = keys; link != NULL; link = link->next)
    {
      const char *text = json_object_get_string_member (json_node_get_object (root), link->data);

      if (!g_str_has_prefix (link->data, history) && !is_tried (platform, link->data)
          && g_regex_match (claim, text, 0, NULL))
        g_error ("%s: %s claims that somebody checked it: %s", file, (const char *) link->data, text);
    }
}

static void
check_claims (JsonObject *platform)
{
  check_claims_of_language (platform, "en");
  check_claims_of_language (platform, "de");
}

static void
test_claims (void)
{
  g_assert_cmpuint (each_platform (check_claims), >, 0);
}

static void
test_lint (void)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = veto_authoring_lint (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; complaints[i] != NULL; i++)
    g_test_message ("%s", complaints[i]);
  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
}

int
main (int argc, char *argv[])
{
  folder = g_getenv ("VETO_TEST_REAL_GUIDANCE");
  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_print ("1..0 # SKIP there is no guidance in this tree\n");
      return 0;
    }
  g_test_add_func ("/truth/evidence", test_evidence);
  g_test_add_func ("/truth/claims", test_claims);
  g_test_add_func ("/truth/lint", test_lint);
  return g_test_run ();
}
