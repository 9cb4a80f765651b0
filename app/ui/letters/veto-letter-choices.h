/* Statements to tick: what is not ticked is not in the letter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_CHOICES (veto_letter_choices_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterChoices, veto_letter_choices, VETO, LETTER_CHOICES, GtkWidget)

/* @field: a question of choices of @work. Returns: (transfer floating) */
GtkWidget *veto_letter_choices_new (VetoLetterWork *work, const VetoField *field);

G_END_DECLS
