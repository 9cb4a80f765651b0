/* What is due, as a file for the person's calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"
#include "veto-guide-set.h"

G_BEGIN_DECLS

/**
 * veto_calendar_new:
 * @cases: (element-type VetoCase): of which those with a deadline get an entry; see veto_case_compute_deadline()
 * @set: names the platforms
 * @now: seconds UTC
 *
 * One entry for a whole day each, the last day of the deadline, with a reminder at nine on the morning after, when there is
 * something to do. An entry keeps its UID as long as it is the same deadline of the same case, and a later file has a
 * higher SEQUENCE: who imports again has one entry, with the new day. Rule: RFC 5545, 3.6.1, 3.6.6, 3.8.4.7, 3.8.7.4
 * (read 2026-11-26).
 *
 * Returns: (transfer full) (nullable): the file; %NULL when nothing is due, because a calendar without an entry is none
 */
GBytes *veto_calendar_new (GPtrArray *cases, VetoGuideSet *set, gint64 now);

G_END_DECLS
