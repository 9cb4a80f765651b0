/* vetoctl feed publish: a signed release goes where it is served from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#include "veto-ctl-feed.h"
#include "veto-ctl-output.h"
#include "veto-release-publish.h"

static int
print_report (const VetoReleaseReport *report)
{
  g_autofree char *line = NULL;

  if (report->index_version == 0)
    /* Translators: %u is a number */
    line = g_strdup_printf (_ ("Published: root %u, no index yet."), report->root_version);
  else if (report->is_new)
    /* Translators: all are numbers; a root and an index have one, then how many files */
    line = g_strdup_printf (_ ("Published: root %1$u, index %2$u (files: %3$u new, %4$u old ones removed)."),
                            report->root_version, report->index_version, report->n_blobs, report->n_removed);
  else
    /* Translators: both are numbers */
    line = g_strdup_printf (_ ("Nothing to do: root %1$u and index %2$u are served already."),
                            report->root_version, report->index_version);
  return veto_ctl_print_line (line);
}

static int
run (const VetoCtl *ctl)
{
  const char *folder = ctl->arguments->pdata[0], *feed = veto_ctl_get_setting (ctl, "--to");
  const char *root_path = veto_ctl_get_setting (ctl, "--root");
  g_autoptr(GBytes) root = NULL;
  g_autoptr(GError) error = NULL;
  VetoReleaseReport report;

  if (feed == NULL)
    {
      veto_ctl_say (_ ("Say where it is served from: --to FEED."));
      return VETO_CTL_WRONG_USAGE;
    }
  root = root_path != NULL ? veto_ctl_feed_read (root_path) : NULL;
  if (root_path != NULL && root == NULL)
    return VETO_CTL_FAILED;
  umask (ctl->umask); /* a web server has to read it */
  if (veto_release_publish (folder, feed, root, g_get_real_time () / G_USEC_PER_SEC, &report, &error))
    return print_report (&report);
  return veto_ctl_feed_fail (folder, error);
}

static const VetoCtlOption own_options[] = {
  { "--to", "FEED", N_ ("The folder that is served; made when it is missing.") },
  { "--root", "ROOT.json", N_ ("The root that programs have. Without it, the first one in FEED or DIR.") },
  { NULL },
};

const VetoCtlCommand veto_ctl_feed_publish = {
  .name = "feed publish",
  .arguments = "DIR",
  .n_min = 1,
  .n_max = 1,
  .options = own_options,
  .summary = N_ ("For publishers: put a signed release where it is served from."),
  .details = N_ (
    "DIR holds what “vetoctl feed build” made with a signed index.json, or new roots (root/2.json), or both. "
    "All of it is looked at as Veto would, beside what is in FEED; what Veto would refuse goes nowhere. "
    "Whoever asks meanwhile gets the old release or the new one; after an interruption start it again."),
  .run = run,
};
