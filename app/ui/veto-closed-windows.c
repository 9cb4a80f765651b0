/* Keeps GTK from asking a window that is gone how large it wants to be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 lets go of all signals of a window's surface when the window closes, but not of "compute-size". The surface lives on
 * until the X server has confirmed its end, and what was put off until nothing else is to do then asks a window whose memory
 * is given back: "invalid unclassed pointer in cast to 'GtkWindow'", or worse. Seen where a window closes in the same moment
 * in which its content changes. */
#define G_LOG_DOMAIN "veto-closed-windows"

#include "veto-closed-windows.h"

/* Before the window takes its surface apart. When it is shown again, it connects anew. */
static gboolean
unrealize_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  gpointer    widget = g_value_get_object (&values[0]);
  GdkSurface *surface = GTK_IS_WINDOW (widget) ? gtk_native_get_surface (widget) : NULL;

  if (surface != NULL)
    g_signal_handlers_disconnect_matched (surface, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA,
                                          g_signal_lookup ("compute-size", GDK_TYPE_TOPLEVEL), 0, NULL, NULL,
                                          widget);
  return TRUE; /* and for the next one */
}

void
veto_closed_windows_protect (void)
{
  static gulong hook = 0;

  if (hook == 0)
    hook = g_signal_add_emission_hook (g_signal_lookup ("unrealize", GTK_TYPE_WIDGET), 0, unrealize_cb, NULL,
                                       NULL);
}
