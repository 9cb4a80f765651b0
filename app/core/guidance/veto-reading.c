/* Words, long words, sentences, and the score that is made of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-reading.h"

#include <string.h>

#include "veto-sentences.h"

#define MAX_SHORT_LETTERS 6 /* Björnsson: a long word has more */

/* "help.example.org", "{{login}}": nobody reads them letter by letter. */
static gboolean
is_name_of_machine (const char *word, gsize n_bytes)
{
  for (gsize i = 0; i + 1 < n_bytes; i++)
    if (strncmp (word + i, "{{", 2) == 0
        || (i > 0 && strchr (".@", word[i]) != NULL && g_ascii_isalnum (word[i - 1])
            && g_ascii_isalnum (word[i + 1])))
      return TRUE;
  return FALSE;
}

static void
count_word (VetoReading *out, const char *word, gsize n_bytes)
{
  guint n_letters = 0, n_digits = 0;

  for (const char *at = word; at < word + n_bytes; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      n_letters += g_unichar_isalpha (c) ? 1 : 0;
      n_digits += g_unichar_isdigit (c) ? 1 : 0;
    }
  if (n_letters + n_digits == 0)
    return;
  out->n_words++;
  if (n_letters > MAX_SHORT_LETTERS && !is_name_of_machine (word, n_bytes))
    out->n_long++;
}

static void
count_words (VetoReading *out, const char *sentence, gsize n_bytes)
{
  const char *end = sentence + n_bytes;

  for (const char *word = sentence, *next; word < end; word = next)
    {
      for (next = word; next < end && !g_unichar_isspace (g_utf8_get_char (next));)
        next = g_utf8_next_char (next);
      if (next > word)
        count_word (out, word, (gsize) (next - word));
      else
        next = g_utf8_next_char (next);
    }
}

void
veto_reading_count (const char *text, VetoReading *out)
{
  const char *at = text, *sentence;
  gsize       n_bytes;

  *out = (VetoReading){ 0 };
  while (veto_sentences_next (&at, &sentence, &n_bytes))
    {
      guint n_before = out->n_words;

      count_words (out, sentence, n_bytes);
      out->n_sentences++;
      if (out->n_words - n_before > out->n_longest)
        {
          out->n_longest = out->n_words - n_before;
          out->longest = sentence;
          out->longest_len = n_bytes;
        }
    }
}

guint
veto_reading_get_lix (const VetoReading *reading)
{
  double words_per_sentence, percent_long;

  g_return_val_if_fail (reading->n_words > 0, 0);

  words_per_sentence = (double) reading->n_words / reading->n_sentences;
  percent_long = 100.0 * reading->n_long / reading->n_words;
  return (guint) (words_per_sentence + percent_long + 0.5);
}
