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

static const VetoJson *
get_member (const VetoJson *object, const char *where, const char *member, GError **error)
{
  const VetoJson *node = veto_json_find (object, member);

  if (node == NULL)
    set_member_error (error, VETO_JSON_ERROR_MISSING, where, member, "missing");
  return node;
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
veto_json_get_text (const VetoJson *object, const char *where, const char *member, GError **error)
{
  const VetoJson *node = get_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (node->kind == VETO_JSON_TEXT)
    return node->text;

  set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected text");
  return NULL;
}

gboolean
veto_json_get_optional_text (const VetoJson *object,
                             const char     *where,
                             const char     *member,
                             const char    **out_text,
                             GError        **error)
{
  *out_text = veto_json_has (object, member) ? veto_json_get_text (object, where, member, error) : NULL;
  return *out_text != NULL || !veto_json_has (object, member);
}

const VetoJson *
veto_json_get_object (const VetoJson *object, const char *where, const char *member, GError **error)
{
  const VetoJson *node = get_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (node->kind == VETO_JSON_OBJECT)
    return node;

  set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected an object");
  return NULL;
}

const VetoJson *
veto_json_get_array (const VetoJson *object, const char *where, const char *member, GError **error)
{
  const VetoJson *node = get_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (node->kind == VETO_JSON_LIST)
    return node;

  set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected a list");
  return NULL;
}

gboolean
veto_json_get_boolean (const VetoJson *object,
                       const char     *where,
                       const char     *member,
                       gboolean       *out_value,
                       GError        **error)
{
  const VetoJson *node = get_member (object, where, member, error);

  if (node == NULL)
    return FALSE;
  if (node->kind != VETO_JSON_BOOLEAN)
    {
      set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected true or false");
      return FALSE;
    }
  *out_value = node->flag;
  return TRUE;
}

gboolean
veto_json_get_integer (const VetoJson *object,
                       const char     *where,
                       const char     *member,
                       gint64          min,
                       gint64          max,
                       gint64         *out_value,
                       GError        **error)
{
  const VetoJson  *node = get_member (object, where, member, error);
  g_autofree char *range = NULL;

  if (node == NULL)
    return FALSE;
  if (node->kind != VETO_JSON_INTEGER)
    {
      set_member_error (error, VETO_JSON_ERROR_TYPE, where, member, "expected a whole number");
      return FALSE;
    }
  if (node->integer < min || node->integer > max)
    {
      range = g_strdup_printf ("expected %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, min, max);
      set_member_error (error, VETO_JSON_ERROR_RANGE, where, member, range);
      return FALSE;
    }
  *out_value = node->integer;
  return TRUE;
}

const char *
veto_json_get_element_text (const VetoJson *list, const char *where, guint index, GError **error)
{
  const VetoJson *node = &list->items[index];

  if (node->kind == VETO_JSON_TEXT)
    return node->text;

  set_element_error (error, VETO_JSON_ERROR_TYPE, where, index, "expected text");
  return NULL;
}

const VetoJson *
veto_json_get_element_object (const VetoJson *list, const char *where, guint index, GError **error)
{
  const VetoJson *node = &list->items[index];

  if (node->kind == VETO_JSON_OBJECT)
    return node;

  set_element_error (error, VETO_JSON_ERROR_TYPE, where, index, "expected an object");
  return NULL;
}

gboolean
veto_json_has (const VetoJson *object, const char *member)
{
  const VetoJson *node = veto_json_find (object, member);
  return node != NULL && node->kind != VETO_JSON_NULL;
}
