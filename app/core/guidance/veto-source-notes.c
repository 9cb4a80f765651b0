/* What a publisher notes of the pages in an authored sources.json. The rest of the file stays as people wrote it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-source-notes"

#include "veto-source-notes.h"

#include <string.h>

#include "veto-day.h"
#include "veto-json.h"

struct _VetoSourceNotes
{
  GString          *text;
  VetoJsonDocument *document; /* what the sources' texts are in */
  GPtrArray        *sources;
};

/* Behind the value that begins at @at, in text that is known to be JSON */
static const char *
skip_value (const char *at)
{
  guint depth = 0;

  do
    {
      if (*at == '"')
        {
          for (at++; *at != '"'; at++)
            at += *at == '\\';
        }
      else if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      at++;
    }
  while (*at != '\0' && (depth > 0 || strchr (":,}] \t\r\n", *at) == NULL));
  return at;
}

static const char *
skip_space (const char *at)
{
  return at + strspn (at, " \t\r\n");
}

/* One member of an object, from its name to the end of its value */
typedef struct
{
  const char *start, *end;
  const char *value;
} Member;

/* @at: behind the bracket or the comma before it. Returns: whether there is one */
static gboolean
take_member (const char *at, Member *member)
{
  at = skip_space (at);
  if (*at != '"')
    return FALSE;
  member->start = at;
  at = skip_space (skip_value (at));
  if (*at == ':')
    at++;
  member->value = skip_space (at);
  member->end = skip_value (member->value);
  return TRUE;
}

static gboolean
is_named (const Member *member, const char *name)
{
  gsize n = strlen (name);

  return strncmp (member->start + 1, name, n) == 0 && member->start[n + 1] == '"';
}

static gboolean
is_note (const Member *member)
{
  return is_named (member, "fingerprint") || is_named (member, "lines") || is_named (member, "checked")
         || is_named (member, "changed");
}

/* Behind the comma after @at, or @at where there is none */
static const char *
skip_comma (const char *at)
{
  const char *comma = skip_space (at);

  return *comma == ',' ? comma + 1 : comma;
}

/* Whether the object at @at has that id */
static gboolean
has_id (const char *at, const char *id)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", id);
  Member           member;

  for (at++; take_member (at, &member); at = skip_comma (member.end))
    if (is_named (&member, "id"))
      return strncmp (member.value, quoted, strlen (quoted)) == 0;
  return FALSE;
}

/* (nullable): where the source's object begins */
static const char *
find_object (const char *text, const char *id)
{
  const char *at = skip_space (text);

  if (*at != '[')
    return NULL;
  for (at = skip_space (at + 1); *at == '{'; at = skip_space (skip_comma (skip_value (at))))
    if (has_id (at, id))
      return at;
  return NULL;
}

static void
append_note (GString *notes, const char *name, const char *value, gboolean on_a_new_line)
{
  if (value != NULL)
    g_string_append_printf (notes, ",%s\"%s\": \"%s\"", on_a_new_line ? "\n    " : " ", name, value);
}

static char *
dup_notes (const VetoSource *source)
{
  g_autofree char *checked = g_date_valid (&source->checked) ? veto_day_dup_iso (&source->checked) : NULL;
  g_autofree char *changed = g_date_valid (&source->changed) ? veto_day_dup_iso (&source->changed) : NULL;
  GString         *notes = g_string_new (NULL);

  append_note (notes, "checked", checked, TRUE);
  append_note (notes, "changed", changed, checked == NULL);
  append_note (notes, "fingerprint", source->fingerprint, TRUE);
  append_note (notes, "lines", source->lines, TRUE);
  return g_string_free (notes, FALSE);
}

