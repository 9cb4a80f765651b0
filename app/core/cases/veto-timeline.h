/* What happened in a case: a GListModel of VetoEvent, by day, on disk before in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-event.h"

G_BEGIN_DECLS

#define VETO_TYPE_TIMELINE (veto_timeline_get_type ())
G_DECLARE_FINAL_TYPE (VetoTimeline, veto_timeline, VETO, TIMELINE, GObject)

/* Signal "changed" (no arguments): an event came, went or was corrected. For who does not show them: whoever asks for the items of the
 * list has them read, and items-changed tells of them from then on.
 *
 * Made by VetoCase only. An event that is corrected is another object at its place. Errors are %VETO_STORE_ERROR, and
 * nothing has changed then. @out_undo (optional) (transfer full) takes it back with veto_timeline_undo(); free it with
 * g_variant_unref(). */

/**
 * veto_timeline_load:
 *
 * Reads all events, unless they are there. Whoever asks the list without this has what could be read, and does not hear that
 * something could not.
 */
gboolean veto_timeline_load (VetoTimeline *self, GError **error);

/* (transfer none) (nullable): the event of that id */
VetoEvent *veto_timeline_find (VetoTimeline *self, const char *id);

/* Adds what the person entered; a sending is one to the case's own goal. */
gboolean
veto_timeline_add (VetoTimeline *self, const VetoEventDraft *draft, GVariant **out_undo, GError **error);

/**
 * veto_timeline_correct:
 * @id: of an event
 * @draft: all of what stands there from now on
 *
 * What belongs to a letter that was written here (which letter, to what end, under which law) stays as it is.
 */
gboolean veto_timeline_correct (VetoTimeline         *self,
                                const char           *id,
                                const VetoEventDraft *draft,
                                GVariant            **out_undo,
                                GError              **error);

/* Takes an event out; the letter that it tells of stays, and stays sent. */
gboolean veto_timeline_remove (VetoTimeline *self, const char *id, GVariant **out_undo, GError **error);

/* Puts that one event back as it was, or away; what happened to others since stays. */
gboolean veto_timeline_undo (VetoTimeline *self, GVariant *undo, GError **error);

/* Fills @out_draft with what a person may correct; its texts are owned by @event. */
void veto_event_get_draft (VetoEvent *event, VetoEventDraft *out_draft);

G_END_DECLS
