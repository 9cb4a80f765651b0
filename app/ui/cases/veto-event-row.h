/* What happened on a day, as a row of a timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-case.h"
#include "veto-guide-set.h"

G_BEGIN_DECLS

#define VETO_TYPE_EVENT_ROW (veto_event_row_get_type ())
G_DECLARE_FINAL_TYPE (VetoEventRow, veto_event_row, VETO, EVENT_ROW, GtkListBoxRow)

/* The signal "remove" comes from the button that says so. Returns: (transfer floating) */
GtkWidget *veto_event_row_new (VetoEvent *event, VetoGuideSet *set);

/* The same for what steps alone say: that a request went out on that day. Returns: (transfer floating) */
GtkWidget *veto_event_row_new_by_steps (VetoCase *item);

VetoEvent *veto_event_row_get_event (VetoEventRow *self); /* (nullable): steps alone say it */

G_END_DECLS
