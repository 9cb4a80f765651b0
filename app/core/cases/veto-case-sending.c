/* When a request went out in a case, and how.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-case-sending.h"

#include "veto-case-facts.h"

const char *
veto_case_facts_get_channel (const VetoCaseFacts *self)
{
  if (self->sent != NULL)
    return veto_event_get_channel (self->sent);
  return g_strv_contains (self->sent_way->where, "post") ? "post" : "form";
}

gboolean
veto_case_compute_sending (VetoCase *self, VetoCaseSending *out_sending)
{
  VetoCaseFacts facts;

  g_return_val_if_fail (VETO_IS_CASE (self) && out_sending != NULL, FALSE);

  veto_case_facts_init (&facts, self);
  if (facts.sent == NULL && !g_date_valid (&facts.sent_by_steps))
    return FALSE;
  *out_sending =
    (VetoCaseSending){ .day = facts.sent != NULL ? *veto_event_get_day (facts.sent) : facts.sent_by_steps,
                       .event = facts.sent,
                       .channel = veto_case_facts_get_channel (&facts) };
  return TRUE;
}
