/* One thing to say on a whole page: a symbol, a heading, some sentences, perhaps buttons. Grows with the reader's text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_MESSAGE_PAGE (veto_message_page_get_type ())
G_DECLARE_FINAL_TYPE (VetoMessagePage, veto_message_page, VETO, MESSAGE_PAGE, GtkWidget)

/**
 * veto_message_page_new:
 * @icon: the name of a symbol, which says nothing that the words do not say
 * @title: the heading
 * @text: plain text
 * @child: (nullable) (transfer floating): what stands below, such as buttons
 *
 * The page can take the focus, and is then read out.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_message_page_new (const char *icon, const char *title, const char *text, GtkWidget *child);

/* @picture: (transfer floating): stands in the place of the symbol; it says nothing either */
void veto_message_page_set_picture (VetoMessagePage *self, GtkWidget *picture);

G_END_DECLS
