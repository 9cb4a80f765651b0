/* The conditions of letters: "reasons.health or reasons.belief".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-pool.h"

G_BEGIN_DECLS

/* What a condition may have. A truth is a bit of 64, and the linter tries all of them: so few are allowed. */
#define VETO_WHEN_MAX_BYTES 500
#define VETO_WHEN_MAX_NAMES 12
#define VETO_WHEN_MAX_DEPTH 16

typedef struct _VetoWhen VetoWhen;

/**
 * veto_when_parse:
 * @pool: what the condition lives in
 * @text: names (an id, or two with a full stop between), and, or, not, parentheses; "not" binds tightest, then "and"
 * @out_place: (out): the place of the fault in @text, in bytes from 1
 *
 * Returns: (transfer none) (nullable): the condition; %NULL when @text is none, and then @out_why says why
 */
const VetoWhen *veto_when_parse (VetoPool *pool, const char *text, guint *out_place, const char **out_why);

/* (array zero-terminated=1): each name once, in the order in which they stand in the text */
const char *const *veto_when_get_names (const VetoWhen *self);

/**
 * veto_when_holds:
 * @truths: bit i says whether the name i of veto_when_get_names() is true
 *
 * Returns: whether the condition is true
 */
gboolean veto_when_holds (const VetoWhen *self, guint64 truths);

G_END_DECLS
