/* Text with {{placeholders}}, taken apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of such a text: some text as it stands, and the placeholder behind it, if there is one. */
typedef struct
{
  const char *text; /* not terminated */
  gsize       n_bytes;
  const char *name;         /* of the placeholder, without its braces; not terminated */
  gsize       n_name_bytes; /* 0: there is none, and the text ends here */
} VetoTemplatePiece;

/**
 * veto_template_next:
 * @at: (inout): where to go on; the beginning of the text at first
 * @piece: (out caller-allocates): the next piece
 *
 * A placeholder is {{name}} with a name of small letters, digits, - and _. Other braces are text.
 *
 * Returns: %FALSE at the end, and then there was no piece
 */
gboolean veto_template_next (const char **at, VetoTemplatePiece *piece);

/**
 * veto_template_dup_fault:
 * @text: text with placeholders
 * @uses: (array zero-terminated=1): the placeholders that must be in it, each at least once, and no others
 *
 * Returns: (transfer full) (nullable): what is wrong with @text, for authors
 */
char *veto_template_dup_fault (const char *text, const char *const *uses);

/* What a placeholder stands for. Returns: (transfer full) (nullable): %NULL when there is no such placeholder */
typedef char *(*VetoTemplateValue) (const char *name, gpointer data);

/**
 * veto_template_fill:
 * @text: text with placeholders
 * @value: called for each of them
 *
 * Replaces once and never looks at what it put in, so a value that looks like a placeholder stays as it is. A sentence that
 * ends with "Example, Inc." has one full stop, not two.
 *
 * Returns: (transfer full) (nullable): %NULL when @text has a placeholder without a value or braces that belong to none
 */
char *veto_template_fill (const char *text, VetoTemplateValue value, gpointer data);

G_END_DECLS
