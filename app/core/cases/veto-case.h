/* What one person does about one platform with one account.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "veto-guide-set.h"
#include "veto-progress.h"
#include "veto-timeline.h"

G_BEGIN_DECLS

#define VETO_TYPE_CASE (veto_case_get_type ())
G_DECLARE_FINAL_TYPE (VetoCase, veto_case, VETO, CASE, GObject)

/**
 * VetoCaseState:
 * @VETO_CASE_NOT_STARTED: nothing was done
 * @VETO_CASE_IN_PROGRESS: some steps done
 * @VETO_CASE_SENT: what is still open is only waiting or keeping proof; or a request to the same end was sent
 * @VETO_CASE_CONFIRMED: the company says that it got it
 * @VETO_CASE_ANSWERED: neither yes nor no: the company asks for something
 * @VETO_CASE_REFUSED: the last answer is no
 * @VETO_CASE_OVERDUE: the time that the law gives for an answer is over
 * @VETO_CASE_COMPLAINED: an authority has it, and the company did not say yes since
 * @VETO_CASE_DONE: the last answer is yes; or every step is done (one that is not required may be skipped), and no event
 *   says otherwise
 *
 * Computed from steps, events and the day it is, never stored.
 */
typedef enum {
  VETO_CASE_NOT_STARTED,
  VETO_CASE_IN_PROGRESS,
  VETO_CASE_SENT,
  VETO_CASE_CONFIRMED,
  VETO_CASE_ANSWERED,
  VETO_CASE_REFUSED,
  VETO_CASE_OVERDUE,
  VETO_CASE_COMPLAINED,
  VETO_CASE_DONE,
} VetoCaseState;

#define VETO_TYPE_CASE_STATE (veto_case_state_get_type ())
GType veto_case_state_get_type (void);

/* Returns: (transfer none): the state in the reader's words: "In progress" */
const char *veto_case_state_get_name (VetoCaseState state);

/* Returns: (transfer none): its id, as vetoctl writes it: "in-progress" */
const char *veto_case_state_get_id (VetoCaseState state);

/* Properties, read-only: "id", "platform" (id), "goal" (id), "guide" (id), "login" (nullable), "whose", "state", each notified
 * after the store was written.
 * Signal "value-changed" (const char *name): after a value was written, also when another case of the same account or
 * person wrote it. */
const char *veto_case_get_id (VetoCase *self);
const char *veto_case_get_platform (VetoCase *self);
const char *
veto_case_get_company (VetoCase *self); /* (nullable): id of a controller, when it is no platform's */
const char *
veto_case_get_name (VetoCase *self); /* of the platform or company; its id where the guidance has none */
const char   *veto_case_get_account (VetoCase *self); /* id */
const char   *veto_case_get_goal (VetoCase *self);
const char   *veto_case_get_guide (VetoCase *self);
const char   *veto_case_get_login (VetoCase *self);
VetoCaseState veto_case_get_state (VetoCase *self); /* as of the day on which it was last computed */

/* The state as of any day; a deadline that is over makes a difference. */
VetoCaseState veto_case_compute_state (VetoCase *self, const GDate *today);

gboolean veto_case_is_own (VetoCase *self);       /* about the person in front of the program */
gboolean veto_case_is_first (VetoCase *self);     /* as well, and their first account there */
gboolean veto_case_is_for_child (VetoCase *self); /* somebody acts for whom it is about */

/* (transfer none) (nullable): the way to @goal that is proposed: the first, for a child the first that is made for children
 * where there is one; %NULL: @platform has no way there */
const VetoGuide *
veto_case_propose_guide (VetoGuideSet *set, VetoPlatform *platform, const char *goal, gboolean is_for_child);

/* (nullable): the id of the person who acts for whom it is about */
const char *veto_case_get_guardian (VetoCase *self);

/* Returns: (transfer full): whose account it is, where that is not clear, and which: "Mia · @mia"; "" when nothing is known */
char *veto_case_dup_whose (VetoCase *self);

/* Returns: (transfer full): what a list calls it: the name alone for the own first account, else whose as well:
 * "Example · Mia · @mia" */
char *veto_case_dup_title (VetoCase *self);

/* Returns: (transfer full): the id by which the window names it: veto_objection_get_id() */
char *veto_case_dup_place (VetoCase *self);

/* (transfer none) (nullable): the kind of letter to the case's own end, as it is written for whom it is about */
VetoLetterKind *veto_case_find_letter (VetoCase *self);

gboolean
veto_case_has_sent_letter (VetoCase *self); /* one to this case's goal; "state" is notified with it */
VetoProgress *veto_case_get_progress (VetoCase *self); /* (transfer none) */
VetoTimeline *veto_case_get_timeline (VetoCase *self); /* (transfer none) */

/* Goes on another way to the same goal; the marks of the old way are kept. */
gboolean veto_case_set_guide (VetoCase *self, const char *guide_id, GError **error);

/**
 * veto_case_get_value:
 * @name: a value's name as guidance uses it: "account.login", "profile.name", "profile.country", …, "reason"
 *
 * Returns: (transfer none) (nullable): what the person entered; %NULL when nothing, and for "account.password", which
 *   lives in the keyring alone
 */
const char *veto_case_get_value (VetoCase *self, const char *name);

/**
 * veto_case_set_value:
 * @text: (nullable): what the person entered, kept as it is; %NULL or "" forgets it
 *
 * account.login is kept with the account, profile.KEY with the person, anything else with the case.
 * "account.password" is refused.
 */
gboolean veto_case_set_value (VetoCase *self, const char *name, const char *text, GError **error);

G_END_DECLS
