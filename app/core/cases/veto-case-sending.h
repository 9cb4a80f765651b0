/* When a request went out in a case, and how.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"

G_BEGIN_DECLS

typedef struct
{
  GDate       day;
  VetoEvent  *event;   /* nullable: NULL when the steps alone say it; owned by the case's timeline */
  const char *channel; /* nullable: not known; as in VetoEventDraft */
} VetoCaseSending;

/**
 * veto_case_compute_sending:
 * @out_sending: (out caller-allocates): untouched when nothing was sent
 *
 * The first request to the case's own end, of the present round: who asks again after an answer begins anew. What an event
 * says goes before the steps.
 *
 * Returns: whether a request went out
 */
gboolean veto_case_compute_sending (VetoCase *self, VetoCaseSending *out_sending);

G_END_DECLS
