/* A person's way through a guide: which step is on the screen, what comes next, what came before.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-objections.h"

G_BEGIN_DECLS

#define VETO_TYPE_WALK (veto_walk_get_type ())
G_DECLARE_FINAL_TYPE (VetoWalk, veto_walk, VETO, WALK, GObject)

/**
 * veto_walk_new:
 * @objections: where the case is looked up, again after each change of the guidance
 * @book: where the case is made, as soon as there is something to keep
 * @platform: veto_objection_get_id() of one of @objections
 * @guide: (nullable): the id of the guide to follow, whatever its goal; else the one the person is on, or the proposed one
 * @step: (nullable): the path of a step to begin with; else the first that is open, or the end if none is
 *
 * The steps are those of the guidance that is in use now, as long as the walk lasts; newer guidance counts from the next walk on
 * (veto_walk_is_overtaken()). Rule: security design, 3, U13.
 *
 * Signal "moved" (no arguments): another step is to be shown.
 *
 * Returns: (transfer full)
 */
VetoWalk *veto_walk_new (VetoObjections *objections,
                         VetoCaseBook   *book,
                         const char     *platform,
                         const char     *guide,
                         const char     *step);

/* (transfer none) (nullable): %NULL when the guidance no longer has the platform; the walk is over then */
VetoObjection   *veto_walk_get_objection (VetoWalk *self);
const VetoGuide *veto_walk_get_guide (VetoWalk *self); /* (nullable), as above */

/* (transfer none) (nullable): the platform that has the steps; that of the objection may be newer */
VetoPlatform *veto_walk_get_platform (VetoWalk *self);

/* Whether newer guidance has come since the walk began, and describes its way differently or lacks it. */
gboolean veto_walk_is_overtaken (VetoWalk *self);

/* (nullable): the step on the screen; %NULL at the end, behind the last step */
const VetoStep *veto_walk_get_step (VetoWalk *self);

/* (nullable): the branch the person is in */
const VetoBranch *veto_walk_get_branch (VetoWalk *self);

/* The step's place, from 0, among the guide's own steps; in a branch the place of the step it was left from. */
guint veto_walk_get_index (VetoWalk *self);

/* The step's place, from 0, among those of the branch. */
guint veto_walk_get_branch_index (VetoWalk *self);

VetoStepState veto_walk_get_state (VetoWalk *self);

/* Whether the step was done when the guidance described it differently. */
gboolean veto_walk_is_outdated (VetoWalk *self);

/**
 * veto_walk_finish_step:
 * @state: %VETO_STEP_STATE_DONE or %VETO_STEP_STATE_SKIPPED
 * @error: return location, %VETO_STORE_ERROR
 *
 * Keeps that, then moves on: to the next step that is not finished, out of a branch that is at its end, to a step that was
 * left out, or to the end. On failure nothing has moved.
 */
gboolean veto_walk_finish_step (VetoWalk *self, VetoStepState state, GError **error);

/* Whether the step on the screen is the last of a branch that leads to another guide: if what it says helped, one returns
 * instead. */
gboolean veto_walk_is_fork (VetoWalk *self);

/* Keeps that the last step of a branch is done, and shows the step that the branch was left from. */
gboolean veto_walk_return (VetoWalk *self, GError **error);

/* Leaves a step as it is, and shows the one behind it. */
void veto_walk_go_on (VetoWalk *self);

/* Takes the mark of the step on the screen back, and what it has opened, and stays there. */
gboolean veto_walk_reopen_step (VetoWalk *self, GError **error);

/* Says that a step which has changed since is done all the same. */
gboolean veto_walk_accept_change (VetoWalk *self, GError **error);

gboolean veto_walk_can_go_back (VetoWalk *self);
void     veto_walk_go_back (VetoWalk *self);

/* Shows the step of that path, if the guide has it. */
void veto_walk_go_to (VetoWalk *self, const char *path);

/**
 * veto_walk_take_branch:
 * @branch: one of the branches of the step on the screen
 *
 * Shows the branch's first step, or goes on with the guide that it leads to.
 */
gboolean veto_walk_take_branch (VetoWalk *self, const char *branch, GError **error);

/* Goes on another way to the same goal, at its first open step. */
gboolean veto_walk_take_guide (VetoWalk *self, const char *guide, GError **error);

/* The step on the screen has opened @link. Remembered while one walks, not longer. */
void veto_walk_note_opened (VetoWalk *self, const char *link);

/* What was opened is forgotten: everything is done anew. */
void veto_walk_forget_opened (VetoWalk *self);

/* (nullable): the link that the step on the screen has opened */
const char *veto_walk_get_opened (VetoWalk *self);

/* (nullable): the page that the step on the screen is about: what the nearest step before it, among the guide's own, has
 * opened or would open first */
const char *veto_walk_get_page (VetoWalk *self);

/* What the person entered for a value of the guidance (veto_case_get_value()); makes the case where there is none. */
const char *veto_walk_get_value (VetoWalk *self, const char *name);
gboolean    veto_walk_set_value (VetoWalk *self, const char *name, const char *text, GError **error);

G_END_DECLS
