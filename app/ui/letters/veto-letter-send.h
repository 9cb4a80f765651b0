/* A finished letter on its way out: as a file, on paper, as an e-mail, as text; and whether it was sent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

/**
 * veto_letter_send_present:
 * @parent: where that was asked for; its window is the dialog's
 * @services: where the letter is kept, and the case of a complaint; the guidance has the recipient's web form
 * @saved: which letter it is
 * @letter: what veto_letter_book_open() gave for @saved; complete, else the dialog says what is missing
 *
 * Asks how the letter is to be sent, and does that. The first thing it does is to save the letter. Afterwards it asks once
 * whether it was sent; that goes into the book, with the page as it went out. The dialog keeps what it needs; whoever opened it
 * learns of it by the properties of @saved ("sent-day", "channel", "has-pdf").
 */
void veto_letter_send_present (GtkWidget       *parent,
                               VetoServices    *services,
                               VetoSavedLetter *saved,
                               VetoLetter      *letter);

/**
 * veto_letter_send_ask:
 *
 * Only the question "Did you send it?", with the day and the way: for a button beside a letter that is not marked as sent
 * yet, or whose day is wrong.
 */
void
veto_letter_send_ask (GtkWidget *parent, VetoLetterBook *book, VetoSavedLetter *saved, VetoLetter *letter);

G_END_DECLS
