/* The switch for reminders while the window is closed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VETO_TYPE_REMIND_BOX (veto_remind_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoRemindBox, veto_remind_box, VETO, REMIND_BOX, GtkWidget)

/* Returns: (transfer floating): not seen where nothing can be preferred */
GtkWidget *veto_remind_box_new (void);

G_END_DECLS
