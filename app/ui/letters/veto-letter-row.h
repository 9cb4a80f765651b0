/* A kept letter in the list of letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-saved-letter.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_ROW (veto_letter_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterRow, veto_letter_row, VETO, LETTER_ROW, GtkListBoxRow)

/* The signal "delete" comes when the person wants to delete it. Returns: (transfer floating) */
GtkWidget *veto_letter_row_new (VetoSavedLetter *saved);

VetoSavedLetter *veto_letter_row_get_saved (VetoLetterRow *self);

G_END_DECLS
