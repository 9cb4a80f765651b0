/* Where sentences end, in English and German alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-sentences.h"

#include <string.h>

#define MAX_ORDINAL_DIGITS 2 /* "27. Mai" is a day, "in 2025. Then" an end */

/* Behind the stop of a day; "unter 18. Danach" is an end. English has no stop behind a day. */
static const char *const months[] = { "Jan", "Jän", "Feb",  "Mär", "Apr", "Mai", "Jun",
                                      "Jul", "Aug", "Sept", "Okt", "Nov", "Dez" };

/* What a full stop shortens; behind each of them a name or a number goes on */
static const char *const abbreviations[] = { "abs", "art",  "bzw", "ca",  "dr", "no",
                                             "nr",  "prof", "st",  "tel", "vgl" };

static gboolean
is_abbreviation (const char *word, gsize n_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strlen (abbreviations[i]) == n_bytes && g_ascii_strncasecmp (abbreviations[i], word, n_bytes) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_month (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i]))
      return TRUE;
  return FALSE;
}

/* Whether the full stop at @at stands behind a day ("27. Mai"), the number of an item ("1. Open"), a single letter
   ("z. B. Apps") or a shortened word */
static gboolean
is_part_of_sentence (const char *text, const char *at)
{
  const char *first = at;
  gsize       n_digits;

  while (first > text && !g_ascii_isspace (first[-1]) && strchr (".(", first[-1]) == NULL)
    first--;
  n_digits = strspn (first, "0123456789");
  if (n_digits > 0 && first + n_digits == at)
    return n_digits <= MAX_ORDINAL_DIGITS
           && (text + strspn (text, " \n") == first || is_month (at + 1 + strspn (at + 1, " ")));
  return (at - first == 1 && g_ascii_isalpha (*first)) || is_abbreviation (first, (gsize) (at - first));
}

/* Moves over what closes a quotation or a bracket. */
static const char *
skip_closing (const char *at)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0
          || (strchr ("\")'", *at) == NULL && c != 0x2018 && c != 0x2019 && c != 0x201C && c != 0x201D
              && c != 0xAB && c != 0xBB))
        return at;
      at = g_utf8_next_char (at);
    }
}

/* Whether a sentence ends with the mark at @at: what follows is the end, a new line, or a space and anything but a small
   letter: a year too ("So ist es. 2025 war es anders.") */
static gboolean
ends_sentence (const char *text, const char *at)
{
  const char *next = skip_closing (at + 1);
  gunichar    c;

  if (*at == '.' && is_part_of_sentence (text, at))
    return at[1] == '\0';
  if (*next == '\0' || *next == '\n')
    return TRUE;
  if (*next != ' ')
    return FALSE;
  c = g_utf8_get_char (next + strspn (next, " "));
  return !g_unichar_islower (c);
}

gboolean
veto_sentences_next (const char **at, const char **out_start, gsize *out_n_bytes)
{
  const char *text = *at;
  const char *start = NULL; /* nothing but spaces and marks so far */
  const char *end = text;
  gboolean    has_words = FALSE;
  gunichar    last = 0;

  for (gboolean ended = FALSE; *end != '\0' && !(ended && has_words); end = g_utf8_next_char (end))
    {
      gunichar c = g_utf8_get_char (end);

      ended = c == '\n' || (c < 0x80 && strchr (".!?", (int) c) != NULL && ends_sentence (text, end));
      has_words = has_words || g_unichar_isalnum (c);
      if (start == NULL && !g_unichar_isspace (c))
        start = end;
      last = c;
    }
  *at = last != '\n' ? skip_closing (end) : end; /* behind a line, a mark opens the next */
  if (out_start != NULL)
    *out_start = start;
  if (out_n_bytes != NULL)
    *out_n_bytes = start != NULL ? (gsize) (*at - start) : 0;
  return has_words;
}
