/* What the desktop tells the person about: a time that is over, so that there is something to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-book.h"

G_BEGIN_DECLS

/* How many of @cases (a list model of VetoCase) have something to do because a time is over, told or not. */
guint veto_reminders_count (GListModel *cases, const GDate *today);

/**
 * veto_reminders_claim:
 * @cases: a list model of VetoCase
 * @store: where it is written down that they are told
 * @today: the day of the question
 * @error: return location, %VETO_STORE_ERROR; nothing is to be told then
 *
 * What is due and was not told yet. It counts as told from now on: the caller tells it, all of it at once. What a person
 * entered just now (an answer that says no) is nothing to be reminded of; a time that ran out is.
 *
 * Returns: (transfer full) (nullable) (element-type VetoCase): empty when there is nothing to tell
 */
GPtrArray *veto_reminders_claim (GListModel *cases, VetoStore *store, const GDate *today, GError **error);

G_END_DECLS
