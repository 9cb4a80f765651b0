/* The public holidays of countries: rules that are checked here, and evaluated in veto-holiday-rule.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-reader"

#include <string.h>

#include "veto-day.h"
#include "veto-json.h"
#include "veto-readers.h"

#define MAX_COUNTRIES 250
#define MAX_DAYS 60
#define MAX_REGIONS 60
#define MAX_DATES 50
#define FIRST_EASTER_DAY -60 /* before Ash Wednesday, after Corpus Christi */
#define LAST_EASTER_DAY 70
#define LAST_NTH 4 /* not every month has a fifth Monday */
#define FIRST_YEAR 1900
#define LAST_YEAR 2200

static const char *const rules[] = { "fixed", "easter", "weekday", "before", "dates", NULL };
static const char *const substitutes[] = { "none", "working-day", "day-earlier", NULL };
static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday",    NULL };

/* Returns: which of @words the member is; the first, when it is none of them, which has been complained of */
static guint
read_word (VetoReader *reader, const VetoJson *object, const char *member, const char *const *words)
{
  const char *text = veto_reader_get_text (reader, object, member);

  for (guint i = 0; words[i] != NULL && text != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;
  if (text != NULL)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, member, "no such %s: %s", member, text);
  return 0;
}

static GDateWeekday
read_weekday (VetoReader *reader, const VetoJson *object)
{
  return (GDateWeekday) (G_DATE_MONDAY + read_word (reader, object, "weekday", weekdays));
}

/* A day that every year has: 29 February is none. */
static void
read_month_and_day (VetoReader *reader, const VetoJson *object, VetoHolidayRule *rule)
{
  const int any_year = 2027;

  if (veto_reader_get_number (reader, object, "month", 1, 12, &rule->month)
      && veto_reader_get_number (reader, object, "day", 1, 31, &rule->day)
      && !g_date_valid_dmy ((GDateDay) rule->day, (GDateMonth) rule->month, any_year))
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "day", "not every year has that day");
}

/* The first Monday of February, unless the 1st is a Friday */
static void
read_unless (VetoReader *reader, const VetoJson *object, VetoHolidayRule *rule)
{
  static const char *const members[] = { "day", "weekday", NULL };
  const VetoJson          *unless;
  gsize                    mark;

  if (!veto_json_has (object, "unless"))
    return;
  unless = veto_reader_get_object (reader, object, "unless");
  mark = veto_reader_enter (reader, "unless");
  if (unless != NULL)
    {
      veto_reader_check_members (reader, unless, members, NULL);
      veto_reader_get_number (reader, unless, "day", 1, 28, &rule->unless_day);
      rule->unless_weekday = read_weekday (reader, unless);
    }
  veto_reader_leave (reader, mark);
}

static void
read_nth (VetoReader *reader, const VetoJson *object, VetoHolidayRule *rule)
{
  if (veto_reader_get_number (reader, object, "nth", -1, LAST_NTH, &rule->nth) && rule->nth == 0)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "nth",
                          "expected 1 to %d, or -1 for the last", LAST_NTH);
}

static const char *
check_day (VetoReader *reader, const char *text)
{
  GDate day;

  return veto_day_parse (text, &day) ? NULL : "expected a day such as 2025-10-07";
}

static const char *
check_region (VetoReader *reader, const char *text)
{
  gsize n_bytes = strspn (text, G_CSET_A_2_Z G_CSET_DIGITS);

  return n_bytes >= 1 && n_bytes <= 3 && text[n_bytes] == '\0' ? NULL
                                                               : "expected the code of a region, such as BW";
}

