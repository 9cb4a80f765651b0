/* How hard a text of the guidance may be to read: everyday language, level B1.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a sentence: ASD-STE100 allows an instruction 20 words and a description 25
 * (www.skills.sh/paperclipai/paperclip/simplified-english, read 2026-11-25); German plain language at B1 asks for 12 to 15
 * (deprofundis.de/einfache-sprache, read 2026-11-25). Ours lie between, and nearest to 15 where people are told what to do.
 * Of the score: up to 40 is normal reading matter, up to 50 texts about facts. German has a ceiling of its own, because it
 * writes in one long word what English writes in several. What stands in a letter is read by a company's lawyers, and names
 * articles; 25 words are the most of a description there, too. What the window says is measured like the reasons of a step;
 * what vetoctl says in a terminal is for authors and publishers.
 * Of passive forms: one in a sentence is fine ("Your password is kept"), a chain of them hides who does what. */
#define G_LOG_DOMAIN "veto-authoring"

#include <string.h>

#include "veto-lint.h"
#include "veto-passive.h"
#include "veto-sentences.h"

#define QUOTED_WORDS 8 /* of a long sentence, enough to find it */

static const VetoReadingCeiling english[] = {
  [VETO_READING_TITLE] = { 9, 0, 1 },      [VETO_READING_BODY] = { 16, 40, 1 },
  [VETO_READING_WHY] = { 18, 40, 1 },      [VETO_READING_QUESTION] = { 12, 0, 1 },
  [VETO_READING_SUMMARY] = { 16, 40, 1 },  [VETO_READING_FACT] = { 18, 40, 1 },
  [VETO_READING_HISTORY] = { 20, 50, 1 },  [VETO_READING_SOURCE] = { 20, 0, 1 },
  [VETO_READING_LABEL] = { 15, 0, 1 },     [VETO_READING_LETTER] = { 25, 55, 2 },
  [VETO_READING_STEP] = { 18, 40, 1 },     [VETO_READING_WINDOW] = { 18, 40, 1 },
  [VETO_READING_TERMINAL] = { 30, 50, 3 },
};

static const VetoReadingCeiling german[] = {
  [VETO_READING_TITLE] = { 9, 0, 1 },      [VETO_READING_BODY] = { 16, 45, 1 },
  [VETO_READING_WHY] = { 18, 45, 1 },      [VETO_READING_QUESTION] = { 12, 0, 1 },
  [VETO_READING_SUMMARY] = { 16, 45, 1 },  [VETO_READING_FACT] = { 18, 50, 1 },
  [VETO_READING_HISTORY] = { 20, 55, 1 },  [VETO_READING_SOURCE] = { 20, 0, 1 },
  [VETO_READING_LABEL] = { 15, 0, 1 },     [VETO_READING_LETTER] = { 25, 65, 2 },
  [VETO_READING_STEP] = { 18, 45, 1 },     [VETO_READING_WINDOW] = { 18, 45, 1 },
  [VETO_READING_TERMINAL] = { 30, 55, 3 },
};

VetoReadingKind
veto_lint_get_reading_kind (const char *key)
{
  static const struct
  {
    const char     *part; /* ids have no full stop in them */
    VetoReadingKind kind;
  } kinds[] = {
    { ".title", VETO_READING_TITLE },     { ".body", VETO_READING_BODY },
    { ".why", VETO_READING_WHY },         { ".question", VETO_READING_QUESTION },
    { ".summary", VETO_READING_SUMMARY }, { ".redo", VETO_READING_SUMMARY },
    { ".facts.", VETO_READING_FACT },     { ".history.", VETO_READING_HISTORY },
    { ".about", VETO_READING_SOURCE },    { ".publisher", VETO_READING_SOURCE },
  };

  if (g_str_has_suffix (key, ".text"))
    return veto_reader_is_letter_key (key) ? VETO_READING_LETTER : VETO_READING_FACT; /* else of a term */
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (key, kinds[i].part) != NULL)
      return kinds[i].kind;
  return VETO_READING_LABEL;
}

const VetoReadingCeiling *
veto_lint_get_reading_ceiling (const char *language, VetoReadingKind kind)
{
  return g_str_has_prefix (language, "de") ? &german[kind] : &english[kind];
}

/* The first words of @sentence */
static char *
dup_beginning (const char *sentence, gsize n_bytes)
{
  const char *end = sentence + n_bytes, *at = sentence;

  for (guint n = 0; n < QUOTED_WORDS && at < end; n++)
    {
      at += strspn (at, " ");
      at += strcspn (at, " \n");
    }
  return at < end ? g_strdup_printf ("%.*s …", (int) (at - sentence), sentence)
                  : g_strndup (sentence, n_bytes);
}

guint
veto_lint_count_passives (const char *language, const char *text)
{
  const char *at = text, *sentence;
  gsize       n_bytes;
  guint       most = 0;

  while (veto_sentences_next (&at, &sentence, &n_bytes))
    {
      g_autoptr(GPtrArray) forms = veto_passive_find (language, sentence, n_bytes);
      most = MAX (most, forms->len);
    }
  return most;
}

/* Returns: (transfer full) (nullable): of the first sentence that has too many passive forms */
static char *
dup_passive_fault (const char *language, const VetoReadingCeiling *ceiling, const char *text)
{
  const char *at = text, *sentence;
  gsize       n_bytes;

  while (veto_sentences_next (&at, &sentence, &n_bytes))
    {
      g_autoptr(GPtrArray) forms = veto_passive_find (language, sentence, n_bytes);
      g_autofree char *beginning = NULL;
      g_autofree char *named = NULL;

      if (forms->len <= ceiling->max_passives)
        continue;
      beginning = dup_beginning (sentence, n_bytes);
      g_ptr_array_add (forms, NULL);
      named = g_strjoinv (", ", (char **) forms->pdata);
      return g_strdup_printf ("%u passive forms in a sentence (%s), at most %u, so say who does it: “%s”",
                              forms->len - 1, named, ceiling->max_passives, beginning);
    }
  return NULL;
}

char *
veto_lint_dup_ceiling_fault (const char *language, const VetoReadingCeiling *ceiling, const char *text)
{
  VetoReading reading;

  veto_reading_count (text, &reading);
  if (reading.n_longest > ceiling->max_longest)
    {
      g_autofree char *beginning = dup_beginning (reading.longest, reading.longest_len);
      return g_strdup_printf ("a sentence of %u words, at most %u: “%s”", reading.n_longest,
                              ceiling->max_longest, beginning);
    }
  if (ceiling->max_lix > 0 && reading.n_words >= VETO_READING_MIN_WORDS
      && veto_reading_get_lix (&reading) > ceiling->max_lix)
    return g_strdup_printf ("hard to read: LIX %u, at most %u (%u words, %u of them long, %u sentences)",
                            veto_reading_get_lix (&reading), ceiling->max_lix, reading.n_words,
                            reading.n_long, reading.n_sentences);
  return dup_passive_fault (language, ceiling, text);
}

char *
veto_lint_dup_reading_fault (const char *language, const char *key, const char *text)
{
  return veto_lint_dup_ceiling_fault (language,
                                      veto_lint_get_reading_ceiling (language,
                                                                     veto_lint_get_reading_kind (key)),
                                      text);
}
