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

/* What is to be attached */
typedef struct
{
  GBytes     *bytes;
  const char *name; /* what the file is called */
} VetoLetterEmailFile;

/**
 * veto_letter_email_async:
 * @window: over which it is opened
 * @mail: copied before this returns
 * @instead: the body where the letter's own is too long
 * @files: (array length=n_files): what to attach, copied before this returns
 *
 * First by the desktop's e-mail portal, which can attach files; where that cannot do it, by a mailto: address.
 */
void veto_letter_email_async (GtkWindow                 *window,
                              const VetoLetterMail      *mail,
                              const char                *instead,
                              const VetoLetterEmailFile *files,
                              guint                      n_files,
                              GCancellable              *cancellable,
                              GAsyncReadyCallback        callback,
                              gpointer                   data);

/* @out_folder: (out) (nullable): where the files lie, for who attaches them by hand; only where there are several, and none is attached.
 * @error: only %G_IO_ERROR_CANCELLED: the person called it off, here or in a question of the desktop's */
VetoLetterEmail veto_letter_email_finish (GAsyncResult *result, char **out_folder, GError **error);

G_END_DECLS
