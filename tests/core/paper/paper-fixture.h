/* What tests of paper share: letters, and what stands on the pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-paper.h"

#define MM (72.0 / 25.4)

/* A letter with everything a letter can have. Returns: (transfer full) */
VetoDocument *paper_new_letter (guint n_paragraphs);

/* Lays out, or fails the test. Returns: (transfer full) */
VetoPaper *paper_lay_out (VetoDocument *document, VetoPaperStyle style);

/* All that was set of a block, on all pages, without white space. Returns: (transfer full) */
char *paper_dup_block (VetoPaper *paper, guint block);

/* @text without white space. Returns: (transfer full) */
char *paper_dup_dense (const char *text);

/* The first line whose text begins with @start. Returns: whether there is one */
gboolean paper_find_line (VetoPaper *paper, const char *start, guint *out_page, VetoPaperLine *out_line);

/**
 * paper_assert_pages:
 * @kinds: for each block of the document a letter: "h" heading, "p" paragraph or item, "s" signature, "-" page break
 *
 * Asserts that every line stands within the margins and below the one before it, that no line stands alone at the end or the top
 * of a page, and that headings and signatures stay with their text.
 */
void paper_assert_pages (VetoPaper *paper, const char *kinds);

/* Writes a PDF into a new file. Returns: (transfer full): its path */
char *paper_save (VetoPaper *paper);

/* Runs another program and fails the test when that fails. Returns: (transfer full) (nullable): what it said; %NULL, and the
 * test is skipped: it is not installed */
char *paper_run (const char *program, ...) G_GNUC_NULL_TERMINATED;
