/* The least that a window costs here: an AdwApplicationWindow of Veto's size with nothing in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   empty-window WIDTH HEIGHT */
#include <adwaita.h>
#include <stdlib.h>

typedef struct
{
  int width;
  int height;
} Size;

static void
activate_cb (GtkApplication *application, gpointer data)
{
  const Size *size = data;
  GtkWidget  *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), size->width, size->height);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr(AdwApplication) application = NULL;
  Size size = { 0 };

  if (argc != 3 || (size.width = atoi (argv[1])) <= 0 || (size.height = atoi (argv[2])) <= 0)
    {
      g_printerr ("usage: empty-window WIDTH HEIGHT\n");
      return 2;
    }
  application = adw_application_new ("io.example.EmptyWindow", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &size);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
