/* A letter in the person's e-mail program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-mail.h"

G_BEGIN_DECLS

typedef enum {
  VETO_LETTER_EMAIL_ATTACHED, /* the e-mail program has all of it */
  VETO_LETTER_EMAIL_WORDS,    /* it has the words; the PDF is not attached */
  VETO_LETTER_EMAIL_ADDRESS,  /* it has only the address and the subject */
  VETO_LETTER_EMAIL_NOTHING,  /* no e-mail program could be opened; or it was called off, see the error */
} VetoLetterEmail;

/**
 * veto_letter_email_async:
 * @window: over which it is opened
 * @mail: copied before this returns
 * @instead: the body where the letter's own is too long
 * @pdf: (nullable): the file to attach
 * @name: what it is called
 *
 * First by the desktop's e-mail portal, which can attach files; where that cannot do it, by a mailto: address.
 */
void veto_letter_email_async (GtkWindow            *window,
                              const VetoLetterMail *mail,
                              const char           *instead,
                              GBytes               *pdf,
                              const char           *name,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              data);

/* @error: only %G_IO_ERROR_CANCELLED: the person called it off, here or in a question of the desktop's */
VetoLetterEmail veto_letter_email_finish (GAsyncResult *result, GError **error);

G_END_DECLS
