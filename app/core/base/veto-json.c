/* Typed reading of a JSON document; a value of another type is an error that names its place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-json"

#include "veto-json.h"

G_DEFINE_QUARK (veto - json - error - quark, veto_json_error)

static void
set_member_error (GError **error, VetoJsonError code, const char *where, const char *member, const char *why)
{
  g_autofree char *path = veto_json_dup_member_path (where, member);
  g_set_error (error, VETO_JSON_ERROR, (int) code, "%s: %s", path, why);
}

static void
set_element_error (GError **error, VetoJsonError code, const char *where, guint index, const char *why)
{
  g_autofree char *path = veto_json_dup_element_path (where, index);
  g_set_error (error, VETO_JSON_ERROR, (int) code, "%s: %s", path, why);
}

static JsonNode *
get_member (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    set_member_error (error, VETO_JSON_ERROR_MISSING, where, member, "missing");
  return node;
}

/* json-glib turns true into 1 and "5" into 5 when asked for a number: ask for the type first. */
static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

JsonNode *
veto_json_parse (const char           *data,
                 gsize                 n_bytes,
                 const char           *file,
                 const VetoJsonLimits *limits,
                 GError              **error)
{
  g_autoptr(JsonParser) parser = NULL;

  if (!veto_json_scan (data, n_bytes, limits, error))
    {
      g_prefix_error (error, "%s: ", file);
      return NULL;
    }

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, data, (gssize) n_bytes, NULL))
    {
      g_set_error (error, VETO_JSON_ERROR, VETO_JSON_ERROR_SYNTAX, "%s: not JSON", file);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

char *
veto_json_dup_member_path (const char *where, const char *member)
{
  return g_strdup_printf (g_str_has_suffix (where, ":") ? "%s %s" : "%s.%s", where, member);
}

char *
veto_json_dup_element_path (const char *where, guint index)
{
  return g_strdup_printf (g_str_has_suffix (where, ":") ? "%s [%u]" : "%s[%u]", where, index);
}

const char *
veto_json_get_text (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonNode *node = get_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (holds (node, G_TYPE_STRING))
    return json_node_get_string (node);

  set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected text");
  return NULL;
}

gboolean
veto_json_get_optional_text (JsonObject  *object,
                             const char  *where,
                             const char  *member,
                             const char **out_text,
                             GError     **error)
{
  *out_text = veto_json_has (object, member) ? veto_json_get_text (object, where, member, error) : NULL;
  return *out_text != NULL || !veto_json_has (object, member);
}

JsonObject *
veto_json_get_object (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonNode *node = get_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected an object");
  return NULL;
}

JsonArray *
veto_json_get_array (JsonObject *object, const char *where, const char *member, GError **error)
{
  JsonNode *node = get_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected a list");
  return NULL;
}

gboolean
veto_json_get_boolean (JsonObject *object,
                       const char *where,
                       const char *member,
                       gboolean   *out_value,
                       GError    **error)
{
  JsonNode *node = get_member (object, where, member, error);

  if (node == NULL)
    return FALSE;
  if (!holds (node, G_TYPE_BOOLEAN))
    {
      set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected true or false");
      return FALSE;
    }
  *out_value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
veto_json_get_integer (JsonObject *object,
                       const char *where,
                       const char *member,
                       gint64      min,
                       gint64      max,
                       gint64     *out_value,
                       GError    **error)
{
  JsonNode        *node = get_member (object, where, member, error);
  g_autofree char *range = NULL;

  if (node == NULL)
    return FALSE;
  if (!holds (node, G_TYPE_INT64))
    {
      set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected a whole number");
      return FALSE;
    }
  if (json_node_get_int (node) < min || json_node_get_int (node) > max)
    {
      range = g_strdup_printf ("expected %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, min, max);
      set_member_error (error, VETO_JSON_ERROR_RANGE, where, member, range);
      return FALSE;
    }
  *out_value = json_node_get_int (node);
  return TRUE;
}

const char *
veto_json_get_element_text (JsonArray *array, const char *where, guint index, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (holds (node, G_TYPE_STRING))
    return json_node_get_string (node);

  set_element_error (error, VETO_JSON_ERROR_TYPE, where, index, "expected text");
  return NULL;
}

JsonObject *
veto_json_get_element_object (JsonArray *array, const char *where, guint index, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  set_element_error (error, VETO_JSON_ERROR_TYPE, where, index, "expected an object");
  return NULL;
}

gboolean
veto_json_has (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}
