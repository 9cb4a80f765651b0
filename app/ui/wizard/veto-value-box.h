/* A value that a step needs: asked for once, kept, ready to copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-walk.h"

G_BEGIN_DECLS

#define VETO_TYPE_VALUE_BOX (veto_value_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoValueBox, veto_value_box, VETO, VALUE_BOX, GtkWidget)

/**
 * veto_value_box_new:
 * @walk: where the value is read from and kept
 * @name: the value's name in the guidance: "account.login", "profile.KEY" or "reason"
 * @in_memory: whether nothing is kept, and that is to be said
 *
 * What is typed is kept half a second after the last key. Property: "text". Signal "failed" (a GError): it could not be
 * kept, what was typed is still there; %NULL: now it could.
 *
 * Returns: (transfer floating)
 */
GtkWidget *veto_value_box_new (VetoWalk *walk, const char *name, gboolean in_memory);

/**
 * veto_value_box_focus:
 * @why: what the field is asked for; screen readers read it with the field
 *
 * Returns: whether the field wants the focus: it has one line, and nothing stands in it
 */
gboolean veto_value_box_focus (VetoValueBox *self, const char *why);

/* Keeps what was typed now. */
gboolean veto_value_box_save (VetoValueBox *self, GError **error);

G_END_DECLS
