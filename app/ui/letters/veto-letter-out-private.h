/* What the ways out of the dialog share. Private to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter-out.h"
#include "veto-letter-ways.h"

G_BEGIN_DECLS

const VetoRecipient *veto_letter_out_get_recipient (VetoLetterSend *self); /* (nullable) */

/* Returns: (transfer full): what a file of the letter is called */
char *veto_letter_out_dup_file_name (VetoLetterSend *self, const char *extension);

/* Returns: (transfer floating): in the middle of its page */
GtkWidget *veto_letter_out_create_button (const char *text, GCallback clicked, VetoLetterSend *self);

/* After a way out: whether it was sent. A letter that is known to be sent goes out once more without that. */
void veto_letter_out_ask_whether (VetoLetterSend *self, const char *note, const char *channel);

/* The same where @words (nullable) say already what belongs to the letter. */
void veto_letter_out_ask_plainly (VetoLetterSend *self, const char *words, const char *channel);

/* Offers the file of the case on @ways; nothing where the letter is no complaint of a case. */
void veto_letter_out_append_dossier (VetoLetterSend *self, VetoLetterWays *ways);

/* Whether the letter is a complaint of a case, whose file goes along with it. */
gboolean veto_letter_out_has_dossier (VetoLetterSend *self);

/* What may be attached to an e-mail, in bytes: in an e-mail it is a third more, and many servers take 25 to 30 MB. */
#define VETO_LETTER_OUT_MAX_EMAIL 20000000

/**
 * veto_letter_out_make_dossier:
 * @made: called with the PDF of the file (nullable: it is called off) and what it is called; not where the dialog is gone
 *
 * Puts the file of the case together, for an e-mail. What cannot be read or made is said; then the ways are shown again.
 */
void veto_letter_out_make_dossier (VetoLetterSend *self,
                                   GCancellable   *cancellable,
                                   void (*made) (VetoLetterSend *self, GBytes *pdf, const char *name));

/* Saves the whole file of the case: also with what is too much for an e-mail. */
void veto_letter_out_save_dossier (VetoLetterSend *self);

/* Returns: (transfer full): @text, and that the file of the case belongs to the letter, where it does */
char *veto_letter_out_dup_reminder (VetoLetterSend *self, const char *text);

void veto_letter_out_save_pdf (VetoLetterSend *self);
void veto_letter_out_copy (VetoLetterSend *self); /* to the clipboard */
void veto_letter_out_email (VetoLetterSend *self);

G_END_DECLS
