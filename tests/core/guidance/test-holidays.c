/* Holidays: Easter against a table, and the days of each country against published lists.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-day.h"
#include "veto-guide-set.h"

/* Easter Sundays of a published list (answers.yahoo.com, qid 20080324162255AAYOmz6, read 2026-11-26): early and late ones, leap
 * years, and 2049 and 2076, which Gauss's first rule has a week too late. */
static const char *const easters[] = {
  "2000-04-23", "2001-04-15", "2002-03-31", "2003-04-20", "2004-04-11", "2005-03-27", "2008-03-23",
  "2011-04-24", "2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09",
  "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
  "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05",
  "2038-04-25", "2039-04-10", "2040-04-01", "2049-04-18", "2057-04-22", "2076-04-19", "2079-04-23",
  "2089-04-03", "2095-04-24", "2100-03-28",
};

/* All holidays of one year, in order; names where they matter */
typedef struct
{
  const char *name;
  const char *country;
  const char *region;
  guint       year;
  const char *days; /* "01-01 02-03 …" */
} Sample;

static const Sample samples[] = {
  /* The South Munster Citizens Information Service, 12 March 2025 (thecork.ie, read 2026-11-26) */
  { "/holidays/ie/2025", "IE", NULL, 2025, "01-01 02-03 03-17 04-21 05-05 06-02 08-04 10-27 12-25 12-26" },
  { "/holidays/ie/2026", "IE", NULL, 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26" },
  /* St Brigid's Day since 2023; on a Friday that is 1 February, then it is that day (csna.ie, read 2026-11-26) */
  { "/holidays/ie/2022", "IE", NULL, 2022, "01-01 03-17 04-18 05-02 06-06 08-01 10-31 12-25 12-26" },
  { "/holidays/ie/2023", "IE", NULL, 2023, "01-01 02-06 03-17 04-10 05-01 06-05 08-07 10-30 12-25 12-26" },
  { "/holidays/ie/2030", "IE", NULL, 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26" },
  /* A calendar of 2026 (kalender-online.com/kalender-2026, read 2026-11-26); Sundays of Easter are Sundays anyway */
  { "/holidays/de/2026", "DE", NULL, 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26" },
  { "/holidays/de/bw", "DE", "BW", 2026,
    "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26" },
  { "/holidays/de/by", "DE", "BY", 2026,
    "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26" },
  { "/holidays/de/be", "DE", "BE", 2026, "01-01 03-08 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26" },
  { "/holidays/de/bb", "DE", "BB", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26" },
  { "/holidays/de/hb", "DE", "HB", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26" },
  { "/holidays/de/hh", "DE", "HH", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26" },
  { "/holidays/de/he", "DE", "HE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 06-04 10-03 12-25 12-26" },
  { "/holidays/de/mv", "DE", "MV", 2026,
    "01-01 03-08 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26" },
  { "/holidays/de/ni", "DE", "NI", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26" },
  { "/holidays/de/nw", "DE", "NW", 2026,
    "01-01 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26" },
  { "/holidays/de/rp", "DE", "RP", 2026,
    "01-01 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26" },
  { "/holidays/de/sl", "DE", "SL", 2026,
    "01-01 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 11-01 12-25 12-26" },
  { "/holidays/de/sn", "DE", "SN", 2026,
    "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26" },
  { "/holidays/de/st", "DE", "ST", 2026,
    "01-01 01-06 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26" },
  { "/holidays/de/sh", "DE", "SH", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26" },
  { "/holidays/de/th", "DE", "TH", 2026,
    "01-01 04-03 04-06 05-01 05-14 05-25 09-20 10-03 10-31 12-25 12-26" },
  { "/holidays/lu/2026", "LU", NULL, 2026,
    "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26" },
  /* 27 April 2025 is a Sunday (infovandaag.nl, 29 January 2025) */
  { "/holidays/nl/2025", "NL", NULL, 2025, "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26" },
  { "/holidays/nl/2026", "NL", NULL, 2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26" },
  { "/holidays/fr/2026", "FR", NULL, 2026,
    "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25" },
  { "/holidays/at/2026", "AT", NULL, 2026,
    "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26" },
  { "/holidays/ch/2026", "CH", NULL, 2026, "08-01" },
  /* As GOV.UK lists them (econostrum.info, read 2026-11-26); the day on the weekend stays beside its substitute */
  { "/holidays/gb/2026", "GB", NULL, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28" },
  { "/holidays/gb/2027", "GB", NULL, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28" },
  { "/holidays/gb/2028", "GB", NULL, 2028, "01-01 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26" },
  /* Christmas is a Sunday, and 26 December has a name already: Banking and Financial Dealings Act 1971, schedule 1 */
  { "/holidays/gb/2033", "GB", NULL, 2033, "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27" },
};

static VetoGuideSet *real_set;

static void
test_easter (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (easters); i++)
    {
      GDate expected, day;

      g_test_message ("%s", easters[i]);
      g_assert_true (veto_day_parse (easters[i], &expected));
      veto_easter_find (g_date_get_year (&expected), &day);
      g_assert_cmpint (g_date_days_between (&expected, &day), ==, 0);
    }
}

/* In all years that a day can have: a Sunday from 22 March to 25 April */
static void
test_easter_range (void)
{
  for (guint year = 1900; year <= 2200; year++)
    {
      GDate day, first, last;

      g_date_set_dmy (&first, 22, G_DATE_MARCH, (GDateYear) year);
      g_date_set_dmy (&last, 25, G_DATE_APRIL, (GDateYear) year);
      veto_easter_find (year, &day);
      g_assert_cmpint (g_date_get_weekday (&day), ==, G_DATE_SUNDAY);
      g_assert_cmpint (g_date_compare (&first, &day), <=, 0);
      g_assert_cmpint (g_date_compare (&day, &last), <=, 0);
    }
}

static char *
dup_days (const VetoHolidays *holidays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < veto_holidays_get_n (holidays); i++)
    {
      GDate            day;
      const char      *name = veto_holidays_get (holidays, i, &day);
      g_autofree char *iso = veto_day_dup_iso (&day);

      g_assert_cmpstr (name, !=, "");
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", iso + 5);
    }
  return g_string_free (text, FALSE);
}

static void
test_year (gconstpointer data)
{
  const Sample             *sample = data;
  const VetoHolidayCountry *country = veto_guide_set_find_holiday_country (real_set, sample->country);
  g_autoptr(VetoHolidays) holidays = NULL;
  g_autofree char *days = NULL;

  g_assert_nonnull (country);
  g_assert_nonnull (country->evidence.sources[0]);
  holidays = veto_holiday_country_list (country, sample->region, sample->year, sample->year);
  days = dup_days (holidays);
  g_assert_cmpstr (days, ==, sample->days);
}

static const char *
find_name (const char *country, const char *text)
{
  g_autoptr(VetoHolidays) holidays = NULL;
  const char *name;
  GDate       day;

  g_assert_true (veto_day_parse (text, &day));
  holidays = veto_guide_set_list_holidays (real_set, country, NULL, &day);
  name = veto_holidays_find (holidays, &day);
  return g_intern_string (name);
}

static void
test_names (void)
{
  g_assert_cmpstr (find_name ("IE", "2026-02-02"), ==, "St Brigid’s Day");
  g_assert_cmpstr (find_name ("GB", "2026-12-28"), ==, "Boxing Day, substitute day");
  g_assert_cmpstr (find_name ("GB", "2027-12-27"), ==, "Christmas Day, substitute day");
  g_assert_cmpstr (find_name ("GB", "2027-12-28"), ==, "Boxing Day, substitute day");
  g_assert_null (find_name ("IE", "2026-12-28"));
}

/* A one-off holiday that is proclaimed comes with new guidance, not with a new program. */
static void
test_proclaimed (void)
{
  g_autoptr(Folder) folder = guidance_trees_build_sound ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_guide_set_read_folder (folder, "de", &error);
  const VetoHolidayCountry *country = veto_guide_set_find_holiday_country (set, "IE");
  g_autoptr(VetoHolidays) without = veto_holiday_country_list (country, NULL, 2026, 2026);
  g_autoptr(VetoHolidays) with = veto_holiday_country_list (country, "N", 2026, 2026);
  g_autofree char *days = dup_days (without), *more = dup_days (with);
  GDate            day;

  g_assert_no_error (error);
  g_assert_cmpstr (days, ==, "02-02 03-18 11-18 12-26 12-28");
  g_assert_cmpstr (more, ==, "02-02 03-18 04-06 11-18 12-26 12-28");
  g_assert_true (veto_day_parse ("2026-03-18", &day));
  g_assert_cmpstr (veto_holidays_find (with, &day), ==, "Sondertag");
  g_assert_false (veto_holidays_is_complete (without));
  g_assert_true (veto_holidays_is_complete (with));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  real_set = guidance_trees_load_real ("en");
  g_test_add_func ("/holidays/easter/table", test_easter);
  g_test_add_func ("/holidays/easter/range", test_easter_range);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_year);
  g_test_add_func ("/holidays/names", test_names);
  g_test_add_func ("/holidays/proclaimed", test_proclaimed);
  status = g_test_run ();
  g_clear_object (&real_set);
  return status;
}
