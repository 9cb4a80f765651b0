/* A letter as it is kept: its row in the store, and what is typed and not written yet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-saved-letter"

#include "veto-config.h"

#include "veto-saved-letter-private.h"

struct _VetoSavedLetter
{
  GObject          parent_instance;
  VetoStoreLetter *row; /* as it is on the disk, or would be for a new letter */
  char            *title;
  char            *recipient; /* nullable; of the row, read when it is asked for */
  gboolean         is_recipient_read;
  gboolean         is_kept;
  gboolean         is_deleted;
  GBytes          *deleted_pdf; /* nullable */
  GHashTable      *drafts;      /* what was typed and does not stand in the letter, by name */
  char            *ids[2];      /* nullable: by VetoLetterTo */
};

enum {
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_TITLE,
  PROP_LANGUAGE,
  PROP_REGIME,
  PROP_RECIPIENT,
  PROP_CASE_ID,
  PROP_CREATED,
  PROP_CHANGED,
  PROP_SENT_DAY,
  PROP_CHANNEL,
  PROP_HAS_PDF,
  PROP_READABLE,
  PROP_KEPT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoSavedLetter, veto_saved_letter, G_TYPE_OBJECT)

/* (nullable) */
static const char *
get_text (VetoSavedLetter *self, guint id)
{
  switch (id)
    {
    case PROP_ID:
      return self->row->id;
    case PROP_KIND:
      return self->row->kind;
    case PROP_TITLE:
      return self->title;
    case PROP_LANGUAGE:
      return self->row->language;
    case PROP_REGIME:
      return self->row->regime;
    case PROP_RECIPIENT:
      return veto_saved_letter_get_recipient (self);
    case PROP_CASE_ID:
      return self->row->case_id;
    case PROP_SENT_DAY:
      return self->row->sent_day;
    case PROP_CHANNEL:
    default:
      return self->row->channel;
    }
}

static void
veto_saved_letter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoSavedLetter *self = VETO_SAVED_LETTER (object);

  switch (id)
    {
    case PROP_CREATED:
      g_value_set_int64 (value, self->row->created);
      break;
    case PROP_CHANGED:
      g_value_set_int64 (value, self->row->changed);
      break;
    case PROP_HAS_PDF:
      g_value_set_boolean (value, self->row->has_pdf);
      break;
    case PROP_READABLE:
      g_value_set_boolean (value, veto_saved_letter_is_readable (self));
      break;
    case PROP_KEPT:
      g_value_set_boolean (value, self->is_kept);
      break;
    default:
      if (id == PROP_0 || id >= N_PROPS)
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      else
        g_value_set_string (value, get_text (self, id));
    }
}

static void
veto_saved_letter_finalize (GObject *object)
{
  VetoSavedLetter *self = VETO_SAVED_LETTER (object);

  g_clear_pointer (&self->row, veto_store_letter_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->recipient, g_free);
  g_clear_pointer (&self->deleted_pdf, g_bytes_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->ids[0], g_free);
  g_clear_pointer (&self->ids[1], g_free);
  G_OBJECT_CLASS (veto_saved_letter_parent_class)->finalize (object);
}

