/* Text for a terminal: paragraphs of at most 80 columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VETO_CTL_COLUMNS 80

/**
 * veto_ctl_page_add:
 * @page: the text so far
 * @indent: columns before the paragraph
 * @lead: what its first line begins with, such as "1. "; the other lines stand under what follows it
 * @text: (nullable): its words; a newline begins a new line; %NULL or "" adds nothing
 *
 * Adds a paragraph, broken at spaces and between wide characters (as of Chinese) so that no line is wider than
 * %VETO_CTL_COLUMNS as a terminal counts them. A longer word, such as a link, stays whole. What is added is plain, see
 * veto_ctl_dup_plain().
 */
void veto_ctl_page_add (GString *page, guint indent, const char *lead, const char *text);

/* The same, with a format. */
void veto_ctl_page_add_format (GString *page, guint indent, const char *lead, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* An empty line, unless there is one already or nothing yet. */
void veto_ctl_page_add_gap (GString *page);

/* How many columns of a terminal @text takes. */
guint veto_ctl_page_measure (const char *text);

G_END_DECLS
