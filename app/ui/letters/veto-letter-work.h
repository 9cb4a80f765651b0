/* A letter on the desk: what is typed goes into it at once, and into the store soon after.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter-book.h"
#include "veto-services.h"

G_BEGIN_DECLS

/* Longest time between a key and its letter in the store, in milliseconds. */
#define VETO_LETTER_SAVE_AFTER_MS 250

/**
 * VetoLetterWork:
 *
 * Signals: "changed" after each change that may be seen; the letter may be another object then (another language).
 * "saved" after each time that it was kept. "failed" with the GError when it could not be kept; what was typed stays.
 */
#define VETO_TYPE_LETTER_WORK (veto_letter_work_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterWork, veto_letter_work, VETO, LETTER_WORK, GObject)

/**
 * veto_letter_work_new:
 * @services: has the guidance and the book of letters
 * @saved: which letter
 * @error: return location: the guidance no longer has letters of its kind, or it cannot be read
 *
 * Returns: (transfer full) (nullable)
 */
VetoLetterWork *veto_letter_work_new (VetoServices *services, VetoSavedLetter *saved, GError **error);

VetoServices    *veto_letter_work_get_services (VetoLetterWork *self);
VetoSavedLetter *veto_letter_work_get_saved (VetoLetterWork *self);
VetoLetter *veto_letter_work_get_letter (VetoLetterWork *self); /* until the next change of the language */
VetoLetterKind *veto_letter_work_get_labels (VetoLetterWork *self); /* the kind in the reader's language */
gboolean        veto_letter_work_is_sent (VetoLetterWork *self);    /* it can be read, not written */

/**
 * veto_letter_work_set_text:
 * @field: id of a question
 * @text: what stands in its entry
 *
 * Returns: (transfer none) (nullable): the sentence beside the field when this cannot stand in the letter; it is kept all the
 *   same, and nothing can be sent until it is mended
 */
const char *veto_letter_work_set_text (VetoLetterWork *self, const char *field, const char *text);
const char *veto_letter_work_get_text (VetoLetterWork *self, const char *field); /* "" when there is none */
const char *veto_letter_work_get_problem (VetoLetterWork *self, const char *field); /* (nullable): as above */

/* The same for the words of a paragraph. @text: (nullable): %NULL takes back the original words */
const char *veto_letter_work_set_own_words (VetoLetterWork *self, const char *paragraph, const char *text);

/* Ticks or unticks a statement of a question of choices. */
void
veto_letter_work_set_choice (VetoLetterWork *self, const char *field, const char *choice, gboolean is_ticked);
gboolean veto_letter_work_get_choice (VetoLetterWork *self, const char *field, const char *choice);

/* @id: of a regime of the kind */
void veto_letter_work_set_regime (VetoLetterWork *self, const char *id);

/* The code of a language that the letter exists in. */
void        veto_letter_work_set_language (VetoLetterWork *self, const char *language);
const char *veto_letter_work_get_language (VetoLetterWork *self);

/**
 * veto_letter_work_set_company:
 * @id: (nullable): of a controller of the guidance; %NULL: none
 *
 * Until somebody chose a language, the letter gets the one that is proposed for the company.
 */
void veto_letter_work_set_company (VetoLetterWork *self, const char *id);

/* The same for an authority, by its id. */
void veto_letter_work_set_authority (VetoLetterWork *self, const char *id);

/**
 * veto_letter_work_set_typed_recipient:
 * @to: whose address it is
 * @text: an address: the name on the first line
 *
 * Returns: (transfer none) (nullable): the sentence beside it, as in veto_letter_work_set_text()
 */
const char *veto_letter_work_set_typed_recipient (VetoLetterWork *self, VetoLetterTo to, const char *text);

/* Returns: (transfer full): the address that somebody typed; "" when there is none, or one of the guidance was chosen */
char *veto_letter_work_dup_typed_recipient (VetoLetterWork *self, VetoLetterTo to);

/* Whether it can be sent: nothing is missing, and nothing that was typed has to be mended. */
gboolean veto_letter_work_is_ready (VetoLetterWork *self);

/**
 * veto_letter_work_dup_missing:
 * @out_ids: (out) (transfer full) (array zero-terminated=1): where to go for each: the id of a question, "controller",
 *   "authority", or "paragraph." and an id
 *
 * Returns: (transfer full) (array zero-terminated=1): what is missing or has to be mended, as it is asked
 */
char **veto_letter_work_dup_missing (VetoLetterWork *self, char ***out_ids);

/* @id: veto_objection_get_id(): the letter becomes one of its case, which is made with the first thing that is kept */
void veto_letter_work_set_objection (VetoLetterWork *self, const char *id);

/* Before it is sent: its case is there also when nothing had to be typed. */
gboolean veto_letter_work_require_case (VetoLetterWork *self, GError **error);

/* Keeps what was typed, now. Returns: %FALSE with @error when it cannot be kept */
gboolean veto_letter_work_save (VetoLetterWork *self, GError **error);

G_END_DECLS
