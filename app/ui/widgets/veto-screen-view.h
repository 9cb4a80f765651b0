/* The drawn screen of a step: a phone or a browser window, with the row to touch marked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "veto-guide.h"

G_BEGIN_DECLS

#define VETO_TYPE_SCREEN_VIEW (veto_screen_view_get_type ())
G_DECLARE_FINAL_TYPE (VetoScreenView, veto_screen_view, VETO, SCREEN_VIEW, GtkWidget)

/**
 * veto_screen_view_new:
 *
 * Property: "value". Screen readers hear what is drawn, in words. When it comes on the screen a ring runs a few times from the
 * row to touch, then it rests; it does not move where the desktop wants no motion.
 *
 * Returns: (transfer floating): a view that shows nothing
 */
GtkWidget *veto_screen_view_new (void);

/**
 * veto_screen_view_set_screen:
 * @self: the view
 * @screen: (nullable) (transfer none): what to draw; copied, as guidance may be swapped meanwhile
 */
void veto_screen_view_set_screen (VetoScreenView *self, const VetoScreen *screen);

/**
 * veto_screen_view_set_value:
 * @self: the view
 * @value: (nullable): what to show in the field that is marked, as if typed there. Never a password: it is shown, and
 *   read out, as it is.
 */
void veto_screen_view_set_value (VetoScreenView *self, const char *value);

/**
 * veto_screen_view_is_moving:
 *
 * Returns: whether the ring runs
 */
gboolean veto_screen_view_is_moving (VetoScreenView *self);

G_END_DECLS
