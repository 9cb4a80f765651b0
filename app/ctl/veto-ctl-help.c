/* vetoctl --help, and of each command.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-ctl-command.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"

static const struct
{
  const char *name;
  const char *words;
} options[] = {
  { "--data DIR", N_ ("The folder of the database. Without it, your own.") },
  { "--guidance DIR", N_ ("A folder with a bundle of guidance to use instead of the built-in one.") },
  { "--lang L", N_ ("The language to answer in, such as de. Without it, yours.") },
  { "--out FILE", N_ ("A file to write instead, where a command makes one.") },
  { "--json", N_ ("One JSON object instead of text, where something is listed.") },
  { "--version", N_ ("Which version of Veto this is.") },
  { "--help", N_ ("This text; with a command, the help of that command.") },
};

static char *
dup_usage (const VetoCtlCommand *command)
{
  return g_strconcat (command->name, *command->arguments != '\0' ? " " : "", command->arguments, NULL);
}

static void
add_own_options (GString *page, const VetoCtlCommand *command)
{
  if (command == NULL || command->options == NULL)
    return;
  veto_ctl_page_add_gap (page);
  veto_ctl_page_add (page, 0, "", _ ("Options of this command:"));
  for (const VetoCtlOption *option = command->options; option->name != NULL; option++)
    {
      veto_ctl_page_add_format (page, 2, "", "%s %s", option->name, gettext (option->value));
      veto_ctl_page_add (page, 6, "", gettext (option->words));
    }
}

static void
add_options (GString *page)
{
  veto_ctl_page_add_gap (page);
  veto_ctl_page_add (page, 0, "", _ ("Options, which may stand anywhere:"));
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      veto_ctl_page_add (page, 2, "", options[i].name);
      veto_ctl_page_add (page, 6, "", gettext (options[i].words));
    }
}

static void
add_exit_codes (GString *page)
{
  veto_ctl_page_add_gap (page);
  veto_ctl_page_add (page, 0, "",
                     _ ("The exit code is 0 when all is done, 1 when something failed, 2 when the command "
                        "line was "
                        "wrong. More: man vetoctl."));
}

int
veto_ctl_help (const VetoCtl *ctl)
{
  const VetoCtlCommand *command = ctl->command;
  g_autoptr(GString) page = g_string_new (NULL);
  g_autofree char *usage = command != NULL ? dup_usage (command) : g_strdup (_ ("COMMAND"));

  /* Translators: how a command is written; %s is the command and its arguments */
  veto_ctl_page_add_format (page, 0, "", _ ("Usage: vetoctl %s [OPTION]…"), usage);
  veto_ctl_page_add_gap (page);
  if (command != NULL)
    {
      veto_ctl_page_add (page, 0, "", gettext (command->summary));
      veto_ctl_page_add_gap (page);
      veto_ctl_page_add (page, 0, "", gettext (command->details));
    }
  else
    {
      veto_ctl_page_add (page, 0, "", _ ("What Veto knows, in a terminal. Commands:"));
      for (guint i = 0; veto_ctl_commands[i] != NULL; i++)
        {
          g_autofree char *line = dup_usage (veto_ctl_commands[i]);

          veto_ctl_page_add (page, 2, "", line);
          veto_ctl_page_add (page, 6, "", gettext (veto_ctl_commands[i]->summary));
        }
    }
  add_own_options (page, command);
  add_options (page);
  add_exit_codes (page);
  return veto_ctl_print (page->str);
}
