/* E-mail addresses: the shape of one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * veto_email_is_address:
 * @text: text in UTF-8
 *
 * Whether @text looks like erika@example.org: one @, letters of any script, digits and the signs of RFC 5322's atoms before it,
 * labels of letters, digits and - behind it, at least two of them; at most 254 bytes. No space, no newline, no comma, no <,
 * so that nothing in it can begin another recipient or header. Rule: security design, 11.
 */
gboolean veto_email_is_address (const char *text);

G_END_DECLS
