/* What steps and events say about a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-case-facts.h"

#include "veto-day.h"
#include "veto-progress-private.h"
#include "veto-timeline-private.h"

/* Whether @step is something other than waiting and keeping proof. */
static gboolean
is_deed (const VetoStep *step)
{
  return step->kind != VETO_STEP_WAIT && step->kind != VETO_STEP_KEEP;
}

static gboolean
are_deeds_finished (VetoProgress *progress, const VetoGuide *guide)
{
  for (guint i = 0; i < guide->n_steps; i++)
    if (is_deed (&guide->steps[i]) && !veto_progress_is_finished (progress, guide, &guide->steps[i]))
      return FALSE;
  return TRUE;
}

static VetoCaseState
compute_by_steps (VetoProgress *progress, const VetoGuide *guide)
{
  if (!veto_progress_has_begun (progress))
    return VETO_CASE_NOT_STARTED;
  if (guide == NULL || veto_progress_count_finished (progress, guide) == 0)
    return VETO_CASE_IN_PROGRESS; /* what is done was done on another way */
  if (veto_progress_get_next (progress, guide) == NULL)
    return VETO_CASE_DONE;
  return are_deeds_finished (progress, guide) ? VETO_CASE_SENT : VETO_CASE_IN_PROGRESS;
}

/* The instant of the last deed is when it was sent; 0: it was not done here */
static gint64
get_sent_time (VetoProgress *progress, const VetoGuide *guide)
{
  gint64 last = 0;

  for (guint i = 0; i < guide->n_steps; i++)
    if (is_deed (&guide->steps[i])
        && veto_progress_get_state (progress, guide, &guide->steps[i]) == VETO_STEP_STATE_DONE)
      last = MAX (last, veto_progress_get_time (progress, guide, &guide->steps[i]));
  return last;
}

/* What was sent on one way is still sent when another way to the same end is begun: that way counts until this one is as far. Of
 * several the latest. Returns: (nullable) */
static const VetoGuide *
find_sent_way (const VetoCaseFacts *self, VetoProgress *progress)
{
  const VetoGuide *guides, *found = NULL;
  guint            n_guides = 0;

  if (self->by_steps >= VETO_CASE_SENT)
    return self->guide;
  if (self->by_steps == VETO_CASE_NOT_STARTED || self->platform == NULL)
    return NULL;
  guides = veto_platform_get_guides (self->platform, &n_guides);
  for (guint i = 0; i < n_guides; i++)
    if (&guides[i] != self->guide && g_strcmp0 (guides[i].goal, veto_case_get_goal (self->item)) == 0
        && compute_by_steps (progress, &guides[i]) >= VETO_CASE_SENT
        && (found == NULL || get_sent_time (progress, &guides[i]) > get_sent_time (progress, found)))
      found = &guides[i];
  return found;
}

static gboolean
has_waited (VetoProgress *progress, const VetoGuide *guide)
{
  gboolean waits = FALSE;

  for (guint i = 0; guide != NULL && i < guide->n_steps; i++)
    if (guide->steps[i].kind == VETO_STEP_WAIT)
      {
        waits = TRUE;
        if (!veto_progress_is_finished (progress, guide, &guide->steps[i]))
          return FALSE;
      }
  return waits;
}

static void
find_way (VetoCaseFacts *self, VetoProgress *progress)
{
  g_autoptr(GTimeZone) zone = NULL;
  gint64 last;

  self->by_steps = compute_by_steps (progress, self->guide);
  self->sent_way = find_sent_way (self, progress);
  self->has_waited = has_waited (progress, self->guide)
                     || (self->sent_way != NULL && has_waited (progress, self->sent_way));
  g_date_clear (&self->sent_by_steps, 1);
  if (self->sent_way == NULL)
    return;
  self->by_steps = compute_by_steps (progress, self->sent_way);
  last = get_sent_time (progress, self->sent_way);
  zone = g_time_zone_new_local ();
  if (last > 0)
    veto_day_of_instant (last, zone, &self->sent_by_steps);
}

/* Whether that is the sending of a request to the case's own end; an access request is no objection. */
static gboolean
is_own_sending (VetoCase *item, VetoEvent *event)
{
  return veto_event_get_kind (event) == VETO_EVENT_SENT
         && g_strcmp0 (veto_event_get_goal (event), veto_case_get_goal (item)) == 0;
}

VetoEvent *
veto_case_find_sending (VetoCase *item)
{
  GPtrArray *events = veto_timeline_get_steering (veto_case_get_timeline (item));

  for (guint i = 0; i < events->len; i++)
    if (is_own_sending (item, g_ptr_array_index (events, i)))
      return g_ptr_array_index (events, i);
  return NULL;
}

/* Whether the guidance asks whoever sent on @day to do so again. */
static gboolean
is_void (const VetoCaseFacts *self, const GDate *day)
{
  return self->guide != NULL && g_date_valid (&self->guide->redo_from)
         && g_date_compare (day, &self->guide->redo_from) < 0;
}

