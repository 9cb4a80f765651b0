/* Which steps of a case are done, on disk before in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "veto-guide.h"

G_BEGIN_DECLS

#define VETO_TYPE_PROGRESS (veto_progress_get_type ())
G_DECLARE_FINAL_TYPE (VetoProgress, veto_progress, VETO, PROGRESS, GObject)

typedef enum {
  VETO_STEP_STATE_OPEN,
  VETO_STEP_STATE_DONE,
  VETO_STEP_STATE_SKIPPED,
} VetoStepState;

/* Signal "changed" (no arguments): after any state changed. Made by VetoCase only. */

/**
 * veto_progress_set_state:
 * @guide: the guide
 * @step: one of its steps, or a step of one of its branches
 * @state: the new state; %VETO_STEP_STATE_OPEN takes a mark back
 * @error: return location, %VETO_STORE_ERROR
 *
 * Writes to the store first; the object changes, and "changed" is emitted, only when that succeeded. Keeps the
 * step's revision and the time; a step that is in that state already, and has not changed since, keeps its own.
 */
gboolean veto_progress_set_state (VetoProgress    *self,
                                  const VetoGuide *guide,
                                  const VetoStep  *step,
                                  VetoStepState    state,
                                  GError         **error);

VetoStepState veto_progress_get_state (VetoProgress *self, const VetoGuide *guide, const VetoStep *step);

/* Whether @step was done or skipped when the guidance described it differently. */
gboolean veto_progress_is_outdated (VetoProgress *self, const VetoGuide *guide, const VetoStep *step);

/* Keeps a done step that changed as it is: its present revision counts from now on. */
gboolean veto_progress_accept_change (VetoProgress    *self,
                                      const VetoGuide *guide,
                                      const VetoStep  *step,
                                      GError         **error);

/* Whether nothing is left to do in @step: it is done, or skipped and not required. */
gboolean veto_progress_is_finished (VetoProgress *self, const VetoGuide *guide, const VetoStep *step);

/* How many of the guide's own steps are finished. */
guint veto_progress_count_finished (VetoProgress *self, const VetoGuide *guide);

/* (nullable): the first step of the guide that is open, else the first that is required and was skipped; %NULL when the
 * guide is finished */
const VetoStep *veto_progress_get_next (VetoProgress *self, const VetoGuide *guide);

/* When a step was last done or skipped, in seconds UTC; 0 when none is. For "done on 7 October 2025". */
gint64 veto_progress_get_last_change (VetoProgress *self);

/**
 * veto_progress_start_over:
 * @out_undo: (out) (transfer full): hand to veto_progress_restore() to take it back; free with g_variant_unref()
 *
 * Forgets all steps of all guides of this case.
 */
gboolean veto_progress_start_over (VetoProgress *self, GVariant **out_undo, GError **error);

/* Puts the steps back as they were, with their days; what was done since on other steps stays. */
gboolean veto_progress_restore (VetoProgress *self, GVariant *undo, GError **error);

G_END_DECLS
