/* What a person answers to the questions of a letter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter-kind.h"

G_BEGIN_DECLS

#define VETO_LETTER_ERROR (veto_letter_error_quark ())
GQuark veto_letter_error_quark (void);

/**
 * VetoLetterError:
 * @VETO_LETTER_ERROR_UNKNOWN: the letter has no such field, statement, paragraph or law
 * @VETO_LETTER_ERROR_VALUE: an answer that cannot stand in the letter; the message is a sentence for the person
 * @VETO_LETTER_ERROR_MISSING: an answer is missing; the message names all that are
 * @VETO_LETTER_ERROR_WORDS: the guidance's words cannot be filled in
 */
typedef enum {
  VETO_LETTER_ERROR_UNKNOWN,
  VETO_LETTER_ERROR_VALUE,
  VETO_LETTER_ERROR_MISSING,
  VETO_LETTER_ERROR_WORDS,
} VetoLetterError;

/* The most characters of own words. With 4 bytes each they still pass the text policy of base. */
#define VETO_ANSWER_MAX_CHARACTERS 4000

/**
 * veto_answer_check:
 * @field: the question
 * @text: what was typed. Several links, accounts and lines of an address are divided by newlines, ids of statements by
 *   commas or newlines
 * @error: return location, %VETO_LETTER_ERROR; a sentence to be shown beside the field
 *
 * What is typed stays as it is, but for white space at the ends, ways to end a line, and tabs. What cannot be printed is
 * refused and never taken out in silence.
 *
 * Returns: (transfer full) (nullable): @text as it is kept; "" is no answer
 */
char *veto_answer_check (const VetoField *field, const char *text, GError **error);

/* The same for own words, which belong to no field. */
char *veto_answer_check_words (const char *text, GError **error);

G_END_DECLS
