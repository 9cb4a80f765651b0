/* Typed values of guidance, with their place in every complaint.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include "veto-reader.h"

#include <string.h>

#include "veto-day.h"
#include "veto-json.h"
#include "veto-text.h"

#define FORMAT 1
#define MAX_COMPLAINTS 1000 /* enough for a person, and an end for a hostile file */

void
veto_reader_init (VetoReader *self, gboolean strict)
{
  *self = (VetoReader){ .strict = strict };
  self->pool = veto_pool_new ();
  self->where = g_string_new (NULL);
  self->key = g_string_new (NULL);
  self->regimes = g_ptr_array_new ();
  self->words = g_ptr_array_new ();
  self->complaints = g_ptr_array_new_with_free_func (g_free);
  if (strict)
    {
      self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  for (guint i = 0; i < VETO_IDS_N; i++)
    {
      self->ids[i] = g_hash_table_new (g_str_hash, g_str_equal);
      self->used[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
}

void
veto_reader_clear (VetoReader *self)
{
  for (guint i = 0; i < VETO_IDS_N; i++)
    {
      g_clear_pointer (&self->ids[i], g_hash_table_unref);
      g_clear_pointer (&self->used[i], g_hash_table_unref);
    }
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->uses, g_hash_table_unref);
  g_clear_pointer (&self->regimes, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->complaints, g_ptr_array_unref);
  g_clear_error (&self->error);
  if (self->where != NULL)
    g_string_free (self->where, TRUE);
  if (self->key != NULL)
    g_string_free (self->key, TRUE);
  g_clear_pointer (&self->pool, veto_pool_unref);
}

void
veto_reader_take_complaint (VetoReader *self, VetoGuidanceError code, char *message)
{
  g_autofree char *owned = message;

  if (self->error == NULL)
    g_set_error_literal (&self->error, VETO_GUIDANCE_ERROR, (int) code, message);
  if (self->strict && self->complaints->len < MAX_COMPLAINTS)
    g_ptr_array_add (self->complaints, g_steal_pointer (&owned));
}

void
veto_reader_complain (VetoReader *self, VetoGuidanceError code, const char *member, const char *format, ...)
{
  g_autofree char *place = NULL;
  g_autofree char *why = NULL;
  va_list          arguments;

  if (self->error != NULL && !self->strict)
    return; /* the first is enough */
  place = member != NULL ? veto_json_dup_member_path (self->where->str, member)
                         : g_strndup (self->where->str,
                                      self->where->len - (g_str_has_suffix (self->where->str, ":") ? 1 : 0));
  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  veto_reader_take_complaint (self, code, g_strdup_printf ("%s: %s", place, why));
}

/* An error of the JSON reader, which names its place already */
static void
take_error (VetoReader *self, GError *error)
{
  gboolean over_limit = g_error_matches (error, VETO_JSON_ERROR, VETO_JSON_ERROR_LIMIT);

  veto_reader_take_complaint (self, over_limit ? VETO_GUIDANCE_ERROR_TOO_BIG : VETO_GUIDANCE_ERROR_MALFORMED,
                              g_strdup (error->message));
  g_error_free (error);
}

gsize
veto_reader_enter (VetoReader *self, const char *member)
{
  gsize mark = self->where->len;

  g_string_append_c (self->where, mark > 0 && self->where->str[mark - 1] == ':' ? ' ' : '.');
  g_string_append (self->where, member);
  return mark;
}

/* Without printf(), which took a tenth of all the time */
static void
append_number (GString *out, guint number)
{
  if (number >= 10)
    append_number (out, number / 10);
  g_string_append_c (out, (char) ('0' + number % 10));
}

gsize
veto_reader_enter_element (VetoReader *self, guint index)
{
  gsize mark = self->where->len;

  if (mark > 0 && self->where->str[mark - 1] == ':')
    g_string_append_c (self->where, ' ');
  g_string_append_c (self->where, '[');
  append_number (self->where, index);
  g_string_append_c (self->where, ']');
  return mark;
}

gsize
veto_reader_enter_document (VetoReader *self, const char *file)
{
  g_string_assign (self->where, file);
  g_string_append_c (self->where, ':');
  return 0;
}

void
veto_reader_leave (VetoReader *self, gsize mark)
{
  g_string_truncate (self->where, mark);
}

VetoJsonDocument *
veto_reader_parse_document (VetoReader *self, GBytes *data, const char *file)
{
  GError           *error = NULL;
  gsize             n_bytes;
  const char       *text = g_bytes_get_data (data, &n_bytes);
  VetoJsonDocument *document = veto_json_parse (text, n_bytes, file, &veto_json_limits, &error);

  if (document == NULL)
    take_error (self, error);
  else
    veto_pool_hold (self->pool, document);
  return document;
}

const VetoJson *
veto_reader_parse (VetoReader *self, GBytes *data, const char *file)
{
  VetoJsonDocument *document = veto_reader_parse_document (self, data, file);

  return document != NULL ? veto_json_document_get_root (document) : NULL;
}

const char *
veto_reader_get_text (VetoReader *self, const VetoJson *object, const char *member)
{
  GError     *error = NULL;
  const char *text = veto_json_get_text (object, self->where->str, member, &error), *why;

  if (text == NULL)
    take_error (self, error);
  else if (!veto_text_is_safe (text, &why))
    {
      veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, member, "%s", why);
      text = NULL;
    }
  return text;
}

const char *
veto_reader_get_optional_text (VetoReader *self, const VetoJson *object, const char *member)
{
  return veto_json_has (object, member) ? veto_reader_get_text (self, object, member) : NULL;
}

const char *
veto_reader_get_id (VetoReader *self, const VetoJson *object, const char *member)
{
  const char *id = veto_reader_get_text (self, object, member);

  if (id == NULL || veto_text_is_id (id))
    return id;
  veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, member,
                        "expected an id, small letters, digits and -");
  return NULL;
}

