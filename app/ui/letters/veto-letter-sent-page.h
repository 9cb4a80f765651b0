/* "Did you send it?": the one question after a letter went out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_LETTER_SENT_PAGE (veto_letter_sent_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoLetterSentPage, veto_letter_sent_page, VETO, LETTER_SENT_PAGE, GtkWidget)

/**
 * veto_letter_sent_page_new:
 * @note: (nullable): what has just happened
 * @channel: which way is ticked: one of the channels of veto_letter_book_mark_sent()
 *
 * Signals: "sent", once day and channel can be asked for, and "not-sent".
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_letter_sent_page_new (const char *note, const char *channel);

const GDate *veto_letter_sent_page_get_day (VetoLetterSentPage *self);
const char  *veto_letter_sent_page_get_channel (VetoLetterSentPage *self);

G_END_DECLS
