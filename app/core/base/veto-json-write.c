/* Writes JSON so that the same content gives the same bytes: members sorted, no white space.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-json"

#include "veto-json.h"

#include <stdlib.h>
#include <string.h>

static void write_value (GString *out, const VetoJson *value);

static void
write_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (out, '\\');
      if (*at == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *at < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *at);
      else
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const VetoJson *const *first = a, *const *second = b;
  return strcmp ((*first)->name, (*second)->name);
}

static void
write_object (GString *out, const VetoJson *object)
{
  g_autofree const VetoJson **members = g_new (const VetoJson *, object->n_items);

  for (guint i = 0; i < object->n_items; i++)
    members[i] = &object->items[i];
  if (object->n_items > 0)
    qsort (members, object->n_items, sizeof *members, compare_names);
  g_string_append_c (out, '{');
  for (guint i = 0; i < object->n_items; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_text (out, members[i]->name);
      g_string_append_c (out, ':');
      write_value (out, members[i]);
    }
  g_string_append_c (out, '}');
}

static void
write_list (GString *out, const VetoJson *list)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < list->n_items; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_value (out, &list->items[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_value (GString *out, const VetoJson *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->kind)
    {
    case VETO_JSON_OBJECT:
      write_object (out, value);
      break;
    case VETO_JSON_LIST:
      write_list (out, value);
      break;
    case VETO_JSON_TEXT:
      write_text (out, value->text);
      break;
    case VETO_JSON_BOOLEAN:
      g_string_append (out, value->flag ? "true" : "false");
      break;
    case VETO_JSON_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value->integer);
      break;
    case VETO_JSON_REAL:
      g_string_append (out, g_ascii_dtostr (number, sizeof number, value->real));
      break;
    case VETO_JSON_NULL:
    default:
      g_string_append (out, "null");
      break;
    }
}

char *
veto_json_write (const VetoJson *value)
{
  GString *out = g_string_new (NULL);

  write_value (out, value);
  return g_string_free (out, FALSE);
}
