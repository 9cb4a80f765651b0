/* Days: read exactly, shown in the reader's language, whatever LC_TIME says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-day.h"

#include <libintl.h>
#include <locale.h>

typedef struct
{
  const char *name;
  const char *text;
  gboolean    is_day;
} Sample;

static const Sample samples[] = {
  { "/day/parse/plain", "2025-10-07", TRUE },
  { "/day/parse/leap-day", "2028-02-29", TRUE },
  { "/day/parse/first", "1900-01-01", TRUE },
  { "/day/parse/last", "2200-12-31", TRUE },
  { "/day/parse/no-leap-day", "2027-02-29", FALSE },
  { "/day/parse/april-31", "2027-04-31", FALSE },
  { "/day/parse/month-0", "2027-00-10", FALSE },
  { "/day/parse/month-13", "2027-13-10", FALSE },
  { "/day/parse/day-0", "2027-01-00", FALSE },
  { "/day/parse/year-0000", "0000-01-01", FALSE },
  { "/day/parse/year-9999", "9999-01-01", FALSE },
  { "/day/parse/short", "2025-1-7", FALSE },
  { "/day/parse/long", "2025-10-070", FALSE },
  { "/day/parse/instant", "2025-10-07T00:00:00Z", FALSE },
  { "/day/parse/german", "07.10.2025", FALSE },
  { "/day/parse/slashes", "2025/10/07", FALSE },
  { "/day/parse/signs", "2025-+1-07", FALSE },
  { "/day/parse/space", " 2025-10-0", FALSE },
  { "/day/parse/empty", "", FALSE },
  { "/day/parse/null", NULL, FALSE },
};

static void
test_parse (gconstpointer data)
{
  const Sample *sample = data;
  GDate         day;

  g_date_clear (&day, 1);
  g_assert_true (veto_day_parse (sample->text, &day) == sample->is_day);
  g_assert_true (g_date_valid (&day) == sample->is_day);
  if (sample->is_day)
    {
      g_autofree char *text = veto_day_dup_iso (&day);
      g_assert_cmpstr (text, ==, sample->text);
    }
}

static void
assert_display (const char *text, const char *expected)
{
  g_autofree char *shown = NULL;
  GDate            day;

  g_assert_true (veto_day_parse (text, &day));
  shown = veto_day_dup_display (&day);
  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_weekday (const char *text, const char *expected)
{
  g_autofree char *shown = NULL;
  GDate            day;

  g_assert_true (veto_day_parse (text, &day));
  shown = veto_day_dup_display_weekday (&day);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_display_english (void)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  assert_display ("2025-10-07", "7 October 2025");
  assert_display ("2028-02-29", "29 February 2028");
  assert_weekday ("2027-03-01", "Monday, 1 March 2027");
  assert_weekday ("2027-02-28", "Sunday, 28 February 2027");
}

/* Puts the catalogue where gettext looks for it. */
static char *
make_locale_folder (void)
{
  g_autofree char *catalogue = NULL, *folder = NULL, *place = NULL;
  char            *root = g_dir_make_tmp ("veto-locale-XXXXXX", NULL);
  gsize            n_bytes;

  g_assert_nonnull (root);
  folder = g_build_filename (root, "de", "LC_MESSAGES", NULL);
  place = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (g_getenv ("VETO_TEST_CATALOGUE"), &catalogue, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (place, catalogue, (gssize) n_bytes, NULL));
  return root;
}

/* A real locale, because C.UTF-8 takes no notice of LANGUAGE from glibc 2.39 on. */
static void
test_display_german (void)
{
  g_autofree char *root = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no German locale; ./check makes one");
      return;
    }
  root = make_locale_folder ();
  g_setenv ("LANGUAGE", "de", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, root);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  assert_display ("2025-10-07", "7. Oktober 2025");
  assert_display ("2026-03-01", "1. März 2026");
  assert_weekday ("2027-03-01", "Montag, 1. März 2027");
}

