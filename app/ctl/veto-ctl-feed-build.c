/* vetoctl feed build: what two people sign, the same bytes on both their machines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-config.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#include "veto-authoring.h"
#include "veto-ctl-feed.h"
#include "veto-ctl-output.h"
#include "veto-guide-set.h"
#include "veto-release-build.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

typedef struct
{
  guint  version;
  gint64 created;
  gint64 expires;
} Stamp;

/* Without --created it is the beginning of today, so that two people on one day need not tell each other. */
static gboolean
read_stamp (const VetoCtl *ctl, Stamp *stamp)
{
  const char *created = veto_ctl_get_setting (ctl, "--created"),
             *expires = veto_ctl_get_setting (ctl, "--expires");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (!veto_ctl_feed_parse_number (veto_ctl_get_setting (ctl, "--version"), G_MAXINT32, &stamp->version))
    return FALSE;
  stamp->created = now - now % SECONDS_PER_DAY;
  if (created != NULL && !veto_ctl_feed_parse_time (created, &stamp->created))
    return FALSE;
  stamp->expires = stamp->created + VETO_RELEASE_MAX_DAYS * SECONDS_PER_DAY;
  if (expires != NULL && !veto_ctl_feed_parse_time (expires, &stamp->expires))
    return FALSE;
  if (stamp->expires > stamp->created
      && stamp->expires - stamp->created <= VETO_RELEASE_MAX_DAYS * SECONDS_PER_DAY)
    return TRUE;
  /* Translators: %d is a number of days */
  veto_ctl_say (_ ("An index counts for a time of at most %d days. Give another --expires."),
                VETO_RELEASE_MAX_DAYS);
  return FALSE;
}

static int
fail (const char *source, const GError *error)
{
  g_auto(GStrv) complaints = NULL;

  if (error->domain == VETO_GUIDANCE_ERROR && !g_file_test (source, G_FILE_TEST_IS_REGULAR))
    complaints = veto_authoring_lint (source, NULL);
  if (complaints == NULL || complaints[0] == NULL)
    return veto_ctl_feed_fail (source, error);
  veto_ctl_say_complaints (source, complaints);
  return VETO_CTL_FAILED;
}

static int
run (const VetoCtl *ctl)
{
  const char *source = ctl->arguments->pdata[0];
  g_autoptr(GError) error = NULL;
  g_autofree char *sha256 = NULL;
  Stamp            stamp;

  if (ctl->out == NULL || veto_ctl_get_setting (ctl, "--version") == NULL)
    {
      veto_ctl_say (_ ("Say which number it has and where it goes: --version NUMBER --out DIR."));
      return VETO_CTL_WRONG_USAGE;
    }
  if (!read_stamp (ctl, &stamp))
    return VETO_CTL_FAILED;
  umask (ctl->umask); /* it is for others */
  sha256 = veto_release_build (source, stamp.version, stamp.created, stamp.expires, ctl->out, &error);
  return sha256 != NULL ? veto_ctl_print_line (sha256) : fail (source, error);
}

static const VetoCtlOption own_options[] = {
  { "--version", N_ ("NUMBER"), N_ ("Of this release: one more than the one before it.") },
  { "--created", N_ ("TIME"),
    N_ ("When it was made: a day or an instant, UTC. Without it, today at midnight.") },
  { "--expires", N_ ("TIME"), N_ ("How long it counts. Without it, 60 days, which is the most.") },
  { NULL },
};

const VetoCtlCommand veto_ctl_feed_build = {
  .name = "feed build",
  .arguments = "SRC",
  .n_min = 1,
  .n_max = 1,
  .writes = TRUE,
  .options = own_options,
  .summary = N_ ("For publishers: make a release of guidance, to be signed."),
  .details = N_ (
    "SRC is a folder such as resources/guidance; it is checked as Veto checks it. The new folder that --out "
    "names gets index.payload, what OpenSSL has to sign (index.payload.pae) and the files (blobs); printed "
    "is "
    "the SHA-256 of what is signed. The same SRC, number and times give the same bytes on every machine, so "
    "that all signers build it themselves and compare."),
  .run = run,
};
