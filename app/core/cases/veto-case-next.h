/* What to do next in a case: one sentence, one thing to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case.h"

G_BEGIN_DECLS

/**
 * VetoNextAction:
 * @VETO_NEXT_CONTINUE: go on with the steps, at @step; or where a letter is the way, with @letter
 * @VETO_NEXT_WAIT: nothing, until @day where there is one
 * @VETO_NEXT_NO_MAIL: the mail that should have come did not: go to @branch of @step
 * @VETO_NEXT_ANSWER: write back, with @letter where it is known which fits
 * @VETO_NEXT_REMINDER: remind the company, with @letter
 * @VETO_NEXT_COMPLAINT: complain to an authority, with @letter
 * @VETO_NEXT_DONE: nothing is left to do
 */
typedef enum {
  VETO_NEXT_CONTINUE,
  VETO_NEXT_WAIT,
  VETO_NEXT_NO_MAIL,
  VETO_NEXT_ANSWER,
  VETO_NEXT_REMINDER,
  VETO_NEXT_COMPLAINT,
  VETO_NEXT_DONE,
} VetoNextAction;
#define VETO_NEXT_N_ACTIONS (VETO_NEXT_DONE + 1)

typedef struct
{
  VetoNextAction action;
  char          *sentence; /* plain text in the reader's language */
  GDate          day;      /* not g_date_valid() where there is none */
  char          *step;     /* nullable: path of a step of the case's guide */
  char          *branch;   /* nullable: id of a branch of that guide */
  const char    *letter;   /* nullable: id of a kind of letter */
} VetoNext;

/**
 * veto_case_compute_next:
 * @today: the day of the question
 *
 * Returns: (transfer full): what overview, case page and vetoctl show alike
 */
VetoNext *veto_case_compute_next (VetoCase *self, const GDate *today);

void veto_next_free (VetoNext *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoNext, veto_next_free)

/* Returns: (transfer none): "no-mail" */
const char *veto_next_action_get_id (VetoNextAction action);

G_END_DECLS
