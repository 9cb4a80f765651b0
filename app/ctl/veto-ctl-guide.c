/* vetoctl guide: the steps of a guide.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include "veto-ctl-guide.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#include "veto-ctl-command.h"
#include "veto-ctl-load.h"
#include "veto-ctl-output.h"
#include "veto-ctl-page.h"
#include "veto-guide-text.h"

static int
print_text (const VetoCtlGuide *shown)
{
  g_autofree char *text = veto_guide_dup_text (shown->platform, shown->guide, VETO_GUIDE_READER_TERMINAL,
                                               VETO_CTL_COLUMNS, veto_ctl_dup_plain);
  return veto_ctl_print (text);
}

static int
run (const VetoCtl *ctl)
{
  GPtrArray *arguments = ctl->arguments;
  g_autoptr(VetoGuideSet) set = veto_ctl_load_guidance (ctl);
  VetoCtlGuide shown = { 0 };

  if (set != NULL)
    shown.platform = veto_ctl_find_platform (set, arguments->pdata[0]);
  if (shown.platform != NULL)
    shown.guide = veto_ctl_find_guide (shown.platform, arguments->len > 1 ? arguments->pdata[1] : NULL);
  if (shown.guide == NULL)
    return VETO_CTL_FAILED;

  shown.language = veto_guide_set_get_language (set);
  if (ctl->out != NULL)
    {
      umask (ctl->umask); /* unlike what Veto keeps for its person, a guide is for others */
      return veto_ctl_guide_write (&shown, ctl->out);
    }
  return ctl->json ? veto_ctl_guide_print_json (&shown) : print_text (&shown);
}

const VetoCtlCommand veto_ctl_guide = {
  .name = "guide",
  .arguments = "PLATFORM [GUIDE]",
  .n_min = 1,
  .n_max = 2,
  .lists = TRUE,
  .writes = TRUE,
  .summary = N_ ("The steps of a guide as text, to be followed on any machine."),
  .details = N_ (
    "PLATFORM and GUIDE are ids, as “vetoctl list” shows them. Without GUIDE, the one that Veto proposes. "
    "Each step has every address in the order to try, what to keep, and what to do when something looks "
    "different. At the end stands what is known, with source and day. With --out FILE.pdf, pages to print "
    "are made instead, with a box to tick for each step; with --out FILE.txt, text for an e-mail."),
  .run = run,
};
