/* Where sentences end in a text of the guidance. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_sentences_next:
 * @at: (inout): where to go on in a text; at first its beginning
 * @out_start: (out) (optional): where the sentence begins, in the text
 * @out_n_bytes: (out) (optional): its length in bytes, with the mark at its end
 *
 * A sentence is what stands up to a full stop, a question or an exclamation mark, or to the end of a line (an item of a
 * list), and has a letter or a digit in it. No end is the stop behind a day ("7. Oktober"), the number of an item ("1. Open"),
 * a single letter ("z. B.") or a usual abbreviation ("Art. 21", "bzw."), nor one inside a word ("help.example.org"), nor a
 * mark with a small letter behind it ("Ist es „Ja!“ oder nicht?"). A colon or a semicolon ends none: who reads on must keep
 * in mind what came before.
 *
 * Returns: %FALSE when there is no further sentence
 */
gboolean veto_sentences_next (const char **at, const char **out_start, gsize *out_n_bytes);

G_END_DECLS
