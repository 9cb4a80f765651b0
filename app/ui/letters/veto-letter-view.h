/* The PDF of a letter that was sent, in the program that shows PDFs here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

/**
 * veto_letter_view_sent:
 * @widget: where that was asked for
 * @work: a letter whose PDF was kept when it was sent
 *
 * Lets another program show the bytes that were sent, from a file that lies in the cache for at most a week. Says so where no
 * program can. Returns at once.
 */
void veto_letter_view_sent (GtkWidget *widget, VetoLetterWork *work);

G_END_DECLS
