/* Lists of cards that say something: nothing happens when they are pressed, arrow keys lead a reader through them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer floating): the heading of a part of a page */
GtkWidget *veto_cards_heading_new (const char *text);

/* Returns: (transfer floating): an empty list. @name: for screen readers, the words of its heading */
GtkWidget *veto_cards_list_new (const char *name);

/**
 * veto_cards_append:
 * @list: a list of cards
 * @words: all that the card says, for screen readers
 *
 * Returns: (transfer none): the box in the new card, for its labels
 */
GtkWidget *veto_cards_append (GtkWidget *list, const char *words);

/**
 * veto_cards_append_label:
 * @box: of a card
 * @style: (nullable): a style class of the label
 *
 * Returns: (transfer none)
 */
GtkWidget *veto_cards_append_label (GtkWidget *box, const char *text, const char *style);

/* The same in small and quiet letters, for where a statement comes from. */
void veto_cards_append_note (GtkWidget *box, const char *text);

/* @button: a GtkSwitch in the only card of @list: the whole card moves it, because a finger hardly hits a switch */
void veto_cards_use_for_switch (GtkWidget *list, GtkWidget *button);

/* Returns: (transfer floating): the mark at the end of a row that leads somewhere; screen readers pass over it */
GtkWidget *veto_cards_arrow_new (void);

G_END_DECLS
