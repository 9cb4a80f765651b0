/* Private to cases: what the book does with its cases.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"
#include "veto-guidance.h"
#include "veto-store-rows.h"

G_BEGIN_DECLS

/* @row: (transfer full): what the store has */
VetoCase *veto_case_new (VetoStore *store, VetoGuidance *guidance, VetoStoreCase *row);

/* @row: (transfer full): what the store has now, as another process may have written; notifies what is new in it */
void veto_case_take_row (VetoCase *self, VetoStoreCase *row);

/* (transfer none) (nullable): the first kind of letter to a company with that goal; one that somebody writes for a child, or
 * one that somebody writes for themselves */
VetoLetterKind *veto_case_find_letter_kind (VetoGuideSet *set, const char *goal, gboolean is_for_child);

/* Takes over the value @name of @other, when both share the account or person that it is kept with. */
void veto_case_share_value (VetoCase *self, VetoCase *other, const char *name);

const VetoStoreCase *veto_case_get_row (VetoCase *self);
VetoGuidance        *veto_case_get_guidance (VetoCase *self); /* (transfer none) */

/* Computes the state again, as of today; notifies when it is another. */
void veto_case_update_state (VetoCase *self);

G_END_DECLS
