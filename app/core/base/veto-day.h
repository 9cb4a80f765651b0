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

/* Today in the local time zone. */
void veto_day_today (GDate *out_day);

/* Returns: days from @day to @today; negative when @day is still to come */
int veto_day_age (const GDate *day, const GDate *today);

G_END_DECLS
