/* One platform and one goal, and what the person does about it: what a row of the overview shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"
#include "veto-platform.h"

G_BEGIN_DECLS

#define VETO_TYPE_OBJECTION (veto_objection_get_type ())
G_DECLARE_FINAL_TYPE (VetoObjection, veto_objection, VETO, OBJECTION, GObject)

/* Signal "changed" (no arguments): after the case, its way, one of its steps or its timeline changed. Made by VetoObjections only. */

VetoPlatform *veto_objection_get_platform (VetoObjection *self); /* (transfer none) */
const char   *veto_objection_get_goal (VetoObjection *self);     /* "object" */
VetoCase     *veto_objection_get_case (VetoObjection *self);     /* (transfer none) (nullable): not started */

/* (transfer none) (nullable): the way the person chose, else the one that is proposed; %NULL when the guidance has no way
 * to this goal (any more) */
const VetoGuide *veto_objection_get_guide (VetoObjection *self);

VetoCaseState veto_objection_get_state (VetoObjection *self);
guint         veto_objection_count_steps (VetoObjection *self);
guint         veto_objection_count_finished (VetoObjection *self);

/* How many finished steps the guidance describes differently by now. */
guint veto_objection_count_changed (VetoObjection *self);

/* (transfer none) (nullable): the first step that is open; %NULL when none is */
const VetoStep *veto_objection_get_next_step (VetoObjection *self);

G_END_DECLS
