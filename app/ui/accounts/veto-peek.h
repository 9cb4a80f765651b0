/* Passwords that are shown are hidden again by themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long a password may be shown (security design, 8). */
#define VETO_PEEK_SECONDS 20

/* How long the clipboard keeps one. */
#define VETO_CLIP_SECONDS 30

/* How long a second is, in milliseconds: for tests, which have no time. */
void  veto_peek_set_second (guint ms);
guint veto_peek_get_second (void);

/* @entry: a GtkPasswordEntry: what somebody made visible in it is hidden after 20 seconds, and when the focus leaves. */
void veto_peek_limit (GtkWidget *entry);

/* Whether that was called for @entry: a password keeps its own buffer, which is wiped, and is guarded here. */
gboolean veto_peek_is_limited (GtkWidget *entry);

G_END_DECLS
