/* Says in a PDF what a screen reader needs and Cairo cannot say (1.18 included): which language it is in, so that the right voice is
 * taken, and what is to be seen on its pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * /Lang and /DisplayDocTitle stand in the catalogue, /Alt with the element of the structure that is a picture (ISO 32000-1,
 * 14.9.2, 12.2, 14.9.3). */
#define G_LOG_DOMAIN "veto-paper"

#include "veto-paper-private.h"
#include "veto-paper-update.h"

#include <string.h>

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

/* Returns: (transfer full): a text as a PDF has it: UTF-16 with its mark, in hexadecimal */
static char *
dup_text_string (const char *text)
{
  glong                 n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  GString              *string = g_string_new ("<FEFF");

  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (string, "%04X", units[i]);
  g_string_append_c (string, '>');
  return g_string_free (string, FALSE);
}

/* Returns: (transfer container) (element-type VetoLine): in the order of the pages */
static GPtrArray *
list_pictures (VetoPaper *self)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint page = 0; page < self->pages->len; page++)
    {
      GArray *marks = g_ptr_array_index (self->pages, page);

      for (guint i = 0; i < marks->len; i++)
        {
          VetoLine *line = g_array_index (marks, VetoMark, i).line;

          if (line != NULL && line->picture != NULL)
            g_ptr_array_add (lines, line);
        }
    }
  return lines;
}

/* Returns: (element-type gint64): the elements of the structure that are pictures. Cairo numbers them as they were drawn. */
static GArray *
list_figures (VetoPaperUpdate *update)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 object = 1; object < update->size; object++)
    {
      gsize       n_bytes;
      const char *content = veto_paper_update_find (update, object, "/StructElem", &n_bytes);

      if (content != NULL && g_strstr_len (content, n_bytes, "/S /Figure\n") != NULL)
        g_array_append_val (figures, object);
    }
  return figures;
}

static void
describe_pictures (VetoPaper *self, VetoPaperUpdate *update)
{
  g_autoptr(GPtrArray) lines = list_pictures (self);
  g_autoptr(GArray) figures = NULL;

  if (lines->len == 0)
    return;
  figures = list_figures (update);
  for (guint i = 0; i < lines->len && figures->len == lines->len; i++)
    {
      const VetoLine  *line = g_ptr_array_index (lines, i);
      gint64           object = g_array_index (figures, gint64, i);
      g_autofree char *text = dup_text_string (line->text), *more = g_strdup_printf ("   /Alt %s\n", text);
      gsize            n_bytes;
      const char      *content = veto_paper_update_find (update, object, "/StructElem", &n_bytes);

      veto_paper_update_add (update, object, content, n_bytes, more);
    }
}

static void
say_language (VetoPaper *self, VetoPaperUpdate *update)
{
  gsize            n_bytes;
  const char      *catalog = veto_paper_update_find (update, update->root, "/Catalog", &n_bytes);
  g_autofree char *more =
    g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n", self->language);

  if (catalog != NULL && is_language (self->language))
    veto_paper_update_add (update, update->root, catalog, n_bytes, more);
}

void
veto_paper_write_access (VetoPaper *self, GByteArray *pdf)
{
  VetoPaperUpdate update;

  if (veto_paper_update_init (&update, pdf))
    {
      describe_pictures (self, &update);
      say_language (self, &update);
      veto_paper_update_write (&update, pdf);
    }
  veto_paper_update_clear (&update);
}
