/* A part that can be opened, without a trap for the keyboard while it is closed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-expander"

#include "veto-expander.h"

void
veto_expander_hide_closed (GtkExpander *expander)
{
  g_object_bind_property (expander, "expanded", gtk_expander_get_child (expander), "visible",
                          G_BINDING_SYNC_CREATE);
}
