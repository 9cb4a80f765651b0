/* What is known of a letter that was sent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-letter-work.h"

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_SENT (veto_letter_sent_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterSent, veto_letter_sent, VETO, LETTER_SENT, GtkWidget)

/* To whom, when and how it was sent, with what can be done now: write another like it, change the day. Returns: (transfer floating) */
GtkWidget *veto_letter_sent_new (VetoLetterWork *work);

G_END_DECLS
