/* What several pages say about letters in the same words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-saved-letter.h"

G_BEGIN_DECLS

/* Returns: (transfer full): "Draft", or "Sent by post on 26 November 2026." */
char *veto_letter_words_dup_state (VetoSavedLetter *saved);

/* A group of kinds of letters, by what people want. */
typedef enum {
  VETO_LETTER_GROUP_OBJECT,
  VETO_LETTER_GROUP_ASK,
  VETO_LETTER_GROUP_NO_ANSWER,
  VETO_LETTER_GROUP_COMPLAIN,
  VETO_LETTER_GROUP_OTHER, /* goals that this version does not know */
  VETO_LETTER_N_GROUPS
} VetoLetterGroup;

/* @goal: of a kind of letter */
VetoLetterGroup veto_letter_words_get_group (const char *goal);
const char     *veto_letter_words_get_group_name (VetoLetterGroup group);

G_END_DECLS
