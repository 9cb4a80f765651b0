/* How large the window is: as it was when it was closed. Where it stands is for the desktop to say, so it is never off the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-window"

#include "veto-config.h"

#include "veto-settings.h"
#include "veto-window-private.h"

#define LEAST 360 /* pixels, as in veto-window.ui */

/* In pixels of the largest screen there is. Returns: whether that is known */
static gboolean
find_room (int *out_width, int *out_height)
{
  GdkDisplay *display = gdk_display_get_default ();
  GListModel *monitors = display != NULL ? gdk_display_get_monitors (display) : NULL;

  *out_width = *out_height = 0;
  for (guint i = 0; monitors != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      if (place.width * place.height <= *out_width * *out_height)
        continue;
      *out_width = place.width;
      *out_height = place.height;
    }
  return *out_width > 0 && *out_height > 0;
}

void
veto_window_restore_size (VetoWindow *self)
{
  g_autoptr(GSettings) settings = veto_settings_new ();
  int width, height, most_width, most_height;

  if (settings == NULL)
    return;
  g_settings_get (settings, VETO_SETTINGS_WINDOW_SIZE, "(ii)", &width, &height);
  if (width > 0 && height > 0)
    {
      if (find_room (&most_width, &most_height)) /* perhaps another screen than the last time */
        {
          width = MIN (width, most_width);
          height = MIN (height, most_height);
        }
      gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, LEAST), MAX (height, LEAST));
    }
  if (g_settings_get_boolean (settings, VETO_SETTINGS_WINDOW_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
}

void
veto_window_keep_size (VetoWindow *self)
{
  g_autoptr(GSettings) settings = veto_settings_new ();
  int width, height;

  if (settings == NULL || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  /* GTK keeps this as the window has it while it is not maximised. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!g_settings_set (settings, VETO_SETTINGS_WINDOW_SIZE, "(ii)", width, height)
      || !g_settings_set_boolean (settings, VETO_SETTINGS_WINDOW_MAXIMIZED,
                                  gtk_window_is_maximized (GTK_WINDOW (self))))
    g_debug ("the settings cannot be written");
}
