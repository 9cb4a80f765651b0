/* Words that several commands say in the same way, and the ids that --json gives.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"
#include "veto-guide-set.h"

G_BEGIN_DECLS

/* Ids as guidance files write them. */
const char *veto_ctl_get_certainty_id (VetoCertainty certainty); /* "reported" */
const char *veto_ctl_get_kind_id (VetoStepKind kind);            /* "open"; "other" when it is unknown */
const char *veto_ctl_get_row_id (VetoRowKind kind);              /* "title" */

/* What a guide is for, as an aim: "object". @goal: an id of the guidance */
const char *veto_ctl_get_goal_words (const char *goal);

/* The newest as_of among the platform's guides: what the steps that it has are as of. */
const GDate *veto_ctl_get_as_of (VetoPlatform *platform);

G_END_DECLS
