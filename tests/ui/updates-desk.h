/* A window on guidance from a feed, and hands for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed-desk.h"
#include "scene.h"

G_BEGIN_DECLS

/* The window, its updater, and the server */
typedef struct
{
  FeedDesk    *feed;
  VetoUpdater *updater;
  Scene        scene;
} Desk;

/* Opens and closes all of it; nobody has chosen anything before. */
void desk_open (Desk *desk);
void desk_close (Desk *desk);
void desk_reset_settings (void);

/* A window as of @now; what is on the disk is read. */
void desk_open_window (Desk *desk, gint64 now);
void desk_close_window (Desk *desk);
void desk_show_sources (Desk *desk);

/* (transfer none) (nullable): the first widget of that type; whether a label in it begins so */
GtkWidget *desk_find (Desk *desk, GType type);
gboolean   desk_says (Desk *desk, GType page, const char *words);

/* Waits until the first widget of type @page says that. */
void desk_wait_for (Desk *desk, GType page, const char *words);

/* For what must not happen: nothing can be waited for. */
void desk_wait_seconds (guint n_seconds);

/* Presses the button with these words, in the first widget of that type. */
void  desk_press (Desk *desk, GType page, const char *words);
guint desk_count_requests (Desk *desk);

G_END_DECLS
