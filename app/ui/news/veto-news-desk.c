/* The person's side of updates: when to look, what came of it, what is new.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-news-desk"

#include "veto-news-desk.h"

#include "veto-settings.h"
#include "veto-update-problem.h"

#define SOON_S 2    /* the first look leaves the start of the window alone */
#define AGAIN_S 60  /* networks come and go */
#define LONG_S 3600 /* computers sleep, and clocks are set: what is due is computed again at least so often */

struct _VetoNewsDesk
{
  GObject       parent_instance;
  VetoUpdater  *updater; /* nullable */
  VetoGuidance *guidance;
  GSettings    *settings; /* nullable */
  VetoGuideSet *present;  /* what is in use */
  VetoGuideSet *
    before; /* nullable: what was in use before, when that was in this window; else read when it is asked for */
  VetoGuideNews *news; /* nullable: until somebody asks */
  GCancellable  *cancellable;
  GError        *error; /* nullable: of the last look */
  VetoNewsSwap   swap;  /* NULL while it is not started */
  gpointer       swap_data;
  guint          timer;
  gboolean       rests; /* the last look was stopped: the next one does not begin by itself at once */
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VetoNewsDesk, veto_news_desk, G_TYPE_OBJECT)

static void schedule (VetoNewsDesk *self);
static void skip_unchanged (VetoNewsDesk *self);

static void
tell (VetoNewsDesk *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The guidance that was in use is remembered: it is what the person knows. */
static void
swapped_cb (VetoNewsDesk *self)
{
  g_set_object (&self->before, self->present);
  g_set_object (&self->present, veto_guidance_get_set (self->guidance));
  g_clear_pointer (&self->news, veto_guide_news_unref);
  tell (self);
}

/* @data: a weak reference: a window that was closed does not wait. What was installed all the same is there at the next start. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(VetoNewsDesk) self = g_weak_ref_get (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(VetoGuideSet) set = veto_updater_check_finish (VETO_UPDATER (source), result, NULL, &error);

  g_weak_ref_clear (data);
  g_free (data);
  if (self == NULL || self->swap == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  if (set != NULL)
    self->swap (self->swap_data, set);
  skip_unchanged (self);
  self->rests = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                || g_error_matches (error, VETO_UPDATE_ERROR, VETO_UPDATE_ERROR_BUSY);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->error = g_steal_pointer (&error);
  schedule (self);
  tell (self);
}

static void
look (VetoNewsDesk *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  self->cancellable = g_cancellable_new ();
  veto_updater_check_async (self->updater, self->cancellable, checked_cb, weak);
  tell (self);
}

/* Whether the connection of now is one that the person lets it use by itself. */
static gboolean
may_look (VetoNewsDesk *self)
{
  gboolean metered = self->settings != NULL
                     && g_settings_get_boolean (self->settings, VETO_SETTINGS_LOOK_METERED);

  return veto_updater_may_look (self->updater, metered);
}

static gboolean
due_cb (gpointer data)
{
  VetoNewsDesk *self = data;

  self->timer = 0;
  self->rests = FALSE;
  if (self->cancellable == NULL
      && veto_updater_get_next_try (self->updater) <= veto_updater_get_now (self->updater) && may_look (self))
    look (self);
  else
    schedule (self);
  return G_SOURCE_REMOVE;
}

/* Where a look is due and only the connection is in the way, it is asked again after a while. Whoever pressed "Cancel" is not
 * contradicted two seconds later, and another Veto that looks will be done in an hour. */
static void
schedule (VetoNewsDesk *self)
{
  gint64 now, next, wait;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->swap == NULL || self->cancellable != NULL || !veto_news_desk_has_feed (self)
      || !veto_news_desk_is_daily (self))
    return;
  now = veto_updater_get_now (self->updater);
  next = veto_updater_get_next_try (self->updater);
  if (self->rests)
    wait = LONG_S;
  else if (next <= now)
    wait = may_look (self) ? SOON_S : AGAIN_S;
  else
    wait = CLAMP (next - now, SOON_S, LONG_S);
  self->timer = g_timeout_add_seconds ((guint) wait, due_cb, self);
}

static void
settings_changed_cb (VetoNewsDesk *self)
{
  schedule (self);
  tell (self);
}

