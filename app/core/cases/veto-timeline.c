/* What happened in a case: a list model of events, by day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-timeline"

#include "veto-timeline-private.h"

#include <string.h>

#include "veto-event-private.h"

static GType
veto_timeline_get_item_type (GListModel *model)
{
  return VETO_TYPE_EVENT;
}

static guint
veto_timeline_get_n_items (GListModel *model)
{
  return veto_timeline_get_events (VETO_TIMELINE (model))->len;
}

static gpointer
veto_timeline_get_item (GListModel *model, guint position)
{
  GPtrArray *events = veto_timeline_get_events (VETO_TIMELINE (model));

  return position < events->len ? g_object_ref (g_ptr_array_index (events, position)) : NULL;
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

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

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
  g_clear_pointer (&self->steering, g_ptr_array_unref);
  g_clear_pointer (&self->goal, g_free);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (veto_timeline_parent_class)->finalize (object);
}

static void
veto_timeline_class_init (VetoTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_timeline_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
veto_timeline_init (VetoTimeline *self)
{
  self->steering = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Whether something follows from it: the store leaves the others out where it reads many cases. */
static gboolean
steers (VetoEvent *event)
{
  VetoEventKind kind = veto_event_get_kind (event);

  return kind != VETO_EVENT_NOTE && kind != VETO_EVENT_LETTER;
}

/* Returns: (transfer full) */
static GPtrArray *
pick_steering (GPtrArray *events)
{
  GPtrArray *steering = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < events->len; i++)
    if (steers (events->pdata[i]))
      g_ptr_array_add (steering, g_object_ref (events->pdata[i]));
  return steering;
}

VetoTimeline *
veto_timeline_new (VetoStore *store, VetoStoreCase *row)
{
  VetoTimeline *self = g_object_new (VETO_TYPE_TIMELINE, NULL);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  GPtrArray *events = make_events (row->events, none);

  self->store = g_object_ref (store);
  self->case_id = g_strdup (row->id);
  self->goal = g_strdup (row->goal);
  self->steering = row->has_all_events ? pick_steering (events) : events;
  self->events = row->has_all_events ? events : NULL;
  return self;
}

/* The same objects in the same order */
static gboolean
are_same (GPtrArray *left, GPtrArray *right)
{
  return left->len == right->len
         && (left->len == 0 || memcmp (left->pdata, right->pdata, left->len * sizeof (gpointer)) == 0);
}

/* Tells of what lies between the beginning and the end that both have in common. */
static void
tell_difference (VetoTimeline *self, GPtrArray *old)
{
  GPtrArray *events = self->events;
  guint      n_head = 0, n_tail = 0;

  while (n_head < old->len && n_head < events->len && old->pdata[n_head] == events->pdata[n_head])
    n_head++;
  while (n_tail < old->len - n_head && n_tail < events->len - n_head
         && old->pdata[old->len - 1 - n_tail] == events->pdata[events->len - 1 - n_tail])
    n_tail++;
  if (n_head + n_tail < old->len || n_head + n_tail < events->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_head, old->len - n_head - n_tail,
                                events->len - n_head - n_tail);
}

/* @rows: all that the store has; emptied. Returns: whether that is something else than what was known */
static gboolean
take_all (VetoTimeline *self, GPtrArray *rows)
{
  g_autoptr(GPtrArray) old_steering = g_steal_pointer (&self->steering);
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->events);

  self->events = make_events (rows, old != NULL ? old : old_steering);
  self->steering = pick_steering (self->events);
  self->is_partial = FALSE;
  if (old == NULL)
    return !are_same (old_steering, self->steering);
  tell_difference (self, old);
  return !are_same (old, self->events);
}

/* @rows: those that something follows from; emptied. Returns: as above */
static gboolean
take_steering (VetoTimeline *self, GPtrArray *rows)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->steering);

  self->steering = make_events (rows, old);
  return !are_same (old, self->steering);
}

void
veto_timeline_take_events (VetoTimeline *self, VetoStoreCase *row)
{
  gboolean is_asked = self->events != NULL, differs;
  g_autoptr(GPtrArray) all = row->has_all_events ? g_ptr_array_ref (row->events)
                              : is_asked          ? veto_store_read_events (self->store, self->case_id, NULL)
                                                  : NULL;

  if (all != NULL)
    differs = take_all (self, all) || !is_asked; /* of notes that nobody asked for, nobody can say */
  else
    {
      differs = take_steering (self, row->events);
      self->is_partial = is_asked; /* it could not be read */
    }
  if (differs)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
veto_timeline_load (VetoTimeline *self, GError **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  g_return_val_if_fail (VETO_IS_TIMELINE (self), FALSE);

  if (self->events != NULL && !self->is_partial)
    return TRUE;
  rows = veto_store_read_events (self->store, self->case_id, error);
  if (rows != NULL && take_all (self, rows))
    g_signal_emit (self, signals[CHANGED], 0);
  return rows != NULL;
}

GPtrArray *
veto_timeline_get_events (VetoTimeline *self)
{
  g_autoptr(GError) error = NULL;

  if (self->events == NULL && !veto_timeline_load (self, &error))
    {
      g_debug ("%s", error->message);
      self->events = g_ptr_array_ref (self->steering); /* a list may not change without saying so */
      self->is_partial = TRUE;
    }
  return self->events;
}

GPtrArray *
veto_timeline_get_steering (VetoTimeline *self)
{
  return self->steering;
}

VetoEvent *
veto_timeline_find (VetoTimeline *self, const char *id)
{
  GPtrArray *events;

  g_return_val_if_fail (VETO_IS_TIMELINE (self) && id != NULL, NULL);

  events = veto_timeline_get_events (self);
  for (guint i = 0; i < events->len; i++)
    if (g_strcmp0 (veto_event_get_id (events->pdata[i]), id) == 0)
      return events->pdata[i];
  return NULL;
}