/* The object at @at without the old notes, and with the new ones behind its last member. Returns: (transfer full) */
static char *
dup_object (const char *at, const char *notes)
{
  GString    *object = g_string_new ("{");
  const char *from = at + 1, *end = from;
  gboolean    is_first = TRUE;
  Member      member;

  for (; take_member (from, &member); from = skip_comma (member.end))
    {
      if (!is_note (&member))
        {
          if (!is_first)
            g_string_append_c (object, ',');
          g_string_append_len (object, from, member.end - from); /* with the space before it */
          is_first = FALSE;
        }
      end = member.end;
    }
  g_string_append (object, notes);
  g_string_append_len (object, end, skip_value (at) - end);
  return g_string_free (object, FALSE);
}

static gboolean
read_day (const VetoJson *object, const char *where, const char *member, GDate *out_day, GError **error)
{
  const char *text;

  if (!veto_json_get_optional_text (object, where, member, &text, error))
    return FALSE;
  if (text == NULL || veto_day_parse (text, out_day))
    return TRUE;
  g_set_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED, "%s.%s: expected a day", where,
               member);
  return FALSE;
}

static gboolean
read_source (const VetoJson *object, const char *where, VetoSource *source, GError **error)
{
  source->id = veto_json_get_text (object, where, "id", error);
  return source->id != NULL && veto_json_get_optional_text (object, where, "link", &source->link, error)
         && veto_json_get_optional_text (object, where, "fingerprint", &source->fingerprint, error)
         && veto_json_get_optional_text (object, where, "lines", &source->lines, error)
         && read_day (object, where, "date", &source->day, error)
         && read_day (object, where, "checked", &source->checked, error)
         && read_day (object, where, "changed", &source->changed, error);
}

static gboolean
read_sources (VetoSourceNotes *self, const VetoJson *root, GError **error)
{
  if (root->kind != VETO_JSON_LIST)
    {
      g_set_error_literal (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MALFORMED,
                           "sources.json: expected a list");
      return FALSE;
    }
  for (guint i = 0; i < root->n_items; i++)
    {
      g_autofree char *where = veto_json_dup_element_path ("sources.json: ", i);
      const VetoJson  *object = veto_json_get_element_object (root, "sources.json: ", i, error);
      VetoSource      *source = g_new0 (VetoSource, 1);

      g_ptr_array_add (self->sources, source);
      if (object == NULL || !read_source (object, where, source, error))
        return FALSE;
    }
  return TRUE;
}

VetoSourceNotes *
veto_source_notes_read (const char *path, GError **error)
{
  g_autoptr(VetoSourceNotes) self = NULL;
  g_autofree char *text = NULL;
  gsize            n_bytes;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &text, &n_bytes, error))
    return NULL;
  self = g_new0 (VetoSourceNotes, 1);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new_len (text, (gssize) n_bytes);
  self->document = veto_json_parse (text, n_bytes, "sources.json", &veto_json_limits, error);
  if (self->document == NULL || !read_sources (self, veto_json_document_get_root (self->document), error))
    return NULL;
  return g_steal_pointer (&self);
}

void
veto_source_notes_free (VetoSourceNotes *self)
{
  g_ptr_array_unref (self->sources);
  g_clear_pointer (&self->document, veto_json_document_free);
  g_string_free (self->text, TRUE);
  g_free (self);
}

GPtrArray *
veto_source_notes_get_sources (VetoSourceNotes *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sources;
}

gboolean
veto_source_notes_set (VetoSourceNotes *self, const VetoSource *source, GError **error)
{
  g_autofree char *notes = NULL, *object = NULL;
  const char      *at;
  gssize           start;

  g_return_val_if_fail (self != NULL && source != NULL, FALSE);

  at = find_object (self->text->str, source->id);
  if (at == NULL)
    {
      g_set_error (error, VETO_GUIDANCE_ERROR, VETO_GUIDANCE_ERROR_MISSING, "sources.json: no source %s",
                   source->id);
      return FALSE;
    }
  notes = dup_notes (source);
  object = dup_object (at, notes);
  start = at - self->text->str;
  g_string_erase (self->text, start, skip_value (at) - at);
  g_string_insert (self->text, start, object);
  return TRUE;
}

const char *
veto_source_notes_get_text (VetoSourceNotes *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text->str;
}
