/* The public holidays of one place, and its working days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-holidays"

#include "veto-holidays.h"

typedef struct
{
  guint32 julian;
  char   *name;
} Holiday;

struct _VetoHolidays
{
  gint     n_refs;
  GArray  *days; /* of Holiday, in order */
  guint    first_year;
  guint    last_year;
  gboolean is_complete;
};

static void
clear_holiday (gpointer data)
{
  g_free (((Holiday *) data)->name);
}

static int
compare_holidays (gconstpointer a, gconstpointer b)
{
  const Holiday *first = a, *second = b;

  return first->julian < second->julian ? -1 : first->julian > second->julian;
}

VetoHolidays *
veto_holidays_new (guint first_year, guint last_year, gboolean is_complete)
{
  VetoHolidays *self = g_new0 (VetoHolidays, 1);

  self->n_refs = 1;
  self->days = g_array_new (FALSE, FALSE, sizeof (Holiday));
  g_array_set_clear_func (self->days, clear_holiday);
  self->first_year = first_year;
  self->last_year = last_year;
  self->is_complete = is_complete;
  return self;
}

VetoHolidays *
veto_holidays_ref (VetoHolidays *self)
{
  g_atomic_int_inc (&self->n_refs);
  return self;
}

void
veto_holidays_free (VetoHolidays *self)
{
  if (!g_atomic_int_dec_and_test (&self->n_refs))
    return;
  g_array_unref (self->days);
  g_free (self);
}

void
veto_holidays_add (VetoHolidays *self, const GDate *day, const char *name)
{
  Holiday holiday = { 0 };
  guint   index;

  g_return_if_fail (g_date_valid (day));
  g_return_if_fail (name != NULL);

  if (veto_holidays_find (self, day) != NULL)
    return;
  holiday.julian = g_date_get_julian (day);
  holiday.name = g_strdup (name);
  index = self->days->len;
  while (index > 0 && g_array_index (self->days, Holiday, index - 1).julian > holiday.julian)
    index--;
  g_array_insert_val (self->days, index, holiday);
}

const char *
veto_holidays_find (const VetoHolidays *self, const GDate *day)
{
  const Holiday wanted = { g_date_get_julian (day), NULL };
  guint         index;

  return g_array_binary_search (self->days, &wanted, compare_holidays, &index)
           ? g_array_index (self->days, Holiday, index).name
           : NULL;
}

guint
veto_holidays_get_n (const VetoHolidays *self)
{
  return self->days->len;
}

const char *
veto_holidays_get (const VetoHolidays *self, guint index, GDate *out_day)
{
  const Holiday *holiday;

  g_return_val_if_fail (index < self->days->len, NULL);
  holiday = &g_array_index (self->days, Holiday, index);
  g_date_clear (out_day, 1);
  g_date_set_julian (out_day, holiday->julian);
  return holiday->name;
}

gboolean
veto_holidays_covers (const VetoHolidays *self, const GDate *day)
{
  guint year = g_date_get_year (day);

  return self != NULL && year >= self->first_year && year <= self->last_year;
}

gboolean
veto_holidays_is_complete (const VetoHolidays *self)
{
  return self->is_complete;
}

gboolean
veto_holidays_is_working_day (const VetoHolidays *self, const GDate *day)
{
  GDateWeekday weekday = g_date_get_weekday (day);

  return weekday != G_DATE_SATURDAY && weekday != G_DATE_SUNDAY
         && (self == NULL || veto_holidays_find (self, day) == NULL);
}

void
veto_holidays_go_to_next_working_day (const VetoHolidays *self, GDate *day)
{
  do
    g_date_add_days (day, 1);
  while (!veto_holidays_is_working_day (self, day));
}
