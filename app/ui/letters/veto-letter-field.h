/* One question of a letter: an entry, or statements to tick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

/**
 * veto_letter_field_new:
 * @work: gets what is typed or ticked
 * @field: a question of its labels
 *
 * Returns: (transfer floating): a widget that takes the focus where the answer goes
 */
GtkWidget *veto_letter_field_new (VetoLetterWork *work, const VetoField *field);

G_END_DECLS
