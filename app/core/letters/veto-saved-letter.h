/* A letter as it is kept: what was typed, for whom, and whether it was sent. Made by VetoLetterBook.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter.h"

G_BEGIN_DECLS

/**
 * VetoSavedLetter:
 *
 * Properties, read-only, notified after the store was written: "id", "kind" (id), "title" (what kind of letter it is, in
 * the reader's language; the id when the guidance no longer has it), "language" (of the letter), "regime" (id), "recipient"
 * (nullable: a name), "case-id" (nullable), "created" and "changed" (seconds UTC), "sent-day" (nullable: "2026-11-26"),
 * "channel" (nullable: "post"), "has-pdf", "readable" (what was typed can be read), "kept" (it is in the store; a new
 * letter that was only looked at is not).
 */
#define VETO_TYPE_SAVED_LETTER (veto_saved_letter_get_type ())
G_DECLARE_FINAL_TYPE (VetoSavedLetter, veto_saved_letter, VETO, SAVED_LETTER, GObject)

const char *veto_saved_letter_get_id (VetoSavedLetter *self);
const char *veto_saved_letter_get_kind (VetoSavedLetter *self);
const char *veto_saved_letter_get_title (VetoSavedLetter *self);
const char *veto_saved_letter_get_language (VetoSavedLetter *self);
const char *veto_saved_letter_get_regime (VetoSavedLetter *self);    /* (nullable): not chosen yet */
const char *veto_saved_letter_get_recipient (VetoSavedLetter *self); /* (nullable): a name */
const char *veto_saved_letter_get_case_id (VetoSavedLetter *self);   /* (nullable) */
gint64      veto_saved_letter_get_created (VetoSavedLetter *self);   /* seconds UTC */
gint64      veto_saved_letter_get_changed (VetoSavedLetter *self);   /* seconds UTC */
const char *veto_saved_letter_get_sent_day (VetoSavedLetter *self);  /* (nullable): "2026-11-26" */
const char *veto_saved_letter_get_channel (VetoSavedLetter *self);   /* (nullable): "post" */
gboolean    veto_saved_letter_has_pdf (VetoSavedLetter *self);       /* as it was sent */
gboolean    veto_saved_letter_is_readable (VetoSavedLetter *self);
gboolean    veto_saved_letter_is_kept (VetoSavedLetter *self);

/* The names of what is typed besides the questions: the address of a recipient, and a paragraph's own text. */
#define VETO_DRAFT_CONTROLLER "controller"
#define VETO_DRAFT_AUTHORITY "authority"
#define VETO_DRAFT_PARAGRAPH "paragraph."

/**
 * veto_saved_letter_set_draft:
 * @name: id of a field of the kind, %VETO_DRAFT_CONTROLLER, %VETO_DRAFT_AUTHORITY, or %VETO_DRAFT_PARAGRAPH and an id
 * @text: (nullable): what stands in the entry; %NULL once it stands in the letter
 *
 * What was typed and cannot stand in the letter (veto_letter_set_answer() refused it) is kept too, by the next save, and
 * is there again when the letter is opened. It is in no letter, preview or PDF.
 */
void veto_saved_letter_set_draft (VetoSavedLetter *self, const char *name, const char *text);

/* (nullable): what was typed and does not stand in the letter; the entry shows it instead of the answer */
const char *veto_saved_letter_get_draft (VetoSavedLetter *self, const char *name);

/* Which controller or authority of the guidance a recipient is; (nullable): none, its address was typed. A letter that is not
 * sent gets the address that the guidance has by then, as long as the name is the same. Known once
 * the letter was opened, kept by the next save. */
void        veto_saved_letter_set_recipient_id (VetoSavedLetter *self, VetoLetterTo to, const char *id);
const char *veto_saved_letter_get_recipient_id (VetoSavedLetter *self, VetoLetterTo to);

G_END_DECLS