/* The same instant is another day elsewhere, and a day of a calendar may have 23 or 25 hours. */
typedef struct
{
  const char *name;
  const char *instant; /* in UTC */
  const char *zone;
  const char *day;
} Moment;

static const Moment moments[] = {
  { "/day/instant/utc", "2027-02-28T23:59:59Z", "UTC", "2027-02-28" },
  { "/day/instant/berlin-winter-before", "2027-02-28T22:59:59Z", "Europe/Berlin", "2027-02-28" },
  { "/day/instant/berlin-winter-after", "2027-02-28T23:00:00Z", "Europe/Berlin", "2027-03-01" },
  { "/day/instant/dublin-same-time", "2027-02-28T23:00:00Z", "Europe/Dublin", "2027-02-28" },
  { "/day/instant/berlin-summer-before", "2026-07-31T21:59:59Z", "Europe/Berlin", "2026-07-31" },
  { "/day/instant/berlin-summer-after", "2026-07-31T22:00:00Z", "Europe/Berlin", "2026-08-01" },
  { "/day/instant/dublin-summer", "2026-07-31T22:30:00Z", "Europe/Dublin", "2026-07-31" },
  { "/day/instant/spring-forward-first", "2027-03-27T23:00:00Z", "Europe/Berlin", "2027-03-28" },
  { "/day/instant/spring-forward-last", "2027-03-28T21:59:59Z", "Europe/Berlin", "2027-03-28" },
  { "/day/instant/spring-forward-over", "2027-03-28T22:00:00Z", "Europe/Berlin", "2027-03-29" },
  { "/day/instant/fall-back-first", "2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25" },
  { "/day/instant/fall-back-last", "2026-10-25T22:59:59Z", "Europe/Berlin", "2026-10-25" },
  { "/day/instant/fall-back-over", "2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26" },
  { "/day/instant/year-end", "2026-12-31T23:30:00Z", "Europe/Berlin", "2027-01-01" },
  { "/day/instant/leap-day", "2028-02-28T23:30:00Z", "Europe/Berlin", "2028-02-29" },
  { "/day/instant/west", "2027-01-01T04:00:00Z", "America/New_York", "2026-12-31" },
  { "/day/instant/far-east", "2026-12-31T10:30:00Z", "Pacific/Kiritimati", "2027-01-01" },
  { "/day/instant/before-1970", "1969-12-31T23:30:00Z", "Europe/Berlin", "1970-01-01" },
};

static void
test_instant (gconstpointer data)
{
  const Moment *moment = data;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (moment->zone);
  g_autoptr(GDateTime) instant = g_date_time_new_from_iso8601 (moment->instant, NULL);
  g_autofree char *text = NULL;
  GDate            day;

  if (zone == NULL)
    {
      g_test_skip ("this system has no time zones");
      return;
    }
  g_assert_true (veto_day_of_instant (g_date_time_to_unix (instant), zone, &day));
  text = veto_day_dup_iso (&day);
  g_assert_cmpstr (text, ==, moment->day);
}

static void
test_instant_out_of_range (void)
{
  static const gint64 instants[] = { G_MININT64, -2300000000, 7300000000, G_MAXINT64 };
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  GDate day;

  g_date_clear (&day, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    g_assert_false (veto_day_of_instant (instants[i], zone, &day));
  g_assert_false (g_date_valid (&day));
}

static void
test_age (void)
{
  GDate day, today;

  g_assert_true (veto_day_parse ("2028-02-28", &day));
  g_assert_true (veto_day_parse ("2028-03-01", &today));
  g_assert_cmpint (veto_day_age (&day, &today), ==, 2);
  g_assert_cmpint (veto_day_age (&today, &day), ==, -2);
  veto_day_today (&today);
  g_assert_true (g_date_valid (&today));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_parse);
  g_test_add_func ("/day/display/english", test_display_english);
  g_test_add_func ("/day/display/german", test_display_german);
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    g_test_add_data_func (moments[i].name, &moments[i], test_instant);
  g_test_add_func ("/day/instant/out-of-range", test_instant_out_of_range);
  g_test_add_func ("/day/age", test_age);
  return g_test_run ();
}
