/* Passive forms in a sentence, for authors: who does it is not said. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_passive_find:
 * @language: of the sentence; German when it begins with "de", else English
 * @sentence: one sentence of plain text, @n_bytes long
 *
 * English: a form of "be" and, behind it, a participle, with nothing but adverbs between them ("is not shown"). German: a form
 * of "werden" and a participle in the same clause, in either order; each more of the one or the other is one more ("wird
 * gelesen und geschrieben", "ist gelesen worden"). Participles are known by their form and, where that is not enough, by a list:
 * now and then one is missed, and a form that only describes ("is damaged") counts as well. So a single one proves nothing;
 * a chain of them is what readers stumble over.
 *
 * Returns: (transfer full) (element-type utf8): the forms found, such as "is shown"
 */
GPtrArray *veto_passive_find (const char *language, const char *sentence, gsize n_bytes);

G_END_DECLS
