/* Periods with made-up holidays: the steps, the words, and what must be true of any day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "veto-day.h"
#include "veto-period.h"

typedef struct
{
  const char    *name;
  const char    *received;
  VetoPeriodUnit unit;
  guint          n;
  const char
    *holidays; /* "2026-12-25=Christmas Day|…"; NULL: not known; "*" at the end: not those of regions */
  const char *sum;
} Sample;

#define DAYS VETO_PERIOD_DAYS
#define WEEKS VETO_PERIOD_WEEKS
#define MONTHS VETO_PERIOD_MONTHS
#define CHRISTMAS "2026-12-25=Christmas Day|2026-12-26=St Stephen’s Day"
#define EASTER "2027-03-26=Good Friday|2027-03-29=Easter Monday"

static const Sample samples[] = {
  { "/period/words/working-day", "2026-11-24", MONTHS, 1, CHRISTMAS,
    "Received on 24 November 2026, plus 1 month: Thursday, 24 December 2026." },
  { "/period/words/sunday", "2027-01-31", MONTHS, 1, "",
    "Received on 31 January 2027, plus 1 month: 28 February 2027. That month is shorter, so its last day "
    "counts. "
    "That is a Sunday, so the time ends on the next working day: Monday, 1 March 2027." },
  { "/period/words/saturday", "2026-11-26", DAYS, 16, "",
    "Received on 26 November 2026, plus 16 days: 12 December 2026. That is a Saturday, so the time ends on "
    "the next "
    "working day: Monday, 14 December 2026." },
  { "/period/words/holiday", "2026-11-25", MONTHS, 1, CHRISTMAS,
    "Received on 25 November 2026, plus 1 month: 25 December 2026. That is a public holiday there (Christmas "
    "Day), so "
    "the time ends on the next working day: Monday, 28 December 2026." },
  { "/period/words/two-holidays", "2027-02-26", MONTHS, 1, EASTER,
    "Received on 26 February 2027, plus 1 month: 26 March 2027. That is a public holiday there (Good "
    "Friday), so the "
    "time ends on the next working day: Tuesday, 30 March 2027. Monday, 29 March 2027 is a public holiday "
    "there too "
    "(Easter Monday)." },
  { "/period/words/extended", "2026-11-24", MONTHS, 3, "",
    "Received on 24 November 2026, plus 3 months: Wednesday, 24 February 2027." },
  { "/period/words/one-day", "2026-11-25", DAYS, 1, "",
    "Received on 25 November 2026, plus 1 day: Thursday, 26 November 2026." },
  { "/period/words/weeks", "2026-11-26", WEEKS, 2, "",
    "Received on 26 November 2026, plus 2 weeks: Thursday, 10 December 2026." },
  { "/period/words/one-week", "2026-11-26", WEEKS, 1, "",
    "Received on 26 November 2026, plus 1 week: Thursday, 3 December 2026." },
  { "/period/words/too-short", "2026-11-27", DAYS, 2, "",
    "Received on 27 November 2026, plus 2 days: 29 November 2026. That is too short: two working days must "
    "be in it. "
    "So the time ends on Tuesday, 1 December 2026." },
  { "/period/words/unknown", "2026-11-25", MONTHS, 1, NULL,
    "Received on 25 November 2026, plus 1 month: Friday, 25 December 2026. Veto does not know the public "
    "holidays "
    "there, so only weekends count." },
  { "/period/words/regions", "2026-11-24", MONTHS, 1, "*",
    "Received on 24 November 2026, plus 1 month: Thursday, 24 December 2026. Holidays of single regions are "
    "not in "
    "this sum." },
};

/* Returns: (nullable): the holidays that a sample is about */
static VetoHolidays *
make_holidays (const char *text)
{
  g_auto(GStrv) entries = NULL;
  VetoHolidays *holidays;

  if (text == NULL)
    return NULL;
  holidays = veto_holidays_new (2026, 2027, strchr (text, '*') == NULL);
  entries = g_strsplit (text, "|", -1);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (entries[i], "=", 2);
      GDate day;

      if (veto_day_parse (parts[0], &day))
        veto_holidays_add (holidays, &day, parts[1]);
    }
  return holidays;
}

