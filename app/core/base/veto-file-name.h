/* Names of files that are made of words from outside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_file_name_dup_part:
 * @text: (nullable): any words, or a file's name as its file system gives it
 * @max_bytes: how long it may be
 *
 * Takes out what means something to a file system, somewhere, and what nobody sees: control characters, signs that turn the
 * direction of reading, separators of folders. Each row of them, and of spaces, becomes one space. Rule: security design, 6.5.
 *
 * Returns: (transfer full): NFC, cut off between characters; "" when nothing is left
 */
char *veto_file_name_dup_part (const char *text, gsize max_bytes);

/* Returns: (transfer none): @name without the dots that would hide it, and the spaces before it */
const char *veto_file_name_skip_dots (const char *name);

G_END_DECLS
