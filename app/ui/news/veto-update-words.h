/* What is said about looking for guidance: where it came from, how the last look went, what is wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-news-desk.h"

G_BEGIN_DECLS

/* One thing to say: what, and what it means. Both are plain text; clear it with veto_update_saying_clear(). */
typedef struct
{
  char *title;
  char *text;
} VetoUpdateSaying;

void veto_update_saying_clear (VetoUpdateSaying *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoUpdateSaying, veto_update_saying_clear)

/* Returns: (transfer full) (nullable): where the guidance in use came from, and of which day it is; %NULL when it is the one that Veto
 * came with, or nothing is known */
char *veto_update_words_dup_origin (VetoNewsDesk *desk);

/* @out: (out caller-allocates): what came of the last look, or that there is nowhere to look, or why one should */
void veto_update_words_say_state (VetoNewsDesk *desk, VetoUpdateSaying *out);

/**
 * veto_update_words_dup_details:
 *
 * For somebody who helps: code, step and host, times, versions. Nothing of the person is in it.
 *
 * Returns: (transfer full) (nullable): some lines; %NULL when the last look went well
 */
char *veto_update_words_dup_details (VetoNewsDesk *desk);

/* Whether Veto may look by itself; and what that means, what is sent, where the choice can be changed. */
const char *veto_update_words_get_question (void);
const char *veto_update_words_get_terms (void);

/* Returns: whether the guidance is past its date; what to say then. Rule: security design, 10 (stale) */
gboolean veto_update_words_say_stale (VetoNewsDesk *desk, VetoUpdateSaying *out);

/* Returns: whether guidance was withdrawn; what to say then. Rule: security design, 10 (revoked) */
gboolean veto_update_words_say_withdrawn (VetoNewsDesk *desk, VetoUpdateSaying *out);

/* Returns: (transfer full): "New guidance of 3 November 2026 is in use." */
char *veto_update_words_dup_new (VetoNewsDesk *desk);

G_END_DECLS
