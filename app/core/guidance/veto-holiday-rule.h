/* Public holidays as rules, and the days of a year that they give. Immutable structs that belong to a VetoGuideSet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide.h"
#include "veto-holidays.h"

G_BEGIN_DECLS

typedef enum {
  VETO_HOLIDAY_FIXED,   /* a date: 26 December */
  VETO_HOLIDAY_EASTER,  /* days after Easter Sunday; before it when negative */
  VETO_HOLIDAY_WEEKDAY, /* the first Monday of May; the last one when nth is -1 */
  VETO_HOLIDAY_BEFORE,  /* the last Wednesday before 23 November */
  VETO_HOLIDAY_DATES,   /* proclaimed for single years */
} VetoHolidayKind;

/* What happens to one that falls on a weekend */
typedef enum {
  VETO_SUBSTITUTE_NONE,        /* nothing: it is lost */
  VETO_SUBSTITUTE_WORKING_DAY, /* another day is given: the next one that is free for it */
  VETO_SUBSTITUTE_DAY_EARLIER, /* of a Sunday: it is kept on the day before */
} VetoSubstitute;

typedef struct
{
  const char *id;
  const char *name;
  const char *const
                 *regions; /* (array zero-terminated=1) (nullable): only there; NULL: in the whole country */
  VetoHolidayKind kind;
  VetoSubstitute  substitute;
  gint64          month;
  gint64          day; /* of the month; of EASTER: how many days after */
  gint64          nth; /* 1 to 4, or -1 */
  GDateWeekday    weekday;
  gint64          unless_day;     /* of WEEKDAY: this day of the month instead… */
  GDateWeekday    unless_weekday; /* …when it is this weekday; G_DATE_BAD_WEEKDAY: never */
  const char *const *dates;       /* (array zero-terminated=1): of DATES */
  gint64             from;        /* the first year with it; 0: always */
  gint64             until;       /* the last one; 0: none */
} VetoHolidayRule;

typedef struct
{
  const char            *id; /* of the country, in small letters: "ie" */
  VetoEvidence           evidence;
  gboolean               is_incomplete; /* parts of the country have holidays that are not here */
  const VetoHolidayRule *days;
  guint                  n_days;
} VetoHolidayCountry;

/**
 * veto_easter_find:
 * @year: 1900 to 2200
 * @out_day: (out caller-allocates): Easter Sunday of the Gregorian calendar
 *
 * Rule: the anonymous one of Nature, 1876, in Butcher's Ecclesiastical Calendar; after H. V. Smith in "Mathematical Spectrum"
 * 11 (1978/79), as printed at w3.org/2000/10/swap/test/easter (read 2026-11-26).
 */
void veto_easter_find (guint year, GDate *out_day);

/* Returns: whether @rule gives a day in @year, without regard to substitutes for a weekend */
gboolean veto_holiday_rule_find (const VetoHolidayRule *rule, guint year, GDate *out_day);

/**
 * veto_holiday_country_list:
 * @region: (nullable): "BW", the part of the country; %NULL when it is not known
 * @first_year: from 1900 on
 * @last_year: to 2200
 *
 * Without @region the list has what the whole country has, and is not complete where regions have more: a deadline is then
 * too early rather than wrong in name.
 *
 * Returns: (transfer full): the holidays of these years, with names in the language of the guidance
 */
VetoHolidays *veto_holiday_country_list (const VetoHolidayCountry *country,
                                         const char               *region,
                                         guint                     first_year,
                                         guint                     last_year);

G_END_DECLS
