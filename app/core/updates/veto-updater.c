/* The guidance in use, and the way to newer guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-updater.h"

struct _VetoUpdater
{
  GObject parent_instance;
  char   *built_in;
  char   *language;
  gint64  built_at;
};

enum {
  PROP_0,
  PROP_HAS_FEED,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_LAST_SUCCESS,
  PROP_LAST_TRY,
  PROP_LAST_PROBLEM,
  PROP_WITHDRAWN,
  PROP_REPAIRED,
  PROP_LINK_HOSTS,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VetoUpdater, veto_updater, G_TYPE_OBJECT)

static void
veto_updater_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VetoUpdater *self = VETO_UPDATER (object);

  switch (id)
    {
    case PROP_HAS_FEED:
      g_value_set_boolean (value, veto_updater_has_feed (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, veto_updater_is_busy (self));
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, veto_updater_get_progress (self));
      break;
    case PROP_LAST_SUCCESS:
      g_value_set_int64 (value, veto_updater_get_last_success (self));
      break;
    case PROP_LAST_TRY:
      g_value_set_int64 (value, veto_updater_get_last_try (self));
      break;
    case PROP_LAST_PROBLEM:
      g_value_set_string (value, veto_updater_get_last_problem (self));
      break;
    case PROP_WITHDRAWN:
      g_value_set_boolean (value, veto_updater_is_withdrawn (self));
      break;
    case PROP_REPAIRED:
      g_value_set_boolean (value, veto_updater_is_repaired (self));
      break;
    case PROP_LINK_HOSTS:
      g_value_set_boxed (value, veto_updater_get_link_hosts (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
veto_updater_finalize (GObject *object)
{
  VetoUpdater *self = VETO_UPDATER (object);

  g_free (self->built_in);
  g_free (self->language);
  G_OBJECT_CLASS (veto_updater_parent_class)->finalize (object);
}

static void
veto_updater_class_init (VetoUpdaterClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = veto_updater_finalize;
  object_class->get_property = veto_updater_get_property;

  properties[PROP_HAS_FEED] = g_param_spec_boolean ("has-feed", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_LAST_SUCCESS] =
    g_param_spec_int64 ("last-success", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_LAST_TRY] = g_param_spec_int64 ("last-try", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_LAST_PROBLEM] = g_param_spec_string ("last-problem", NULL, NULL, NULL, flags);
  properties[PROP_WITHDRAWN] = g_param_spec_boolean ("withdrawn", NULL, NULL, FALSE, flags);
  properties[PROP_REPAIRED] = g_param_spec_boolean ("repaired", NULL, NULL, FALSE, flags);
  properties[PROP_LINK_HOSTS] = g_param_spec_boxed ("link-hosts", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
veto_updater_init (VetoUpdater *self)
{
}

VetoUpdater *
veto_updater_new (const VetoFeedConfig *config, const char *language)
{
  VetoUpdater *self = g_object_new (VETO_TYPE_UPDATER, NULL);

  self->built_in = g_strdup (config->built_in);
  self->language = g_strdup (language);
  self->built_at = config->built_at;
  return self;
}

VetoGuideSet *
veto_updater_load (VetoUpdater *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);
  return veto_guide_set_read_resource (self->built_in, self->language, error);
}

VetoGuideSet *
veto_updater_load_previous (VetoUpdater *self, GError **error)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);
  return NULL;
}

void
veto_updater_check_async (VetoUpdater        *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, veto_updater_check_async);
  g_task_return_new_error (task, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_NO_FEED, "no feed");
}

VetoGuideSet *
veto_updater_check_finish (VetoUpdater       *self,
                           GAsyncResult      *result,
                           VetoUpdateOutcome *out_outcome,
                           GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  if (out_outcome != NULL)
    *out_outcome = VETO_UPDATE_CURRENT;
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
veto_updater_may_look (VetoUpdater *self, gboolean clicked)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return FALSE;
}

gint64
veto_updater_get_next_try (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), G_MAXINT64);
  return G_MAXINT64;
}

gint64
veto_updater_get_created (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return self->built_at;
}

gint64
veto_updater_get_expires (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return 0;
}

guint
veto_updater_get_version (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return 0;
}

guint
veto_updater_get_root_version (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return 0;
}

VetoUpdateSource
veto_updater_get_source (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), VETO_UPDATE_SOURCE_BUILT_IN);
  return VETO_UPDATE_SOURCE_BUILT_IN;
}

gboolean
veto_updater_doubts_clock (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return FALSE;
}

const char *const *
veto_updater_get_link_hosts (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);
  return NULL;
}

gboolean
veto_updater_has_feed (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return FALSE;
}

gboolean
veto_updater_is_busy (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return FALSE;
}

double
veto_updater_get_progress (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return 0;
}

gint64
veto_updater_get_last_success (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return 0;
}

gint64
veto_updater_get_last_try (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return 0;
}

const char *
veto_updater_get_last_problem (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);
  return NULL;
}

gboolean
veto_updater_is_withdrawn (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return FALSE;
}

gboolean
veto_updater_is_repaired (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return FALSE;
}
