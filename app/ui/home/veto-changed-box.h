/* The overview's part about guidance that changed after somebody followed it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_CHANGED_BOX (veto_changed_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoChangedBox, veto_changed_box, VETO, CHANGED_BOX, GtkWidget)

/* A row for each objection of which a finished step is described differently by now; nothing is seen while there is none. It is
 * not filled before veto_changed_box_update(). Returns: (transfer floating) */
GtkWidget *veto_changed_box_new (VetoServices *services);

/* Shows what changed. Who is reading a row keeps it when nothing has changed since. */
void veto_changed_box_update (VetoChangedBox *self);

G_END_DECLS
