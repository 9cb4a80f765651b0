/* Private to cases: how a timeline is made and brought up to date.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-rows.h"
#include "veto-timeline.h"

G_BEGIN_DECLS

/* @events: (element-type VetoStoreEvent): what the store has for that case; emptied */
VetoTimeline *veto_timeline_new (VetoStore *store, const char *case_id, const char *goal, GPtrArray *events);

/* Takes over what the store has now. @events: as above */
void veto_timeline_take_events (VetoTimeline *self, GPtrArray *events);

/* (transfer full): the row that veto_timeline_add() would write, for who writes it together with something else */
VetoStoreEvent *veto_timeline_make_row (VetoTimeline *self, const VetoEventDraft *draft);

/* (transfer none) (element-type VetoEvent): in order */
GPtrArray *veto_timeline_get_events (VetoTimeline *self);

G_END_DECLS
