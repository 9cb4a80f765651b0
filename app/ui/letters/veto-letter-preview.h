/* The page of a letter, as it comes along: beside what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"
#include "veto-paper.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_PREVIEW (veto_letter_preview_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterPreview, veto_letter_preview, VETO, LETTER_PREVIEW, GtkWidget)

/**
 * veto_letter_preview_new:
 *
 * Follows @work. Pages are laid out in a thread, one at a time: typing never waits, and what was typed meanwhile comes next.
 * Where the letter is in another language than the reader's, a button shows it in the reader's beside.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_letter_preview_new (VetoLetterWork *work);

/* Says above the page, where it scrolls with it, what somebody has to know who reads it; "": nothing. */
void veto_letter_preview_set_notice (VetoLetterPreview *self, const char *notice);

/* (transfer none) (nullable): what is shown by now; for tests */
VetoPaper *veto_letter_preview_get_paper (VetoLetterPreview *self);

G_END_DECLS
