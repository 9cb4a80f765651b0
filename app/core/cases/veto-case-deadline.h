/* Until when a company has to answer in a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"
#include "veto-period.h"

G_BEGIN_DECLS

typedef enum {
  VETO_CASE_DEADLINE_REPLY,     /* the time that the law gives */
  VETO_CASE_DEADLINE_FOLLOW_UP, /* the time that the person set in a letter, such as a reminder */
} VetoCaseDeadlineKind;

typedef struct
{
  VetoCaseDeadlineKind kind;
  char                *event; /* nullable: id of the event of the sending; NULL when steps alone say it */
  GDate                sent;
  gboolean             is_received_known; /* the person entered the day of receipt; else it is assumed */
  gboolean             is_extended;
  GDate                received; /* of a reply: the day that it is counted from */
  char                *channel;  /* nullable: how it was sent */
  VetoDeadline        *sum;      /* sum->due: the last day on which an answer is in time */
} VetoCaseDeadline;

/**
 * veto_case_compute_deadline:
 *
 * The time that counts now, running or over. Only where the law gives a month: a request under the GDPR, that is a letter
 * whose kind says so, or a guide that waits for the company; and the person lives where the GDPR counts, or has not said
 * where. The holidays are those of the company's country. It becomes three months when an extension was announced
 * within the month. Rule: GDPR, Art. 12(3); see veto_deadline_new_reply().
 *
 * Returns: (transfer full) (nullable): %NULL when nothing was sent, the law gives no time, the company answered, or an authority
 *   has the case
 */
VetoCaseDeadline *veto_case_compute_deadline (VetoCase *self);

/* Returns: (transfer full) (nullable): the time that the law gave for the request that counts, also when it is over, the company
 * answered or an authority has the case: for those who want to know whether the company was in time */
VetoCaseDeadline *veto_case_compute_reply_deadline (VetoCase *self);

/* Returns: (transfer none): "reply", "follow-up" */
const char *veto_case_deadline_kind_get_id (VetoCaseDeadlineKind kind);

void veto_case_deadline_free (VetoCaseDeadline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoCaseDeadline, veto_case_deadline_free)

/* Returns: (transfer full): the sum alone, from the receipt to the last day */
char *veto_case_deadline_dup_sum (const VetoCaseDeadline *self);

/* Returns: (transfer full): the whole sum in sentences, from which day it is counted, and that it is not legal advice */
char *veto_case_deadline_dup_words (const VetoCaseDeadline *self);

G_END_DECLS