static void
test_words (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoHolidays) holidays = make_holidays (sample->holidays);
  g_autoptr(VetoDeadline) deadline = NULL;
  g_autofree char *sum = NULL;
  GDate            received;

  g_assert_true (veto_day_parse (sample->received, &received));
  deadline = veto_deadline_new (&received, sample->unit, sample->n, holidays);
  sum = veto_deadline_dup_sum (deadline);
  g_assert_cmpstr (sum, ==, sample->sum);
}

/* The window shows the sum long after the guidance, whose names are in it, was swapped. */
static void
test_outlives_holidays (void)
{
  VetoHolidays *holidays = make_holidays (CHRISTMAS);
  g_autoptr(VetoDeadline) deadline = NULL;
  g_autofree char *sum = NULL;
  GDate            received;

  g_assert_true (veto_day_parse ("2026-11-25", &received));
  deadline = veto_deadline_new_reply (&received, FALSE, holidays);
  veto_holidays_free (holidays);
  sum = veto_deadline_dup_sum (deadline);
  g_assert_nonnull (strstr (sum, "(Christmas Day)"));
}

/* A list of other years is not taken for one without holidays. */
static void
test_years_not_covered (void)
{
  g_autoptr(VetoHolidays) holidays = make_holidays (CHRISTMAS);
  g_autoptr(VetoDeadline) deadline = NULL;
  GDate received;

  g_assert_true (veto_day_parse ("2027-12-10", &received));
  deadline = veto_deadline_new_reply (&received, FALSE, holidays);
  g_assert_cmpint (deadline->holidays, ==, VETO_HOLIDAYS_UNKNOWN);
}

static void
test_order_of_holidays (void)
{
  g_autoptr(VetoHolidays)
               holidays = make_holidays ("2027-03-29=B|2026-12-25=A|2027-03-29=again|2026-12-26=St Stephen");
  GDate            day;
  g_autofree char *first = NULL;

  g_assert_cmpuint (veto_holidays_get_n (holidays), ==, 3);
  g_assert_cmpstr (veto_holidays_get (holidays, 0, &day), ==, "A");
  first = veto_day_dup_iso (&day);
  g_assert_cmpstr (first, ==, "2026-12-25");
  g_assert_cmpstr (veto_holidays_get (holidays, 2, &day), ==, "B");
  g_assert_false (veto_holidays_is_working_day (holidays, &day));
  g_assert_true (veto_holidays_is_working_day (NULL, &day));
}

/* Of any day, period and list of holidays: a working day, not before the end by the calendar, not earlier for a later receipt,
 * for a longer period, or for more holidays. */
static void
test_any (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(VetoHolidays) holidays = veto_holidays_new (1990, 2200, TRUE);
      g_autoptr(VetoDeadline) plain = NULL, later = NULL, longer = NULL, without = NULL;
      VetoPeriodUnit unit = (VetoPeriodUnit) g_test_rand_int_range (0, 3);
      guint          n = (guint) g_test_rand_int_range (1, 40);
      GDate          day, next;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, (guint32) g_test_rand_int_range (730000, 760000));
      for (guint k = 0; k < 40; k++)
        {
          next = day;
          g_date_add_days (&next, (guint) g_test_rand_int_range (0, 60));
          veto_holidays_add (holidays, &next, "a holiday");
        }
      next = day;
      g_date_add_days (&next, 1);
      plain = veto_deadline_new (&day, unit, n, holidays);
      later = veto_deadline_new (&next, unit, n, holidays);
      longer = veto_deadline_new (&day, unit, n + 1, holidays);
      without = veto_deadline_new (&day, unit, n, NULL);
      g_assert_true (veto_holidays_is_working_day (holidays, &plain->due));
      g_assert_cmpint (g_date_compare (&plain->nominal, &plain->due), <=, 0);
      g_assert_cmpint (g_date_compare (&plain->due, &later->due), <=, 0);
      g_assert_cmpint (g_date_compare (&plain->due, &longer->due), <=, 0);
      g_assert_cmpint (g_date_compare (&without->due, &plain->due), <=, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_words);
  g_test_add_func ("/period/outlives-holidays", test_outlives_holidays);
  g_test_add_func ("/period/years-not-covered", test_years_not_covered);
  g_test_add_func ("/period/order-of-holidays", test_order_of_holidays);
  g_test_add_func ("/period/any", test_any);
  return g_test_run ();
}
