/* Letters in other languages than the reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guidance.h"

G_BEGIN_DECLS

/**
 * veto_letter_languages_dup_kind:
 * @guidance: in the reader's language
 * @kind: id of a kind of letter
 * @language: that the letter is to be written in
 *
 * Guidance in another language is read once, when it is first asked for, and kept until the guidance is swapped.
 *
 * Returns: (transfer full) (nullable): the kind in that language, or else in the reader's
 */
VetoLetterKind *
veto_letter_languages_dup_kind (VetoGuidance *guidance, const char *kind, const char *language);

/* Returns: (transfer full) (array zero-terminated=1): the languages that the letter exists in, the reader's first */
char **veto_letter_languages_list (VetoGuidance *guidance, const char *kind);

/* How people who speak it call a language: "Deutsch"; its code where that is not known. */
const char *veto_letter_languages_get_name (const char *language);

G_END_DECLS
