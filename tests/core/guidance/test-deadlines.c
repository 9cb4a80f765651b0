/* Deadlines with the real holidays: a table of dated cases, each with its reason. The days were counted by hand and by another
 * program, with lists of days instead of rules.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "guidance-trees.h"
#include "veto-authoring.h"
#include "veto-day.h"
#include "veto-guide-set.h"
#include "veto-period.h"

#define DAYS VETO_PERIOD_DAYS
#define WEEKS VETO_PERIOD_WEEKS
#define MONTHS VETO_PERIOD_MONTHS

typedef struct
{
  const char    *name;
  const char    *place; /* "IE", "DE-BW"; "--": nothing is known of it */
  const char    *received;
  VetoPeriodUnit unit;
  guint          n;
  const char    *due;
  const char    *reason;
} Sample;

static const Sample samples[] = {
  { "/deadline/facts/sunday", "IE", "2027-01-31", MONTHS, 1, "2027-03-01",
    "28 February is a Sunday, so Monday" },
  { "/deadline/facts/christmas-eve", "IE", "2026-11-24", MONTHS, 1, "2026-12-24",
    "24 December is a working day in Ireland" },
  { "/deadline/facts/christmas", "IE", "2026-11-25", MONTHS, 1, "2026-12-28",
    "Christmas, then Saturday and St Stephen, then Sunday; nothing moves to Monday" },
  { "/deadline/facts/edpb", "IE", "2025-03-04", MONTHS, 1, "2025-04-04",
    "the example of the EDPB: 4 March and a month is 4 April, a Friday in 2025" },
  { "/deadline/facts/edpb-weekend", "IE", "2026-03-04", MONTHS, 1, "2026-04-07",
    "the same in 2026 is the Saturday before Easter, and Easter Monday is a holiday" },
  { "/deadline/month-end/31-to-30", "IE", "2026-03-31", MONTHS, 1, "2026-04-30",
    "no 31 April; 30 April is a Thursday" },
  { "/deadline/month-end/october", "IE", "2026-10-31", MONTHS, 1, "2026-11-30",
    "no 31 November; 30 November is a Monday" },
  { "/deadline/month-end/31-to-31", "IE", "2026-07-31", MONTHS, 1, "2026-08-31", "31 August is a Monday" },
  { "/deadline/month-end/30-to-30", "IE", "2026-06-30", MONTHS, 1, "2026-07-30",
    "30 July, not the last of July" },
  { "/deadline/month-end/30-january", "IE", "2026-01-30", MONTHS, 1, "2026-03-02",
    "no 30 February; 28 February 2026 is a Saturday" },
  { "/deadline/month-end/29-january", "IE", "2026-01-29", MONTHS, 1, "2026-03-02",
    "no 29 February in 2026 either" },
  { "/deadline/month-end/28-january", "IE", "2026-01-28", MONTHS, 1, "2026-03-02",
    "28 February exists and is a Saturday" },
  { "/deadline/month-end/28-february", "IE", "2026-02-28", MONTHS, 1, "2026-03-30",
    "28 March is a Saturday: not the last of March, and moved" },
  { "/deadline/month-end/31-august", "IE", "2026-08-31", MONTHS, 1, "2026-09-30",
    "no 31 September; 30 September is a Wednesday" },
  { "/deadline/month-end/31-may", "IE", "2027-05-31", MONTHS, 1, "2027-06-30",
    "no 31 June; 30 June 2027 is a Wednesday" },
  { "/deadline/leap/29-february", "IE", "2028-01-29", MONTHS, 1, "2028-02-29",
    "29 February 2028 is a Tuesday" },
  { "/deadline/leap/31-january", "IE", "2028-01-31", MONTHS, 1, "2028-02-29",
    "the last of February is the 29th" },
  { "/deadline/leap/from-29-february", "IE", "2028-02-29", MONTHS, 1, "2028-03-29",
    "29 March, not the last of March" },
  { "/deadline/leap/from-28-february", "IE", "2028-02-28", MONTHS, 1, "2028-03-28", "28 March is a Tuesday" },
  { "/deadline/leap/over-the-leap-day", "IE", "2028-02-15", DAYS, 14, "2028-02-29",
    "the leap day counts: Tuesday to Tuesday" },
  { "/deadline/leap/no-leap-day", "IE", "2027-02-15", DAYS, 14, "2027-03-01",
    "no leap day: Monday to Monday" },
  { "/deadline/leap/2100", "IE", "2100-01-31", MONTHS, 1, "2100-03-01",
    "2100 is no leap year, 28 February 2100 is a Sunday" },
  { "/deadline/leap/2100-days", "IE", "2100-02-26", DAYS, 5, "2100-03-03",
    "2100 has no 29 February: Friday and five days is Wednesday 3 March" },
  { "/deadline/leap/three-months", "IE", "2027-11-30", MONTHS, 3, "2028-02-29",
    "no 30 February; 29 February 2028 is a Tuesday" },
  { "/deadline/year-end/december", "IE", "2026-12-01", MONTHS, 1, "2027-01-04",
    "1 January is a holiday and a Friday, so Monday" },
  { "/deadline/year-end/2-december", "IE", "2026-12-02", MONTHS, 1, "2027-01-04",
    "2 January 2027 is a Saturday" },
  { "/deadline/year-end/31-december", "IE", "2026-12-31", MONTHS, 1, "2027-02-02",
    "31 January is a Sunday, and Monday is St Brigid" },
  { "/deadline/year-end/new-year-saturday", "IE", "2027-12-01", MONTHS, 1, "2028-01-03",
    "1 January 2028 is a Saturday; Ireland gives no other day" },
  { "/deadline/year-end/30-november", "IE", "2026-11-30", MONTHS, 1, "2026-12-30",
    "30 December is a Wednesday" },
  { "/deadline/year-end/three-months", "IE", "2026-10-15", MONTHS, 3, "2027-01-15",
    "over the new year: 15 January 2027 is a Friday" },
  { "/deadline/received/sunday", "IE", "2026-11-01", MONTHS, 1, "2026-12-01",
    "received on a Sunday: 1 December, a Tuesday" },
  { "/deadline/received/saturday", "IE", "2026-11-14", MONTHS, 1, "2026-12-14",
    "received on a Saturday: 14 December, a Monday" },
  { "/deadline/received/holiday", "IE", "2026-12-25", MONTHS, 1, "2027-01-25",
    "received at Christmas: 25 January is a Monday" },
  { "/deadline/received/st-stephen", "IE", "2026-12-26", MONTHS, 1, "2027-01-26", "26 January is a Tuesday" },
  { "/deadline/received/easter-monday", "IE", "2026-04-06", MONTHS, 1, "2026-05-06", "6 May is a Wednesday" },
  { "/deadline/chain/good-friday-germany", "DE", "2026-03-03", MONTHS, 1, "2026-04-07",
    "Good Friday, weekend, Easter Monday: Tuesday" },
  { "/deadline/chain/good-friday-ireland", "IE", "2026-03-03", MONTHS, 1, "2026-04-03",
    "Good Friday is no holiday in Ireland" },
  { "/deadline/chain/saturday-easter", "IE", "2027-02-27", MONTHS, 1, "2027-03-30",
    "Easter Saturday 27 March 2027, then Easter Monday" },
  { "/deadline/chain/easter-sunday-germany", "DE", "2027-02-28", MONTHS, 1, "2027-03-30",
    "Easter Sunday and Easter Monday" },
  { "/deadline/chain/christmas-2027", "IE", "2027-11-25", MONTHS, 1, "2027-12-27",
    "Christmas on Saturday, St Stephen on Sunday: Monday" },
  { "/deadline/chain/christmas-2028", "IE", "2028-11-25", MONTHS, 1, "2028-12-27",
    "Christmas on Monday, St Stephen on Tuesday: Wednesday" },
  { "/deadline/chain/st-stephen-2025", "IE", "2025-11-26", MONTHS, 1, "2025-12-29",
    "St Stephen is a Friday: Monday 29 December" },
  { "/deadline/chain/whit-sunday", "DE", "2027-04-16", MONTHS, 1, "2027-05-18",
    "Whit Sunday, then Whit Monday" },
  { "/deadline/ireland/st-brigid", "IE", "2026-01-02", MONTHS, 1, "2026-02-03",
    "the first Monday of February" },
  { "/deadline/ireland/st-brigid-friday", "IE", "2030-01-01", MONTHS, 1, "2030-02-04",
    "1 February 2030 is a Friday, so it is that day, and then a weekend" },
  { "/deadline/ireland/st-brigid-not-monday", "IE", "2030-01-04", MONTHS, 1, "2030-02-04",
    "so Monday 4 February 2030 is a working day" },
  { "/deadline/ireland/st-patrick", "IE", "2027-02-17", MONTHS, 1, "2027-03-18",
    "17 March 2027 is a Wednesday" },
  { "/deadline/ireland/st-patrick-sunday", "IE", "2030-02-17", MONTHS, 1, "2030-03-18",
    "17 March 2030 is a Sunday; Monday is no holiday" },
  { "/deadline/ireland/may", "IE", "2026-04-04", MONTHS, 1, "2026-05-05", "the first Monday of May" },
  { "/deadline/ireland/june", "IE", "2026-05-01", MONTHS, 1, "2026-06-02", "the first Monday of June" },
  { "/deadline/ireland/august", "IE", "2027-07-02", MONTHS, 1, "2027-08-03", "the first Monday of August" },
  { "/deadline/ireland/october", "IE", "2026-09-26", MONTHS, 1, "2026-10-27", "the last Monday of October" },
  { "/deadline/england/boxing-day", "GB", "2026-11-26", MONTHS, 1, "2026-12-29",
    "Saturday, Sunday, and Monday is the substitute day" },
  { "/deadline/england/christmas", "GB", "2026-11-25", MONTHS, 1, "2026-12-29",
    "Christmas, weekend, substitute day" },
  { "/deadline/england/christmas-2027", "GB", "2027-11-25", MONTHS, 1, "2027-12-29",
    "two substitute days, Monday and Tuesday" },
  { "/deadline/england/new-year-2028", "GB", "2027-12-01", MONTHS, 1, "2028-01-04",
    "1 January is a Saturday, Monday its substitute" },
  { "/deadline/england/summer", "GB", "2026-07-31", MONTHS, 1, "2026-09-01", "the last Monday of August" },
  { "/deadline/england/spring", "GB", "2027-04-30", MONTHS, 1, "2027-06-01",
    "30 May is a Sunday, and Monday the spring holiday" },
  { "/deadline/germany/corpus-christi", "DE-BW", "2026-05-04", MONTHS, 1, "2026-06-05",
    "a holiday in Baden-Wuerttemberg, on a Thursday" },
  { "/deadline/germany/corpus-christi-elsewhere", "DE-SN", "2026-05-04", MONTHS, 1, "2026-06-04",
    "and none in Saxony" },
  { "/deadline/germany/repentance", "DE-SN", "2026-10-18", MONTHS, 1, "2026-11-19",
    "the Wednesday before 23 November, in Saxony" },
  { "/deadline/germany/repentance-2027", "DE-SN", "2027-10-17", MONTHS, 1, "2027-11-18", "the same of 2027" },
  { "/deadline/germany/childrens-day", "DE-TH", "2027-08-20", MONTHS, 1, "2027-09-21",
    "20 September is a holiday in Thuringia, a Monday" },
  { "/deadline/germany/womens-day", "DE-BE", "2027-02-08", MONTHS, 1, "2027-03-09",
    "8 March is a holiday in Berlin, a Monday" },
  { "/deadline/germany/reformation", "DE-HH", "2028-09-30", MONTHS, 1, "2028-10-30",
    "30 October is a working day, the 31st would not be" },
  { "/deadline/germany/reformation-day", "DE-HH", "2028-07-31", MONTHS, 3, "2028-11-01",
    "31 October is a holiday in Hamburg, a Tuesday" },
  { "/deadline/germany/ascension", "DE", "2026-04-14", MONTHS, 1, "2026-05-15",
    "39 days after Easter, a Thursday" },
  { "/deadline/luxembourg/national", "LU", "2026-05-23", MONTHS, 1, "2026-06-24", "23 June, a Tuesday" },
  { "/deadline/luxembourg/europe", "LU", "2026-04-09", MONTHS, 1, "2026-05-11", "9 May is a Saturday" },
  { "/deadline/netherlands/kings-day", "NL", "2026-03-27", MONTHS, 1, "2026-04-28", "27 April, a Monday" },
  { "/deadline/netherlands/two-holidays", "NL", "2027-04-05", MONTHS, 1, "2027-05-07",
    "5 May is Liberation Day, 6 May Ascension" },
  { "/deadline/france/victory", "FR", "2026-04-08", MONTHS, 1, "2026-05-11", "8 May is a Friday" },
  { "/deadline/france/armistice", "FR", "2026-10-11", MONTHS, 1, "2026-11-12", "11 November, a Wednesday" },
  { "/deadline/austria/immaculate-conception", "AT", "2026-11-08", MONTHS, 1, "2026-12-09",
    "8 December, a Tuesday" },
  { "/deadline/austria/national", "AT", "2026-09-26", MONTHS, 1, "2026-10-27", "26 October, a Monday" },
  { "/deadline/switzerland/national", "CH", "2028-07-01", MONTHS, 1, "2028-08-02",
    "1 August 2028 is a Tuesday" },
  { "/deadline/unknown/christmas", "--", "2026-11-25", MONTHS, 1, "2026-12-25",
    "nothing is known of that place: a Friday" },
  { "/deadline/unknown/sunday", "--", "2027-01-31", MONTHS, 1, "2027-03-01",
    "weekends are the same everywhere" },
  { "/deadline/extension/plain", "IE", "2026-11-24", MONTHS, 3, "2027-02-24",
    "24 February 2027 is a Wednesday" },
  { "/deadline/extension/month-end", "IE", "2026-11-30", MONTHS, 3, "2027-03-01",
    "no 30 February; 28 February 2027 is a Sunday" },
  { "/deadline/extension/christmas", "IE", "2026-09-25", MONTHS, 3, "2026-12-28",
    "three months end at Christmas" },
  { "/deadline/extension/from-receipt", "IE", "2027-01-31", MONTHS, 3, "2027-04-30",
    "three from receipt, not two from the 1 March that one month gave" },
  { "/deadline/extension/easter", "IE", "2026-12-29", MONTHS, 3, "2027-03-30",
    "29 March 2027 is Easter Monday" },
  { "/deadline/days/reminder", "IE", "2026-11-26", DAYS, 14, "2026-12-10", "two weeks, a Thursday" },
  { "/deadline/days/reminder-to-christmas", "IE", "2026-12-11", DAYS, 14, "2026-12-28",
    "Christmas, and the weekend" },
  { "/deadline/days/30-is-no-month", "IE", "2027-01-31", DAYS, 30, "2027-03-02",
    "2 March, a Tuesday: a month ended on 1 March" },
  { "/deadline/days/31-is-no-month", "IE", "2026-04-15", DAYS, 31, "2026-05-18",
    "16 May is a Saturday, so Monday; a month ended on 15 May" },
  { "/deadline/days/a-month", "IE", "2026-04-15", MONTHS, 1, "2026-05-15", "15 May, a Friday" },
  { "/deadline/days/one", "IE", "2026-11-27", DAYS, 1, "2026-11-30",
    "a Saturday, so Monday; one day needs no two working days" },
  { "/deadline/days/two-over-a-weekend", "IE", "2026-11-27", DAYS, 2, "2026-12-01",
    "Sunday, so Monday, and two working days must be in it" },
  { "/deadline/days/two-in-a-week", "IE", "2026-11-24", DAYS, 2, "2026-11-26", "Thursday" },
  { "/deadline/days/three-over-christmas", "IE", "2026-12-24", DAYS, 3, "2026-12-29",
    "Sunday, so Monday, and one more working day" },
  { "/deadline/weeks/two", "IE", "2026-11-26", WEEKS, 2, "2026-12-10", "the same weekday" },
  { "/deadline/weeks/four", "IE", "2026-11-27", WEEKS, 4, "2026-12-28",
    "four weeks are Christmas, a month is 27 December" },
};

