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

/* Offers the file of the case on @ways; nothing where the letter is no complaint of a case. */
void veto_letter_out_append_dossier (VetoLetterSend *self, VetoLetterWays *ways);

/* Returns: (transfer full): @text, and that the file of the case belongs to the letter, where it does */
char *veto_letter_out_dup_reminder (VetoLetterSend *self, const char *text);

void veto_letter_out_save_pdf (VetoLetterSend *self);
void veto_letter_out_copy (VetoLetterSend *self); /* to the clipboard */
void veto_letter_out_email (VetoLetterSend *self);

G_END_DECLS
