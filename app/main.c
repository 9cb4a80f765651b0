/* Starts Veto's window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto"

#include "veto-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "veto-application.h"
#include "veto-due-notice.h"
#include "veto-due-watch.h"
#include "veto-language.h"
#include "veto-process.h"

/* An installed Veto finds its words where they were installed, one started from the tree in its build folder. */
static const char *
get_locale_folder (void)
{
  const char *folder = g_getenv ("VETO_LOCALE_DIR");
  return folder != NULL ? folder : VETO_LOCALE_DIR;
}

/* Whether one of the options that need no window is asked for. */
static gboolean
is_windowless (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--version") || g_str_has_prefix (argv[i], "--help")
        || g_str_equal (argv[i], "-h") || g_str_equal (argv[i], "-?"))
      return TRUE;
  return FALSE;
}

/* What a display is not needed for. */
static gboolean
is_only (int argc, char *argv[], const char *option)
{
  return argc == 2 && g_str_equal (argv[1], option);
}

int
main (int argc, char *argv[])
{
  g_autoptr(VetoApplication) application = NULL;
  int status;

  veto_process_keep_private ();
  if (!is_windowless (argc, argv))
    veto_language_prefer ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (VETO_APP_NAME);
  if (is_only (argc, argv, "--check-due"))
    return veto_due_notice_check (argv[0]);
  if (is_only (argc, argv, "--watch-due")) /* the desktop starts it at login */
    return veto_due_watch_run (argv[0]);
  if (!is_windowless (argc, argv) && !gtk_init_check ())
    {
      g_printerr ("%s\n",
                  _ ("veto: There is no display to open the window on. Start Veto in a graphical session; "
                     "in a terminal, “vetoctl guide” shows the steps as text."));
      return 1;
    }

  application = veto_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : veto_application_get_status (application);
}