static VetoGuideSet *real_set;

static VetoHolidays *
list_holidays (const char *place, const GDate *around)
{
  g_auto(GStrv) parts = g_strsplit (place, "-", 2);

  return veto_guide_set_list_holidays (real_set, parts[0], parts[1], around);
}

static void
assert_iso (const GDate *day, const char *expected)
{
  g_autofree char *text = veto_day_dup_iso (day);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoHolidays) holidays = NULL;
  g_autoptr(VetoDeadline) deadline = NULL;
  g_autofree char *sum = NULL;
  GDate            received;

  g_assert_true (veto_day_parse (sample->received, &received));
  holidays = list_holidays (sample->place, &received);
  g_assert_true ((holidays == NULL) == g_str_equal (sample->place, "--"));
  deadline = veto_deadline_new (&received, sample->unit, sample->n, holidays);
  sum = veto_deadline_dup_sum (deadline);
  g_test_message ("%s: %s", sample->reason, sum);
  assert_iso (&deadline->due, sample->due);
}

/* What a person sees of the two hardest cases: every step, with its reason. */
static void
test_steps (void)
{
  g_autoptr(VetoHolidays) holidays = NULL;
  g_autoptr(VetoDeadline) deadline = NULL;
  GDate received;

  g_assert_true (veto_day_parse ("2026-11-25", &received));
  holidays = list_holidays ("ie", &received);
  deadline = veto_deadline_new_reply (&received, FALSE, holidays);
  assert_iso (&deadline->nominal, "2026-12-25");
  g_assert_cmpuint (deadline->n_free_days, ==, 3);
  g_assert_cmpint (deadline->free_days[0].kind, ==, VETO_FREE_HOLIDAY);
  g_assert_cmpstr (deadline->free_days[0].name, ==, "Christmas Day");
  g_assert_cmpint (deadline->free_days[1].kind, ==, VETO_FREE_SATURDAY);
  g_assert_cmpstr (deadline->free_days[1].name, ==, "St Stephen’s Day");
  g_assert_cmpint (deadline->free_days[2].kind, ==, VETO_FREE_SUNDAY);
  g_assert_null (deadline->free_days[2].name);
  assert_iso (&deadline->due, "2026-12-28");
  g_assert_cmpint (deadline->holidays, ==, VETO_HOLIDAYS_KNOWN);
}

