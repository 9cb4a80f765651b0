/* Text from outside: what is allowed in it, and how its placeholders are filled.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_text_is_utf8:
 * @data: (array length=n_bytes): bytes from outside
 * @out_invalid: (out): where it is not
 *
 * g_utf8_validate_len(), which also refuses NUL, but quick where the text is mostly ASCII.
 */
gboolean veto_text_is_utf8 (const char *data, gsize n_bytes, const char **out_invalid);

/**
 * veto_text_is_safe:
 * @text: (nullable): text from a file or the network
 * @why: (out) (optional) (transfer none): what is wrong, for authors
 *
 * The text policy: valid Unicode without control characters (but newline), line and paragraph separators, bidi
 * embeddings and isolates, zero width space, byte order mark, tags, noncharacters, private use, and at most 8
 * combining marks in a row; at most 16384 bytes.
 */
gboolean veto_text_is_safe (const char *text, const char **why);

/* Whether @text is an id: [a-z0-9][a-z0-9-]{0,63} */
gboolean veto_text_is_id (const char *text);

/* The values that placeholders stand for; a NULL leaves a neutral word of the caller's choice to the caller. */
typedef struct
{
  const char *name;
  const char *login;
  const char *controller;
  const char *day;
  const char *reply_day;
} VetoTextValues;

/**
 * veto_text_fill:
 * @text: text with placeholders {{name}} {{login}} {{controller}} {{day}} {{reply_day}}
 * @values: what they stand for; a %NULL is replaced by nothing
 *
 * Replaces once and never looks at what it put in, so a value that looks like a placeholder stays as it is.
 *
 * Returns: (transfer full): the text to show
 */
char *veto_text_fill (const char *text, const VetoTextValues *values);

/**
 * veto_text_dup_isolated:
 * @text: (nullable): words that will stand inside of others: a name, a title, an address
 * @around: (nullable): the text they will stand in; %NULL for a sentence of the interface, all of which run left to right
 *
 * Words from right to left would draw the numbers and marks beside them to their side, and so would a sentence from right to
 * left with a telephone number. So where the directions differ, the words get the signs that keep them for themselves
 * (Unicode's annex 9, 2.4: FSI and PDI), and a mark before them, so that they do not turn the sentence that begins with them.
 *
 * Returns: (transfer full): @text, unchanged where nothing runs from right to left; "" for %NULL
 */
char *veto_text_dup_isolated (const char *text, const char *around);

/* Takes those signs away again, for what goes where they have no meaning. Returns: (transfer full) */
char *veto_text_strip_isolation (const char *text);

/**
 * veto_text_dup_folded:
 * @text: a name, or what somebody looks for; UTF-8
 *
 * For finding @text whatever its case, accents and width: "é" is "e", "ß" is "ss".
 *
 * Returns: (transfer full): not for showing
 */
char *veto_text_dup_folded (const char *text);

/**
 * veto_text_check_placeholders:
 * @out_unknown: (out) (optional) (transfer full): the first placeholder that does not exist
 *
 * Returns: whether every {{…}} in @text is a known placeholder
 */
gboolean veto_text_check_placeholders (const char *text, char **out_unknown);

G_END_DECLS
