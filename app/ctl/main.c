/* vetoctl: Veto from a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "veto-ctl-command.h"
#include "veto-ctl-output.h"
#include "veto-process.h"

/* A standard stream that is closed would be the place of the next file that is opened, such as the database. What takes
 * its place here fails just as a closed one does. */
static void
fill_closed_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
      _exit (VETO_CTL_FAILED);
}

/* An installed Veto finds its words where they were installed, one started from the tree in its build folder. */
static const char *
get_locale_folder (void)
{
  const char *folder = g_getenv ("VETO_LOCALE_DIR");
  return folder != NULL ? folder : VETO_LOCALE_DIR;
}

/* A guide for somebody who speaks another language is wholly in that language, as far as gettext can: the plain C locale
 * is English. */
static void
speak (const char *language)
{
  g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');

  g_setenv ("LANGUAGE", name, TRUE);
  textdomain (GETTEXT_PACKAGE); /* makes gettext ask again */
}

int
main (int argc, char *argv[])
{
  g_auto(VetoCtl) ctl = { 0 };
  g_autofree char *fault = NULL;

  fill_closed_streams ();
  ctl.umask = veto_process_keep_private ();
  signal (SIGPIPE, SIG_IGN); /* a reader that goes away is an error like others */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  fault = veto_ctl_parse (&ctl, argv);
  if (fault != NULL)
    {
      /* Translators: %1$s is what is wrong with the command line, %2$s a command that says more */
      veto_ctl_say (_ ("%1$s; see “%2$s”."), fault, "vetoctl --help");
      return VETO_CTL_WRONG_USAGE;
    }
  if (ctl.language != NULL)
    speak (ctl.language);
  if (ctl.help)
    return veto_ctl_help (&ctl);
  if (ctl.version)
    return veto_ctl_print ("vetoctl " VETO_VERSION "\n");
  return ctl.command->run (&ctl);
}
