/* When the feed was asked, and when it is to be asked again. Private to updates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-feed-folder.h"

G_BEGIN_DECLS

/* All that is remembered of a failure: times, in seconds UTC with 0 for never, and why the last try failed. */
typedef struct
{
  gint64 last_success;
  gint64 last_try;
  gint64 failing_since; /* the first failure since the last success */
  char  *problem;       /* (nullable): id of the last try's, see veto_update_problem_get_id() */
} VetoUpdateTimes;

void veto_update_times_clear (VetoUpdateTimes *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoUpdateTimes, veto_update_times_clear)

/* @out: (out caller-allocates): nothing was ever tried, when what is on the disk cannot be read. @folder: (nullable) */
void veto_update_times_read (VetoUpdateTimes *out, VetoFeedFolder *folder);

/* A disk that cannot keep it is no reason to tell anybody of another failure than the one that there was. */
void veto_update_times_write (const VetoUpdateTimes *self, VetoFeedFolder *folder);

/* @problem: (nullable): id; %NULL: it went well */
void veto_update_times_note (VetoUpdateTimes *self, gint64 now, const char *problem);

/**
 * veto_update_times_get_next:
 * @now: in seconds UTC; a try that seems to lie in the future was noted by a clock that was wrong, and does not count
 * @jitter: from -1 to 1: how far from the middle
 *
 * 24 hours after a success, 4 more or less; 6 hours after a failure, a sixth more or less, and as long again as it has been failing,
 * up to 3 days: that doubles the wait each time without counting. Rule: security design, 3 (U15) and 9.
 *
 * Returns: when to ask again by itself, in seconds UTC; 0: now
 */
gint64 veto_update_times_get_next (const VetoUpdateTimes *self, gint64 now, double jitter);

G_END_DECLS
