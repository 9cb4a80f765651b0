/* The readers of the parts of a letter. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter-content.h"
#include "veto-reader.h"

G_BEGIN_DECLS

/* @node: a kind of letter. Returns: (transfer full) (nullable): %NULL when it is nothing like one */
VetoLetterKind *veto_read_letter (VetoReader *reader, const VetoJson *node);

/* The member "paragraphs" of a letter whose regimes and fields have been read. */
void veto_read_paragraphs (VetoReader *reader, const VetoJson *letter, VetoLetterContent *content);

/* What only the whole letter can tell: its subjects, and, for authors, what can never be reached or is never used. */
void veto_check_letter (VetoReader *reader, const VetoLetterContent *content);

/* The words at @path, such as "letters/fields/name", with @uses (nullable: none) as their placeholders. */
const char *veto_read_letter_words (VetoReader        *reader,
                                    const char        *path,
                                    const char        *field,
                                    VetoWordRules      rules,
                                    const char *const *uses);

G_END_DECLS