/* @event: (nullable): the steps did it */
static void
begin_round (VetoCaseFacts *self, VetoEvent *event)
{
  self->sent = event;
  self->confirmation = self->extension = self->answer = self->complaint = self->follow_up = NULL;
}

static void
take_sending (VetoCaseFacts *self, VetoEvent *event)
{
  const GDate *day = veto_event_get_day (event);

  self->last_sent = *day;
  if (self->answer != NULL
      || (self->sent != NULL && is_void (self, veto_event_get_day (self->sent)) && !is_void (self, day)))
    begin_round (self, event);
  else if (self->sent == NULL)
    self->sent = event;
}

/* Steps that were done again, because what was sent before counts no more. */
static void
take_steps (VetoCaseFacts *self)
{
  const GDate *day = &self->sent_by_steps;

  if (!g_date_valid (day))
    return;
  if (self->sent != NULL && is_void (self, veto_event_get_day (self->sent)) && !is_void (self, day))
    begin_round (self, NULL);
  if (!g_date_valid (&self->last_sent) || g_date_compare (day, &self->last_sent) > 0)
    self->last_sent = *day;
}

/* A letter that was written here and is no request to the case's end: one to an authority, or one that sets a time. */
static void
take_letter (VetoCaseFacts *self, VetoEvent *event)
{
  const char     *id = veto_event_get_letter (event);
  VetoLetterKind *kind = id != NULL ? veto_guide_set_find_letter (self->set, id) : NULL;

  if (kind == NULL)
    return;
  if (veto_letter_kind_get_to (kind) == VETO_LETTER_TO_AUTHORITY)
    self->complaint = event;
  else if (veto_letter_kind_get_reply_days (kind) > 0)
    {
      self->follow_up = event;
      self->follow_up_days = veto_letter_kind_get_reply_days (kind);
    }
}

static void
take_event (VetoCaseFacts *self, VetoEvent *event)
{
  switch (veto_event_get_kind (event))
    {
    case VETO_EVENT_OPENED:
      self->opened = event;
      break;
    case VETO_EVENT_SENT:
      if (is_own_sending (self->item, event))
        take_sending (self, event);
      else
        take_letter (self, event);
      break;
    case VETO_EVENT_CONFIRMATION:
      self->confirmation = event;
      break;
    case VETO_EVENT_ANSWER:
      self->answer = event;
      self->follow_up = NULL;
      if (veto_event_get_reply (event) == VETO_REPLY_GRANTED)
        self->complaint = NULL;
      break;
    case VETO_EVENT_EXTENSION:
      if (self->extension == NULL)
        self->extension = event;
      break;
    case VETO_EVENT_COMPLAINT:
      self->complaint = event;
      break;
    case VETO_EVENT_LETTER:
    case VETO_EVENT_NOTE:
    case VETO_EVENT_OTHER:
    default:
      break;
    }
}

/* (nullable): of that name */
static const VetoController *
find_named (VetoGuideSet *set, const char *name)
{
  guint                 n_controllers;
  const VetoController *controllers = veto_guide_set_get_controllers (set, &n_controllers);

  for (guint i = 0; i < n_controllers; i++)
    if (g_strcmp0 (controllers[i].name, name) == 0)
      return &controllers[i];
  return NULL;
}

static void
find_company (VetoCaseFacts *self)
{
  const char *id = veto_case_get_company (self->item);

  self->is_company = id != NULL;
  if (self->is_company)
    self->controller = veto_guide_set_find_controller (self->set, id);
  else if (self->platform != NULL)
    self->controller = find_named (self->set, veto_platform_get_controller (self->platform));
}

void
veto_case_facts_init (VetoCaseFacts *self, VetoCase *item)
{
  VetoGuidance *guidance = veto_case_get_guidance (item);
  VetoProgress *progress = veto_case_get_progress (item);
  GPtrArray    *events = veto_timeline_get_steering (veto_case_get_timeline (item));

  *self = (VetoCaseFacts){ .item = item, .set = veto_guidance_get_set (guidance) };
  self->platform = veto_guidance_find (guidance, veto_case_get_platform (item));
  if (self->platform != NULL)
    self->guide = veto_platform_find_guide (self->platform, veto_case_get_guide (item));
  find_company (self);
  find_way (self, progress);
  g_date_clear (&self->last_sent, 1);
  for (guint i = 0; i < events->len; i++)
    take_event (self, g_ptr_array_index (events, i));
  take_steps (self);
}

gboolean
veto_case_facts_is_sent (const VetoCaseFacts *self)
{
  return self->sent != NULL || self->by_steps >= VETO_CASE_SENT;
}

gboolean
veto_case_facts_has_to_redo (const VetoCaseFacts *self)
{
  const GDate *from = self->guide != NULL ? &self->guide->redo_from : NULL;

  if (from == NULL || !g_date_valid (from) || !g_date_valid (&self->last_sent)
      || g_date_compare (&self->last_sent, from) >= 0)
    return FALSE;
  return self->answer == NULL || veto_event_get_reply (self->answer) != VETO_REPLY_GRANTED
         || g_date_compare (veto_event_get_day (self->answer), from) < 0;
}
