/* The guidance in use, and the way to newer guidance: what is known of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-updates"

#include "veto-updater-private.h"

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

  g_strfreev ((char **) self->config.urls);
  g_clear_pointer (&self->config.root, g_bytes_unref);
  g_free ((char *) self->config.folder);
  g_free ((char *) self->config.built_in);
  g_clear_pointer (&self->feed, veto_feed_unref);
  veto_update_times_clear (&self->times);
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
  self->jitter = g_random_double_range (-1, 1);
}

VetoUpdater *
veto_updater_new (const VetoFeedConfig *config, const char *language)
{
  VetoUpdater *self;

  g_return_val_if_fail (config != NULL && config->folder != NULL && config->built_in != NULL, NULL);

  self = g_object_new (VETO_TYPE_UPDATER, NULL);
  self->config = *config;
  self->config.urls = (const char *const *) g_strdupv ((char **) config->urls);
  self->config.root = config->root != NULL ? g_bytes_ref (config->root) : NULL;
  self->config.folder = g_strdup (config->folder);
  self->config.built_in = g_strdup (config->built_in);
  self->language = g_strdup (language);
  return self;
}

void
veto_updater_set_now (VetoUpdater *self, gint64 now)
{
  g_return_if_fail (VETO_IS_UPDATER (self));
  self->now = now;
}

gint64
veto_updater_get_now (VetoUpdater *self)
{
  return self->now != 0 ? self->now : g_get_real_time () / G_USEC_PER_SEC;
}

static void
notify (VetoUpdater *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
veto_updater_take_feed (VetoUpdater *self, VetoFeed *feed, VetoUpdateSource source)
{
  static const guint told[] = { PROP_WITHDRAWN, PROP_REPAIRED, PROP_LINK_HOSTS };

  g_clear_pointer (&self->feed, veto_feed_unref);
  self->feed = feed;
  self->source = source;
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    notify (self, told[i]);
}

void
veto_updater_take_times (VetoUpdater *self, VetoUpdateTimes *times)
{
  static const guint told[] = { PROP_LAST_SUCCESS, PROP_LAST_TRY, PROP_LAST_PROBLEM };

  veto_update_times_clear (&self->times);
  self->times = *times;
  times->problem = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    notify (self, told[i]);
}

const VetoTrustIndex *
veto_updater_get_index (const VetoFeed *feed)
{
  return feed != NULL && feed->trust != NULL ? feed->trust->index : NULL;
}

VetoGuideSet *
veto_updater_load (VetoUpdater *self, GError **error)
{
  g_autoptr(VetoFeedFolder) folder = NULL;
  VetoUpdateTimes times = { 0 };
  VetoFeed       *feed;

  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);

  if (self->config.root != NULL)
    folder = veto_feed_folder_open (self->config.folder, FALSE, NULL);
  feed = veto_feed_load (&self->config, folder, self->language, error);
  if (feed == NULL)
    return NULL;
  veto_updater_take_feed (self, feed,
                          veto_updater_get_index (feed) != NULL ? VETO_UPDATE_SOURCE_DISK
                                                                : VETO_UPDATE_SOURCE_BUILT_IN);
  veto_update_times_read (&times, folder);
  veto_updater_take_times (self, &times);
  return g_object_ref (feed->set);
}

VetoGuideSet *
veto_updater_load_previous (VetoUpdater *self, GError **error)
{
  g_autoptr(VetoFeedFolder) folder = NULL;

  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);

  if (veto_updater_get_index (self->feed) == NULL)
    return NULL;
  folder = veto_feed_folder_open (self->config.folder, FALSE, NULL);
  return veto_feed_load_previous (self->feed, &self->config, folder, self->language, error);
}

void
veto_updater_set_busy (VetoUpdater *self, gboolean busy)
{
  self->busy = busy;
  notify (self, PROP_BUSY);
}

void
veto_updater_set_progress (VetoUpdater *self, double progress)
{
  self->progress = progress;
  notify (self, PROP_PROGRESS);
}

gboolean
veto_updater_may_look (VetoUpdater *self, gboolean clicked)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);

  return veto_updater_has_feed (self)
         && (clicked || !g_network_monitor_get_network_metered (g_network_monitor_get_default ()));
}

gint64
veto_updater_get_next_try (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), G_MAXINT64);

  return veto_updater_has_feed (self)
           ? veto_update_times_get_next (&self->times, veto_updater_get_now (self), self->jitter)
           : G_MAXINT64;
}

gint64
veto_updater_get_created (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return veto_updater_get_index (self->feed) != NULL ? veto_updater_get_index (self->feed)->created
                                                     : self->config.built_at;
}

gint64
veto_updater_get_expires (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return veto_updater_get_index (self->feed) != NULL ? veto_updater_get_index (self->feed)->expires : 0;
}

guint
veto_updater_get_version (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);

  if (veto_updater_get_index (self->feed) != NULL)
    return veto_updater_get_index (self->feed)->version;
  return self->config.built_in_version;
}

guint
veto_updater_get_root_version (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return self->feed != NULL && self->feed->trust != NULL ? self->feed->trust->root->version : 0;
}

VetoUpdateSource
veto_updater_get_source (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), VETO_UPDATE_SOURCE_BUILT_IN);
  return self->source;
}

gboolean
veto_updater_doubts_clock (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);

  if (self->feed == NULL || self->feed->trust == NULL)
    return veto_updater_get_now (self) < self->config.built_at;
  return veto_trust_state_doubts_clock (self->feed->trust, self->config.built_at,
                                        veto_updater_get_now (self));
}

const char *const *
veto_updater_get_link_hosts (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);

  return self->feed != NULL && self->feed->trust != NULL
           ? (const char *const *) self->feed->trust->root->link_hosts
           : NULL;
}

const char *const *
veto_updater_get_mail_domains (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);

  return self->feed != NULL && self->feed->trust != NULL
           ? (const char *const *) self->feed->trust->root->mail_domains
           : NULL;
}

gboolean
veto_updater_has_feed (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return self->config.root != NULL && self->config.urls != NULL && self->config.urls[0] != NULL;
}

gboolean
veto_updater_is_busy (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return self->busy;
}

double
veto_updater_get_progress (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return self->progress;
}

gint64
veto_updater_get_last_success (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return self->times.last_success;
}

gint64
veto_updater_get_last_try (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), 0);
  return self->times.last_try;
}

const char *
veto_updater_get_last_problem (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), NULL);
  return self->times.problem;
}

gboolean
veto_updater_is_withdrawn (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return self->feed != NULL && self->feed->withdrawn;
}

gboolean
veto_updater_is_repaired (VetoUpdater *self)
{
  g_return_val_if_fail (VETO_IS_UPDATER (self), FALSE);
  return self->feed != NULL && self->feed->repaired;
}
