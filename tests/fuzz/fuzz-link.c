/* Addresses from outside: one that is allowed has a plain host, and nothing a browser could see otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "veto-link.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree char *link = g_strndup ((const char *) data, n_bytes);
  g_autofree char *host = veto_link_dup_host (link);

  if (host != NULL)
    {
      const char *behind = link + strlen ("https://") + strlen (host);

      g_assert_true (veto_link_is_host (host));
      g_assert_true (g_str_has_prefix (link, "https://"));
      g_assert_true (g_str_has_prefix (link + strlen ("https://"), host));
      g_assert_true (*behind == '\0' || strchr ("/?#", *behind) != NULL);
    }
  return 0;
}