const VetoJson *
veto_reader_get_object (VetoReader *self, const VetoJson *object, const char *member)
{
  GError         *error = NULL;
  const VetoJson *value = veto_json_get_object (object, self->where->str, member, &error);

  if (value == NULL)
    take_error (self, error);
  return value;
}

const VetoJson *
veto_reader_get_list (VetoReader *self, const VetoJson *object, const char *member)
{
  GError         *error = NULL;
  const VetoJson *value = veto_json_get_array (object, self->where->str, member, &error);

  if (value == NULL)
    take_error (self, error);
  return value;
}

/* A missing one is FALSE. */
gboolean
veto_reader_get_boolean (VetoReader *self, const VetoJson *object, const char *member)
{
  GError  *error = NULL;
  gboolean value = FALSE;

  if (veto_json_has (object, member)
      && !veto_json_get_boolean (object, self->where->str, member, &value, &error))
    take_error (self, error);
  return value;
}

gboolean
veto_reader_get_day (VetoReader *self, const VetoJson *object, const char *member, GDate *out_day)
{
  const char *text = veto_reader_get_text (self, object, member);

  if (text == NULL)
    return FALSE;
  if (veto_day_parse (text, out_day))
    return TRUE;
  veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, member, "expected a day such as 2025-10-07");
  return FALSE;
}

gboolean
veto_reader_get_number (VetoReader     *self,
                        const VetoJson *object,
                        const char     *member,
                        gint64          min,
                        gint64          max,
                        gint64         *out_number)
{
  GError *error = NULL;

  if (veto_json_get_integer (object, self->where->str, member, min, max, out_number, &error))
    return TRUE;
  take_error (self, error);
  return FALSE;
}

gboolean
veto_reader_check_format (VetoReader *self, const VetoJson *object)
{
  gint64 format;

  if (!veto_reader_get_number (self, object, "format", FORMAT, G_MAXINT64, &format))
    return FALSE;
  if (format > FORMAT)
    veto_reader_complain (self, VETO_GUIDANCE_ERROR_TOO_NEW, "format",
                          "written for a newer Veto, which knows format %" G_GINT64_FORMAT, format);
  return format == FORMAT;
}

void
veto_reader_check_members (VetoReader        *self,
                           const VetoJson    *object,
                           const char *const *known,
                           const char *const *more)
{

  if (!self->strict)
    return;
  for (guint i = 0; i < object->n_items; i++)
    {
      const char *member = object->items[i].name;

      if (!g_strv_contains (known, member) && (more == NULL || !g_strv_contains (more, member)))
        veto_reader_complain (self, VETO_GUIDANCE_ERROR_MALFORMED, member, "no such member here");
    }
}
