/* What happened in a case: a list model of events, by day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-timeline"

#include "veto-timeline-private.h"

#include "veto-day.h"
#include "veto-event-private.h"

/* The id, and the row that was there: id, day, kind, note, data, created */
#define UNDO_FORMAT "(sm(sssmsmsx))"

struct _VetoTimeline
{
  GObject    parent_instance;
  VetoStore *store;
  char      *case_id;
  char      *goal;
  GPtrArray *events; /* of VetoEvent, in the order of the store */
};

static GType
veto_timeline_get_item_type (GListModel *model)
{
  return VETO_TYPE_EVENT;
}

static guint
veto_timeline_get_n_items (GListModel *model)
{
  return VETO_TIMELINE (model)->events->len;
}

static gpointer
veto_timeline_get_item (GListModel *model, guint position)
{
  VetoTimeline *self = VETO_TIMELINE (model);

  return position < self->events->len ? g_object_ref (g_ptr_array_index (self->events, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = veto_timeline_get_item_type;
  iface->get_n_items = veto_timeline_get_n_items;
  iface->get_item = veto_timeline_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VetoTimeline,
                               veto_timeline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* @rows: emptied; each goes to its event, because there may be very many.
 * Returns: (transfer full): events as objects; those of @old that are the same stay */
static GPtrArray *
make_events (GPtrArray *rows, GPtrArray *old)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < old->len; i++)
    g_hash_table_insert (known, (gpointer) veto_event_get_id (old->pdata[i]), old->pdata[i]);
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(VetoEvent) event = veto_event_new (g_ptr_array_index (rows, i));
      VetoEvent *before =
        event != NULL && old->len > 0 ? g_hash_table_lookup (known, veto_event_get_id (event)) : NULL;

      if (before != NULL && veto_event_equals (before, event))
        g_ptr_array_add (events, g_object_ref (before));
      else if (event != NULL)
        g_ptr_array_add (events, g_steal_pointer (&event));
    }
  g_ptr_array_set_size (rows, 0);
  return events;
}

static void
veto_timeline_finalize (GObject *object)
{
  VetoTimeline *self = VETO_TIMELINE (object);

  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->goal, g_free);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (veto_timeline_parent_class)->finalize (object);
}

static void
veto_timeline_class_init (VetoTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_timeline_finalize;
}

static void
veto_timeline_init (VetoTimeline *self)
{
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
}

VetoTimeline *
veto_timeline_new (VetoStore *store, const char *case_id, const char *goal, GPtrArray *events)
{
  VetoTimeline *self = g_object_new (VETO_TYPE_TIMELINE, NULL);

  self->store = g_object_ref (store);
  self->case_id = g_strdup (case_id);
  self->goal = g_strdup (goal);
  veto_timeline_take_events (self, events);
  return self;
}

void
veto_timeline_take_events (VetoTimeline *self, GPtrArray *events)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->events);
  guint n_head = 0, n_tail = 0;

  self->events = make_events (events, old);
  while (n_head < old->len && n_head < self->events->len && old->pdata[n_head] == self->events->pdata[n_head])
    n_head++;
  while (n_tail < old->len - n_head && n_tail < self->events->len - n_head
         && old->pdata[old->len - 1 - n_tail] == self->events->pdata[self->events->len - 1 - n_tail])
    n_tail++;
  if (n_head + n_tail < old->len || n_head + n_tail < self->events->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_head, old->len - n_head - n_tail,
                                self->events->len - n_head - n_tail);
}

GPtrArray *
veto_timeline_get_events (VetoTimeline *self)
{
  return self->events;
}

VetoEvent *
veto_timeline_find (VetoTimeline *self, const char *id)
{
  g_return_val_if_fail (VETO_IS_TIMELINE (self) && id != NULL, NULL);

  for (guint i = 0; i < self->events->len; i++)
    if (g_strcmp0 (veto_event_get_id (self->events->pdata[i]), id) == 0)
      return self->events->pdata[i];
  return NULL;
}

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
  gint64 created = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < self->events->len; i++)
    {
      const VetoStoreEvent *row = veto_event_get_row (self->events->pdata[i]);

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

  if (!write_draft (self, id, NULL, draft, error))
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
