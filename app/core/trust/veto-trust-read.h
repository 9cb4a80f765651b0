/* Reading what the formats of the feed have in common. Private to trust.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-json.h"
#include "veto-trust-error.h"

G_BEGIN_DECLS

#define VETO_TRUST_MAX_VERSION G_MAXINT32

/* Sets an error. Returns: %FALSE */
gboolean veto_trust_fail (GError **error, VetoTrustError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Gives @problem to @error; whatever JSON complains of, a limit too, is "malformed" here. Returns: %FALSE */
gboolean veto_trust_fail_with (GError **error, GError *problem);

/**
 * veto_trust_read_document:
 * @bytes: a document from outside
 * @name: its name, for messages
 * @max_bytes: its size; more is %VETO_TRUST_ERROR_TOO_BIG
 * @max_text_bytes: of one string in it
 *
 * Returns: (transfer full) (nullable): a document whose root is an object
 */
VetoJsonDocument *veto_trust_read_document (GBytes     *bytes,
                                            const char *name,
                                            gsize       max_bytes,
                                            gsize       max_text_bytes,
                                            GError    **error);

/* An instant, in seconds UTC, written exactly as 2026-11-23T12:00:00Z. */
gboolean veto_trust_read_time (const VetoJson *object,
                               const char     *where,
                               const char     *member,
                               gint64         *out_time,
                               GError        **error);

/* Whether @text is 64 lower-case hexadecimal digits. */
gboolean veto_trust_is_hex (const char *text);

/* What veto_trust_is_hex() allowed, as 32 bytes. */
void veto_trust_decode_hex (const char *hex, guint8 *out_bytes);

/* Returns: (transfer full) (nullable): @text decoded; only as RFC 4648 §4 writes it, padded and without anything else */
GBytes *veto_trust_decode_base64 (const char *text);

G_END_DECLS
