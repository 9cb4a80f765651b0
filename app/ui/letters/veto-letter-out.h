/* The ways out of the dialog that sends a letter: file, paper, e-mail, clipboard. Private to letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-guidance.h"
#include "veto-letter-book.h"
#include "veto-letter-pages.h"
#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_SEND (veto_letter_send_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterSend, veto_letter_send, VETO, LETTER_SEND, AdwWindow)

/* Asks how the letter is to be sent, and does that. */
void veto_letter_out_show (VetoLetterSend *self);

/* From here on what veto-letter-send.c has for it. All of the below is (transfer none). */
gboolean
veto_letter_send_is_open (VetoLetterSend *self); /* FALSE: closed meanwhile, nothing else may be called */
VetoServices *
veto_letter_send_get_services (VetoLetterSend *self); /* (nullable): only the question is asked */
VetoSavedLetter *veto_letter_send_get_saved (VetoLetterSend *self);
VetoLetter      *veto_letter_send_get_letter (VetoLetterSend *self);
VetoLetterPages *veto_letter_send_get_pages (VetoLetterSend *self);

/* A new one for what begins now; cancels what was under way. */
GCancellable *veto_letter_send_renew_cancellable (VetoLetterSend *self);

/* @page: (transfer floating): instead of what is shown, with the focus */
void veto_letter_send_show (VetoLetterSend *self, GtkWidget *page, gboolean is_back);

/* @note: (nullable): what was just done. @channel: how it will have been sent */
void veto_letter_send_ask_whether (VetoLetterSend *self, const char *note, const char *channel);

G_END_DECLS
