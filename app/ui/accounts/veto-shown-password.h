/* A password that somebody asked to see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-password.h"

G_BEGIN_DECLS

#define VETO_TYPE_SHOWN_PASSWORD (veto_shown_password_get_type ())
G_DECLARE_FINAL_TYPE (VetoShownPassword, veto_shown_password, VETO, SHOWN_PASSWORD, GtkWidget)

/**
 * veto_shown_password_new:
 *
 * Invisible until it has something to show. It hides, and lets go of the password, after %VETO_PEEK_SECONDS and when the
 * window is no longer in front. It is drawn: nothing of it can be read out, selected or copied. Signal "hidden".
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_shown_password_new (void);

/* @password: (transfer full) (nullable): %NULL hides */
void veto_shown_password_show (VetoShownPassword *self, VetoPassword *password);

G_END_DECLS
