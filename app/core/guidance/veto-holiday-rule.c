/* Public holidays as rules, and the days of a year that they give.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-holiday-rule"

#include "veto-config.h"

#include "veto-holiday-rule.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"

static void
set_day (GDate *out_day, gint64 day, gint64 month, guint year)
{
  g_date_clear (out_day, 1);
  g_date_set_dmy (out_day, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* The letters are those of the rule as it is printed. */
void
veto_easter_find (guint year, GDate *out_day)
{
  guint j = year % 19, k = year / 100, h = year % 100, m = k / 4, n = k % 4, p = (k + 8) / 25;
  guint q = (k - p + 1) / 3, r = (19 * j + k - m - q + 15) % 30, s = h / 4, u = h % 4;
  guint v = (32 + 2 * n + 2 * s - r - u) % 7, w = (j + 11 * r + 22 * v) / 451;
  guint sum = r + v + 114 - 7 * w;

  set_day (out_day, sum % 31 + 1, sum / 31, year);
}

/* The first @weekday from @day on */
static void
go_to_weekday (GDate *day, GDateWeekday weekday)
{
  g_date_add_days (day, (guint) (weekday - g_date_get_weekday (day) + 7) % 7);
}

static void
find_weekday (const VetoHolidayRule *rule, guint year, GDate *out_day)
{
  if (rule->unless_weekday != G_DATE_BAD_WEEKDAY)
    {
      set_day (out_day, rule->unless_day, rule->month, year);
      if (g_date_get_weekday (out_day) == rule->unless_weekday)
        return;
    }
  set_day (out_day, 1, rule->month, year);
  if (rule->nth > 0)
    {
      go_to_weekday (out_day, rule->weekday);
      g_date_add_days (out_day, 7 * (guint) (rule->nth - 1));
      return;
    }
  g_date_add_months (out_day, 1); /* the last one is the one before the first of the next month */
  go_to_weekday (out_day, rule->weekday);
  g_date_subtract_days (out_day, 7);
}

static gboolean
find_date (const VetoHolidayRule *rule, guint year, GDate *out_day)
{
  for (guint i = 0; rule->dates[i] != NULL; i++)
    if (veto_day_parse (rule->dates[i], out_day) && g_date_get_year (out_day) == year)
      return TRUE;
  return FALSE;
}

gboolean
veto_holiday_rule_find (const VetoHolidayRule *rule, guint year, GDate *out_day)
{
  if (year < rule->from || (rule->until != 0 && year > rule->until))
    return FALSE;
  switch (rule->kind)
    {
    case VETO_HOLIDAY_FIXED:
      set_day (out_day, rule->day, rule->month, year);
      return TRUE;
    case VETO_HOLIDAY_EASTER:
      veto_easter_find (year, out_day);
      if (rule->day >= 0)
        g_date_add_days (out_day, (guint) rule->day);
      else
        g_date_subtract_days (out_day, (guint) -rule->day);
      return TRUE;
    case VETO_HOLIDAY_WEEKDAY:
      find_weekday (rule, year, out_day);
      return TRUE;
    case VETO_HOLIDAY_BEFORE:
      set_day (out_day, rule->day, rule->month, year);
      go_to_weekday (out_day, rule->weekday);
      g_date_subtract_days (out_day, 7);
      return TRUE;
    case VETO_HOLIDAY_DATES:
      return find_date (rule, year, out_day);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_in_region (const VetoHolidayRule *rule, const char *region)
{
  return rule->regions == NULL || (region != NULL && g_strv_contains (rule->regions, region));
}

static gboolean
is_weekend (const GDate *day)
{
  return g_date_get_weekday (day) >= G_DATE_SATURDAY;
}

static void
add_days (VetoHolidays *holidays, const VetoHolidayCountry *country, const char *region, guint year)
{
  GDate day;

  for (guint i = 0; i < country->n_days; i++)
    {
      const VetoHolidayRule *rule = &country->days[i];

      if (!is_in_region (rule, region) || !veto_holiday_rule_find (rule, year, &day))
        continue;
      if (rule->substitute == VETO_SUBSTITUTE_DAY_EARLIER && g_date_get_weekday (&day) == G_DATE_SUNDAY)
        g_date_subtract_days (&day, 1);
      veto_holidays_add (holidays, &day, rule->name);
    }
}

/* After all others, because a substitute looks for a day that none of them has. */
static void
add_substitutes (VetoHolidays *holidays, const VetoHolidayCountry *country, const char *region, guint year)
{
  GDate day;

  for (guint i = 0; i < country->n_days; i++)
    {
      const VetoHolidayRule *rule = &country->days[i];
      g_autofree char       *name = NULL;

      if (rule->substitute != VETO_SUBSTITUTE_WORKING_DAY || !is_in_region (rule, region)
          || !veto_holiday_rule_find (rule, year, &day) || !is_weekend (&day))
        continue;
      veto_holidays_go_to_next_working_day (holidays, &day);
      /* Translators: a day off that is given for a holiday on a weekend; %s is the name of the holiday */
      name = g_strdup_printf (_ ("%s, substitute day"), rule->name);
      veto_holidays_add (holidays, &day, name);
    }
}

static gboolean
has_regions (const VetoHolidayCountry *country)
{
  for (guint i = 0; i < country->n_days; i++)
    if (country->days[i].regions != NULL)
      return TRUE;
  return FALSE;
}

VetoHolidays *
veto_holiday_country_list (const VetoHolidayCountry *country,
                           const char               *region,
                           guint                     first_year,
                           guint                     last_year)
{
  VetoHolidays *holidays;

  g_return_val_if_fail (first_year >= 1900 && last_year <= 2200 && first_year <= last_year, NULL);

  holidays = veto_holidays_new (first_year, last_year,
                                !country->is_incomplete && (region != NULL || !has_regions (country)));
  for (guint year = first_year; year <= last_year; year++)
    {
      add_days (holidays, country, region, year);
      add_substitutes (holidays, country, region, year);
    }
  return holidays;
}
