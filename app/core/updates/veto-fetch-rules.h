/* Which addresses may be asked, and which answers are read. Private to updates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-fetch.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): @url, taken apart; %VETO_FETCH_ERROR_ADDRESS */
GUri *veto_fetch_parse_address (const char *url, const VetoFetchLimits *limits, GError **error);

/* Whether the server answered with a redirect of those that lead on with a GET. */
gboolean veto_fetch_is_redirect (SoupMessage *message);

/* Returns: (transfer full) (nullable): where a redirect leads; %VETO_FETCH_ERROR_REDIRECT if that is another place */
GUri *veto_fetch_dup_next (SoupMessage *message, const VetoFetchLimits *limits, GError **error);

/* Looks at status and headers before a byte of the body is read. */
gboolean veto_fetch_check_answer (SoupMessage *message, const VetoFetchLimits *limits, GError **error);

/* Whether @body, after which the connection had no more, is the whole file. */
gboolean veto_fetch_check_body (SoupMessage           *message,
                                const GByteArray      *body,
                                const VetoFetchLimits *limits,
                                GError               **error);

/* Sets an error: "HOST: …", with the host of @address (nullable) and no more of it. Returns: %FALSE */
gboolean veto_fetch_fail (GError **error, VetoFetchError code, GUri *address, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* Sets the error for a body of more than @limits allow. Returns: %FALSE */
gboolean veto_fetch_fail_size (GError **error, SoupMessage *message, const VetoFetchLimits *limits);

G_END_DECLS
