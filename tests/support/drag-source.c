/* A window of another program from which one drags a file: a file manager in little.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   drag-source FILE X Y       its place on the screen; says "ready", "begun", "taken" and "ended" on the standard output */
#include <X11/Xlib.h>
#include <gdk/x11/gdkx.h>
#include <gtk/gtk.h>
#include <stdlib.h>

#define WIDTH 160
#define HEIGHT 120

static void
say (const char *word)
{
  g_print ("%s\n", word);
  fflush (stdout);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer path)
{
  g_autoptr(GSList) files = g_slist_append (NULL, g_file_new_for_path (path));
  GdkContentProvider *content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);

  g_object_unref (files->data);
  return content;
}

static void
action_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    say ("taken");
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  say ("begun");
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
}

static void
end_cb (void)
{
  say ("ended");
}

/* There is no window manager: who wants a place takes it. */
static void
map_cb (GtkWidget *window, const int place[2])
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Display    *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));

  XMoveWindow (display, gdk_x11_surface_get_xid (surface), place[0], place[1]);
  XSync (display, False);
  say ("ready");
}

int
main (int argc, char *argv[])
{
  int            place[2];
  GtkWidget     *window, *label;
  GtkDragSource *source;

  if (argc != 4)
    return 2;
  gtk_init ();
  place[0] = atoi (argv[2]);
  place[1] = atoi (argv[3]);
  window = gtk_window_new ();
  label = gtk_label_new ("A file");
  source = gtk_drag_source_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), argv[1]);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  g_signal_connect_after (window, "map", G_CALLBACK (map_cb), place);
  gtk_window_present (GTK_WINDOW (window));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
