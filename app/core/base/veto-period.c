/* Deadlines: a calendar day and a period, counted as European law counts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-period"

#include "veto-period.h"

#define REPLY_MONTHS 1
#define EXTENDED_REPLY_MONTHS 3
#define MIN_WORKING_DAYS 2

/* g_date_add_months() takes the last day of a month that is too short, as Art. 3(2)(c) does. */
static void
add_period (VetoDeadline *self)
{
  self->nominal = self->received;
  if (self->unit == VETO_PERIOD_MONTHS)
    {
      g_date_add_months (&self->nominal, self->n);
      self->is_month_end = g_date_get_day (&self->nominal) != g_date_get_day (&self->received);
    }
  else
    g_date_add_days (&self->nominal, self->unit == VETO_PERIOD_WEEKS ? 7 * self->n : self->n);
}

static void
add_free_day (GArray *free_days, const GDate *day, const VetoHolidays *holidays)
{
  VetoFreeDay  free_day = { .day = *day, .kind = VETO_FREE_HOLIDAY };
  GDateWeekday weekday = g_date_get_weekday (day);

  if (weekday == G_DATE_SATURDAY || weekday == G_DATE_SUNDAY)
    free_day.kind = weekday == G_DATE_SATURDAY ? VETO_FREE_SATURDAY : VETO_FREE_SUNDAY;
  if (holidays != NULL)
    free_day.name = g_strdup (veto_holidays_find (holidays, day));
  g_array_append_val (free_days, free_day);
}

static void
move_to_working_day (VetoDeadline *self, const VetoHolidays *holidays)
{
  GArray *free_days = g_array_new (FALSE, FALSE, sizeof (VetoFreeDay));

  self->due = self->nominal;
  while (!veto_holidays_is_working_day (holidays, &self->due))
    {
      add_free_day (free_days, &self->due, holidays);
      g_date_add_days (&self->due, 1);
    }
  self->n_free_days = free_days->len;
  self->free_days = (VetoFreeDay *) g_array_free (free_days, FALSE);
}

/* Only some days can be too few: two weeks of holidays in a row do not exist. */
static void
lengthen_if_short (VetoDeadline *self, const VetoHolidays *holidays)
{
  GDate day = self->received;
  guint n_working_days = 0;

  if (self->unit != VETO_PERIOD_DAYS || self->n < MIN_WORKING_DAYS)
    return;
  while (g_date_compare (&day, &self->due) < 0)
    {
      g_date_add_days (&day, 1);
      n_working_days += veto_holidays_is_working_day (holidays, &day) ? 1 : 0;
    }
  for (; n_working_days < MIN_WORKING_DAYS; n_working_days++)
    {
      veto_holidays_go_to_next_working_day (holidays, &self->due);
      self->is_short = TRUE;
    }
}

VetoDeadline *
veto_deadline_new (const GDate *received, VetoPeriodUnit unit, guint n, const VetoHolidays *holidays)
{
  VetoDeadline *self;

  g_return_val_if_fail (received != NULL && g_date_valid (received), NULL);
  g_return_val_if_fail (n >= 1 && n <= VETO_PERIOD_MAX, NULL);

  self = g_new0 (VetoDeadline, 1);
  self->received = *received;
  self->unit = unit;
  self->n = n;
  add_period (self);
  move_to_working_day (self, holidays);
  lengthen_if_short (self, holidays);
  if (veto_holidays_covers (holidays, &self->nominal) && veto_holidays_covers (holidays, &self->due))
    self->holidays = veto_holidays_is_complete (holidays) ? VETO_HOLIDAYS_KNOWN : VETO_HOLIDAYS_NATIONAL;
  return self;
}

VetoDeadline *
veto_deadline_new_reply (const GDate *received, gboolean is_extended, const VetoHolidays *holidays)
{
  return veto_deadline_new (received, VETO_PERIOD_MONTHS, is_extended ? EXTENDED_REPLY_MONTHS : REPLY_MONTHS,
                            holidays);
}

void
veto_deadline_free (VetoDeadline *self)
{
  for (guint i = 0; i < self->n_free_days; i++)
    g_free (self->free_days[i].name);
  g_free (self->free_days);
  g_free (self);
}
