/* Which words of a text are other ones than before: for marking them where both stand side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a text, from @start up to, not with, @end */
typedef struct
{
  guint start;
  guint end;
} VetoWordRange;

/**
 * veto_word_diff:
 * @before: plain text, UTF-8
 * @after: plain text, UTF-8
 * @out_gone: (out) (transfer full) (element-type VetoWordRange): words of @before that @after has not
 * @out_new: (out) (transfer full) (element-type VetoWordRange): words of @after that @before has not
 *
 * Words are what stands between white space, with their commas and full stops; as many as possible count as the same, in their
 * order. Neighbours are one range, with the space between them. A text of more than 600 words is taken as wholly another.
 */
void veto_word_diff (const char *before, const char *after, GArray **out_gone, GArray **out_new);

G_END_DECLS
