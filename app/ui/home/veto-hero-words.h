/* The next best action in words: a heading, one sentence, and what stands on the button.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-agenda.h"

G_BEGIN_DECLS

/* Returns: (transfer full): "Next: finish Instagram" */
char *veto_hero_words_dup_heading (const VetoAgendaItem *best);

/* Returns: (transfer full): one sentence, or two where nothing was begun */
char *veto_hero_words_dup_sentence (const VetoAgendaItem *best);

/* Returns: (transfer none) (nullable): of the blue button; %NULL when there is nothing to press */
const char *veto_hero_words_get_button (const VetoAgendaItem *best);

G_END_DECLS
