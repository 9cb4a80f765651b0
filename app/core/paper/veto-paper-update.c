/* A PDF that Cairo wrote, changed by adding to its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-paper-update.h"

#include <string.h>

#define ENTRY_BYTES 20 /* of an object in the table */

/* The number after the last @word of the file; -1: not there. */
static gint64
read_number (const char *pdf, const char *from, const char *word)
{
  const char *at = g_strrstr (from, word);

  if (at == NULL || at < pdf)
    return -1;
  at += strlen (word);
  return g_ascii_isspace (*at) ? g_ascii_strtoll (at, NULL, 10) : -1;
}

/* What stands at the end of the file from the table on; NULL where it is not as expected */
static const char *
find_trailer (const char *pdf, gsize n_bytes)
{
  gint64 table = read_number (pdf, pdf + n_bytes - MIN (n_bytes, 64), "startxref");

  if (table <= 0 || (gsize) table >= n_bytes || !g_str_has_prefix (pdf + table, "xref\n0 "))
    return NULL;
  return strstr (pdf + table, "trailer\n");
}

gboolean
veto_paper_update_init (VetoPaperUpdate *self, const GByteArray *pdf)
{
  const char *trailer;

  *self = (VetoPaperUpdate){ .pdf = g_malloc0 (pdf->len + 1),
                             .n_bytes = pdf->len,
                             .objects = g_string_new (NULL),
                             .entries = g_string_new (NULL) };
  memcpy (self->pdf, pdf->data, pdf->len);
  trailer = find_trailer (self->pdf, self->n_bytes);
  if (trailer == NULL)
    return FALSE;
  self->table = read_number (self->pdf, trailer, "startxref");
  self->root = read_number (self->pdf, trailer, "/Root");
  self->info = read_number (self->pdf, trailer, "/Info");
  self->size = read_number (self->pdf, trailer, "/Size");
  return self->root >= 0 && self->info >= 0 && self->size >= 0;
}

void
veto_paper_update_clear (VetoPaperUpdate *self)
{
  g_free (self->pdf);
  g_string_free (self->objects, TRUE);
  g_string_free (self->entries, TRUE);
}

const char *
veto_paper_update_find (VetoPaperUpdate *self, gint64 object, const char *word, gsize *out_n_bytes)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT " 0 obj", object);
  const char      *pdf = self->pdf, *entry, *found, *end;
  gint64           offset;

  if (object < 0 || object >= self->size)
    return NULL;
  entry = strchr (pdf + self->table + strlen ("xref\n"), '\n') + 1 + object * ENTRY_BYTES;
  if (entry + ENTRY_BYTES > pdf + self->n_bytes)
    return NULL;
  offset = g_ascii_strtoll (entry, NULL, 10);
  if (offset <= 0 || offset >= self->table || !g_str_has_prefix (pdf + offset, start))
    return NULL;
  found = pdf + offset;
  end = g_strstr_len (found, self->table - offset, ">>\nendobj");
  if (end == NULL || g_strstr_len (found, end - found, word) == NULL)
    return NULL;
  *out_n_bytes = end - found;
  return found;
}

void
veto_paper_update_add (VetoPaperUpdate *self,
                       gint64           object,
                       const char      *content,
                       gsize            n_content,
                       const char      *more)
{
  g_string_append_printf (self->entries, "%" G_GINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object,
                          self->n_bytes + self->objects->len);
  g_string_append_len (self->objects, content, n_content);
  g_string_append_printf (self->objects, "%s>>\nendobj\n", more);
}

void
veto_paper_update_write (VetoPaperUpdate *self, GByteArray *pdf)
{
  gsize start = pdf->len + self->objects->len;

  if (self->objects->len == 0)
    return;
  g_string_append_printf (self->objects, "xref\n%strailer\n<< /Size %" G_GINT64_FORMAT "\n",
                          self->entries->str, self->size);
  g_string_append_printf (self->objects,
                          "   /Root %" G_GINT64_FORMAT " 0 R\n   /Info %" G_GINT64_FORMAT
                          " 0 R\n   /Prev %" G_GINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          self->root, self->info, self->table, start);
  g_byte_array_append (pdf, (const guint8 *) self->objects->str, self->objects->len);
}
