/* Lays letters out in a thread for one view of pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter.h"
#include "veto-paper-view.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_SHEET (veto_letter_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterSheet, veto_letter_sheet, VETO, LETTER_SHEET, GtkWidget)

/* A view of pages, how many there are, and what cannot be put on paper. @name: for screen readers. Signal "shown": other
 * pages are seen by now. Returns: (transfer floating) */
GtkWidget *veto_letter_sheet_new (const char *name);

/* Shows @letter as it is now, soon. Calls that come while pages are laid out count once. */
void veto_letter_sheet_show (VetoLetterSheet *self, VetoLetter *letter);

VetoPaperView *veto_letter_sheet_get_view (VetoLetterSheet *self);
VetoPaper     *veto_letter_sheet_get_paper (VetoLetterSheet *self); /* (transfer none) (nullable) */

G_END_DECLS
