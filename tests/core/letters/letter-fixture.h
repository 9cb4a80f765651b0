/* Letters for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guidance-trees.h"
#include "veto-guide-set.h"
#include "veto-letter.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the made-up guidance, or with @real the one that Veto ships, in a language */
VetoGuideSet *letter_fixture_load (gboolean real, const char *language);

/* Returns: (transfer full): a letter of a fixed day to a made-up company, and an authority, without an answer */
VetoLetter *letter_fixture_new (VetoGuideSet *set, const char *kind);

/* An answer that @field accepts, the same for all fields of a kind. */
const char *letter_fixture_get_answer (const VetoField *field);

/* Sets an answer; asks that it is accepted. */
void letter_fixture_answer (VetoLetter *letter, const char *field, const char *text);

/* Answers what is required and nothing else. */
void letter_fixture_answer_required (VetoLetter *letter);

G_END_DECLS
