/* Until when a company has to answer in a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-case-facts.h"
#include "veto-day.h"
#include "veto-receipt.h"

#define GDPR "gdpr"

static gboolean
has_gdpr (const VetoRegime *const *regimes)
{
  for (guint i = 0; regimes[i] != NULL; i++)
    if (g_str_equal (regimes[i]->id, GDPR))
      return TRUE;
  return FALSE;
}

/* Whoever waits for the company asked it for something; who changed a setting did not. */
static gboolean
is_request (const VetoGuide *guide)
{
  for (guint i = 0; i < guide->n_steps; i++)
    if (guide->steps[i].kind == VETO_STEP_WAIT)
      return has_gdpr (guide->regimes);
  return FALSE;
}

/* Whether there is a way to this goal that is a request. */
static gboolean
is_request_goal (VetoPlatform *platform, const char *goal)
{
  guint            n_guides;
  const VetoGuide *guides = veto_platform_get_guides (platform, &n_guides);

  for (guint i = 0; i < n_guides; i++)
    if (g_strcmp0 (guides[i].goal, goal) == 0 && is_request (&guides[i]))
      return TRUE;
  return FALSE;
}

static gboolean
lives_under_gdpr (const VetoCaseFacts *self)
{
  const char        *country = veto_case_get_value (self->item, "profile.country");
  guint              n_countries;
  const VetoCountry *countries = veto_guide_set_get_countries (self->set, &n_countries);

  for (guint i = 0; country != NULL && i < n_countries; i++)
    if (g_ascii_strcasecmp (countries[i].code, country) == 0)
      return countries[i].regime != NULL && g_str_equal (countries[i].regime->id, GDPR);
  return TRUE; /* not said, or in words of their own */
}

static gboolean
has_month (const VetoCaseFacts *self)
{
  const char     *letter = self->sent != NULL ? veto_event_get_letter (self->sent) : NULL;
  const char     *regime = self->sent != NULL ? veto_event_get_regime (self->sent) : NULL;
  VetoLetterKind *kind = letter != NULL ? veto_guide_set_find_letter (self->set, letter) : NULL;

  if (regime != NULL ? !g_str_equal (regime, GDPR) : !lives_under_gdpr (self))
    return FALSE;
  if (letter != NULL)
    return kind != NULL && veto_letter_kind_get_reply_months (kind) > 0
           && veto_letter_kind_find_regime (kind, GDPR) != NULL;
  if (self->sent != NULL && self->is_company)
    return TRUE;
  if (self->sent != NULL)
    return self->platform != NULL && is_request_goal (self->platform, veto_case_get_goal (self->item));
  return self->sent_way != NULL && g_date_valid (&self->sent_by_steps) && is_request (self->sent_way);
}

/* Of the company that runs the platform. Returns: (transfer full) (nullable) */
static VetoHolidays *
list_holidays (const VetoCaseFacts *self, const GDate *around)
{
  if (self->controller == NULL || self->controller->country == NULL)
    return NULL;
  return veto_guide_set_list_holidays (self->set, self->controller->country->code, NULL, around);
}

/* What is not known counts as the slowest. */
static VetoSending
get_sending (const char *channel)
{
  if (g_strcmp0 (channel, "form") == 0 || g_strcmp0 (channel, "hand") == 0)
    return VETO_SENT_BY_FORM;
  if (g_strcmp0 (channel, "email") == 0 || g_strcmp0 (channel, "fax") == 0)
    return VETO_SENT_BY_EMAIL;
  return VETO_SENT_BY_LETTER;
}

/* Sets what is known of sending and receipt. */
static void
find_receipt (const VetoCaseFacts *self, VetoCaseDeadline *deadline, const VetoHolidays *holidays)
{
  const GDate *known = self->sent != NULL ? veto_event_get_received (self->sent) : NULL;

  deadline->channel = g_strdup (veto_case_facts_get_channel (self));
  deadline->is_received_known = known != NULL && g_date_compare (known, &deadline->sent) >= 0;
  if (deadline->is_received_known)
    deadline->received = *known;
  else
    veto_receipt_assume (get_sending (deadline->channel), &deadline->sent, VETO_RECEIPT_LETTER_DAYS, holidays,
                         &deadline->received);
}

VetoCaseDeadline *
veto_case_facts_compute_reply (const VetoCaseFacts *self)
{
  g_autoptr(VetoHolidays) holidays = NULL;
  VetoCaseDeadline *deadline;

  if (!veto_case_facts_is_sent (self) || !has_month (self))
    return NULL;

  deadline = g_new0 (VetoCaseDeadline, 1);
  deadline->kind = VETO_CASE_DEADLINE_REPLY;
  deadline->event = self->sent != NULL ? g_strdup (veto_event_get_id (self->sent)) : NULL;
  deadline->sent = self->sent != NULL ? *veto_event_get_day (self->sent) : self->sent_by_steps;
  holidays = list_holidays (self, &deadline->sent);
  find_receipt (self, deadline, holidays);
  deadline->sum = veto_deadline_new_reply (&deadline->received, FALSE, holidays);
  /* Who announces it after the month is late already. */
  deadline->is_extended = self->extension != NULL
                          && g_date_compare (veto_event_get_day (self->extension), &deadline->sum->due) <= 0;
  if (deadline->is_extended)
    {
      veto_deadline_free (deadline->sum);
      deadline->sum = veto_deadline_new_reply (&deadline->received, TRUE, holidays);
    }
  return deadline;
}

