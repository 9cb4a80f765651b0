/* When the other side got something that was sent: assumed until somebody knows better.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-holidays.h"

G_BEGIN_DECLS

typedef enum {
  VETO_SENT_BY_FORM,
  VETO_SENT_BY_EMAIL,
  VETO_SENT_BY_LETTER,
} VetoSending;

/* How long a letter to Ireland is on its way, in calendar days: 5 to 7, unless it is tracked (research of 2026-11-23,
 * marked as from experience). The longer time is the default, because who counts too early complains too early. */
#define VETO_RECEIPT_LETTER_DAYS 7
#define VETO_RECEIPT_MIN_LETTER_DAYS 1
#define VETO_RECEIPT_MAX_LETTER_DAYS 60

/**
 * veto_receipt_assume:
 * @sending: how it was sent
 * @sent: the day on which the form said that it was sent, the mail was sent, or the letter was posted
 * @n_letter_days: of a letter alone: how many calendar days it is assumed to take
 * @holidays: (nullable): those of the recipient
 * @out_received: (out caller-allocates): the day to count from
 *
 * A form counts on its own day, also on a weekend. A mail counts on the next working day, a letter when it arrives, or on
 * the next working day. A mistake of this assumption makes a deadline later and never earlier.
 */
void veto_receipt_assume (VetoSending         sending,
                          const GDate        *sent,
                          guint               n_letter_days,
                          const VetoHolidays *holidays,
                          GDate              *out_received);

/**
 * veto_receipt_dup_reason:
 * @received: what veto_receipt_assume() said
 *
 * Returns: (transfer full): "Counted from Monday, 30 November 2026, the next working day after your e-mail."
 */
char *veto_receipt_dup_reason (VetoSending sending, guint n_letter_days, const GDate *received);

G_END_DECLS
