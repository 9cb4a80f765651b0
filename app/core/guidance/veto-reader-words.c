/* Words: a file of them, and those of one place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-json.h"
#include "veto-reader.h"
#include "veto-template.h"
#include "veto-text.h"

gsize
veto_reader_enter_key (VetoReader *self, const char *separator, const char *id)
{
  gsize mark = self->key->len;

  g_string_append (self->key, separator);
  g_string_append (self->key, id);
  return mark;
}

void
veto_reader_leave_key (VetoReader *self, gsize mark)
{
  g_string_truncate (self->key, mark);
}

gboolean
veto_reader_is_letter_key (const char *key)
{
  return g_str_has_prefix (key, "letters/") || g_str_has_prefix (key, "letters.");
}

const char *
veto_reader_check_words (const char *key, const char *text)
{
  const char *why = NULL;

  if (!veto_text_is_safe (text, &why))
    return why;
  if (*text == '\0')
    return "no words";
  if (veto_reader_is_letter_key (key))
    return NULL; /* looked at where it is used */
  return veto_text_check_placeholders (text, NULL) ? NULL : "a placeholder that does not exist";
}

static void
check_strings (VetoReader *self, JsonObject *strings)
{
  JsonObjectIter iter;
  const char    *key, *why;
  JsonNode      *node;

  json_object_iter_init_ordered (&iter, strings);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        why = "expected text";
      else
        why = veto_reader_check_words (key, json_node_get_string (node));
      if (why != NULL)
        veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, key, "%s", why);
      else if (self->english != NULL && !json_object_has_member (self->english, key))
        veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, key, "there is no such text in English");
    }
}

JsonObject *
veto_reader_read_words (VetoReader *self, GBytes *data, const char *file, const char *language)
{
  JsonNode   *root = veto_reader_parse (self, data, file);
  JsonObject *object, *strings;
  const char *written;
  gsize       mark = veto_reader_enter_document (self, file), inner;

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected an object");
      return NULL;
    }
  object = json_node_get_object (root);
  if (!veto_reader_check_format (self, object))
    return NULL;
  written = veto_reader_get_text (self, object, "language");
  if (written != NULL && !g_str_equal (written, language))
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, "language", "expected %s", language);

  strings = veto_reader_get_object (self, object, "strings");
  inner = veto_reader_enter (self, "strings");
  if (strings != NULL)
    check_strings (self, strings);
  veto_reader_leave (self, inner);
  veto_reader_leave (self, mark);
  return self->error == NULL ? strings : NULL;
}

/* Returns: (nullable): the text; the files of words have been checked, so it is text and safe */
static const char *
find_text (JsonObject *strings, const char *key)
{
  JsonNode *node = strings != NULL ? json_object_get_member (strings, key) : NULL;
  return node != NULL ? json_node_get_string (node) : NULL;
}

const char *
veto_reader_get_words (VetoReader *self, const char *field, VetoWordRules rules, const char **out_english)
{
  gsize       mark = veto_reader_enter_key (self, field, "");
  const char *english = find_text (self->english, self->key->str);
  const char *local = find_text (self->local, self->key->str);

  if (self->strict) /* the linter asks later, of each language */
    g_hash_table_insert (self->asked, g_strdup (self->key->str), GUINT_TO_POINTER (rules));
  else if (english == NULL && (rules & VETO_WORDS_REQUIRED) != 0 && self->error == NULL)
    veto_reader_take_complaint (self, VETO_GUIDANCE_ERROR_MALFORMED,
                                g_strdup_printf ("text/en.json: strings.%s: missing", self->key->str));
  veto_reader_leave_key (self, mark);
  self->n_not_local += english != NULL && local == NULL ? 1 : 0;
  if (out_english != NULL)
    *out_english = english;
  return local != NULL ? local : english;
}

static void
check_template (VetoReader        *self,
                const char        *language,
                const char        *text,
                VetoWordRules      rules,
                const char *const *uses)
{
  g_autofree char *fault = text != NULL ? veto_template_dup_fault (text, uses) : NULL;

  if (fault == NULL && text != NULL && (rules & VETO_WORDS_LINE) != 0 && strchr (text, '\n') != NULL)
    fault = g_strdup ("more than one line");

  if (fault != NULL)
    veto_reader_take_complaint (self, VETO_GUIDANCE_ERROR_MALFORMED,
                                g_strdup_printf ("text/%s.json: strings.%s: %s", language, self->key->str,
                                                 fault));
}

const char *
veto_reader_get_template (VetoReader *self, const char *field, VetoWordRules rules, const char *const *uses)
{
  const char *words = veto_reader_get_words (self, field, rules, NULL);
  gsize       mark = veto_reader_enter_key (self, field, "");

  if (self->strict)
    g_hash_table_insert (self->uses, g_strdup (self->key->str), (gpointer) uses);
  else if (self->error == NULL)
    {
      check_template (self, "en", find_text (self->english, self->key->str), rules, uses);
      check_template (self, self->language, find_text (self->local, self->key->str), rules, uses);
    }
  veto_reader_leave_key (self, mark);
  return words;
}
