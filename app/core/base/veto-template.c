/* Text with {{placeholders}}, taken apart and filled.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-template"

#include "veto-template.h"

#include <string.h>

#define NAME_BYTES G_CSET_a_2_z G_CSET_DIGITS "-_"

gboolean
veto_template_next (const char **at, VetoTemplatePiece *piece)
{
  const char *open;

  if (**at == '\0')
    return FALSE;
  *piece = (VetoTemplatePiece){ .text = *at, .n_bytes = strlen (*at) };
  for (open = strstr (*at, "{{"); open != NULL; open = strstr (open + 1, "{{"))
    {
      gsize n_name_bytes = strspn (open + 2, NAME_BYTES);

      if (n_name_bytes > 0 && g_str_has_prefix (open + 2 + n_name_bytes, "}}"))
        {
          piece->n_bytes = (gsize) (open - *at);
          piece->name = open + 2;
          piece->n_name_bytes = n_name_bytes;
          *at = open + 2 + n_name_bytes + 2;
          return TRUE;
        }
    }
  *at += piece->n_bytes;
  return TRUE;
}

/* Braces that are text may come from a slip of the pen only. */
static gboolean
has_braces (const VetoTemplatePiece *piece)
{
  return g_strstr_len (piece->text, (gssize) piece->n_bytes, "{{") != NULL
         || g_strstr_len (piece->text, (gssize) piece->n_bytes, "}}") != NULL;
}

static int
find_use (const VetoTemplatePiece *piece, const char *const *uses)
{
  for (int i = 0; uses[i] != NULL; i++)
    if (strlen (uses[i]) == piece->n_name_bytes && strncmp (uses[i], piece->name, piece->n_name_bytes) == 0)
      return i;
  return -1;
}

char *
veto_template_dup_fault (const char *text, const char *const *uses)
{
  g_autofree gboolean *seen = g_new0 (gboolean, g_strv_length ((char **) uses) + 1);
  VetoTemplatePiece    piece;

  for (const char *at = text; veto_template_next (&at, &piece);)
    {
      int use = piece.n_name_bytes > 0 ? find_use (&piece, uses) : -1;

      if (has_braces (&piece))
        return g_strdup ("braces that are no placeholder");
      if (piece.n_name_bytes > 0 && use < 0)
        return g_strdup_printf ("{{%.*s}} is not in uses", (int) piece.n_name_bytes, piece.name);
      if (use >= 0)
        seen[use] = TRUE;
    }
  for (int i = 0; uses[i] != NULL; i++)
    if (!seen[i])
      return g_strdup_printf ("{{%s}} is in uses, but not in the text", uses[i]);
  return NULL;
}

char *
veto_template_fill (const char *text, VetoTemplateValue value, gpointer data)
{
  g_autoptr(GString) out = g_string_new (NULL);
  VetoTemplatePiece piece;
  gboolean          has_stop = FALSE; /* what was put in ends with a full stop */

  for (const char *at = text; veto_template_next (&at, &piece);)
    {
      g_autofree char *name = g_strndup (piece.name, piece.n_name_bytes);
      g_autofree char *filled = piece.n_name_bytes > 0 ? value (name, data) : NULL;
      gsize            n_skipped = has_stop && piece.n_bytes > 0 && piece.text[0] == '.' ? 1 : 0;

      if (has_braces (&piece) || (piece.n_name_bytes > 0 && filled == NULL))
        return NULL;
      g_string_append_len (out, piece.text + n_skipped, (gssize) (piece.n_bytes - n_skipped));
      if (filled != NULL)
        g_string_append (out, filled);
      has_stop = filled != NULL && g_str_has_suffix (filled, ".");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
