/* A letter that somebody is writing: a kind of letter, the answers, and what it says by now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-paper.h"
#include "veto-recipient.h"

G_BEGIN_DECLS

/**
 * VetoLetter:
 *
 * Properties: "n-missing" (how many answers are missing) and "complete" (none is). The signal "changed" comes after each
 * change that may be seen in the letter.
 */
#define VETO_TYPE_LETTER (veto_letter_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetter, veto_letter, VETO, LETTER, GObject)

/**
 * veto_letter_new:
 * @kind: what kind of letter, in the language that it is written in
 * @labels: (nullable): the same kind in the language of the person who writes, for what is said about the questions; %NULL
 *   when that is the letter's
 *
 * Returns: (transfer full): a letter of today, under the first law of its kind, without any answer
 */
VetoLetter *veto_letter_new (VetoLetterKind *kind, VetoLetterKind *labels);

VetoLetterKind *veto_letter_get_kind (VetoLetter *self);

/* @id: of a regime of the kind. Returns: %FALSE with %VETO_LETTER_ERROR_UNKNOWN */
gboolean    veto_letter_set_regime (VetoLetter *self, const char *id, GError **error);
const char *veto_letter_get_regime (VetoLetter *self);

/* @code: (nullable): of the country that the sender lives in, where it is known: a letter within a country does not name it in
 * the address (DIN 5008). */
void        veto_letter_set_country (VetoLetter *self, const char *code);
const char *veto_letter_get_country (VetoLetter *self);

/* The letter's own day, which stands on it. */
void         veto_letter_set_day (VetoLetter *self, const GDate *day);
const GDate *veto_letter_get_day (VetoLetter *self);

/**
 * veto_letter_set_answer:
 * @field: id of a field of the kind
 * @text: (nullable): what was typed, see veto_answer_check(); %NULL or "" takes the answer away
 * @error: return location, %VETO_LETTER_ERROR; for %VETO_LETTER_ERROR_VALUE a sentence to be shown beside the field. The
 *   answer is as it was then.
 */
gboolean veto_letter_set_answer (VetoLetter *self, const char *field, const char *text, GError **error);

/* Returns: (nullable): the answer as it is kept, or %NULL */
const char *veto_letter_get_answer (VetoLetter *self, const char *field);

/* The company and the authority, each of which is the recipient or is named in the letter. @recipient: (nullable): copied */
void                 veto_letter_set_controller (VetoLetter *self, const VetoRecipient *recipient);
void                 veto_letter_set_authority (VetoLetter *self, const VetoRecipient *recipient);
const VetoRecipient *veto_letter_get_recipient (VetoLetter *self); /* (nullable): who gets it */
const VetoRecipient *veto_letter_get_party (VetoLetter  *self,
                                            VetoLetterTo to); /* (nullable): the one or the other */

/**
 * veto_letter_set_own_text:
 * @paragraph: id of a paragraph of the kind
 * @text: (nullable): what stands there instead, letter for letter; "" leaves the paragraph out; %NULL takes back what is
 *   the guidance's
 * @error: return location, %VETO_LETTER_ERROR
 */
gboolean veto_letter_set_own_text (VetoLetter *self, const char *paragraph, const char *text, GError **error);

/* Returns: (nullable): the person's own text */
const char *veto_letter_get_own_text (VetoLetter *self, const char *paragraph);

/* A paragraph as it stands in the letter by now. */
typedef struct
{
  const char       *id;
  VetoParagraphKind kind;
  char             *text;      /* what is missing is marked: "[your address]" */
  gboolean          is_own;    /* the person's own words */
  guint             n_missing; /* marks in it */
} VetoLetterParagraph;

/* Returns: (transfer full) (element-type VetoLetterParagraph): the paragraphs whose conditions are true, in their order */
GPtrArray *veto_letter_dup_paragraphs (VetoLetter *self);

/* Returns: (transfer full) (array zero-terminated=1): the questions without an answer, as they are asked: "Your name" */
char **veto_letter_dup_missing (VetoLetter *self);

/* Returns: (transfer full): how something that is missing is asked for: of questions of which one is enough, all of them */
char *veto_letter_dup_missing_label (VetoLetter *self, const char *id);

/* Whether the letter cannot be sent without an answer to @field, and has none. */
gboolean veto_letter_is_missing (VetoLetter *self, const char *field);

guint    veto_letter_get_n_missing (VetoLetter *self);
gboolean veto_letter_is_complete (VetoLetter *self);

/* The question of a reminder on which day the request was sent */
#define VETO_LETTER_FIRST_DAY "first-day"

/**
 * veto_letter_dup_remark:
 *
 * What the person should know before sending it, and may do all the same: a reminder while the time that the law gives for an
 * answer still runs. Counted from the day on which the request was sent, because nobody knows when it arrived.
 * Rule: GDPR and UK GDPR, Art. 12(3); FADP, Art. 25(7), for access.
 *
 * Returns: (transfer full) (nullable): a sentence
 */
char *veto_letter_dup_remark (VetoLetter *self);

/* Returns: (transfer full) (nullable): what it is about; NULL when there are no words for it */
char *veto_letter_dup_subject (VetoLetter *self);

/* The question of a letter to an authority that asks where the company is */
#define VETO_LETTER_COMPANY_ADDRESS "controller-address"

/* Answers that question, where the letter has it and no answer: what somebody typed stays. */
void veto_letter_answer_company_address (VetoLetter *self, const VetoController *company);

/**
 * veto_letter_to_document:
 * @error: return location, %VETO_LETTER_ERROR_MISSING when it is not complete
 *
 * Returns: (transfer full) (nullable): the finished letter
 */
VetoDocument *veto_letter_to_document (VetoLetter *self, GError **error);

/* The paper of a letter by its language, like "de-AT": a German one goes into a German envelope, with DIN 5008. */
VetoPaperStyle veto_letter_get_style (const char *language);

/* Returns: (transfer full): the letter as it stands by now; what is missing is marked */
VetoDocument *veto_letter_to_preview (VetoLetter *self);

G_END_DECLS
