/* The person's side of updates: when to look, what came of it, what is new.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guidance.h"
#include "veto-guide-news.h"
#include "veto-updater.h"

G_BEGIN_DECLS

#define VETO_TYPE_NEWS_DESK (veto_news_desk_get_type ())
G_DECLARE_FINAL_TYPE (VetoNewsDesk, veto_news_desk, VETO, NEWS_DESK, GObject)

/* Puts @set in use in the window, without losing where the person is. */
typedef void (*VetoNewsSwap) (gpointer data, VetoGuideSet *set);

/**
 * veto_news_desk_new:
 * @updater: (nullable): the way to newer guidance; %NULL: there is none
 * @guidance: what is in use
 *
 * Signal "changed" (no arguments): after anything that is said about updates may have changed, but not for each bit of progress;
 * that is the "progress" of the updater.
 *
 * Returns: (transfer full): it does nothing before veto_news_desk_start() or veto_news_desk_look()
 */
VetoNewsDesk *veto_news_desk_new (VetoUpdater *updater, VetoGuidance *guidance);

/**
 * veto_news_desk_start:
 * @swap: how new guidance gets into the window
 *
 * From now on it looks by itself when that is due and the person said so, until veto_news_desk_stop(). Call it once something is on
 * the screen.
 */
void veto_news_desk_start (VetoNewsDesk *self, VetoNewsSwap swap, gpointer data);

/* The window goes: nothing is looked for any more, and what is going on ends. */
void veto_news_desk_stop (VetoNewsDesk *self);

VetoUpdater *veto_news_desk_get_updater (VetoNewsDesk *self); /* (transfer none) (nullable) */
gboolean     veto_news_desk_has_feed (VetoNewsDesk *self);

/* Looks now, because somebody clicked. While it looks already, nothing happens. */
void     veto_news_desk_look (VetoNewsDesk *self);
void     veto_news_desk_cancel (VetoNewsDesk *self);
gboolean veto_news_desk_is_busy (VetoNewsDesk *self);

/* (transfer none) (nullable): why the last look of this window failed; %NULL when it did not, or there was none */
const GError *veto_news_desk_get_error (VetoNewsDesk *self);

/* Returns: (transfer none): what is another than in the guidance that was in use before. Reads that when it is asked for the
 * first time. */
VetoGuideNews *veto_news_desk_get_news (VetoNewsDesk *self);

/* Returns: (transfer none) (nullable): what is said of the platform of that id. Costs nothing while the guidance is the one that Veto
 * came with. */
VetoPlatformNews *veto_news_desk_find (VetoNewsDesk *self, const char *platform);

/* Whether the guidance in use says something else than the one before. */
gboolean veto_news_desk_has_changes (VetoNewsDesk *self);

/* Whether there is something new that the person has not seen yet; and that they have. */
gboolean veto_news_desk_has_unread (VetoNewsDesk *self);
void     veto_news_desk_mark_read (VetoNewsDesk *self);

/* Whether the person has still to be asked; what they said. Nobody is asked where that could not be kept. */
gboolean veto_news_desk_has_to_ask (VetoNewsDesk *self);
gboolean veto_news_desk_is_daily (VetoNewsDesk *self);
void     veto_news_desk_set_daily (VetoNewsDesk *self, gboolean daily);

G_END_DECLS
