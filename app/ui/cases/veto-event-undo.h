/* A note on what was entered, corrected or removed in a timeline, with a way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-timeline.h"

G_BEGIN_DECLS

/* @widget: in the window that shows it. @undo: (transfer full): of the timeline */
void veto_event_undo_offer (GtkWidget *widget, const char *text, VetoTimeline *timeline, GVariant *undo);

G_END_DECLS
