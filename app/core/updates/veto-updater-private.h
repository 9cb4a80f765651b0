/* What the halves of an updater share; and, for tests, its clock.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-feed-load.h"
#include "veto-update-times.h"
#include "veto-updater.h"

G_BEGIN_DECLS

struct _VetoUpdater
{
  GObject          parent_instance;
  VetoFeedConfig   config; /* a copy, whose members are our own */
  char            *language;
  VetoFeed        *feed; /* NULL until something was loaded */
  VetoUpdateSource source;
  VetoUpdateTimes  times;
  double           jitter; /* -1 to 1 */
  gint64           now;    /* 0: the computer's clock */
  gboolean         busy;
  double           progress;
};

/* @now: seconds UTC, from now on; 0: the computer's own. No program that is installed calls this. */
void veto_updater_set_now (VetoUpdater *self, gint64 now);

/* Returns: (nullable): of the guidance in use; %NULL: it is built in */
const VetoTrustIndex *veto_updater_get_index (const VetoFeed *feed);

/* @feed: (transfer full): what is trusted and in use from now on */
void veto_updater_take_feed (VetoUpdater *self, VetoFeed *feed, VetoUpdateSource source);

/* @times: what is in it is taken */
void veto_updater_take_times (VetoUpdater *self, VetoUpdateTimes *times);

void veto_updater_set_busy (VetoUpdater *self, gboolean busy);
void veto_updater_set_progress (VetoUpdater *self, double progress);

G_END_DECLS
