/* An account of somebody on a platform, or with a company.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-account"

#include "veto-account-private.h"

struct _VetoAccount
{
  GObject           parent_instance;
  VetoStoreAccount *row; /* as it is on the disk */
  VetoPerson       *person;
};

enum { PROP_0, PROP_LABEL, PROP_LOGIN, PROP_NOTE, PROP_LINKED_TO, PROP_HAS_SECRET, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoAccount, veto_account, G_TYPE_OBJECT)

static void
veto_account_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoAccount *self = VETO_ACCOUNT (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->row->label);
      break;
    case PROP_LOGIN:
      g_value_set_string (value, self->row->login);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->row->note);
      break;
    case PROP_LINKED_TO:
      g_value_set_string (value, self->row->linked_to);
      break;
    case PROP_HAS_SECRET:
      g_value_set_boolean (value, veto_account_has_secret (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_account_finalize (GObject *object)
{
  VetoAccount *self = VETO_ACCOUNT (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->row, veto_store_account_free);

  G_OBJECT_CLASS (veto_account_parent_class)->finalize (object);
}

static void
veto_account_class_init (VetoAccountClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = veto_account_finalize;
  object_class->get_property = veto_account_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_LOGIN] = g_param_spec_string ("login", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_LINKED_TO] = g_param_spec_string ("linked-to", NULL, NULL, NULL, flags);
  properties[PROP_HAS_SECRET] = g_param_spec_boolean ("has-secret", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_account_init (VetoAccount *self)
{
}

VetoAccount *
veto_account_new (VetoStoreAccount *row, VetoPerson *person)
{
  VetoAccount *self = g_object_new (VETO_TYPE_ACCOUNT, NULL);

  self->row = row;
  self->person = g_object_ref (person);
  return self;
}

static void
notify_if_other (VetoAccount *self, guint property, const char *before, const char *present)
{
  if (g_strcmp0 (before, present) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
veto_account_take_row (VetoAccount *self, VetoStoreAccount *row)
{
  g_autoptr(VetoStoreAccount) old = self->row;

  self->row = row;
  notify_if_other (self, PROP_LABEL, old->label, row->label);
  notify_if_other (self, PROP_LOGIN, old->login, row->login);
  notify_if_other (self, PROP_NOTE, old->note, row->note);
  notify_if_other (self, PROP_LINKED_TO, old->linked_to, row->linked_to);
  notify_if_other (self, PROP_HAS_SECRET, old->secret_state, row->secret_state);
}

const VetoStoreAccount *
veto_account_get_row (VetoAccount *self)
{
  return self->row;
}

const char *
veto_account_get_id (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->id;
}

const char *
veto_account_get_platform (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->platform;
}

VetoPerson *
veto_account_get_person (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->person;
}

const char *
veto_account_get_label (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->label;
}

const char *
veto_account_get_login (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->login;
}

const char *
veto_account_get_note (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->note;
}

const char *
veto_account_get_linked_to (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->linked_to;
}

const char *
veto_account_get_secret_id (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->secret_id;
}

const char *
veto_account_get_secret_state (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), NULL);
  return self->row->secret_state;
}

gboolean
veto_account_has_secret (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), FALSE);
  return self->row->secret_id != NULL && g_strcmp0 (self->row->secret_state, VETO_SECRET_STORED) == 0;
}

gint64
veto_account_get_created (VetoAccount *self)
{
  g_return_val_if_fail (VETO_IS_ACCOUNT (self), 0);
  return self->row->created;
}
