/* Takes pictures of Veto as somebody sees it who opens it for the first time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   tests/support/with-desktop veto-pictures FOLDER
 *
 * The program is app/veto in the same build folder, or what VETO_TEST_PROGRAM names. Exits with 0 when every picture is
 * there. The person has an empty home and a browser that only writes down what it was given. */
#include <glib/gstdio.h>

#include "veto-driver.h"

/* Takes the picture FOLDER/@name.png and says so. */
static void
take_picture (VetoDriver *driver, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  veto_driver_take_picture (driver, path);
  g_print ("%s\n", path);
}

static int
take_pictures (const char *program, const char *folder)
{
  g_autoptr(VetoDriver) driver = veto_driver_new ();
  const char *const argv[] = { program, NULL };

  veto_driver_start (driver, argv);
  take_picture (driver, folder, "01-overview");
  return veto_driver_quit (driver);
}

int
main (int argc, char *argv[])
{
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *beside = g_build_filename (here, "..", "..", "app", "veto", NULL);
  const char      *program = g_getenv ("VETO_TEST_PROGRAM");

  if (argc != 2)
    {
      g_printerr ("usage: veto-pictures FOLDER\n");
      return 2;
    }
  if (g_mkdir_with_parents (argv[1], 0777) != 0)
    {
      g_printerr ("veto-pictures: the folder %s cannot be made\n", argv[1]);
      return 1;
    }
  return take_pictures (program != NULL ? program : beside, argv[1]);
}
