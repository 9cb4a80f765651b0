/* What the index of sources holds, in words that the window and vetoctl say in the same way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-source-index.h"

G_BEGIN_DECLS

/* Returns: (transfer full): "Concerns: Facebook, Instagram" */
char *veto_statement_dup_platforms (const VetoStatement *statement);

/**
 * veto_statement_dup_words:
 *
 * A guide has its title and the word "Steps" before it, an event its day. A fact is as it is.
 *
 * Returns: (transfer full): one paragraph
 */
char *veto_statement_dup_words (const VetoStatement *statement);

/* Returns: (transfer full): "As of 7 October 2025" */
char *veto_source_dup_day (const VetoSource *source);

/* Returns: (transfer full) (nullable): "This page has changed since the steps were written (20 November 2026)."; %NULL when it has not */
char *veto_source_dup_changed (const VetoSource *source);

/* Returns: (transfer full): "What rests on it: 3 entries" */
char *veto_source_use_dup_count (const VetoSourceUse *use);

/**
 * veto_source_index_dup_guidance:
 * @today: the day it is
 *
 * Which guidance this is: whether it came with the program, its version, its languages; how old its newest source is.
 *
 * Returns: (transfer full): some sentences
 */
char *veto_source_index_dup_guidance (VetoSourceIndex *self, const GDate *today);

G_END_DECLS
