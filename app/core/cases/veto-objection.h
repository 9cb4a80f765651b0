/* One platform or company, one account and one goal, and what the person does about it: what a row of the overview shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-book.h"
#include "veto-platform.h"

G_BEGIN_DECLS

#define VETO_TYPE_OBJECTION (veto_objection_get_type ())
/* The goal that is followed at a company without a platform, and the guide that its case is on. */
#define VETO_COMPANY_GOAL "object"
#define VETO_GUIDE_LETTER "letter"

G_DECLARE_FINAL_TYPE (VetoObjection, veto_objection, VETO, OBJECTION, GObject)

/* Signal "changed" (no arguments): after the case, its way, one of its steps or its timeline changed. Made by VetoObjections only. */

/* By which window and vetoctl name it: the platform's id for the own first account, "PLATFORM#ACCOUNT" for any other,
 * "company:CONTROLLER" (and "#ACCOUNT") for a company that the guidance has no platform of. */
const char   *veto_objection_get_id (VetoObjection *self);
const char   *veto_objection_get_name (VetoObjection *self);     /* of the platform or company */
VetoPlatform *veto_objection_get_platform (VetoObjection *self); /* (transfer none) (nullable): a company */
const char *
veto_objection_get_company (VetoObjection *self); /* (nullable): the id of the controller; else a platform */
const char *
veto_objection_get_account (VetoObjection *self); /* (nullable): its id; %NULL: the own first one there */
const char *veto_objection_get_goal (VetoObjection *self); /* "object" */
VetoCase   *veto_objection_get_case (VetoObjection *self); /* (transfer none) (nullable): not started */

/* Returns: (transfer full): veto_case_dup_whose() of its case; "" without one */
char *veto_objection_dup_whose (VetoObjection *self);

/* Returns: (transfer full): what a list calls it: veto_case_dup_title(); the name without a case */
char *veto_objection_dup_title (VetoObjection *self);

const char *veto_objection_get_colour (VetoObjection *self); /* "#rrggbb", for its tile */

/* The id of a platform, or of a company with VETO_STORE_COMPANY before it: where an account is. */
const char *veto_objection_get_place (VetoObjection *self);

/**
 * veto_objection_start:
 * @book: the cases
 * @guide: (nullable): the guide to begin with; else the one that is proposed. A company's way is %VETO_GUIDE_LETTER
 *
 * Makes its case, when there is something to keep.
 *
 * Returns: (transfer none) (nullable): the case, new or not
 */
VetoCase *veto_objection_start (VetoObjection *self, VetoCaseBook *book, const char *guide, GError **error);

/* (transfer none) (nullable): the kind of letter of @set to its end, as it is written for whom it is about */
VetoLetterKind *veto_objection_find_letter (VetoObjection *self, VetoGuideSet *set);

/* (transfer none) (nullable): the way the person chose, else the one that is proposed; %NULL when the guidance has no way
 * to this goal (any more), and at a company */
const VetoGuide *veto_objection_get_guide (VetoObjection *self);

VetoCaseState veto_objection_get_state (VetoObjection *self);
guint         veto_objection_count_steps (VetoObjection *self);
guint         veto_objection_count_finished (VetoObjection *self);

/* (transfer none) (nullable): the first step that is open; %NULL when none is */
const VetoStep *veto_objection_get_next_step (VetoObjection *self);

G_END_DECLS
