/* Letters that belong to a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-services.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): a letter of that kind for the case that somebody began and did not send, so that nobody writes a
 * second one; the one that was typed in last */
VetoSavedLetter *veto_case_letter_find_draft (VetoLetterBook *letters, const char *kind, VetoCase *item);

/**
 * veto_case_letter_fill:
 * @saved: a new letter for @item
 * @letter: opened
 *
 * Answers what the timeline knows and the letter asks: when and how it was sent, what for, what came back. What cannot be
 * known from it stays open: nothing is claimed that nobody entered.
 */
void
veto_case_letter_fill (VetoLetterBook *letters, VetoSavedLetter *saved, VetoLetter *letter, VetoCase *item);

G_END_DECLS
