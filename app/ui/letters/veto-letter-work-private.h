/* What the files of a letter on the desk share. Private to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter-work.h"

G_BEGIN_DECLS

/* The letter is another now: it is kept soon, and "changed" is told. */
void veto_letter_work_changed (VetoLetterWork *self);

/* Something changed. Where @error (nullable) says that it cannot stand in the letter, @text is kept as the draft @name.
 * Returns: (transfer none) (nullable): the sentence beside it */
const char *
veto_letter_work_note (VetoLetterWork *self, const char *name, const char *text, const GError *error);

/* Uses @language, unless somebody chose one. */
void veto_letter_work_propose_language (VetoLetterWork *self, const char *language);

G_END_DECLS
