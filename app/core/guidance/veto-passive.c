/* Passive forms, by the look of words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-passive.h"

#include <string.h>

#define WORDS_BETWEEN 3 /* "is now also kept": so many words may stand between, when they are adverbs */

typedef struct
{
  char    *text;      /* as it is written, without marks around it */
  gboolean is_common; /* begins with a small letter: in German no noun */
  gboolean ends_clause;
} Word;

static const char *const be_forms[] = { "is",    "are",    "was",    "were",    "be",    "been",   "being",
                                        "isn’t", "aren’t", "wasn’t", "weren’t", "isn't", "aren't", NULL };

/* Participles of English that do not end in -ed. "gone", "left", "set" and "put" are no passive, or hardly ever. */
static const char *const english_strong[] = {
  "bought", "broken", "brought", "built",   "caught", "chosen", "done",   "drawn",      "driven", "forgotten",
  "found",  "given",  "heard",   "held",    "hidden", "kept",   "known",  "laid",       "made",   "met",
  "paid",   "said",   "seen",    "sent",    "shown",  "sold",   "spent",  "stolen",     "taken",  "thought",
  "thrown", "told",   "won",     "written", "bound",  "led",    "proven", "understood", NULL
};

static const char *const english_not[] = { "need", "indeed", "speed", "seed", "feed", "red", "bed", NULL };

static const char *const english_between[] = { "not",   "never", "also",  "already", "always", "now",
                                               "still", "often", "again", "later",   "both",   "yet",
                                               "just",  "even",  "once",  "soon",    NULL };

static const char *const werden_forms[] = { "werde",  "wird",  "werden", "wurde", "wurden",
                                            "worden", "würde", "würden", NULL };

/* Participles of German that have no ge- and end in -en, or end in -ten as many nouns and adjectives do */
static const char *const german_strong[] = {
  "verboten",     "entschieden", "beschrieben", "verschoben",     "verloren",       "vergessen",
  "verstanden",   "bekommen",    "erhalten",    "unterschrieben", "übernommen",     "unterbrochen",
  "begonnen",     "entnommen",   "bewiesen",    "versprochen",    "widersprochen",  "besprochen",
  "verglichen",   "empfohlen",   "verbunden",   "entworfen",      "gehalten",       "behalten",
  "aufgehalten",  "angeboten",   "gebeten",     "geschnitten",    "ausgeschnitten", "betreten",
  "festgehalten", "vertreten",   "enthalten",   "einbezogen",     "zurückgehalten", NULL
};

/* What looks like one and is none */
static const char *const german_not[] = { "gegen",      "gehen",     "geben",     "gelten",   "gehören",
                                          "geschehen",  "geht",      "gehört",    "gesamt",   "bereit",
                                          "besteht",    "gewinnen",  "gelangen",  "genießen", "gefallen",
                                          "berechtigt", "insgesamt", "überhaupt", NULL };

static gboolean
is_one_of (const char *const *list, const char *word)
{
  return g_strv_contains (list, word);
}

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

/* Returns: (transfer full) (element-type Word): what stands between spaces, without marks */
static GArray *
split (const char *sentence, gsize n_bytes)
{
  g_autofree char *text = g_strndup (sentence, n_bytes);
  g_auto(GStrv) parts = g_strsplit_set (text, " \n\t", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *first = parts[i], *end = parts[i] + strlen (parts[i]);
      const char *bare_end = end, *before;
      Word        word;

      while (first < end && !g_unichar_isalnum (g_utf8_get_char (first)))
        first = g_utf8_next_char (first);
      while (bare_end > first
             && !g_unichar_isalnum (g_utf8_get_char (before = g_utf8_find_prev_char (first, bare_end))))
        bare_end = before;
      if (first == end)
        {
          if (words->len > 0 && *parts[i] != '\0') /* a dash between two clauses */
            g_array_index (words, Word, words->len - 1).ends_clause = TRUE;
          continue;
        }
      word.text = g_utf8_strdown (first, bare_end - first);
      word.is_common = g_unichar_islower (g_utf8_get_char (first));
      word.ends_clause = strpbrk (bare_end, ",;:)") != NULL;
      g_array_append_val (words, word);
    }
  return words;
}

static gboolean
is_english_participle (const char *word)
{
  return (strlen (word) > 3 && g_str_has_suffix (word, "ed") && !is_one_of (english_not, word))
         || is_one_of (english_strong, word);
}

static void
find_english (const GArray *words, GPtrArray *found)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *form = g_array_index (words, Word, i).text;

      if (!is_one_of (be_forms, form))
        continue;
      for (guint k = i + 1; k < words->len && k <= i + 1 + WORDS_BETWEEN; k++)
        {
          const char *word = g_array_index (words, Word, k).text;

          if (is_english_participle (word))
            {
              g_ptr_array_add (found, g_strdup_printf ("%s %s", form, word));
              break;
            }
          if (!is_one_of (english_between, word) && !g_str_has_suffix (word, "ly"))
            break;
        }
    }
}

static gboolean
is_german_participle (const Word *word)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new (
        "^(ab|an|auf|aus|bei|da|dar|durch|ein|entgegen|fest|fort|frei|her|hin|hinzu|los|mit|nach|"
        "nieder|um|vor|voraus|weg|weiter|wieder|zu|zurück|zusammen)?"
        "(ge\\pL{2,}(t|en)|(be|ver|zer|ent|er|emp|miss|über|unter|wider|hinter)\\pL{2,}t)$|iert$",
        G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&regex, made);
    }
  if (!word->is_common || is_one_of (german_not, word->text))
    return FALSE;
  if (is_one_of (german_strong, word->text))
    return TRUE;
  return !g_str_has_suffix (word->text, "ten") && g_regex_match (regex, word->text, 0, NULL);
}

/* One clause: words @first to before @end */
static void
find_german_in (const GArray *words, guint first, guint end, GPtrArray *found)
{
  g_autoptr(GPtrArray) forms = g_ptr_array_new ();
  g_autoptr(GPtrArray) participles = g_ptr_array_new ();

  for (guint i = first; i < end; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (is_one_of (werden_forms, word->text))
        g_ptr_array_add (forms, word->text);
      else if (is_german_participle (word))
        g_ptr_array_add (participles, word->text);
    }
  if (forms->len == 0 || participles->len == 0)
    return;
  for (guint i = 0; i < MAX (forms->len, participles->len); i++)
    g_ptr_array_add (found, g_strdup_printf ("%s %s",
                                             (const char *) participles->pdata[MIN (i, participles->len - 1)],
                                             (const char *) forms->pdata[MIN (i, forms->len - 1)]));
}

static void
find_german (const GArray *words, GPtrArray *found)
{
  guint first = 0;

  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, Word, i).ends_clause || i + 1 == words->len)
      {
        find_german_in (words, first, i + 1, found);
        first = i + 1;
      }
}

GPtrArray *
veto_passive_find (const char *language, const char *sentence, gsize n_bytes)
{
  g_autoptr(GArray) words = split (sentence, n_bytes);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  if (g_str_has_prefix (language, "de"))
    find_german (words, found);
  else
    find_english (words, found);
  return found;
}
