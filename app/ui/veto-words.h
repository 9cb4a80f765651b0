/* Words that several pages say in the same way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-objection.h"

G_BEGIN_DECLS

/* Shows @state in @pill, a label with the style .veto-pill, in words and colour. */
void veto_words_show_state (GtkLabel *pill, VetoCaseState state);

/* Returns: (transfer full): "About 4 minutes" */
char *veto_words_dup_minutes (guint minutes);

/**
 * veto_words_fill:
 * @text: (nullable): a text of the guidance
 * @item: the objection it is about
 *
 * Returns: (transfer full): the text with its placeholders filled; "" for %NULL
 */
char *veto_words_fill (const char *text, VetoObjection *item);

/**
 * veto_words_dup_error:
 * @error: what the core says went wrong while saving
 *
 * Returns: (transfer full): one sentence on what happened, and one on what to do
 */
char *veto_words_dup_error (const GError *error);

/* Returns: (transfer full): what is next in @item, as of today, as one sentence */
char *veto_words_dup_next (VetoCase *item);

G_END_DECLS
