/* What a letter begins with before anybody chooses: its language and its law.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/**
 * veto_propose_language:
 * @set: the guidance
 * @country: (nullable): where the recipient is
 * @available: (array zero-terminated=1): the languages that the letter exists in
 *
 * The first language in which the authority of that country works and the letter exists, else English.
 *
 * Returns: (transfer none): one of @available
 */
const char *
veto_propose_language (VetoGuideSet *set, const VetoCountry *country, const char *const *available);

/**
 * veto_propose_regime:
 * @kind: the kind of letter
 * @country: (nullable): where the person lives
 *
 * Returns: (transfer none): id of the law that applies to people there, where the letter can be written under it, else of
 *   the first law of the letter
 */
const char *veto_propose_regime (VetoLetterKind *kind, const VetoCountry *country);

G_END_DECLS
