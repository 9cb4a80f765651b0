/* Deadlines: a calendar day and a period, counted as European law counts, with every step of the sum.
 *
 * Rule: Regulation (EEC, Euratom) No 1182/71, Art. 2 and 3 (OJ L 124, 8 June 1971; text read 2026-11-26).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-holidays.h"

G_BEGIN_DECLS

typedef enum {
  VETO_PERIOD_DAYS,
  VETO_PERIOD_WEEKS,
  VETO_PERIOD_MONTHS,
} VetoPeriodUnit;

#define VETO_PERIOD_MAX 366 /* of any unit */

/* Why a day is not a working day; a holiday on a weekend is a weekend. */
typedef enum {
  VETO_FREE_SATURDAY,
  VETO_FREE_SUNDAY,
  VETO_FREE_HOLIDAY,
} VetoFreeKind;

typedef struct
{
  GDate        day;
  VetoFreeKind kind;
  char        *name; /* nullable: of the holiday, also on a weekend */
} VetoFreeDay;

/* How much is known of the holidays at the place where something has to be done */
typedef enum {
  VETO_HOLIDAYS_UNKNOWN,  /* weekends alone were looked at */
  VETO_HOLIDAYS_NATIONAL, /* parts of the country have more */
  VETO_HOLIDAYS_KNOWN,
} VetoHolidayKnowledge;

/* The sum, from top to bottom */
typedef struct
{
  GDate                received; /* is not counted: Art. 3(1) */
  VetoPeriodUnit       unit;
  guint                n;
  GDate                nominal;      /* where the period ends by the calendar: Art. 3(2) */
  gboolean             is_month_end; /* the last month is too short, so its last day: Art. 3(2)(c) */
  VetoFreeDay         *free_days;    /* passed over, from nominal on: Art. 3(4) */
  guint                n_free_days;
  gboolean             is_short; /* lengthened, because it had fewer than two working days in it */
  GDate                due;      /* the last day on which it is in time */
  VetoHolidayKnowledge holidays;
} VetoDeadline;

/**
 * veto_deadline_new:
 * @received: the calendar day on which the other side got it, in the person's time zone
 * @unit: days, weeks or months
 * @n: how many, 1 to %VETO_PERIOD_MAX
 * @holidays: (nullable): those of the place where the answer has to be given; for all years that are touched
 *
 * The day of receipt does not count. Weeks end on the same weekday, months on the same date or on the last day of a month
 * that is too short. A last day on a Saturday, Sunday or holiday becomes the next working day. A period of two days and more
 * has at least two working days in it.
 * Rule: Regulation (EEC, Euratom) No 1182/71, Art. 3(1), (2)(b) and (c), (3) to (5). The EDPB counts so for the GDPR
 * (Guidelines 01/2022 on the right of access, version 2.1 of 30 May 2024: received on 4 March, due on 4 April or on the next
 * working day); the holidays are those of the place where the act is done, Art. 2(1).
 *
 * Returns: (transfer full): the sum
 */
VetoDeadline *
veto_deadline_new (const GDate *received, VetoPeriodUnit unit, guint n, const VetoHolidays *holidays);

/**
 * veto_deadline_new_reply:
 * @is_extended: whether the company said within the first month that it needs longer, and why
 *
 * The time to answer a request of a person: one month from receipt, or, when extended, two more, so three months from
 * receipt. Rule: GDPR, Art. 12(3).
 *
 * Returns: (transfer full): the sum
 */
VetoDeadline *
veto_deadline_new_reply (const GDate *received, gboolean is_extended, const VetoHolidays *holidays);

void veto_deadline_free (VetoDeadline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoDeadline, veto_deadline_free)

/**
 * veto_deadline_dup_sum:
 *
 * Returns: (transfer full): the sum in whole sentences: "Received on 31 January 2027, plus 1 month: 28 February 2027. That is
 *   a Sunday, so the time ends on the next working day: Monday, 1 March 2027."
 */
char *veto_deadline_dup_sum (const VetoDeadline *self);

/* Returns: (transfer full): "This is a calculation, not legal advice."; belongs under every sum */
char *veto_deadline_dup_disclaimer (void);

G_END_DECLS