/* Counted as the letter counts it: from its own day. */
VetoCaseDeadline *
veto_case_facts_compute_follow_up (const VetoCaseFacts *self)
{
  g_autoptr(VetoHolidays) holidays = NULL;
  VetoCaseDeadline *deadline;

  if (self->follow_up == NULL)
    return NULL;

  deadline = g_new0 (VetoCaseDeadline, 1);
  deadline->kind = VETO_CASE_DEADLINE_FOLLOW_UP;
  deadline->event = g_strdup (veto_event_get_id (self->follow_up));
  deadline->sent = *veto_event_get_day (self->follow_up);
  holidays = list_holidays (self, &deadline->sent);
  deadline->sum = veto_deadline_new (&deadline->sent, VETO_PERIOD_DAYS,
                                     MIN (self->follow_up_days, VETO_PERIOD_MAX), holidays);
  return deadline;
}

VetoCaseDeadline *
veto_case_facts_compute_deadline (const VetoCaseFacts *self)
{
  g_autoptr(VetoCaseDeadline) reply = NULL;
  g_autoptr(VetoCaseDeadline) follow_up = NULL;

  if (self->complaint != NULL)
    return NULL;
  follow_up = veto_case_facts_compute_follow_up (self);
  if (self->answer == NULL && !self->has_waited && self->by_steps != VETO_CASE_DONE)
    reply = veto_case_facts_compute_reply (self);
  /* A reminder that was too early takes nothing away from the month. */
  if (reply != NULL && (follow_up == NULL || g_date_compare (&follow_up->sum->due, &reply->sum->due) < 0))
    return g_steal_pointer (&reply);
  return g_steal_pointer (&follow_up);
}

VetoCaseDeadline *
veto_case_compute_deadline (VetoCase *self)
{
  VetoCaseFacts facts;

  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  veto_case_facts_init (&facts, self);
  return veto_case_facts_compute_deadline (&facts);
}

VetoCaseDeadline *
veto_case_compute_reply_deadline (VetoCase *self)
{
  VetoCaseFacts facts;

  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  veto_case_facts_init (&facts, self);
  return veto_case_facts_compute_reply (&facts);
}

const char *
veto_case_deadline_kind_get_id (VetoCaseDeadlineKind kind)
{
  return kind == VETO_CASE_DEADLINE_REPLY ? "reply" : "follow-up";
}

void
veto_case_deadline_free (VetoCaseDeadline *self)
{
  g_clear_pointer (&self->sum, veto_deadline_free);
  g_free (self->event);
  g_free (self->channel);
  g_free (self);
}

/* The sum of base says "received"; of a letter that set a time itself it is the letter's own day that counts. */
char *
veto_case_deadline_dup_sum (const VetoCaseDeadline *self)
{
  g_autofree char *due = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == VETO_CASE_DEADLINE_REPLY)
    return veto_deadline_dup_sum (self->sum);
  due = veto_day_dup_display_weekday (&self->sum->due);
  /* Translators: %1$u is how many days, %2$s the last of them */
  return g_strdup_printf (ngettext ("You gave them %1$u day, or until the next working day: %2$s.",
                                    "You gave them %1$u days, or until the next working day: %2$s.",
                                    self->sum->n),
                          self->sum->n, due);
}

/* Why it is counted from that day: in words only for who reads them, because each overview asks for the days of all cases */
static char *
dup_reason (const VetoCaseDeadline *self)
{
  gboolean         is_reply = self->kind == VETO_CASE_DEADLINE_REPLY;
  g_autofree char *day = veto_day_dup_display_weekday (is_reply ? &self->received : &self->sent);

  if (!is_reply)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Counted from %s, the day of your last letter."), day);
  if (self->is_received_known)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Counted from %s, the day of receipt that you entered."), day);
  if (g_strcmp0 (self->channel, "hand") == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Counted from %s, the day on which you handed it in."), day);
  if (g_strcmp0 (self->channel, "fax") == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Counted from %s, the next working day after your fax."), day);
  return veto_receipt_dup_reason (get_sending (self->channel), VETO_RECEIPT_LETTER_DAYS, &self->received);
}

char *
veto_case_deadline_dup_words (const VetoCaseDeadline *self)
{
  g_autofree char *reason = dup_reason (self);
  g_autofree char *sum = veto_case_deadline_dup_sum (self);
  g_autofree char *disclaimer = veto_deadline_dup_disclaimer ();

  return g_strjoin (" ", reason, sum, disclaimer, NULL);
}
