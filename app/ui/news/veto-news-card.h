/* One thing that is another in the guidance: as it was and as it is, side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guide-news.h"

G_BEGIN_DECLS

/**
 * veto_news_card_append:
 * @list: of veto_cards_list_new()
 * @item: what is another; not kept
 *
 * Words that went are struck through, words that came are bold and underlined: nobody needs to tell colours apart. Screen readers
 * hear both texts whole, each with "Before" and "Now".
 */
void veto_news_card_append (GtkWidget *list, const VetoNewsItem *item);

G_END_DECLS
