/* Calendar days: read, written, shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-day"

#include "veto-config.h"

#include "veto-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

/* In the reader's language, not in that of LC_TIME: half a date in another language helps nobody. */
static const char *
get_month_name (GDateMonth month)
{
  /* Translators: the months as they stand in a date such as "7 October 2025" */
  static const char *const names[] = {
    NC_ ("in a date", "January"), NC_ ("in a date", "February"), NC_ ("in a date", "March"),
    NC_ ("in a date", "April"),   NC_ ("in a date", "May"),      NC_ ("in a date", "June"),
    NC_ ("in a date", "July"),    NC_ ("in a date", "August"),   NC_ ("in a date", "September"),
    NC_ ("in a date", "October"), NC_ ("in a date", "November"), NC_ ("in a date", "December"),
  };
  return g_dpgettext2 (GETTEXT_PACKAGE, "in a date", names[month - G_DATE_JANUARY]);
}

const char *
veto_day_get_short_month (const GDate *day)
{
  /* Translators: the months, as short as a calendar writes them below the number of a day */
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  g_return_val_if_fail (g_date_valid (day), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", names[g_date_get_month (day) - G_DATE_JANUARY]);
}

static const char *
get_weekday_name (GDateWeekday weekday)
{
  /* Translators: the weekdays as they stand in a date such as "Tuesday, 7 October 2025" */
  static const char *const names[] = {
    NC_ ("in a date", "Monday"),   NC_ ("in a date", "Tuesday"), NC_ ("in a date", "Wednesday"),
    NC_ ("in a date", "Thursday"), NC_ ("in a date", "Friday"),  NC_ ("in a date", "Saturday"),
    NC_ ("in a date", "Sunday"),
  };
  return g_dpgettext2 (GETTEXT_PACKAGE, "in a date", names[weekday - G_DATE_MONDAY]);
}

gboolean
veto_day_parse (const char *text, GDate *out_day)
{
  static const char shape[] = "dddd-dd-dd";
  int               year, month, day;

  if (text == NULL || strlen (text) != strlen (shape))
    return FALSE;
  for (gsize i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
      return FALSE;

  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  day = (int) g_ascii_strtoll (text + 8, NULL, 10);
  if (year < FIRST_YEAR || year > LAST_YEAR
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (out_day, 1);
  g_date_set_dmy (out_day, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

char *
veto_day_dup_iso (const GDate *day)
{
  g_return_val_if_fail (g_date_valid (day), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), (int) g_date_get_month (day),
                          g_date_get_day (day));
}

char *
veto_day_dup_display (const GDate *day)
{
  g_return_val_if_fail (g_date_valid (day), NULL);

  /* Translators: a date such as "7 October 2025": %1$d is the day, %2$s the month, %3$d the year */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_get_day (day), get_month_name (g_date_get_month (day)),
                          g_date_get_year (day));
}

char *
veto_day_dup_display_weekday (const GDate *day)
{
  g_autofree char *date = veto_day_dup_display (day);

  /* Translators: a date such as "Tuesday, 7 October 2025": %1$s is the weekday, %2$s the rest */
  return g_strdup_printf (_ ("%1$s, %2$s"), get_weekday_name (g_date_get_weekday (day)), date);
}

static void
set_day (GDate *out_day, GDateTime *time)
{
  g_date_clear (out_day, 1);
  g_date_set_dmy (out_day, (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time), (GDateYear) g_date_time_get_year (time));
}

gboolean
veto_day_of_instant (gint64 seconds, GTimeZone *zone, GDate *out_day)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (local == NULL || g_date_time_get_year (local) < FIRST_YEAR || g_date_time_get_year (local) > LAST_YEAR)
    return FALSE;
  set_day (out_day, local);
  return TRUE;
}

void
veto_day_today (GDate *out_day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  set_day (out_day, now);
}

int
veto_day_age (const GDate *day, const GDate *today)
{
  return g_date_days_between (day, today);
}

char *
veto_day_dup_distance (int n_days)
{
  if (n_days == 0)
    return g_strdup (_ ("today"));
  if (n_days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) n_days), n_days);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -n_days), -n_days);
}
