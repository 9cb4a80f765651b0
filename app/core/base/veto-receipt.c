/* When the other side got something that was sent: assumed until somebody knows better.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-receipt"

#include "veto-config.h"

#include "veto-receipt.h"

#include <glib/gi18n-lib.h>

#include "veto-day.h"

void
veto_receipt_assume (VetoSending         sending,
                     const GDate        *sent,
                     guint               n_letter_days,
                     const VetoHolidays *holidays,
                     GDate              *out_received)
{
  GDate day;

  g_return_if_fail (sent != NULL && g_date_valid (sent));
  g_return_if_fail (out_received != NULL);

  day = *sent;
  if (sending == VETO_SENT_BY_EMAIL)
    veto_holidays_go_to_next_working_day (holidays, &day);
  else if (sending == VETO_SENT_BY_LETTER)
    {
      g_date_add_days (&day,
                       CLAMP (n_letter_days, VETO_RECEIPT_MIN_LETTER_DAYS, VETO_RECEIPT_MAX_LETTER_DAYS));
      if (!veto_holidays_is_working_day (holidays, &day))
        veto_holidays_go_to_next_working_day (holidays, &day);
    }
  *out_received = day;
}

char *
veto_receipt_dup_reason (VetoSending sending, guint n_letter_days, const GDate *received)
{
  g_autofree char *day = veto_day_dup_display_weekday (received);

  switch (sending)
    {
    case VETO_SENT_BY_FORM:
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Counted from %s, the day on which you sent the form."), day);
    case VETO_SENT_BY_EMAIL:
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Counted from %s, the next working day after your e-mail."), day);
    case VETO_SENT_BY_LETTER:
      n_letter_days = CLAMP (n_letter_days, VETO_RECEIPT_MIN_LETTER_DAYS, VETO_RECEIPT_MAX_LETTER_DAYS);
      /* Translators: %1$s is a day, %2$u how many days */
      return g_strdup_printf (ngettext ("Counted from %1$s. We assume that a letter is on its way for %2$u "
                                        "day, and arrives on a working day.",
                                        "Counted from %1$s. We assume that a letter is on its way for %2$u "
                                        "days, and arrives on a working day.",
                                        n_letter_days),
                              day, n_letter_days);
    default:
      g_return_val_if_reached (NULL);
    }
}
