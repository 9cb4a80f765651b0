/* What one person does about one platform with one account.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-case"

#include "veto-case-private.h"

#include "veto-case-facts.h"
#include "veto-day.h"
#include "veto-progress-private.h"
#include "veto-timeline-private.h"

struct _VetoCase
{
  GObject        parent_instance;
  VetoStore     *store;
  VetoGuidance  *guidance;
  VetoStoreCase *row; /* as it is on the disk; its steps are in progress, its events in timeline */
  VetoProgress  *progress;
  VetoTimeline  *timeline;
  VetoCaseState  state;
};

enum { PROP_0, PROP_ID, PROP_PLATFORM, PROP_GOAL, PROP_GUIDE, PROP_LOGIN, PROP_WHOSE, PROP_STATE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { VALUE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoCase, veto_case, G_TYPE_OBJECT)

static VetoCaseState
compute_state_today (VetoCase *self)
{
  GDate today;

  veto_day_today (&today);
  return veto_case_compute_state (self, &today);
}

static void
veto_case_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoCase *self = VETO_CASE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->row->id);
      break;
    case PROP_PLATFORM:
      g_value_set_string (value, self->row->platform);
      break;
    case PROP_GOAL:
      g_value_set_string (value, self->row->goal);
      break;
    case PROP_GUIDE:
      g_value_set_string (value, self->row->guide);
      break;
    case PROP_LOGIN:
      g_value_set_string (value, veto_case_get_login (self));
      break;
    case PROP_WHOSE:
      g_value_take_string (value, veto_case_dup_whose (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
veto_case_finalize (GObject *object)
{
  VetoCase *self = VETO_CASE (object);

  g_clear_object (&self->timeline);
  g_clear_object (&self->progress);
  g_clear_object (&self->guidance);
  g_clear_object (&self->store);
  g_clear_pointer (&self->row, veto_store_case_free);

  G_OBJECT_CLASS (veto_case_parent_class)->finalize (object);
}

static void
veto_case_class_init (VetoCaseClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = veto_case_finalize;
  object_class->get_property = veto_case_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PLATFORM] = g_param_spec_string ("platform", NULL, NULL, NULL, flags);
  properties[PROP_GOAL] = g_param_spec_string ("goal", NULL, NULL, NULL, flags);
  properties[PROP_GUIDE] = g_param_spec_string ("guide", NULL, NULL, NULL, flags);
  properties[PROP_LOGIN] = g_param_spec_string ("login", NULL, NULL, NULL, flags);
  properties[PROP_WHOSE] = g_param_spec_string ("whose", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, VETO_TYPE_CASE_STATE, VETO_CASE_NOT_STARTED, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[VALUE_CHANGED] = g_signal_new ("value-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
veto_case_init (VetoCase *self)
{
}

VetoCase *
veto_case_new (VetoStore *store, VetoGuidance *guidance, VetoStoreCase *row)
{
  VetoCase *self = g_object_new (VETO_TYPE_CASE, NULL);

  self->store = g_object_ref (store);
  self->guidance = g_object_ref (guidance);
  self->row = row;
  self->progress = veto_progress_new (store, row->id, row->steps);
  self->timeline = veto_timeline_new (store, row);
  self->state = compute_state_today (self);
  g_signal_connect_swapped (self->progress, "changed", G_CALLBACK (veto_case_update_state), self);
  return self;
}

void
veto_case_update_state (VetoCase *self)
{
  VetoCaseState state = compute_state_today (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
take_guide (VetoCase *self, const char *guide)
{
  if (g_strcmp0 (self->row->guide, guide) == 0)
    return;
  g_free (self->row->guide);
  self->row->guide = g_strdup (guide);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GUIDE]);
  veto_case_update_state (self);
}

static void
take_value (VetoCase *self, const char *name, const char *text)
{
  if (g_strcmp0 (veto_case_get_value (self, name), text) == 0)
    return;
  if (text != NULL)
    g_hash_table_replace (self->row->values, g_strdup (name), g_strdup (text));
  else
    g_hash_table_remove (self->row->values, name);
  if (g_strcmp0 (name, "account.login") == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOGIN]);
  if (g_strcmp0 (name, "account.login") == 0 || g_strcmp0 (name, "profile.name") == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOSE]);
  g_signal_emit (self, signals[VALUE_CHANGED], 0, name);
}

/* What the account is called, whose it is, and to what it is linked. */
static void
take_account (VetoCase *self, VetoStoreCase *present)
{
  gboolean differs = g_strcmp0 (self->row->label, present->label) != 0
                     || g_strcmp0 (self->row->linked_to, present->linked_to) != 0
                     || g_strcmp0 (self->row->guardian, present->guardian) != 0
                     || self->row->is_own != present->is_own || self->row->is_first != present->is_first;

  if (!differs)
    return;
  g_free (self->row->label);
  g_free (self->row->linked_to);
  g_free (self->row->guardian);
  self->row->label = g_steal_pointer (&present->label);
  self->row->linked_to = g_steal_pointer (&present->linked_to);
  self->row->guardian = g_steal_pointer (&present->guardian);
  self->row->is_own = present->is_own;
  self->row->is_first = present->is_first;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOSE]);
}

