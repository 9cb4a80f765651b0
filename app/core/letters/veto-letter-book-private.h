/* What the book of letters does for its own files. Private to letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter-book.h"
#include "veto-saved-letter-private.h"

G_BEGIN_DECLS

VetoStore    *veto_letter_book_get_store (VetoLetterBook *self);
VetoGuideSet *veto_letter_book_get_set (VetoLetterBook *self);

/* Reads all letters, whether they have changed or not. */
gboolean veto_letter_book_read (VetoLetterBook *self, GError **error);

/* Puts a letter in its place, unless it is there; takes it out, unless it is not. */
void veto_letter_book_insert (VetoLetterBook *self, VetoSavedLetter *saved);
void veto_letter_book_remove (VetoLetterBook *self, VetoSavedLetter *saved);

G_END_DECLS
