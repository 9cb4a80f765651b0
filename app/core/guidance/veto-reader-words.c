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
check_strings (VetoReader *self, const VetoJson *strings)
{
  for (guint i = 0; i < strings->n_items; i++)
    {
      const VetoJson *node = &strings->items[i];
      const char     *why = "expected text";

      if (node->kind == VETO_JSON_TEXT)
        why = veto_reader_check_words (node->name, node->text);
      if (why != NULL)
        veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, node->name, "%s", why);
      else if (self->english != NULL && veto_json_find (self->english, node->name) == NULL)
        veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, node->name,
                              "there is no such text in English");
    }
}

const VetoJson *
veto_reader_read_words (VetoReader *self, GBytes *data, const char *file, const char *language)
{
  VetoJsonDocument *document = veto_reader_parse_document (self, data, file);
  const VetoJson   *object, *strings;
  const char       *written;
  gsize             mark = veto_reader_enter_document (self, file), inner;

  if (document == NULL)
    return NULL;
  g_ptr_array_add (self->words, document);
  object = veto_json_document_get_root (document);
  if (object->kind != VETO_JSON_OBJECT)
    {
      veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, NULL, "expected an object");
      return NULL;
    }
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

void
veto_reader_forget_words (VetoReader *self)
{
  for (guint i = 0; i < self->words->len; i++)
    veto_json_document_keep_texts_only (self->words->pdata[i]);
  g_ptr_array_set_size (self->words, 0);
  self->english = self->local = NULL;
}

/* Returns: (nullable): the text; the files of words have been checked, so it is text and safe */
static const char *
find_text (const VetoJson *strings, const char *key)
{
  const VetoJson *node = strings != NULL ? veto_json_find (strings, key) : NULL;
  return node != NULL ? node->text : NULL;
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
