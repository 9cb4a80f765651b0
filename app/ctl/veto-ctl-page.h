/* Text for a terminal: paragraphs of at most 80 columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VETO_CTL_COLUMNS 80

/* Adds a paragraph as veto_columns_add() does, no wider than %VETO_CTL_COLUMNS. What is added is plain, see
 * veto_ctl_dup_plain(). @text: (nullable) */
void veto_ctl_page_add (GString *page, guint indent, const char *lead, const char *text);

/* The same, with a format. */
void veto_ctl_page_add_format (GString *page, guint indent, const char *lead, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* An empty line, unless there is one already or nothing yet. */
void veto_ctl_page_add_gap (GString *page);

G_END_DECLS
