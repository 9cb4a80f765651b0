/* Text from anybody, made such that it can be set as type.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-document"

#include "veto-settable.h"

#include <string.h>

/* FriBidi 1.0.8, which Pango asks, dies of some texts with more than 60 embeddings and isolates within each other (tried on
 * 2026-11-26). No honest text has more than a few. */
#define MAX_NESTING 32

/* How many embeddings and isolates are open in this line; rather too many than too few */
typedef struct
{
  guint n_isolates;
  guint n_embeddings; /* since the last isolate began or ended: the only ones that U+202C can end */
  guint n_outside;    /* those before it */
} Nesting;

/* Returns: whether @c, which may say something about directions, can stay */
static gboolean
follow_nesting (Nesting *nesting, gunichar c)
{
  gboolean isolate = c >= 0x2066 && c <= 0x2068,
           embedding = c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;

  if (isolate || embedding)
    {
      if (nesting->n_isolates + nesting->n_embeddings + nesting->n_outside >= MAX_NESTING)
        return FALSE;
      nesting->n_isolates += isolate;
      nesting->n_outside += isolate ? nesting->n_embeddings : 0;
      nesting->n_embeddings = isolate ? 0 : nesting->n_embeddings + 1;
    }
  else if (c == 0x202C && nesting->n_embeddings > 0)
    nesting->n_embeddings--;
  else if (c == 0x2069 && nesting->n_isolates > 0)
    {
      nesting->n_isolates--;
      nesting->n_embeddings = 0; /* they ended with it; those before it count on to the end of the line */
    }
  return TRUE;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v';
}

char *
veto_settable_dup (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString         *result = g_string_sized_new (strlen (valid));
  Nesting          nesting = { 0 };

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_line_end (c) || (c == '\r' && at[1] != '\n'))
        {
          g_string_append_c (result, '\n');
          nesting = (Nesting){ 0 };
        }
      else if (c == '\t')
        g_string_append_c (result, ' ');
      else if (!g_unichar_iscntrl (c) && follow_nesting (&nesting, c))
        g_string_append_unichar (result, c);
    }
  return g_strstrip (g_string_free (result, FALSE));
}

/* White space at the end of a line ends what is nested as little as the line end that it was, so it is counted anew. */
char *
veto_settable_dup_line (const char *text)
{
  g_autofree char *lines = veto_settable_dup (text);

  g_strdelimit (lines, "\n", ' ');
  return veto_settable_dup (lines);
}

char *
veto_settable_dup_lines (const char *text)
{
  g_autofree char *settable = veto_settable_dup (text);
  g_auto(GStrv) lines = g_strsplit (settable, "\n", -1);
  GString *result = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (result, "%s%s", result->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (result, FALSE);
}
