/* Calendar days: read, written, shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_day_parse:
 * @text: exactly YYYY-MM-DD, a day that exists, years 1900 to 2200
 * @out_day: (out caller-allocates): the day; untouched on failure
 *
 * Returns: whether @text is such a day
 */
gboolean veto_day_parse (const char *text, GDate *out_day);

/* Returns: (transfer full): "2025-10-07" */
char *veto_day_dup_iso (const GDate *day);

/* Returns: (transfer full): the day in the reader's language, "7 October 2025" */
char *veto_day_dup_display (const GDate *day);

/* Returns: (transfer full): the same with its weekday, "Tuesday, 7 October 2025" */
char *veto_day_dup_display_weekday (const GDate *day);

/* Returns: (transfer none): its month in the reader's language, as short as a calendar writes it: "Dec" */
const char *veto_day_get_short_month (const GDate *day);

/**
 * veto_day_of_instant:
 * @seconds: an instant, in seconds since 1970 UTC, as times are stored
 * @zone: where the person is
 * @out_day: (out caller-allocates): the day that the person's calendar shows then; untouched on failure
 *
 * A deadline counts days of a calendar, so the instant becomes a day before anything is added to it: 24 hours are not always
 * a day.
 *
 * Returns: whether there is such a day in the years 1900 to 2200
 */
gboolean veto_day_of_instant (gint64 seconds, GTimeZone *zone, GDate *out_day);

/* Today in the local time zone. */
void veto_day_today (GDate *out_day);

/* Returns: days from @day to @today; negative when @day is still to come */
int veto_day_age (const GDate *day, const GDate *today);

/* @n_days: from today; negative: before. Returns: (transfer full): "in 28 days", "today", "3 days ago" */
char *veto_day_dup_distance (int n_days);

G_END_DECLS
