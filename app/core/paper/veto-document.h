/* What is on the paper, without any layout: a letter or a sheet, as blocks in order.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made by calls, from top to bottom, then only read: from then on any thread may read it. All text is plain text; there
 * is no markup. Control characters are dropped, a tab is a space, a newline starts a new line. */
#pragma once

#include "veto-picture.h"

G_BEGIN_DECLS

#define VETO_TYPE_DOCUMENT (veto_document_get_type ())
G_DECLARE_FINAL_TYPE (VetoDocument, veto_document, VETO, DOCUMENT, GObject)

#define VETO_DOCUMENT_MAX_DEPTH 4

/**
 * veto_document_new:
 * @title: what the window of a PDF viewer says; not on the paper
 * @language: the language of the text as in BCP 47, "de" or "pt-BR"
 *
 * Returns: (transfer full): an empty document
 */
VetoDocument *veto_document_new (const char *title, const char *language);

const char *veto_document_get_title (VetoDocument *self);
const char *veto_document_get_language (VetoDocument *self);

/* @level: 1 (the title on the paper) to 3. A heading stays with what follows it. */
void veto_document_add_heading (VetoDocument *self, guint level, const char *text);

void veto_document_add_paragraph (VetoDocument *self, const char *text);

/* @marker: "1." or "•" or "a)", set before the text */
void veto_document_add_item (VetoDocument *self, const char *marker, const char *text);

/* As veto_document_add_item(), in bold, and it stays with what follows it: the title of a step. */
void veto_document_add_strong_item (VetoDocument *self, const char *marker, const char *text);

/* An item with an empty box that is ticked with a pen. @marker: (nullable): between the box and the text */
void veto_document_add_task (VetoDocument *self, const char *marker, const char *text);

/* As veto_document_add_task(), in bold, and it stays with what follows it. */
void veto_document_add_strong_task (VetoDocument *self, const char *marker, const char *text);

/* @label: what the text answers: "Sent on"; in a column of its own beside it. Facts below each other make a table of two columns. */
void veto_document_add_fact (VetoDocument *self, const char *label, const char *text);

/* @description: what is to be seen on it, for who cannot see; not on the paper. Scaled down to what fits. */
void veto_document_add_picture (VetoDocument *self, VetoPicture *picture, const char *description);

/* All that @letter says, from its sender to its last block, at the present depth and further in; its headings become small ones. */
void veto_document_add_letter (VetoDocument *self, VetoDocument *letter);

/* Smaller than a paragraph: sources, remarks, a list of enclosures. */
void veto_document_add_note (VetoDocument *self, const char *text);

/* @address: shown letter for letter. It can be pressed in a PDF if veto_link_dup_host() lets it pass; no other text ever can. */
void veto_document_add_link (VetoDocument *self, const char *address);

/**
 * veto_document_add_signature:
 * @closing: "Yours faithfully,"; may be empty
 * @name: (nullable): who signs, below the space for the pen
 *
 * Stays together, and with the end of the paragraph before it.
 */
void veto_document_add_signature (VetoDocument *self, const char *closing, const char *name);

void veto_document_add_page_break (VetoDocument *self);

/**
 * veto_document_set_depth:
 * @depth: 0 at the margin; 1 for what stands below the text of an item at the margin; up to %VETO_DOCUMENT_MAX_DEPTH
 *
 * Says how far in all that is added from now on stands. So an item's further paragraphs, notes and links, and
 * the items of a list within a list, are added at the depth of that item plus one.
 */
void veto_document_set_depth (VetoDocument *self, guint depth);

/**
 * veto_document_set_page_words:
 * @words: with {{page}} and {{pages}}: "Page {{page}} of {{pages}}"
 *
 * A letter has a language of its own; without this call the words are in the language of the program.
 */
void veto_document_set_page_words (VetoDocument *self, const char *words);

/* From here on: what only a letter has. Lines are divided by newlines; empty lines are left out. */

/* @name and @lines: (nullable): who writes, for the head; the address, telephone and e-mail in @lines */
void veto_document_set_sender (VetoDocument *self, const char *name, const char *lines);

/* @text: (nullable): the sender in one line, which stands small above the address and is seen in the envelope's window */
void veto_document_set_return_line (VetoDocument *self, const char *text);

/* @text: (nullable): how it is sent, above the address: "By registered post", "By e-mail" */
void veto_document_set_remark (VetoDocument *self, const char *text);

/* @lines: name, street, town, country; six lines or fewer fit in an envelope's window at full size */
void veto_document_set_recipient (VetoDocument *self, const char *lines);

/* A line of the information block beside the address: @label "Your reference", @value "AB 12/34" */
void veto_document_add_reference (VetoDocument *self, const char *label, const char *value);

/* @text: place and day as they are to be read: "Berlin, 25 November 2026" */
void veto_document_set_date_line (VetoDocument *self, const char *text);

/* @text: what the letter is about, without the word "Subject" */
void veto_document_set_subject (VetoDocument *self, const char *text);

/**
 * veto_document_to_text:
 * @width: columns of a line; a wide character (Chinese) takes two. A word that is longer has a line of its own
 *
 * The same as plain text, wrapped, for an e-mail or a text file; ends with a newline.
 *
 * Returns: (transfer full): UTF-8
 */
char *veto_document_to_text (VetoDocument *self, guint width);

G_END_DECLS
