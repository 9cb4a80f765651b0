/* Private to cases: how events are made, and written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-event.h"
#include "veto-store-rows.h"

G_BEGIN_DECLS

/* @row: (transfer full). Returns: (transfer full) (nullable): %NULL when the row has no day that exists */
VetoEvent *veto_event_new (VetoStoreEvent *row);

/* Returns: (transfer none): the row it was made of */
const VetoStoreEvent *veto_event_get_row (VetoEvent *self);

gboolean veto_event_equals (VetoEvent *self, VetoEvent *other);

/**
 * veto_event_draft_write:
 * @old: (nullable): what stood there; its members that a person does not enter stay, also those of a newer Veto
 * @goal: of the case: what a sending was for, unless @old says so
 *
 * Returns: (transfer full): the event's data
 */
char *veto_event_draft_write (const VetoEventDraft *draft, const char *old, const char *goal);

G_END_DECLS
