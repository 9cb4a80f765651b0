/* The linter's parts, for those who build a bundle as well. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-authored-tree.h"

G_BEGIN_DECLS

/* Reads and checks the tree; all complaints are in @reader, which is strict. */
gboolean veto_lint_tree (VetoReader *reader, const char *folder, VetoAuthoredTree *tree, GError **error);

/* Checks each language against what the structure asks for. */
void veto_lint_words (VetoReader *reader, const VetoAuthoredTree *tree);

/* What is wrong with one text by the rules of style, or %NULL. Returns: (transfer full) (nullable) */
char *veto_lint_dup_style_fault (const char *text, VetoWordRules rules);

G_END_DECLS
