/* One dated entry of a case's timeline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-event"

#include "veto-event-private.h"

#include <string.h>

#include "veto-day.h"
#include "veto-json.h"

struct _VetoEvent
{
  GObject           parent_instance;
  VetoStoreEvent   *row;
  VetoJsonDocument *data; /* nullable: of the row; the texts below are its own */
  GDate             day, received;
  VetoEventKind     kind;
  VetoReply         reply;
  const char       *channel, *letter, *goal, *regime, *proof; /* nullable */
};

G_DEFINE_FINAL_TYPE (VetoEvent, veto_event, G_TYPE_OBJECT)

/* Somebody else may have written the database: what is no small object says nothing. */
static VetoJsonDocument *
parse_data (const char *data)
{
  static const VetoJsonLimits limits = { 65536, 4, 100, 16384 };
  g_autoptr(VetoJsonDocument) document = NULL;

  if (data != NULL)
    document = veto_json_parse (data, strlen (data), "event", &limits, NULL);
  if (document != NULL && veto_json_document_get_root (document)->kind != VETO_JSON_OBJECT)
    return NULL;
  return g_steal_pointer (&document);
}

static const char *
get_member (VetoJsonDocument *data, const char *member)
{
  const VetoJson *found = data != NULL ? veto_json_find (veto_json_document_get_root (data), member) : NULL;

  return found != NULL && found->kind == VETO_JSON_TEXT ? found->text : NULL;
}

static VetoEventKind
parse_kind (const char *id)
{
  for (VetoEventKind kind = VETO_EVENT_OPENED; kind < VETO_EVENT_N_KINDS; kind++)
    if (g_strcmp0 (veto_event_kind_get_id (kind), id) == 0)
      return kind;
  return VETO_EVENT_OTHER;
}

static VetoReply
parse_reply (const char *id)
{
  for (VetoReply reply = VETO_REPLY_GRANTED; reply < VETO_REPLY_N_KINDS; reply++)
    if (g_strcmp0 (veto_reply_get_id (reply), id) == 0)
      return reply;
  return VETO_REPLY_OTHER;
}

static void
veto_event_finalize (GObject *object)
{
  VetoEvent *self = VETO_EVENT (object);

  g_clear_pointer (&self->data, veto_json_document_free);
  g_clear_pointer (&self->row, veto_store_event_free);

  G_OBJECT_CLASS (veto_event_parent_class)->finalize (object);
}

static void
veto_event_class_init (VetoEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_event_finalize;
}

static void
veto_event_init (VetoEvent *self)
{
}

VetoEvent *
veto_event_new (VetoStoreEvent *row)
{
  VetoEvent *self;
  GDate      day;

  if (row->day == NULL || !veto_day_parse (row->day, &day))
    {
      veto_store_event_free (row);
      return NULL;
    }
  self = g_object_new (VETO_TYPE_EVENT, NULL);
  self->row = row;
  self->data = parse_data (row->data);
  self->day = day;
  self->kind = parse_kind (row->kind);
  self->reply = parse_reply (get_member (self->data, "reply"));
  self->channel = get_member (self->data, "channel");
  self->letter = get_member (self->data, "letter");
  self->goal = get_member (self->data, "goal");
  self->regime = get_member (self->data, "regime");
  self->proof = get_member (self->data, "proof");
  g_date_clear (&self->received, 1);
  if (get_member (self->data, "received") != NULL)
    veto_day_parse (get_member (self->data, "received"), &self->received);
  return self;
}

const VetoStoreEvent *
veto_event_get_row (VetoEvent *self)
{
  return self->row;
}

gboolean
veto_event_equals (VetoEvent *self, VetoEvent *other)
{
  const VetoStoreEvent *left = self->row, *right = other->row;

  return g_strcmp0 (left->id, right->id) == 0 && g_strcmp0 (left->day, right->day) == 0
         && g_strcmp0 (left->kind, right->kind) == 0 && g_strcmp0 (left->note, right->note) == 0
         && g_strcmp0 (left->data, right->data) == 0;
}

static void
add_text (GArray *members, const char *name, const char *text)
{
  VetoJson member = { .kind = VETO_JSON_TEXT, .name = name, .text = text };

  if (text != NULL)
    g_array_append_val (members, member);
}

/* What a person enters is written anew. */
static gboolean
is_entered (const char *name)
{
  static const char *const names[] = { "channel", "received", "reply", NULL };

  return g_strv_contains (names, name);
}

char *
veto_event_draft_write (const VetoEventDraft *draft, const char *old, const char *goal)
{
  gboolean is_sending = draft->kind == VETO_EVENT_SENT || draft->kind == VETO_EVENT_LETTER
                        || draft->kind == VETO_EVENT_COMPLAINT;
  g_autoptr(VetoJsonDocument) document = parse_data (old);
  const VetoJson *root = document != NULL ? veto_json_document_get_root (document) : NULL;
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (VetoJson));
  g_autofree char *received = g_date_valid (&draft->received) ? veto_day_dup_iso (&draft->received) : NULL;
  VetoJson         object = { .kind = VETO_JSON_OBJECT };

  for (guint i = 0; root != NULL && i < root->n_items; i++)
    if (!is_entered (root->items[i].name)
        && (draft->proof == NULL || !g_str_equal (root->items[i].name, "proof")))
      g_array_append_val (members, root->items[i]);
  add_text (members, "channel", is_sending ? draft->channel : NULL);
  add_text (members, "received", is_sending ? received : NULL);
  add_text (members, "reply", draft->kind == VETO_EVENT_ANSWER ? veto_reply_get_id (draft->reply) : NULL);
  add_text (members, "proof", draft->proof);
  if (draft->kind == VETO_EVENT_SENT && (root == NULL || veto_json_find (root, "goal") == NULL))
    add_text (members, "goal", goal);
  object.items = (const VetoJson *) (gpointer) members->data;
  object.n_items = members->len;
  return veto_json_write (&object);
}

const char *
veto_event_get_id (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->row->id;
}

VetoEventKind
veto_event_get_kind (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), VETO_EVENT_OTHER);
  return self->kind;
}

VetoReply
veto_event_get_reply (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), VETO_REPLY_OTHER);
  return self->reply;
}

const GDate *
veto_event_get_day (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return &self->day;
}

const char *
veto_event_get_note (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->row->note;
}

const char *
veto_event_get_channel (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->channel;
}

const char *
veto_event_get_letter (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->letter;
}

const char *
veto_event_get_goal (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->goal;
}

const char *
veto_event_get_regime (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->regime;
}

const char *
veto_event_get_proof (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->proof;
}

const GDate *
veto_event_get_received (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return g_date_valid (&self->received) ? &self->received : NULL;
}

const char *
veto_event_get_title (VetoEvent *self)
{
  g_return_val_if_fail (VETO_IS_EVENT (self), NULL);
  return self->kind == VETO_EVENT_ANSWER ? veto_reply_get_name (self->reply)
                                         : veto_event_kind_get_name (self->kind);
}
