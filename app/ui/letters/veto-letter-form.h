/* The questions of a letter: to whom, from whom, about what, in which words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_FORM (veto_letter_form_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterForm, veto_letter_form, VETO, LETTER_FORM, GtkWidget)

/* Returns: (transfer floating) */
GtkWidget *veto_letter_form_new (VetoLetterWork *work);

/* Goes to a question. @id: as veto_letter_work_dup_missing() gives it */
void veto_letter_form_go_to (VetoLetterForm *self, const char *id);

G_END_DECLS
