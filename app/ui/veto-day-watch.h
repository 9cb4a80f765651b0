/* Tells when another day begins, also after the computer slept or its clock was set.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VetoDayWatch VetoDayWatch;

typedef void (*VetoDayFunc) (gpointer data);

/**
 * veto_day_watch_new:
 * @func: called whenever the day of the person's calendar is another than before, whichever
 *
 * Returns: (transfer full)
 */
VetoDayWatch *veto_day_watch_new (VetoDayFunc func, gpointer data);
void          veto_day_watch_free (VetoDayWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoDayWatch, veto_day_watch_free)

/* In how many seconds to look again: right after midnight, and every few minutes, because timers stand still while a computer
 * sleeps and know nothing of its clock. @now: local */
guint veto_day_watch_get_wait (GDateTime *now);

G_END_DECLS
