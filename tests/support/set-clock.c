/* The clock of a test. What the core asks for the time is found here first, because it is linked into the same program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "set-clock.h"

#include <time.h>

static gint64 now = 1795651200; /* 2026-11-26 00:00 UTC */

gint64
g_get_real_time (void)
{
  return now * G_USEC_PER_SEC;
}

GDateTime *
g_date_time_new_now_local (void)
{
  return g_date_time_new_from_unix_local (now);
}

void
clock_set (gint64 seconds)
{
  now = seconds;
}

void
clock_add (gint64 seconds)
{
  now += seconds;
}

void
clock_set_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
  tzset ();
}
