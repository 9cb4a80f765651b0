/* What is best to do next, and what has a date.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-agenda"

#include "veto-agenda.h"

#include "veto-case-change.h"

static VetoAgendaUrgency
rate_next (const VetoNext *next)
{
  switch (next->action)
    {
    case VETO_NEXT_NO_MAIL:
    case VETO_NEXT_ANSWER:
    case VETO_NEXT_REMINDER:
    case VETO_NEXT_COMPLAINT:
      return VETO_AGENDA_URGENT;
    case VETO_NEXT_CONTINUE:
      return VETO_AGENDA_CONTINUE;
    case VETO_NEXT_WAIT:
      return next->step != NULL ? VETO_AGENDA_MAIL : VETO_AGENDA_WAIT;
    case VETO_NEXT_DONE:
    default:
      return VETO_AGENDA_NOTHING;
    }
}

/* Whose state says it all is not asked further: that is most of them. Returns: (transfer full) */
static VetoAgendaItem *
rate (VetoObjection *item, const GDate *today)
{
  VetoAgendaItem *rated = g_new0 (VetoAgendaItem, 1);
  VetoCase       *known = veto_objection_get_case (item);

  rated->item = g_object_ref (item);
  if (known != NULL && veto_case_has_to_redo (known))
    {
      rated->next = veto_case_compute_next (known, today);
      rated->urgency = VETO_AGENDA_REDO;
      return rated;
    }
  switch (veto_objection_get_state (item))
    {
    case VETO_CASE_NOT_STARTED:
      rated->urgency = VETO_AGENDA_BEGIN;
      break;
    case VETO_CASE_DONE:
      rated->urgency = VETO_AGENDA_NOTHING;
      break;
    case VETO_CASE_IN_PROGRESS:
    case VETO_CASE_SENT:
    case VETO_CASE_CONFIRMED:
    case VETO_CASE_ANSWERED:
    case VETO_CASE_REFUSED:
    case VETO_CASE_OVERDUE:
    case VETO_CASE_COMPLAINED:
    default:
      rated->next = veto_case_compute_next (known, today);
      rated->urgency = rate_next (rated->next);
    }
  return rated;
}

static gint64
get_last_change (VetoObjection *item)
{
  VetoCase *known = veto_objection_get_case (item);

  return known != NULL ? veto_progress_get_last_change (veto_case_get_progress (known)) : 0;
}

static guint32
get_day (const GDate *day)
{
  return g_date_valid (day) ? g_date_get_julian (day) : G_MAXUINT32;
}

static gboolean
is_better (const VetoAgendaItem *left, const VetoAgendaItem *right)
{
  if (left->urgency != right->urgency)
    return left->urgency < right->urgency;
  if (left->next != NULL && right->next != NULL
      && get_day (&left->next->over) != get_day (&right->next->over))
    return get_day (&left->next->over) < get_day (&right->next->over);
  if (left->urgency == VETO_AGENDA_WAIT && get_day (&left->next->day) != get_day (&right->next->day))
    return get_day (&left->next->day) < get_day (&right->next->day);
  return get_last_change (left->item) > get_last_change (right->item);
}

VetoAgendaItem *
veto_agenda_find_best (GListModel *objections, const GDate *today)
{
  g_autoptr(VetoAgendaItem) best = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (objections) && g_date_valid (today), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (objections); i++)
    {
      g_autoptr(VetoObjection) item = g_list_model_get_item (objections, i);
      g_autoptr(VetoAgendaItem) rated = rate (item, today);

      if (rated->urgency == VETO_AGENDA_NOTHING || (best != NULL && !is_better (rated, best)))
        continue;
      g_clear_pointer (&best, veto_agenda_item_free);
      best = g_steal_pointer (&rated);
    }
  if (best == NULL)
    {
      best = g_new0 (VetoAgendaItem, 1);
      best->urgency = VETO_AGENDA_NOTHING;
    }
  return g_steal_pointer (&best);
}

void
veto_agenda_item_free (VetoAgendaItem *self)
{
  g_clear_object (&self->item);
  g_clear_pointer (&self->next, veto_next_free);
  g_free (self);
}

static void
free_date (gpointer data)
{
  VetoAgendaDate *date = data;

  g_clear_object (&date->item);
  g_clear_pointer (&date->deadline, veto_case_deadline_free);
  g_free (date);
}

static int
compare_dates (gconstpointer left, gconstpointer right)
{
  const VetoAgendaDate *a = *(VetoAgendaDate *const *) left, *b = *(VetoAgendaDate *const *) right;
  int                   order = g_date_compare (&a->deadline->sum->due, &b->deadline->sum->due);

  return order != 0 ? order : g_strcmp0 (veto_case_get_id (a->item), veto_case_get_id (b->item));
}

GPtrArray *
veto_agenda_list_dates (GListModel *cases)
{
  GPtrArray *dates = g_ptr_array_new_with_free_func (free_date);

  g_return_val_if_fail (G_IS_LIST_MODEL (cases), dates);

  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr(VetoCase) item = g_list_model_get_item (cases, i);
      g_autoptr(VetoCaseDeadline) deadline = NULL;
      VetoAgendaDate *date;

      if (veto_case_get_state (item) == VETO_CASE_NOT_STARTED || veto_case_get_state (item) == VETO_CASE_DONE)
        continue;
      deadline = veto_case_compute_deadline (item);
      if (deadline == NULL)
        continue;
      date = g_new0 (VetoAgendaDate, 1);
      date->item = g_steal_pointer (&item);
      date->deadline = g_steal_pointer (&deadline);
      g_ptr_array_add (dates, date);
    }
  g_ptr_array_sort (dates, compare_dates);
  return dates;
}
