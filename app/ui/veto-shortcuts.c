/* The window that lists the keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-shortcuts"

#include "veto-config.h"

#include "veto-shortcuts.h"

void
veto_shortcuts_show (GtkWindow *parent, gboolean has_data)
{
  static const char *const need_data[] = { "steps", "search", "write", "print", "preferences" };
  g_autoptr(GtkBuilder)
               builder = gtk_builder_new_from_resource (VETO_RESOURCE_PREFIX "/ui/veto-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  for (gsize i = 0; i < G_N_ELEMENTS (need_data); i++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, need_data[i])), has_data);
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
