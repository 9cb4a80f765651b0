/* Plain text in paragraphs that are no wider than some columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_columns_add:
 * @page: the text so far
 * @n_columns: how wide a line may be, as a terminal counts; 0: a paragraph stays one line
 * @indent: columns before the paragraph
 * @lead: what its first line begins with, such as "1. "; the other lines stand under what follows it
 * @text: (nullable): its words; a newline begins a new line; %NULL or "" adds nothing
 *
 * Adds a paragraph, broken at spaces and between wide characters (as of Chinese). A longer word, such as a link, stays
 * whole.
 */
void veto_columns_add (GString *page, guint n_columns, guint indent, const char *lead, const char *text);

/* An empty line, unless there is one already or nothing yet. */
void veto_columns_add_gap (GString *page);

/* How many columns of a terminal @text takes. */
guint veto_columns_measure (const char *text);

G_END_DECLS
