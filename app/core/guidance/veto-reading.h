/* How hard a text is to read, in figures. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counted in one text; what is counted of several may be added up. */
typedef struct
{
  guint       n_words;
  guint       n_long; /* words of more than six letters */
  guint       n_sentences;
  guint       n_longest;   /* words of the longest sentence */
  const char *longest;     /* that sentence, in the text; NULL when there are no words */
  gsize       longest_len; /* its bytes */
} VetoReading;

/**
 * veto_reading_count:
 * @text: plain text in any language that has spaces between words
 * @out: (out caller-allocates): what is in it
 *
 * Sentences are those of veto_sentences_next(). A word is what stands between spaces and has a letter or a figure in it:
 * "7. Oktober 2025" are three, "E-Mail-Adresse", "21(1)" and "help.example.org" one, an arrow or a dash none. Only letters
 * count for the length of a word; numbers, the host of an address and a placeholder are never long.
 */
void veto_reading_count (const char *text, VetoReading *out);

/**
 * veto_reading_get_lix:
 * @reading: with at least one word
 *
 * LIX: words per sentence, plus the share of long words in percent. One formula for English and German, without syllables,
 * which no program counts right in both. C. H. Björnsson, Läsbarhet, Stockholm 1968; for English and other languages
 * J. Anderson, Lix and Rix, Journal of Reading 26(6), 1983, p. 490-496 (both as quoted by
 * search.r-project.org/CRAN/refmans/koRpus/html/LIX.html, read 2026-11-25). Below 30 is simple, 30 to 40 normal, above 50
 * hard (github.com/lindehaven/lix, read 2026-11-25). Björnsson lets a colon end a sentence; here it does not, so the figures
 * are rather too high than too low.
 *
 * Returns: the score, rounded
 */
guint veto_reading_get_lix (const VetoReading *reading);

G_END_DECLS
