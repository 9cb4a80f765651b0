/* The overview's part with all objections, and the way to one more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_OBJECTIONS_BOX (veto_objections_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoObjectionsBox, veto_objections_box, VETO, OBJECTIONS_BOX, GtkWidget)

/* Some rows at first; the others, a few a frame, when they are asked for. Returns: (transfer floating) */
GtkWidget *veto_objections_box_new (VetoServices *services);

/* Gives the keyboard to the first row. Returns: whether there is one */
gboolean veto_objections_box_focus (VetoObjectionsBox *self);

G_END_DECLS