static const char *const *
read_rule_members (VetoReader *reader, const VetoJson *object, VetoHolidayRule *rule)
{
  static const char *const fixed[] = { "month", "day", NULL }, *const easter[] = { "days", NULL },
                           *const weekday[] = { "month", "weekday", "nth", "unless", NULL },
                           *const before[] = { "month", "day", "weekday", NULL },
                           *const dates[] = { "dates", NULL };

  switch (rule->kind)
    {
    case VETO_HOLIDAY_FIXED:
      read_month_and_day (reader, object, rule);
      return fixed;
    case VETO_HOLIDAY_EASTER:
      veto_reader_get_number (reader, object, "days", FIRST_EASTER_DAY, LAST_EASTER_DAY, &rule->day);
      return easter;
    case VETO_HOLIDAY_WEEKDAY:
      veto_reader_get_number (reader, object, "month", 1, 12, &rule->month);
      rule->weekday = read_weekday (reader, object);
      read_nth (reader, object, rule);
      read_unless (reader, object, rule);
      return weekday;
    case VETO_HOLIDAY_BEFORE:
      read_month_and_day (reader, object, rule);
      rule->weekday = read_weekday (reader, object);
      return before;
    case VETO_HOLIDAY_DATES:
      rule->dates = veto_reader_read_texts (reader, object, "dates", 1, MAX_DATES,
                                            VETO_GUIDANCE_ERROR_MALFORMED, check_day);
      return dates;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
read_years (VetoReader *reader, const VetoJson *object, VetoHolidayRule *rule)
{
  if (veto_json_has (object, "from"))
    veto_reader_get_number (reader, object, "from", FIRST_YEAR, LAST_YEAR, &rule->from);
  if (veto_json_has (object, "until"))
    veto_reader_get_number (reader, object, "until", FIRST_YEAR, LAST_YEAR, &rule->until);
  if (rule->until != 0 && rule->until < rule->from)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "until", "before its first year");
}

static void
read_day (VetoReader *reader, const VetoJson *object, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "rule", "regions", "substitute", "from", "until", NULL };
  VetoHolidayRule         *rule = entry;
  gsize                    key = veto_reader_enter_key (reader, "/", rule->id);

  rule->name = veto_reader_get_words (reader, ".name", VETO_WORDS_REQUIRED | VETO_WORDS_LINE, NULL);
  rule->kind = (VetoHolidayKind) read_word (reader, object, "rule", rules);
  veto_reader_check_members (reader, object, members, read_rule_members (reader, object, rule));
  if (veto_json_has (object, "substitute"))
    rule->substitute = (VetoSubstitute) read_word (reader, object, "substitute", substitutes);
  if (veto_json_has (object, "regions"))
    rule->regions = veto_reader_read_texts (reader, object, "regions", 1, MAX_REGIONS,
                                            VETO_GUIDANCE_ERROR_MALFORMED, check_region);
  read_years (reader, object, rule);
  veto_reader_leave_key (reader, key);
}

static void
read_country (VetoReader *reader, const VetoJson *object, gpointer entry, gpointer data)
{
  static const char *const members[] = { "id", "certainty", "sources", "incomplete", "days", NULL };
  static const VetoEntries kind = { 1, MAX_DAYS, sizeof (VetoHolidayRule), read_day };
  VetoHolidayCountry      *country = entry;
  gsize                    key = veto_reader_enter_key (reader, "holidays/", country->id);

  if (strlen (country->id) != 2)
    veto_reader_complain (reader, VETO_GUIDANCE_ERROR_MALFORMED, "id",
                          "expected the two letters of a country, such as ie");
  veto_reader_check_members (reader, object, members, NULL);
  veto_read_evidence (reader, object, FALSE, &country->evidence);
  country->is_incomplete = veto_reader_get_boolean (reader, object, "incomplete");
  country->days = veto_reader_read_entries (reader, object, "days", &kind, NULL, &country->n_days);
  veto_reader_leave_key (reader, key);
}

const VetoHolidayCountry *
veto_read_holidays (VetoReader *reader, const VetoJson *list, guint *out_n)
{
  static const VetoEntries kind = { 0, MAX_COUNTRIES, sizeof (VetoHolidayCountry), read_country };
  VetoHolidayCountry      *countries = veto_pool_new_array (reader->pool, VetoHolidayCountry, list->n_items);

  veto_read_enter_part (reader, "holidays");
  *out_n = veto_reader_read_into (reader, list, &kind, countries, NULL) ? list->n_items : 0;
  return countries;
}
