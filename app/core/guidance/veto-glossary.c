/* Where the terms of the glossary stand in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-glossary"

#include "veto-glossary.h"

#include <string.h>

#define NO_BREAK_SPACE 0xA0

/* Whether @written, at a place in a text, may stand for @wanted of a form */
static gboolean
is_same (gunichar wanted, gunichar written, gboolean is_first)
{
  if (wanted == ' ')
    return written == '\n' || written == NO_BREAK_SPACE || written == ' ';
  return wanted == written || (is_first && wanted == g_unichar_tolower (written));
}

/* Returns: how many bytes of @at, the beginning of a word, are @form; 0: it is another word */
static gsize
match (const char *form, const char *at)
{
  const char *wanted = form, *end = at;

  for (; *wanted != '\0' && *wanted != '*'; wanted = g_utf8_next_char (wanted))
    {
      if (*end == '\0' || !is_same (g_utf8_get_char (wanted), g_utf8_get_char (end), wanted == form))
        return 0;
      end = g_utf8_next_char (end);
    }
  if (*wanted == '*')
    while (g_unichar_isalpha (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
  return g_unichar_isalnum (g_utf8_get_char (end)) ? 0 : (gsize) (end - at);
}

/* Returns: whether a term begins at @at; @place gets the longest */
static gboolean
find_at (const VetoTerm *terms, guint n_terms, const char *at, VetoTermPlace *place)
{
  place->n_bytes = 0;
  for (guint i = 0; i < n_terms; i++)
    for (guint k = 0; terms[i].forms[k] != NULL; k++)
      {
        gsize n_bytes = match (terms[i].forms[k], at);

        if (n_bytes > place->n_bytes)
          {
            place->term = &terms[i];
            place->n_bytes = n_bytes;
          }
      }
  return place->n_bytes > 0;
}

GArray *
veto_glossary_find (const VetoTerm *terms, guint n_terms, const char *text)
{
  GArray     *places = g_array_new (FALSE, FALSE, sizeof (VetoTermPlace));
  const char *at = text;
  gboolean    in_word = FALSE;

  while (*at != '\0')
    {
      gboolean      is_word = g_unichar_isalnum (g_utf8_get_char (at));
      VetoTermPlace place;

      if (is_word && !in_word && find_at (terms, n_terms, at, &place))
        {
          place.start = (gsize) (at - text);
          g_array_append_val (places, place);
          at += place.n_bytes;
          in_word = FALSE; /* a form ends where a word does */
          continue;
        }
      in_word = is_word;
      at = g_utf8_next_char (at);
    }
  return places;
}

GPtrArray *
veto_glossary_list (const VetoTerm *terms, guint n_terms, const char *const *texts)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr(GArray) places = veto_glossary_find (terms, n_terms, texts[i]);

      for (guint k = 0; k < places->len; k++)
        {
          gpointer term = (gpointer) g_array_index (places, VetoTermPlace, k).term;

          if (!g_ptr_array_find (found, term, NULL))
            g_ptr_array_add (found, term);
        }
    }
  return found;
}
