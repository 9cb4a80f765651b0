/* Private to cases: how a progress is made and brought up to date.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-progress.h"
#include "veto-store-rows.h"

G_BEGIN_DECLS

/* @steps: (element-type VetoStoreStep): what the store has for that case */
VetoProgress *veto_progress_new (VetoStore *store, const char *case_id, GPtrArray *steps);

/* Takes over what the store has now, as another process may have written; "changed" when that is something else. */
void veto_progress_take_steps (VetoProgress *self, GPtrArray *steps);

/* Whether any step is done or skipped, of whatever guide. */
gboolean veto_progress_has_begun (VetoProgress *self);

/* veto_progress_start_over(), together with an event: both are there afterwards, or neither. */
gboolean veto_progress_start_over_with (VetoProgress         *self,
                                        const VetoStoreEvent *event,
                                        GVariant            **out_undo,
                                        GError              **error);

/* When @step was done or skipped, in seconds UTC; 0 when it is open. */
gint64 veto_progress_get_time (VetoProgress *self, const VetoGuide *guide, const VetoStep *step);

G_END_DECLS
