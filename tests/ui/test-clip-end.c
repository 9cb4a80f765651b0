/* A password on the clipboard when the program is told to end: it goes, unless something else was copied meanwhile.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The display's own answer counts, given to another connection, while the connection of the program is still open: a clipboard that only
 * goes with the program could have been taken over by whoever keeps it for the desktop. */
#include <X11/Xlib.h>
#include <signal.h>

#include "scene.h"
#include "veto-application.h"
#include "veto-secret-clip.h"

#define WORDS "correct horse battery"

typedef struct
{
  VetoApplication *application;
  Display         *other; /* another program */
  int              number;
  gboolean         copies; /* the other program, after us */
  gboolean         is_done;
} Ending;

static Window
get_owner (Ending *ending)
{
  return XGetSelectionOwner (ending->other, XInternAtom (ending->other, "CLIPBOARD", False));
}

static void
take (Ending *ending)
{
  Window window = XCreateSimpleWindow (ending->other, DefaultRootWindow (ending->other), 0, 0, 1, 1, 0, 0, 0);

  XSetSelectionOwner (ending->other, XInternAtom (ending->other, "CLIPBOARD", False), window, CurrentTime);
  XSync (ending->other, False);
  g_assert_cmpuint (get_owner (ending), ==, window);
}

static gboolean
end_cb (gpointer data)
{
  Ending    *ending = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (ending->application));

  if (window == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return G_SOURCE_CONTINUE;
  veto_secret_clip_copy (veto_window_get_notes (VETO_WINDOW (window)), veto_password_new (WORDS));
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (window)));
  g_assert_cmpuint (get_owner (ending), !=, None);
  if (ending->copies)
    {
      take (ending);
      while (gdk_clipboard_is_local (gtk_widget_get_clipboard (GTK_WIDGET (window)))) /* until it is told */
        g_main_context_iteration (NULL, TRUE);
    }
  ending->is_done = TRUE;
  raise (ending->number);
  return G_SOURCE_REMOVE;
}

static const struct
{
  const char *name;
  int         number;
  gboolean    copies;
} endings[] = {
  { "/clip-end/session", SIGTERM, FALSE },
  { "/clip-end/terminal", SIGHUP, FALSE },
  { "/clip-end/interrupt", SIGINT, FALSE },
  { "/clip-end/another-copy", SIGTERM, TRUE },
};

static void
test_end (gconstpointer data)
{
  gsize            row = GPOINTER_TO_SIZE (data);
  char            *argv[] = { (char *) "veto", NULL };
  Ending           ending = { .number = endings[row].number, .copies = endings[row].copies };
  g_autofree char *child = g_strconcat (endings[row].name, "/subprocess", NULL);

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (child, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  ending.other = XOpenDisplay (NULL);
  g_assert_nonnull (ending.other);
  ending.application = veto_application_new ();
  g_timeout_add (20, end_cb, &ending);
  g_application_run (G_APPLICATION (ending.application), 1, argv);
  g_assert_true (ending.is_done);
  gdk_display_sync (gdk_display_get_default ());
  if (ending.copies)
    g_assert_cmpuint (get_owner (&ending), !=, None);
  else
    g_assert_cmpuint (get_owner (&ending), ==, None);
  g_object_unref (ending.application);
  XCloseDisplay (ending.other);
}

int
main (int argc, char *argv[])
{
  if (scene_init (&argc, &argv) == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *child = g_strconcat (endings[i].name, "/subprocess", NULL);

      g_test_add_data_func (endings[i].name, GSIZE_TO_POINTER (i), test_end);
      g_test_add_data_func (child, GSIZE_TO_POINTER (i), test_end);
    }
  return g_test_run ();
}
