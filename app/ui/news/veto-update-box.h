/* Looking for guidance, on the page "Guidance and sources": how the last look went, "Check now", details.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-services.h"

G_BEGIN_DECLS

#define VETO_TYPE_UPDATE_BOX (veto_update_box_get_type ())
G_DECLARE_FINAL_TYPE (VetoUpdateBox, veto_update_box, VETO, UPDATE_BOX, GtkWidget)

/* Returns: (transfer floating): it follows the desk of @services */
GtkWidget *veto_update_box_new (VetoServices *services);

G_END_DECLS
