/* Takes from what platforms refer to the addresses that a root has withdrawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-guidance"

#include <string.h>

#include "veto-link.h"
#include "veto-readers.h"

static gboolean
has_host (const char *const *hosts, const char *link)
{
  g_autofree char *host = veto_link_dup_host (link);

  return host != NULL && g_strv_contains (hosts, host);
}

static void
limit_link (const char **link, const char *const *hosts)
{
  if (*link != NULL && !has_host (hosts, *link))
    *link = NULL;
}

static void
limit_email (const char **email, const char *const *domains)
{
  const char *at = *email != NULL ? strchr (*email, '@') : NULL;

  if (at != NULL && !g_strv_contains (domains, at + 1))
    *email = NULL;
}

void
veto_shared_limit_links (VetoShared *shared, const char *const *link_hosts, const char *const *mail_domains)
{
  for (guint i = 0; i < shared->n_controllers; i++)
    {
      VetoController *controller = (VetoController *) &shared->controllers[i];

      limit_link (&controller->form, link_hosts);
      limit_email (&controller->email, mail_domains);
    }
  for (guint i = 0; i < shared->n_authorities; i++)
    {
      VetoAuthority *authority = (VetoAuthority *) &shared->authorities[i];

      limit_link (&authority->form, link_hosts);
      limit_link (&authority->website, link_hosts);
      limit_email (&authority->email, mail_domains);
    }
  for (guint i = 0; i < shared->n_sources; i++)
    limit_link (&((VetoSource *) &shared->sources[i])->link, link_hosts);
}