static void
collect_names (GHashTable *values, GPtrArray *names)
{
  GHashTableIter iter;
  gpointer       name;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

void
veto_case_take_row (VetoCase *self, VetoStoreCase *row)
{
  g_autoptr(VetoStoreCase) present = row;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  collect_names (self->row->values, names); /* those that are gone, too */
  collect_names (present->values, names);
  g_object_freeze_notify (G_OBJECT (self));
  take_guide (self, present->guide);
  take_account (self, present);
  veto_progress_take_steps (self->progress, present->steps);
  veto_timeline_take_events (self->timeline, present);
  veto_case_update_state (self);
  for (guint i = 0; i < names->len; i++)
    take_value (self, g_ptr_array_index (names, i),
                g_hash_table_lookup (present->values, g_ptr_array_index (names, i)));
  g_object_thaw_notify (G_OBJECT (self));
}

void
veto_case_share_value (VetoCase *self, VetoCase *other, const char *name)
{
  VetoStoreOwner owner = veto_store_get_owner (name);

  if ((owner == VETO_STORE_OWNER_ACCOUNT && g_strcmp0 (self->row->account, other->row->account) == 0)
      || (owner == VETO_STORE_OWNER_PERSON && g_strcmp0 (self->row->person, other->row->person) == 0))
    take_value (self, name, veto_case_get_value (other, name));
}

const char *
veto_case_get_id (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  return self->row->id;
}

const char *
veto_case_get_platform (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  return self->row->platform;
}

const char *
veto_case_get_goal (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  return self->row->goal;
}

const char *
veto_case_get_guide (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  return self->row->guide;
}

const char *
veto_case_get_login (VetoCase *self)
{
  return veto_case_get_value (self, "account.login");
}

VetoCaseState
veto_case_get_state (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), VETO_CASE_NOT_STARTED);

  return self->state;
}

gboolean
veto_case_has_sent_letter (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), FALSE);

  return veto_case_find_sending (self) != NULL;
}

VetoProgress *
veto_case_get_progress (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  return self->progress;
}

VetoTimeline *
veto_case_get_timeline (VetoCase *self)
{
  g_return_val_if_fail (VETO_IS_CASE (self), NULL);

  return self->timeline;
}

const VetoStoreCase *
veto_case_get_row (VetoCase *self)
{
  return self->row;
}

VetoGuidance *
veto_case_get_guidance (VetoCase *self)
{
  return self->guidance;
}

gboolean
veto_case_set_guide (VetoCase *self, const char *guide_id, GError **error)
{
  g_return_val_if_fail (VETO_IS_CASE (self) && guide_id != NULL, FALSE);

  if (g_strcmp0 (self->row->guide, guide_id) == 0)
    return TRUE;
  if (!veto_store_set_guide (self->store, self->row->id, guide_id, error))
    return FALSE;
  take_guide (self, guide_id);
  return TRUE;
}

const char *
veto_case_get_value (VetoCase *self, const char *name)
{
  g_return_val_if_fail (VETO_IS_CASE (self) && name != NULL, NULL);

  return g_hash_table_lookup (self->row->values, name);
}

gboolean
veto_case_set_value (VetoCase *self, const char *name, const char *text, GError **error)
{
  g_return_val_if_fail (VETO_IS_CASE (self) && name != NULL, FALSE);

  if (text != NULL && *text == '\0')
    text = NULL;
  if (text != NULL && g_strcmp0 (veto_case_get_value (self, name), text) == 0)
    return TRUE;
  if (!veto_store_set_value (self->store, self->row->id, name, text, error))
    return FALSE;
  take_value (self, name, text);
  return TRUE;
}