/* Where it is not known in which part of a country a company sits, the sum says so. */
static void
test_knowledge (void)
{
  static const struct
  {
    const char          *place;
    VetoHolidayKnowledge expected;
  } places[] = {
    { "IE", VETO_HOLIDAYS_KNOWN },    { "DE", VETO_HOLIDAYS_NATIONAL }, { "DE-BW", VETO_HOLIDAYS_KNOWN },
    { "CH", VETO_HOLIDAYS_NATIONAL }, { "US", VETO_HOLIDAYS_UNKNOWN },
  };
  GDate received;

  g_assert_true (veto_day_parse ("2026-11-25", &received));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(VetoHolidays) holidays = list_holidays (places[i].place, &received);
      g_autoptr(VetoDeadline) deadline = veto_deadline_new_reply (&received, FALSE, holidays);

      g_test_message ("%s", places[i].place);
      g_assert_cmpint (deadline->holidays, ==, places[i].expected);
    }
}

/* Each day of eight years: never on a day off, never earlier than a day before it, and a month has 28 to 31 days and at most
 * the longest row of days off more (Good Friday to Easter Monday, Christmas and a weekend: 4; in England 5). */
static void
test_every_day (gconstpointer data)
{
  GDate day, last, before;
  guint n_days = 0;

  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2025);
  g_date_set_dmy (&last, 31, G_DATE_DECEMBER, 2032);
  g_date_clear (&before, 1);
  for (; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1), n_days++)
    {
      g_autoptr(VetoHolidays) holidays = list_holidays (data, &day);
      g_autoptr(VetoDeadline) month = veto_deadline_new_reply (&day, FALSE, holidays);
      g_autoptr(VetoDeadline) longer = veto_deadline_new_reply (&day, TRUE, holidays);
      int length = g_date_days_between (&day, &month->due);

      g_assert_true (veto_holidays_is_working_day (holidays, &month->due));
      g_assert_true (veto_holidays_is_working_day (holidays, &longer->due));
      g_assert_cmpint (length, >=, 28);
      g_assert_cmpint (length, <=, 31 + 5);
      g_assert_cmpint (g_date_days_between (&month->due, &longer->due), >=, 28 + 28);
      if (g_date_valid (&before))
        g_assert_cmpint (g_date_compare (&before, &month->due), <=, 0);
      before = month->due;
    }
  g_assert_cmpuint (n_days, ==, 2922);
}

int
main (int argc, char *argv[])
{
  static const char *const places[] = {
    "IE", "DE", "DE-BW", "DE-SN", "LU", "NL", "FR", "AT", "CH", "GB", "--"
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  real_set = guidance_trees_load_real ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  g_test_add_func ("/deadline/steps", test_steps);
  g_test_add_func ("/deadline/knowledge", test_knowledge);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = g_strdup_printf ("/deadline/every-day/%s", places[i]);
      g_test_add_data_func (name, places[i], test_every_day);
    }
  status = g_test_run ();
  g_clear_object (&real_set);
  return status;
}
