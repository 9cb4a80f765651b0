/* The clock of a test: time goes where the test says. Compiled into a test, it stands before GLib's own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @seconds: UTC; the time from now on, until it is set again */
void clock_set (gint64 seconds);
void clock_add (gint64 seconds);

/* @zone: "Europe/Berlin": where the person is from now on */
void clock_set_zone (const char *zone);

G_END_DECLS