static void
veto_saved_letter_class_init (VetoSavedLetterClass *klass)
{
  static const struct
  {
    guint       id;
    const char *name;
  } texts[] = {
    { PROP_ID, "id" },           { PROP_KIND, "kind" },
    { PROP_TITLE, "title" },     { PROP_LANGUAGE, "language" },
    { PROP_REGIME, "regime" },   { PROP_RECIPIENT, "recipient" },
    { PROP_CASE_ID, "case-id" }, { PROP_SENT_DAY, "sent-day" },
    { PROP_CHANNEL, "channel" },
  };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = veto_saved_letter_get_property;
  object_class->finalize = veto_saved_letter_finalize;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);
  properties[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CHANGED] = g_param_spec_int64 ("changed", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_HAS_PDF] = g_param_spec_boolean ("has-pdf", NULL, NULL, FALSE, flags);
  properties[PROP_READABLE] = g_param_spec_boolean ("readable", NULL, NULL, TRUE, flags);
  properties[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_saved_letter_init (VetoSavedLetter *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

VetoSavedLetter *
veto_saved_letter_new (VetoStoreLetter *row, gboolean is_kept, VetoGuideSet *set)
{
  VetoSavedLetter *self = g_object_new (VETO_TYPE_SAVED_LETTER, NULL);

  self->row = row;
  self->is_kept = is_kept;
  veto_saved_letter_update_title (self, set);
  return self;
}

void
veto_saved_letter_update_title (VetoSavedLetter *self, VetoGuideSet *set)
{
  VetoLetterKind *kind = veto_guide_set_find_letter (set, self->row->kind);
  const char     *title = kind != NULL ? veto_letter_kind_get_title (kind) : self->row->kind;

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_kept (VetoSavedLetter *self, gboolean is_kept)
{
  if (self->is_kept == is_kept)
    return;
  self->is_kept = is_kept;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
}

static void
notify_if (VetoSavedLetter *self, guint id, gboolean is_new)
{
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
take_row (VetoSavedLetter *self, VetoStoreLetter *row, gboolean is_kept)
{
  g_autoptr(VetoStoreLetter) old = self->row;

  g_object_freeze_notify (G_OBJECT (self));
  self->row = row;
  if (g_strcmp0 (old->recipient, row->recipient) != 0)
    {
      self->is_recipient_read = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECIPIENT]);
    }
  notify_if (self, PROP_KIND, g_strcmp0 (old->kind, row->kind) != 0);
  notify_if (self, PROP_LANGUAGE, g_strcmp0 (old->language, row->language) != 0);
  notify_if (self, PROP_REGIME, g_strcmp0 (old->regime, row->regime) != 0);
  notify_if (self, PROP_CASE_ID, g_strcmp0 (old->case_id, row->case_id) != 0);
  notify_if (self, PROP_SENT_DAY, g_strcmp0 (old->sent_day, row->sent_day) != 0);
  notify_if (self, PROP_CHANNEL, g_strcmp0 (old->channel, row->channel) != 0);
  notify_if (self, PROP_CREATED, old->created != row->created);
  notify_if (self, PROP_CHANGED, old->changed != row->changed);
  notify_if (self, PROP_HAS_PDF, old->has_pdf != row->has_pdf);
  notify_if (self, PROP_READABLE, !veto_saved_letter_is_same (old, row));
  set_kept (self, is_kept);
  g_object_thaw_notify (G_OBJECT (self));
}

void
veto_saved_letter_take_row (VetoSavedLetter *self, VetoStoreLetter *row)
{
  take_row (self, row, TRUE);
}

void
veto_saved_letter_set_draft_row (VetoSavedLetter *self, VetoStoreLetter *row)
{
  take_row (self, row, FALSE);
}

void
veto_saved_letter_set_deleted (VetoSavedLetter *self, gboolean is_deleted, GBytes *pdf)
{
  g_clear_pointer (&self->deleted_pdf, g_bytes_unref);
  self->deleted_pdf = pdf != NULL ? g_bytes_ref (pdf) : NULL;
  self->is_deleted = is_deleted;
  set_kept (self, !is_deleted);
}

gboolean
veto_saved_letter_is_deleted (VetoSavedLetter *self)
{
  return self->is_deleted;
}

GBytes *
veto_saved_letter_get_deleted_pdf (VetoSavedLetter *self)
{
  return self->deleted_pdf;
}

GHashTable *
veto_saved_letter_get_drafts (VetoSavedLetter *self)
{
  return self->drafts;
}

const VetoStoreLetter *
veto_saved_letter_get_row (VetoSavedLetter *self)
{
  return self->row;
}

const char *
veto_saved_letter_get_title (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);
  return self->title;
}

gboolean
veto_saved_letter_is_kept (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), FALSE);
  return self->is_kept;
}

static char *
dup_recipient (VetoSavedLetter *self)
{
  VetoParty parties[2];
  char     *name = NULL;

  if (!veto_content_read_parties (self->row->recipient, &parties[0], &parties[1], NULL))
    return NULL;
  /* a letter to an authority names the company too */
  for (int i = 1; i >= 0 && name == NULL; i--)
    name = parties[i].recipient != NULL ? g_strdup (parties[i].recipient->name) : NULL;
  veto_party_clear (&parties[0]);
  veto_party_clear (&parties[1]);
  return name;
}

const char *
veto_saved_letter_get_recipient (VetoSavedLetter *self)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self), NULL);

  if (!self->is_recipient_read)
    {
      g_free (self->recipient);
      self->recipient = dup_recipient (self);
      self->is_recipient_read = TRUE;
    }
  return self->recipient;
}

void
veto_saved_letter_set_draft (VetoSavedLetter *self, const char *name, const char *text)
{
  g_return_if_fail (VETO_IS_SAVED_LETTER (self) && name != NULL);

  if (text != NULL)
    g_hash_table_insert (self->drafts, g_strdup (name), g_utf8_make_valid (text, -1));
  else
    g_hash_table_remove (self->drafts, name);
}

const char *
veto_saved_letter_get_draft (VetoSavedLetter *self, const char *name)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self) && name != NULL, NULL);
  return g_hash_table_lookup (self->drafts, name);
}

void
veto_saved_letter_set_recipient_id (VetoSavedLetter *self, VetoLetterTo to, const char *id)
{
  char *old;

  g_return_if_fail (VETO_IS_SAVED_LETTER (self) && to <= VETO_LETTER_TO_AUTHORITY);

  old = self->ids[to];
  self->ids[to] = g_strdup (id);
  g_free (old);
}

const char *
veto_saved_letter_get_recipient_id (VetoSavedLetter *self, VetoLetterTo to)
{
  g_return_val_if_fail (VETO_IS_SAVED_LETTER (self) && to <= VETO_LETTER_TO_AUTHORITY, NULL);
  return self->ids[to];
}
