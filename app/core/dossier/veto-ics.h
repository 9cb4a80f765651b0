/* The lines of a calendar file: RFC 5545, 3.1 and 3.3.11 (read 2026-11-26).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most octets of a line without its end: RFC 5545, 3.1. */
#define VETO_ICS_LINE_BYTES 75

/* Adds "NAME:VALUE", folded and ended by CRLF. @value: a value that needs no escaping, such as a day */
void veto_ics_add (GString *file, const char *name, const char *value);

/* The same with any text: escaped, without control characters and signs of direction. */
void veto_ics_add_text (GString *file, const char *name, const char *text);

/* A whole day: "NAME;VALUE=DATE:20261128". */
void veto_ics_add_day (GString *file, const char *name, const GDate *day);

/* An instant: "NAME:20261126T013520Z". @seconds: since 1970, UTC, years 1970 to 9999 */
void veto_ics_add_time (GString *file, const char *name, gint64 seconds);

G_END_DECLS
