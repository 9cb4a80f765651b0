/* vetoctl guidance lint: what is wrong in guidance that people write.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>

#include "veto-authoring.h"
#include "veto-ctl-command.h"
#include "veto-ctl-json.h"
#include "veto-ctl-output.h"

static int
print_json (char **complaints)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  veto_ctl_set_texts (builder, "complaints", (const char *const *) complaints);
  json_builder_end_object (builder);
  return veto_ctl_print_json (builder);
}

static int
run (const VetoCtl *ctl)
{
  const char *folder = ctl->arguments->pdata[0];
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) complaints = veto_authoring_lint (folder, &error);
  int code = VETO_CTL_DONE;

  if (complaints == NULL)
    {
      veto_ctl_say (_ ("The guidance cannot be read (%s). Name a folder such as resources/guidance."),
                    error->message);
      return VETO_CTL_FAILED;
    }

  if (ctl->json)
    code = print_json (complaints);
  else if (complaints[0] == NULL)
    code = veto_ctl_print_line (_ ("nothing to complain of"));
  else
    veto_ctl_say_complaints (folder, complaints);
  return complaints[0] != NULL ? VETO_CTL_FAILED : code;
}

const VetoCtlCommand veto_ctl_lint = {
  .name = "guidance lint",
  .arguments = "FOLDER",
  .n_min = 1,
  .n_max = 1,
  .lists = TRUE,
  .summary = N_ ("For authors: what is wrong in a folder of guidance."),
  .details =
    N_ ("FOLDER is a folder such as resources/guidance. Each complaint is a line on the standard error with "
        "file, place and reason; the exit code is 1 when there is one."),
  .run = run,
};
