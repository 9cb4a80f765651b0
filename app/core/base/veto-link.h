/* Addresses that may be opened in a browser.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_link_dup_host:
 * @link: an address
 *
 * Checks the raw text before any URI parser sees it: printable ASCII, "https://", a host of lower-case labels, no
 * user, no port, no IP address, no punycode; then GLib's parser must find the same host.
 * Rule: security design, 6.1.
 *
 * Returns: (transfer full) (nullable): the host, to be shown before the browser opens; %NULL when @link is refused
 */
char *veto_link_dup_host (const char *link);

/* Whether @host is a host of such an address. */
gboolean veto_link_is_host (const char *host);

G_END_DECLS
