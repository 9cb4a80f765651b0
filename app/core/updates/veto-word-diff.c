/* Which words of a text are other ones than before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-word-diff"

#include "veto-word-diff.h"

#include <string.h>

#define MAX_WORDS 600 /* the table below has so many rows and columns: 720 kB for some milliseconds */

/* Returns: (transfer full): the words of @text */
static GArray *
split (const char *text)
{
  GArray     *words = g_array_new (FALSE, FALSE, sizeof (VetoWordRange));
  const char *at = text;

  while (*at != '\0')
    {
      VetoWordRange word;

      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      word.start = (guint) (at - text);
      while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      word.end = (guint) (at - text);
      if (word.end > word.start)
        g_array_append_val (words, word);
    }
  return words;
}

static gboolean
is_same (const char *before, const VetoWordRange *old_word, const char *after, const VetoWordRange *new_word)
{
  guint length = old_word->end - old_word->start;

  return length == new_word->end - new_word->start
         && memcmp (before + old_word->start, after + new_word->start, length) == 0;
}

/* Adds a word; one that follows the word before it makes that longer. */
static void
add_word (GArray *ranges, const VetoWordRange *word, gboolean follows)
{
  if (follows && ranges->len > 0)
    g_array_index (ranges, VetoWordRange, ranges->len - 1).end = word->end;
  else
    g_array_append_val (ranges, *word);
}

/* lengths[i * columns + k]: how many words the rests from word i of @before and word k of @after have in common, in order */
static guint16 *
measure_common (const char *before, GArray *old_words, const char *after, GArray *new_words)
{
  guint    columns = new_words->len + 1;
  guint16 *lengths = g_new0 (guint16, (gsize) (old_words->len + 1) * columns);

  for (guint i = old_words->len; i-- > 0;)
    for (guint k = new_words->len; k-- > 0;)
      {
        guint16 *here = &lengths[i * columns + k];

        if (is_same (before, &g_array_index (old_words, VetoWordRange, i), after,
                     &g_array_index (new_words, VetoWordRange, k)))
          *here = lengths[(i + 1) * columns + k + 1] + 1;
        else
          *here = MAX (lengths[(i + 1) * columns + k], lengths[i * columns + k + 1]);
      }
  return lengths;
}

static void
walk (const char *before,
      GArray     *old_words,
      const char *after,
      GArray     *new_words,
      GArray     *gone,
      GArray     *added)
{
  g_autofree guint16 *lengths = measure_common (before, old_words, after, new_words);
  guint               columns = new_words->len + 1, i = 0, k = 0;
  gboolean            old_follows = FALSE, new_follows = FALSE;

  while (i < old_words->len || k < new_words->len)
    {
      const VetoWordRange *old_word = &g_array_index (old_words, VetoWordRange, i);
      const VetoWordRange *new_word = &g_array_index (new_words, VetoWordRange, k);

      if (i < old_words->len && k < new_words->len && is_same (before, old_word, after, new_word))
        {
          old_follows = new_follows = FALSE;
          i++;
          k++;
        }
      else if (k == new_words->len
               || (i < old_words->len && lengths[(i + 1) * columns + k] >= lengths[i * columns + k + 1]))
        {
          add_word (gone, old_word, old_follows);
          old_follows = TRUE;
          i++;
        }
      else
        {
          add_word (added, new_word, new_follows);
          new_follows = TRUE;
          k++;
        }
    }
}

static void
add_whole (GArray *ranges, GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    add_word (ranges, &g_array_index (words, VetoWordRange, i), TRUE);
}

void
veto_word_diff (const char *before, const char *after, GArray **out_gone, GArray **out_new)
{
  g_autoptr(GArray) old_words = NULL;
  g_autoptr(GArray) new_words = NULL;

  g_return_if_fail (before != NULL && after != NULL);

  old_words = split (before);
  new_words = split (after);
  *out_gone = g_array_new (FALSE, FALSE, sizeof (VetoWordRange));
  *out_new = g_array_new (FALSE, FALSE, sizeof (VetoWordRange));
  if (old_words->len > MAX_WORDS || new_words->len > MAX_WORDS)
    {
      add_whole (*out_gone, old_words);
      add_whole (*out_new, new_words);
      return;
    }
  walk (before, old_words, after, new_words, *out_gone, *out_new);
}
