/* The PDF of a letter as a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

/**
 * veto_letter_keep_pdf:
 * @widget: where that was asked for
 * @work: a letter that is ready; of one that was sent, the page as it was sent
 *
 * Asks where to, and says how it went. Returns at once.
 */
void veto_letter_keep_pdf (GtkWidget *widget, VetoLetterWork *work);

G_END_DECLS
