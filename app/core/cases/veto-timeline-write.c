/* What a person enters in a timeline: added, corrected, removed, undone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-timeline"

#include "veto-day.h"
#include "veto-event-private.h"
#include "veto-timeline-private.h"

/* The id, and the row that was there: id, day, kind, note, data, created */
#define UNDO_FORMAT "(sm(sssmsmsx))"

/* @event: (nullable): what is there now. Returns: (transfer full) */
static GVariant *
describe_undo (const char *id, VetoEvent *event)
{
  const VetoStoreEvent *row = event != NULL ? veto_event_get_row (event) : NULL;
  GVariant             *before = NULL;

  if (row != NULL)
    before = g_variant_new ("(sssmsmsx)", row->id, row->day, row->kind, row->note, row->data, row->created);
  return g_variant_ref_sink (
    g_variant_new ("(s@m(sssmsmsx))", id, g_variant_new_maybe (G_VARIANT_TYPE ("(sssmsmsx)"), before)));
}

/* Seconds UTC. Events of one day stay in the order in which they were entered, also after the clock was set back. */
static gint64
choose_created (VetoTimeline *self, const char *day)
{
  gint64     created = g_get_real_time () / G_USEC_PER_SEC;
  GPtrArray *events = veto_timeline_get_events (self);

  for (guint i = 0; i < events->len; i++)
    {
      const VetoStoreEvent *row = veto_event_get_row (events->pdata[i]);

      if (g_strcmp0 (row->day, day) == 0)
        created = MAX (created, row->created + 1);
    }
  return created;
}

/* @old: (nullable): the event that is corrected. Returns: (transfer full) */
static VetoStoreEvent *
make_row (VetoTimeline *self, const char *id, VetoEvent *old, const VetoEventDraft *draft)
{
  const VetoStoreEvent *row = old != NULL ? veto_event_get_row (old) : NULL;
  g_autofree char      *day = veto_day_dup_iso (&draft->day);
  g_autofree char      *data = veto_event_draft_write (draft, row != NULL ? row->data : NULL, self->goal);
  gboolean              has_note = draft->note != NULL && *draft->note != '\0';
  VetoStoreEvent        event = {
           .id = (char *) id,
           .case_id = self->case_id,
           .day = day,
           .kind = (char *) veto_event_kind_get_id (draft->kind),
           .note = has_note ? (char *) draft->note : NULL,
           .data = data,
           .created = row != NULL ? row->created : choose_created (self, day),
  };

  return veto_store_event_copy (&event);
}

static gboolean
write_draft (VetoTimeline *self, const char *id, VetoEvent *old, const VetoEventDraft *draft, GError **error)
{
  g_autoptr(VetoStoreEvent) row = make_row (self, id, old, draft);

  return veto_store_set_event (self->store, row, error);
}

VetoStoreEvent *
veto_timeline_make_row (VetoTimeline *self, const VetoEventDraft *draft)
{
  g_autofree char *id = g_uuid_string_random ();

  return make_row (self, id, NULL, draft);
}

gboolean
veto_timeline_add (VetoTimeline *self, const VetoEventDraft *draft, GVariant **out_undo, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (VETO_IS_TIMELINE (self) && draft != NULL, FALSE);
  g_return_val_if_fail (draft->kind != VETO_EVENT_OTHER && g_date_valid (&draft->day), FALSE);

  if (!veto_timeline_load (self, error) || !write_draft (self, id, NULL, draft, error))
    return FALSE;
  if (out_undo != NULL)
    *out_undo = describe_undo (id, NULL);
  return TRUE;
}

gboolean
veto_timeline_correct (VetoTimeline         *self,
                       const char           *id,
                       const VetoEventDraft *draft,
                       GVariant            **out_undo,
                       GError              **error)
{
  VetoEvent *event = veto_timeline_find (self, id);
  g_autoptr(GVariant) undo = NULL;

  g_return_val_if_fail (event != NULL && draft != NULL, FALSE);
  g_return_val_if_fail (draft->kind != VETO_EVENT_OTHER && g_date_valid (&draft->day), FALSE);

  undo = describe_undo (id, event);
  if (!write_draft (self, id, event, draft, error))
    return FALSE;
  if (out_undo != NULL)
    *out_undo = g_steal_pointer (&undo);
  return TRUE;
}

gboolean
veto_timeline_remove (VetoTimeline *self, const char *id, GVariant **out_undo, GError **error)
{
  VetoEvent *event = veto_timeline_find (self, id);
  g_autoptr(GVariant) undo = NULL;

  g_return_val_if_fail (event != NULL, FALSE);

  undo = describe_undo (id, event); /* now, because the event goes with its row */
  if (!veto_store_delete_event (self->store, id, error))
    return FALSE;
  if (out_undo != NULL)
    *out_undo = g_steal_pointer (&undo);
  return TRUE;
}

gboolean
veto_timeline_undo (VetoTimeline *self, GVariant *undo, GError **error)
{
  VetoStoreEvent event = { 0 };
  gboolean       was_there;
  const char    *id;

  g_return_val_if_fail (VETO_IS_TIMELINE (self) && undo != NULL, FALSE);
  g_return_val_if_fail (g_variant_is_of_type (undo, G_VARIANT_TYPE (UNDO_FORMAT)), FALSE);

  g_variant_get (undo, "(&sm(&s&s&sm&sm&sx))", &id, &was_there, &event.id, &event.day, &event.kind,
                 &event.note, &event.data, &event.created);
  if (!was_there)
    return veto_store_delete_event (self->store, id, error);
  event.case_id = self->case_id;
  return veto_store_set_event (self->store, &event, error);
}

void
veto_event_get_draft (VetoEvent *event, VetoEventDraft *out_draft)
{
  const GDate *received = veto_event_get_received (event);

  *out_draft = (VetoEventDraft){ .kind = veto_event_get_kind (event),
                                 .reply = veto_event_get_reply (event),
                                 .day = *veto_event_get_day (event),
                                 .channel = veto_event_get_channel (event),
                                 .note = veto_event_get_note (event) };
  if (received != NULL)
    out_draft->received = *received;
}
