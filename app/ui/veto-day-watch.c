/* Tells when another day begins.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-day-watch"

#include "veto-day-watch.h"

#include "veto-day.h"

#define LONGEST_WAIT_S 300
#define DAY_S 86400

struct _VetoDayWatch
{
  VetoDayFunc func;
  gpointer    data;
  GDate       day; /* that it was when we looked */
  guint       source_id;
};

static void wait_for_day (VetoDayWatch *self);

static gboolean
look_cb (gpointer data)
{
  VetoDayWatch *self = data;
  GDate         today;

  veto_day_today (&today);
  self->source_id = 0;
  wait_for_day (self);
  if (g_date_compare (&today, &self->day) == 0)
    return G_SOURCE_REMOVE;
  self->day = today;
  self->func (self->data);
  return G_SOURCE_REMOVE;
}

static void
wait_for_day (VetoDayWatch *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  self->source_id =
    g_timeout_add_seconds_full (G_PRIORITY_LOW, veto_day_watch_get_wait (now), look_cb, self, NULL);
}

VetoDayWatch *
veto_day_watch_new (VetoDayFunc func, gpointer data)
{
  VetoDayWatch *self = g_new0 (VetoDayWatch, 1);

  g_return_val_if_fail (func != NULL, NULL);

  self->func = func;
  self->data = data;
  veto_day_today (&self->day);
  wait_for_day (self);
  return self;
}

void
veto_day_watch_free (VetoDayWatch *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_free (self);
}

guint
veto_day_watch_get_wait (GDateTime *now)
{
  int since_midnight =
    (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60 + g_date_time_get_second (now);

  return (guint) CLAMP (DAY_S - since_midnight + 1, 1, LONGEST_WAIT_S);
}
