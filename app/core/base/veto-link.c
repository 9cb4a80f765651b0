/* Addresses that may be opened in a browser: two parsers must agree on the host. Rule: security design, 6.1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-link"

#include "veto-link.h"

#include <string.h>

#define MAX_LINK_BYTES 2048
#define MAX_HOST_BYTES 253
#define MAX_LABEL_BYTES 63

static gboolean
is_label (const char *label, gsize n_bytes)
{
  if (n_bytes == 0 || n_bytes > MAX_LABEL_BYTES || label[0] == '-' || label[n_bytes - 1] == '-'
      || strncmp (label, "xn--", 4) == 0)
    return FALSE;
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_islower (label[i]) && !g_ascii_isdigit (label[i]) && label[i] != '-')
      return FALSE;
  return TRUE;
}

static gboolean
has_only_letters (const char *label)
{
  while (g_ascii_islower (*label))
    label++;
  return *label == '\0';
}

static gboolean
has_only_allowed_characters (const char *link)
{
  for (const char *at = link; *at != '\0'; at++)
    if (*at < 0x21 || *at > 0x7E)
      return FALSE;
  return link[strcspn (link, "\"<>\\^`{|}")] == '\0';
}

gboolean
veto_link_is_host (const char *host)
{
  const char *label = host, *dot;

  if (host == NULL || strlen (host) > MAX_HOST_BYTES)
    return FALSE;
  for (; (dot = strchr (label, '.')) != NULL; label = dot + 1)
    if (!is_label (label, (gsize) (dot - label)))
      return FALSE;
  return label != host && is_label (label, strlen (label)) && has_only_letters (label);
}

char *
veto_link_dup_host (const char *link)
{
  g_autofree char *host = NULL;
  g_autoptr(GUri) uri = NULL;
  const char *first;

  if (link == NULL || strnlen (link, MAX_LINK_BYTES + 1) > MAX_LINK_BYTES
      || !has_only_allowed_characters (link) || !g_str_has_prefix (link, "https://"))
    return NULL;

  first = link + strlen ("https://");
  host = g_strndup (first, strcspn (first, "/?#"));
  if (!veto_link_is_host (host))
    return NULL;

  uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_strcmp0 (g_uri_get_host (uri), host) != 0 || g_uri_get_userinfo (uri) != NULL
      || g_uri_get_port (uri) != -1)
    return NULL;
  return g_steal_pointer (&host);
}
