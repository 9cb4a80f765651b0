/* Somebody whose accounts these are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-person"

#include "veto-person-private.h"

struct _VetoPerson
{
  GObject          parent_instance;
  VetoStorePerson *row; /* as it is on the disk */
};

enum { PROP_0, PROP_NAME, PROP_BORN, PROP_IS_CHILD, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoPerson, veto_person, G_TYPE_OBJECT)

static void
veto_person_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoPerson *self = VETO_PERSON (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->row->name);
      break;
    case PROP_BORN:
      g_value_set_string (value, self->row->born);
      break;
    case PROP_IS_CHILD:
      g_value_set_boolean (value, self->row->guardian != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_person_finalize (GObject *object)
{
  g_clear_pointer (&VETO_PERSON (object)->row, veto_store_person_free);

  G_OBJECT_CLASS (veto_person_parent_class)->finalize (object);
}

static void
veto_person_class_init (VetoPersonClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = veto_person_finalize;
  object_class->get_property = veto_person_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_BORN] = g_param_spec_string ("born", NULL, NULL, NULL, flags);
  properties[PROP_IS_CHILD] = g_param_spec_boolean ("is-child", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_person_init (VetoPerson *self)
{
}

VetoPerson *
veto_person_new (VetoStorePerson *row)
{
  VetoPerson *self = g_object_new (VETO_TYPE_PERSON, NULL);

  self->row = row;
  return self;
}

static void
notify_if (VetoPerson *self, guint property, gboolean differs)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
veto_person_take_row (VetoPerson *self, VetoStorePerson *row)
{
  g_autoptr(VetoStorePerson) old = self->row;

  self->row = row;
  notify_if (self, PROP_NAME, g_strcmp0 (old->name, row->name) != 0);
  notify_if (self, PROP_BORN, g_strcmp0 (old->born, row->born) != 0);
  notify_if (self, PROP_IS_CHILD, (old->guardian != NULL) != (row->guardian != NULL));
}

const VetoStorePerson *
veto_person_get_row (VetoPerson *self)
{
  return self->row;
}

const char *
veto_person_get_id (VetoPerson *self)
{
  g_return_val_if_fail (VETO_IS_PERSON (self), NULL);
  return self->row->id;
}

const char *
veto_person_get_name (VetoPerson *self)
{
  g_return_val_if_fail (VETO_IS_PERSON (self), NULL);
  return self->row->name;
}

const char *
veto_person_get_born (VetoPerson *self)
{
  g_return_val_if_fail (VETO_IS_PERSON (self), NULL);
  return self->row->born;
}

gboolean
veto_person_is_child (VetoPerson *self)
{
  g_return_val_if_fail (VETO_IS_PERSON (self), FALSE);
  return self->row->guardian != NULL;
}

gboolean
veto_person_is_own (VetoPerson *self)
{
  g_return_val_if_fail (VETO_IS_PERSON (self), FALSE);
  return self->row->is_own;
}
