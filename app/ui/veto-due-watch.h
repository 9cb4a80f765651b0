/* Stays without a window, and tells each morning what became due.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * veto_due_watch_run:
 * @name: of the program
 *
 * What the desktop starts at login when the person wants to be told: looks at once, then every morning, however long the computer
 * stays on; sleeps in between. No display is opened, and the data are let go of after each look. Pressing the notification opens
 * the window. Never two of it: a second one has the first look, and ends. Ends with the session, or by veto_due_watch_end().
 *
 * Returns: an exit code
 */
int veto_due_watch_run (const char *name);

/* Ends the one that is running, if there is one. Does not wait for it. */
void veto_due_watch_end (void);

/* Returns: seconds UTC: the next morning after @now, in the zone of @now; also over a change to summer time and back */
gint64 veto_due_watch_get_next (GDateTime *now);

G_END_DECLS
