/* A day as people type it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_typed_day_parse:
 * @text: "2026-11-26", "26.11.2026", "26. 11. 26", "26/11/2026"
 * @out_day: (out caller-allocates): untouched on failure
 *
 * A number of four digits at the start is the year, else the day stands first. Veto is for Europe: the month never does.
 *
 * Returns: whether that is a day
 */
gboolean veto_typed_day_parse (const char *text, GDate *out_day);

/* Returns: (transfer full): the day as people type it in the language of the interface, for an entry */
char *veto_typed_day_dup (const GDate *day);

G_END_DECLS
