/* A letter as it is kept: what the book does with it. Private to letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"
#include "veto-saved-content.h"
#include "veto-saved-letter.h"
#include "veto-store-letters.h"

G_BEGIN_DECLS

/* @row: (transfer full): what the store has, or, where @is_kept is not set, what it would get */
VetoSavedLetter *veto_saved_letter_new (VetoStoreLetter *row, gboolean is_kept, VetoGuideSet *set);

const VetoStoreLetter *veto_saved_letter_get_row (VetoSavedLetter *self);

/* @row: (transfer full): what the store has now. Notifies what is new in it. */
void veto_saved_letter_take_row (VetoSavedLetter *self, VetoStoreLetter *row);

/* @row: (transfer full): what a letter that is not kept has without a word typed */
void veto_saved_letter_set_draft_row (VetoSavedLetter *self, VetoStoreLetter *row);

/* The title in the words of @set. */
void veto_saved_letter_update_title (VetoSavedLetter *self, VetoGuideSet *set);

/* @pdf: (nullable): what was deleted with it, to be put back. A letter that is deleted is not kept. */
void     veto_saved_letter_set_deleted (VetoSavedLetter *self, gboolean is_deleted, GBytes *pdf);
gboolean veto_saved_letter_is_deleted (VetoSavedLetter *self);
GBytes  *veto_saved_letter_get_deleted_pdf (VetoSavedLetter *self); /* (nullable) */

/* Reads what is in the row. The error is %VETO_LETTER_ERROR_VALUE, a sentence. */
gboolean veto_saved_letter_check_readable (VetoSavedLetter *self, GError **error);

/* (element-type utf8 utf8): what was typed and does not stand in the letter, by name */
GHashTable *veto_saved_letter_get_drafts (VetoSavedLetter *self);

/* Opens it on @kind; what does not fit becomes a draft. Returns: (transfer full) (nullable) */
VetoLetter *veto_saved_letter_open (VetoSavedLetter *self,
                                    VetoLetterKind  *kind,
                                    VetoLetterKind  *labels,
                                    VetoGuideSet    *set,
                                    GError         **error);

/* Returns: (transfer full): the row as it would be written now */
VetoStoreLetter *veto_saved_letter_describe (VetoSavedLetter *self, VetoLetter *letter);

/* Whether both rows say the same, whenever they were written. */
gboolean veto_saved_letter_is_same (const VetoStoreLetter *left, const VetoStoreLetter *right);

G_END_DECLS