static void
veto_news_desk_dispose (GObject *object)
{
  VetoNewsDesk *self = VETO_NEWS_DESK (object);

  veto_news_desk_stop (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->updater);
  g_clear_object (&self->guidance);
  g_clear_object (&self->before);
  g_clear_object (&self->present);
  g_clear_pointer (&self->news, veto_guide_news_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (veto_news_desk_parent_class)->dispose (object);
}

static void
veto_news_desk_class_init (VetoNewsDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = veto_news_desk_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
veto_news_desk_init (VetoNewsDesk *self)
{
  self->settings = veto_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Who signs the root says where links and letters may go, also those of guidance that is in use already. */
static void
link_hosts_cb (VetoNewsDesk *self)
{
  veto_guidance_set_hosts (self->guidance, veto_updater_get_link_hosts (self->updater),
                           veto_updater_get_mail_domains (self->updater));
}

VetoNewsDesk *
veto_news_desk_new (VetoUpdater *updater, VetoGuidance *guidance)
{
  VetoNewsDesk *self = g_object_new (VETO_TYPE_NEWS_DESK, NULL);

  self->guidance = g_object_ref (guidance);
  self->present = g_object_ref (veto_guidance_get_set (guidance));
  g_signal_connect_object (guidance, "notify::set", G_CALLBACK (swapped_cb), self, G_CONNECT_SWAPPED);
  if (updater == NULL)
    return self;
  self->updater = g_object_ref (updater);
  link_hosts_cb (self);
  g_signal_connect_object (updater, "notify::link-hosts", G_CALLBACK (link_hosts_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
veto_news_desk_start (VetoNewsDesk *self, VetoNewsSwap swap, gpointer data)
{
  g_return_if_fail (VETO_IS_NEWS_DESK (self));

  self->swap = swap;
  self->swap_data = data;
  skip_unchanged (self);
  schedule (self);
}

void
veto_news_desk_stop (VetoNewsDesk *self)
{
  g_return_if_fail (VETO_IS_NEWS_DESK (self));

  self->swap = NULL;
  g_clear_handle_id (&self->timer, g_source_remove);
  veto_news_desk_cancel (self);
}

VetoUpdater *
veto_news_desk_get_updater (VetoNewsDesk *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), NULL);

  return self->updater;
}

gboolean
veto_news_desk_has_feed (VetoNewsDesk *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), FALSE);

  return self->updater != NULL && veto_updater_has_feed (self->updater);
}

void
veto_news_desk_look (VetoNewsDesk *self)
{
  g_return_if_fail (VETO_IS_NEWS_DESK (self));

  if (self->swap == NULL || self->cancellable != NULL || !veto_news_desk_has_feed (self))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  look (self);
}

void
veto_news_desk_cancel (VetoNewsDesk *self)
{
  g_return_if_fail (VETO_IS_NEWS_DESK (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

gboolean
veto_news_desk_is_busy (VetoNewsDesk *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), FALSE);

  return self->cancellable != NULL;
}

const GError *
veto_news_desk_get_error (VetoNewsDesk *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), NULL);

  return self->error;
}

VetoGuideNews *
veto_news_desk_get_news (VetoNewsDesk *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), NULL);

  if (self->news == NULL)
    {
      g_autoptr(GError) error = NULL;

      if (self->before == NULL && self->updater != NULL)
        self->before = veto_updater_load_previous (self->updater, &error);
      if (error != NULL)
        g_debug ("no guidance to compare with: %s", error->message);
      self->news = veto_guide_news_new (self->before, self->present);
    }
  return self->news;
}

VetoPlatformNews *
veto_news_desk_find (VetoNewsDesk *self, const char *platform)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), NULL);

  if (self->before == NULL
      && (self->updater == NULL || veto_updater_get_source (self->updater) == VETO_UPDATE_SOURCE_BUILT_IN))
    return NULL;
  return veto_guide_news_find (veto_news_desk_get_news (self), platform);
}

gboolean
veto_news_desk_has_changes (VetoNewsDesk *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), FALSE);

  return veto_guide_news_get_platforms (veto_news_desk_get_news (self))->len > 0;
}

/* Guidance is known by the second in which it was made: after a withdrawal a lower number may be the newer one. */
static gboolean
is_unseen (VetoNewsDesk *self)
{
  gint64 created;

  if (self->settings == NULL || self->updater == NULL
      || veto_updater_get_source (self->updater) == VETO_UPDATE_SOURCE_BUILT_IN)
    return FALSE;
  created = veto_updater_get_created (self->updater);
  return created != 0 && created != g_settings_get_int64 (self->settings, VETO_SETTINGS_GUIDANCE_READ);
}

gboolean
veto_news_desk_has_unread (VetoNewsDesk *self)
{
  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), FALSE);

  return is_unseen (self) && veto_news_desk_has_changes (self);
}

void
veto_news_desk_mark_read (VetoNewsDesk *self)
{
  g_return_if_fail (VETO_IS_NEWS_DESK (self));

  if (is_unseen (self)
      && !g_settings_set_int64 (self->settings, VETO_SETTINGS_GUIDANCE_READ,
                                veto_updater_get_created (self->updater)))
    g_debug ("the setting cannot be written");
}

/* What was only signed again, as every month, is nothing that anybody has to read; and the next start need not compare it. */
static void
skip_unchanged (VetoNewsDesk *self)
{
  if (is_unseen (self) && !veto_news_desk_has_changes (self))
    veto_news_desk_mark_read (self);
}

gboolean
veto_news_desk_has_to_ask (VetoNewsDesk *self)
{
  g_autofree char *choice = NULL;

  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), FALSE);

  if (self->settings == NULL || !veto_news_desk_has_feed (self)
      || !g_settings_is_writable (self->settings, VETO_SETTINGS_LOOK))
    return FALSE;
  choice = g_settings_get_string (self->settings, VETO_SETTINGS_LOOK);
  return g_str_equal (choice, VETO_SETTINGS_LOOK_ASK);
}

gboolean
veto_news_desk_is_daily (VetoNewsDesk *self)
{
  g_autofree char *choice = NULL;

  g_return_val_if_fail (VETO_IS_NEWS_DESK (self), FALSE);

  choice = self->settings != NULL ? g_settings_get_string (self->settings, VETO_SETTINGS_LOOK) : NULL;
  return g_strcmp0 (choice, VETO_SETTINGS_LOOK_DAILY) == 0;
}

void
veto_news_desk_set_daily (VetoNewsDesk *self, gboolean daily)
{
  g_return_if_fail (VETO_IS_NEWS_DESK (self));

  if (self->settings != NULL
      && !g_settings_set_string (self->settings, VETO_SETTINGS_LOOK,
                                 daily ? VETO_SETTINGS_LOOK_DAILY : VETO_SETTINGS_LOOK_CLICK))
    g_debug ("the setting cannot be written");
}
