/* Of all that a person does: what is best to do next, and what has a date.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-case-deadline.h"
#include "veto-case-next.h"
#include "veto-objections.h"

G_BEGIN_DECLS

/**
 * VetoAgendaUrgency:
 * @VETO_AGENDA_URGENT: a time is over, or the company answered: it is the person's turn
 * @VETO_AGENDA_REDO: what was sent does not count any more, as newer guidance says. Any other change is no thing to do
 * @VETO_AGENDA_CONTINUE: steps that were begun
 * @VETO_AGENDA_MAIL: a mail has to come within days, and then there is more to do
 * @VETO_AGENDA_BEGIN: not begun
 * @VETO_AGENDA_WAIT: nothing to do but to wait
 * @VETO_AGENDA_NOTHING: nothing to do
 */
typedef enum {
  VETO_AGENDA_URGENT,
  VETO_AGENDA_REDO,
  VETO_AGENDA_CONTINUE,
  VETO_AGENDA_MAIL,
  VETO_AGENDA_BEGIN,
  VETO_AGENDA_WAIT,
  VETO_AGENDA_NOTHING,
} VetoAgendaUrgency;

typedef struct
{
  VetoAgendaUrgency urgency;
  VetoObjection    *item; /* nullable: only %NULL with %VETO_AGENDA_NOTHING */
  VetoNext         *next; /* nullable: of its case */
} VetoAgendaItem;

/**
 * veto_agenda_find_best:
 * @objections: a list model of VetoObjection
 * @today: the day of the question
 *
 * The next best action. Of two that are as urgent: the one whose time was over first, else what was worked on last, else the
 * first in the list.
 *
 * Returns: (transfer full)
 */
VetoAgendaItem *veto_agenda_find_best (GListModel *objections, const GDate *today);

void veto_agenda_item_free (VetoAgendaItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoAgendaItem, veto_agenda_item_free)

/* Until when a company has to answer. */
typedef struct
{
  VetoCase         *item;
  VetoCaseDeadline *deadline;
} VetoAgendaDate;

/* @cases: a list model of VetoCase. Returns: (transfer full) (element-type VetoAgendaDate): the earliest day first */
GPtrArray *veto_agenda_list_dates (GListModel *cases);

G_END_DECLS
