/* Private to cases: what steps and events say about a case, put together once for state, deadline and what is next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-deadline.h"
#include "veto-case-private.h"

G_BEGIN_DECLS

/* Everything belongs to the case and its guidance: to be used at once. A new sending after an answer begins a new round;
 * what was before it does not count any more. */
typedef struct
{
  VetoCase             *item;
  VetoGuideSet         *set;
  VetoPlatform         *platform;   /* nullable */
  const VetoGuide      *guide;      /* nullable: newer guidance may no longer have it */
  gboolean              is_company; /* the guidance had no platform of it: the way is a letter */
  const VetoController *controller; /* nullable: the company */
  VetoCaseState         by_steps;   /* NOT_STARTED, IN_PROGRESS, SENT or DONE */
  const VetoGuide      *sent_way;   /* nullable: on which the steps sent it: @guide, or one gone before */
  gboolean              has_waited; /* the steps that wait for the company are finished, and there is one */
  GDate                 sent_by_steps; /* not g_date_valid() when they did not send */
  GDate      last_sent; /* by steps or an event, of any round; not g_date_valid() when nothing was */
  VetoEvent *opened, *sent, *confirmation, *extension, *answer, *complaint; /* nullable */
  VetoEvent *follow_up; /* nullable: the last letter that set a time itself, since the last answer */
  guint      follow_up_days;
} VetoCaseFacts;

void veto_case_facts_init (VetoCaseFacts *self, VetoCase *item);

/* (nullable): the first event that a request to the case's own end was sent */
VetoEvent *veto_case_find_sending (VetoCase *item);

/* (nullable): how the request was sent; on the way of a guide by post where it says so, else with a form. Only where one was. */
const char *veto_case_facts_get_channel (const VetoCaseFacts *self);

/* Whether a request went out. */
gboolean veto_case_facts_is_sent (const VetoCaseFacts *self);

/* How far it is. */
VetoCaseState veto_case_facts_compute_state (const VetoCaseFacts *self, const GDate *today);

/* Whether what was sent counts no more: the guidance says so, and the company did not say yes since. */
gboolean veto_case_facts_has_to_redo (const VetoCaseFacts *self);

/* (transfer full) (nullable): of the two below the one that runs now */
VetoCaseDeadline *veto_case_facts_compute_deadline (const VetoCaseFacts *self);

/* (transfer full) (nullable): the time that the law gives; %NULL when it gives none, or nothing was sent */
VetoCaseDeadline *veto_case_facts_compute_reply (const VetoCaseFacts *self);

/* (transfer full) (nullable): the time that the person set in a letter */
VetoCaseDeadline *veto_case_facts_compute_follow_up (const VetoCaseFacts *self);

G_END_DECLS
