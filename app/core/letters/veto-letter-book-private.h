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

/* Returns: (transfer full) (element-type utf8 utf8): what person and account get from the answers that are others now; it
 * borrows from @letter. A case that is gone or cannot be read counts as nobody's child's: the letter is kept all the same. */
GHashTable *veto_letter_book_collect (VetoLetterBook *self, VetoSavedLetter *saved, VetoLetter *letter);

/* Puts a letter in its place, unless it is there; takes it out, unless it is not. */
void veto_letter_book_insert (VetoLetterBook *self, VetoSavedLetter *saved);
void veto_letter_book_remove (VetoLetterBook *self, VetoSavedLetter *saved);

G_END_DECLS
