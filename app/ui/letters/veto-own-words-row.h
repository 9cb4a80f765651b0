/* A paragraph of a letter that can be put into other words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_OWN_WORDS_ROW (veto_own_words_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoOwnWordsRow, veto_own_words_row, VETO, OWN_WORDS_ROW, GtkWidget)

/* @paragraph: id of a paragraph. Returns: (transfer floating) */
GtkWidget *veto_own_words_row_new (VetoLetterWork *work, const char *paragraph);

/* @text: what stands in the letter; "": the paragraph was left out */
void veto_own_words_row_show (VetoOwnWordsRow *self, const char *text, gboolean is_own);

/* Opens the room to type in, and goes there. */
void veto_own_words_row_edit (VetoOwnWordsRow *self);

gboolean veto_own_words_row_is_editing (VetoOwnWordsRow *self);

G_END_DECLS
