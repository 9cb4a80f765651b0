/* How far a case is, and in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-config.h"

#include <glib/gi18n-lib.h>

#include "veto-case-facts.h"

G_DEFINE_ENUM_TYPE (VetoCaseState,
                    veto_case_state,
                    G_DEFINE_ENUM_VALUE (VETO_CASE_NOT_STARTED, "not-started"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_IN_PROGRESS, "in-progress"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_ANSWERED, "answered"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_OVERDUE, "overdue"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_COMPLAINED, "complained"),
                    G_DEFINE_ENUM_VALUE (VETO_CASE_DONE, "done"))

typedef struct
{
  const char *id;
  const char *words;
} State;

static const State states[] = {
  [VETO_CASE_NOT_STARTED] = { "not-started", N_ ("Not started") },
  [VETO_CASE_IN_PROGRESS] = { "in-progress", N_ ("In progress") },
  /* Translators: the form is sent; what is left is to wait for the answer */
  [VETO_CASE_SENT] = { "sent", N_ ("Sent") },
  /* Translators: the company says that it got the request */
  [VETO_CASE_CONFIRMED] = { "confirmed", N_ ("Confirmed") },
  /* Translators: the company answered, but neither yes nor no */
  [VETO_CASE_ANSWERED] = { "answered", N_ ("Answered") },
  /* Translators: the company said no */
  [VETO_CASE_REFUSED] = { "refused", N_ ("Refused") },
  /* Translators: the time to answer is over, and no answer came */
  [VETO_CASE_OVERDUE] = { "overdue", N_ ("Overdue") },
  /* Translators: an authority has a complaint of this person */
  [VETO_CASE_COMPLAINED] = { "complained", N_ ("Complained") },
  [VETO_CASE_DONE] = { "done", N_ ("Done") },
};

const char *
veto_case_state_get_name (VetoCaseState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);
  return _ (states[state].words);
}

const char *
veto_case_state_get_id (VetoCaseState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);
  return states[state].id;
}

static VetoCaseState
compute_of_answer (VetoEvent *answer)
{
  switch (veto_event_get_reply (answer))
    {
    case VETO_REPLY_GRANTED:
      return VETO_CASE_DONE;
    case VETO_REPLY_REFUSED:
      return VETO_CASE_REFUSED;
    case VETO_REPLY_ASKS_ID:
    case VETO_REPLY_ASKS_MORE:
    case VETO_REPLY_OTHER:
    default:
      return VETO_CASE_ANSWERED;
    }
}

static gboolean
is_overdue (const VetoCaseFacts *facts, const GDate *today)
{
  g_autoptr(VetoCaseDeadline) reply = NULL;

  if (facts->has_waited)
    return FALSE;
  reply = veto_case_facts_compute_reply (facts);
  return reply != NULL && g_date_compare (&reply->sum->due, today) < 0;
}

/* What an event says is newer and surer than steps. A letter does what steps would do; steps that are open still are another
 * way to the same end. */
VetoCaseState
veto_case_facts_compute_state (const VetoCaseFacts *self, const GDate *today)
{
  if (self->complaint != NULL)
    return VETO_CASE_COMPLAINED;
  if (self->answer != NULL)
    return compute_of_answer (self->answer);
  if (self->by_steps == VETO_CASE_DONE)
    return VETO_CASE_DONE;
  if (veto_case_facts_is_sent (self))
    {
      if (is_overdue (self, today))
        return VETO_CASE_OVERDUE;
      return self->confirmation != NULL ? VETO_CASE_CONFIRMED : VETO_CASE_SENT;
    }
  /* Who adds a company has begun a letter to it; there are no steps that could say so. */
  return self->opened != NULL || self->is_company ? VETO_CASE_IN_PROGRESS : self->by_steps;
}

VetoCaseState
veto_case_compute_state (VetoCase *self, const GDate *today)
{
  VetoCaseFacts facts;

  g_return_val_if_fail (VETO_IS_CASE (self) && g_date_valid (today), VETO_CASE_NOT_STARTED);

  veto_case_facts_init (&facts, self);
  return veto_case_facts_compute_state (&facts, today);
}
