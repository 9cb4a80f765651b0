/* The day from which a deadline is counted, by the way something was sent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "veto-day.h"
#include "veto-receipt.h"

typedef struct
{
  const char *name;
  VetoSending sending;
  const char *sent;
  guint       n_letter_days;
  const char *received;
  const char *reason;
} Sample;

#define FORM VETO_SENT_BY_FORM
#define EMAIL VETO_SENT_BY_EMAIL
#define LETTER VETO_SENT_BY_LETTER
#define NEXT ", the next working day after your e-mail."

/* Christmas 2026 is a Friday, 26 December a Saturday */
static const Sample samples[] = {
  { "/receipt/form", FORM, "2026-11-26", 0, "2026-11-26",
    "Counted from Thursday, 26 November 2026, the day on which you sent the form." },
  { "/receipt/form-on-sunday", FORM, "2026-11-29", 0, "2026-11-29",
    "Counted from Sunday, 29 November 2026, the day on which you sent the form." },
  { "/receipt/email", EMAIL, "2026-11-26", 0, "2026-11-27", "Counted from Friday, 27 November 2026" NEXT },
  { "/receipt/email-on-friday", EMAIL, "2026-11-27", 0, "2026-11-30",
    "Counted from Monday, 30 November 2026" NEXT },
  { "/receipt/email-before-christmas", EMAIL, "2026-12-24", 0, "2026-12-28",
    "Counted from Monday, 28 December 2026" NEXT },
  { "/receipt/letter", LETTER, "2026-11-26", VETO_RECEIPT_LETTER_DAYS, "2026-12-03",
    "Counted from Thursday, 3 December 2026. We assume that a letter is on its way for 7 days, and arrives "
    "on a "
    "working day." },
  { "/receipt/letter-to-saturday", LETTER, "2026-11-27", 8, "2026-12-07",
    "Counted from Monday, 7 December 2026. We assume that a letter is on its way for 8 days, and arrives on "
    "a "
    "working day." },
  { "/receipt/letter-to-christmas", LETTER, "2026-12-18", 7, "2026-12-28",
    "Counted from Monday, 28 December 2026. We assume that a letter is on its way for 7 days, and arrives on "
    "a "
    "working day." },
  { "/receipt/letter-of-one-day", LETTER, "2026-11-26", 1, "2026-11-27",
    "Counted from Friday, 27 November 2026. We assume that a letter is on its way for 1 day, and arrives on "
    "a "
    "working day." },
  { "/receipt/letter-of-no-day", LETTER, "2026-11-26", 0, "2026-11-27",
    "Counted from Friday, 27 November 2026. We assume that a letter is on its way for 1 day, and arrives on "
    "a "
    "working day." },
};

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(VetoHolidays) holidays = veto_holidays_new (2026, 2027, TRUE);
  g_autofree char *day = NULL, *reason = NULL;
  GDate            sent, received, christmas;

  g_assert_true (veto_day_parse ("2026-12-25", &christmas));
  veto_holidays_add (holidays, &christmas, "Christmas Day");
  g_assert_true (veto_day_parse (sample->sent, &sent));
  veto_receipt_assume (sample->sending, &sent, sample->n_letter_days, holidays, &received);
  day = veto_day_dup_iso (&received);
  g_assert_cmpstr (day, ==, sample->received);
  reason = veto_receipt_dup_reason (sample->sending, sample->n_letter_days, &received);
  g_assert_cmpstr (reason, ==, sample->reason);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_test_add_data_func (samples[i].name, &samples[i], test_sample);
  return g_test_run ();
}
