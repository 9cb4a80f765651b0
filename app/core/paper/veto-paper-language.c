/* Says in a PDF which language it is in, so that a screen reader takes the right voice. Cairo cannot (1.18 included).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PDF is changed by adding to it: a new version of one object, here the catalogue, and a table of what is new, which
 * names the table before it (ISO 32000-1, 7.5.6). /Lang and /DisplayDocTitle are said in the catalogue (14.9.2, 12.2). */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-paper-private.h"

#include <stdlib.h>
#include <string.h>

#define ENTRY_BYTES 20 /* of an object in the table */

/* The number after the last @word of the file; -1: not there. @pdf ends with a NUL. */
static gint64
read_number (const char *pdf, const char *from, const char *word)
{
  const char *at = g_strrstr (from, word);

  if (at == NULL || at < pdf)
    return -1;
  at += strlen (word);
  return g_ascii_isspace (*at) ? g_ascii_strtoll (at, NULL, 10) : -1;
}

/* The catalogue: "48 0 obj\n<< … >>\nendobj". NULL: the file is not written as Cairo writes it */
static const char *
find_object (const char *pdf, gsize n_bytes, gint64 table, gint64 object, gsize *out_n_bytes)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT " 0 obj", object);
  const char      *entry, *found, *end;
  gint64           offset;

  if (table < 0 || object < 0 || (gsize) table >= n_bytes || !g_str_has_prefix (pdf + table, "xref\n0 "))
    return NULL;
  entry = strchr (pdf + table + strlen ("xref\n"), '\n') + 1 + object * ENTRY_BYTES;
  if (entry + ENTRY_BYTES > pdf + n_bytes)
    return NULL;
  offset = g_ascii_strtoll (entry, NULL, 10);
  if (offset <= 0 || offset >= table || !g_str_has_prefix (pdf + offset, start))
    return NULL;
  found = pdf + offset;
  end = g_strstr_len (found, table - offset, ">>\nendobj");
  if (end == NULL || g_strstr_len (found, end - found, "/Catalog") == NULL)
    return NULL;
  *out_n_bytes = end - found;
  return found;
}

/* BCP 47 is letters, digits and "-": nothing that would have to be quoted. */
static gboolean
is_language (const char *language)
{
  gsize n_bytes = strlen (language);

  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isalnum (language[i]) && language[i] != '-')
      return FALSE;
  return n_bytes >= 2 && n_bytes <= 35;
}

/* What stands at the end of the file from the table on; NULL where it is not as expected */
static const char *
find_trailer (const char *pdf, gsize n_bytes)
{
  gint64 table = read_number (pdf, pdf + n_bytes - MIN (n_bytes, 64), "startxref");

  if (table <= 0 || (gsize) table >= n_bytes)
    return NULL;
  return strstr (pdf + table, "trailer\n");
}

void
veto_paper_write_language (GByteArray *pdf, const char *language)
{
  g_autofree char *copy = g_malloc0 (pdf->len + 1); /* with a NUL, for all that look for words */
  g_autoptr(GString) more = g_string_new (NULL);
  const char *trailer, *catalog;
  gint64      table, root, info, size;
  gsize       n_catalog = 0, start;

  memcpy (copy, pdf->data, pdf->len);
  trailer = find_trailer (copy, pdf->len);
  if (trailer == NULL || !is_language (language))
    return;
  table = read_number (copy, trailer, "startxref");
  root = read_number (copy, trailer, "/Root");
  info = read_number (copy, trailer, "/Info");
  size = read_number (copy, trailer, "/Size");
  catalog = find_object (copy, pdf->len, table, root, &n_catalog);
  if (catalog == NULL || info < 0 || size < 0)
    return;

  g_string_append_len (more, catalog, n_catalog);
  g_string_append_printf (more,
                          "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          language);
  start = pdf->len + more->len;
  g_string_append_printf (more,
                          "xref\n%" G_GINT64_FORMAT " 1\n%010u 00000 n \ntrailer\n<< /Size %" G_GINT64_FORMAT
                          "\n",
                          root, pdf->len, size);
  g_string_append_printf (more,
                          "   /Root %" G_GINT64_FORMAT " 0 R\n   /Info %" G_GINT64_FORMAT
                          " 0 R\n   /Prev %" G_GINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          root, info, table, start);
  g_byte_array_append (pdf, (const guint8 *) more->str, more->len);
}
