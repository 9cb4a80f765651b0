/* vetoctl guidance build: a bundle of what people wrote.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#include "veto-authoring.h"
#include "veto-ctl-command.h"
#include "veto-ctl-output.h"
#include "veto-guide-set.h"

static int
run (const VetoCtl *ctl)
{
  const char *folder = ctl->arguments->pdata[0];
  const char *out = ctl->arguments->pdata[1];
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = NULL;
  g_autofree char *line = NULL;

  umask (ctl->umask); /* unlike what Veto keeps for its person, a bundle is for others */
  if (veto_authoring_build (folder, out, NULL, &error))
    {
      /* Translators: %s is a folder */
      line = g_strdup_printf (_ ("The bundle is in %s."), out);
      return veto_ctl_print_line (line);
    }

  if (error->domain == VETO_GUIDANCE_ERROR)
    complaints = veto_authoring_lint (folder, NULL);
  if (complaints != NULL && complaints[0] != NULL)
    veto_ctl_say_complaints (folder, complaints);
  else
    veto_ctl_say (_ ("The bundle could not be made (%s). Put that right, then try again."), error->message);
  return VETO_CTL_FAILED;
}

const VetoCtlCommand veto_ctl_build = {
  .name = "guidance build",
  .arguments = "FOLDER OUT",
  .n_min = 2,
  .n_max = 2,
  .summary = N_ ("For authors: make a bundle, for --guidance, of a folder of guidance."),
  .details =
    N_ ("FOLDER is a folder such as resources/guidance; it is checked first. The bundle is written to the "
        "folder OUT, which is made when it is missing."),
  .run = run,
};
