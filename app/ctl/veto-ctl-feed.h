/* What the commands for publishers of a feed have in common.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-ctl-command.h"
#include "veto-trust-signer.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the file; a line on the standard error when it cannot be read */
GBytes *veto_ctl_feed_read (const char *path);

/* A line on the standard error: what is wrong with @path, by an error of trust, guidance or release. Returns: %VETO_CTL_FAILED */
int veto_ctl_feed_fail (const char *path, const GError *error);

/**
 * veto_ctl_feed_find_kind:
 * @bytes: an envelope, or a payload
 * @member: where its type stands: "payloadType" or "type"
 * @out_kind: (out): what it says that it is; nothing else of it was looked at
 *
 * Returns: whether it says so; else there is a line on the standard error
 */
gboolean
veto_ctl_feed_find_kind (const char *path, GBytes *bytes, const char *member, VetoTrustKind *out_kind);

/* (transfer full) (nullable): a public key from a file of its 32 bytes; fills @key. A line on the standard error if not. */
gboolean veto_ctl_feed_read_key (const char *path, VetoTrustKey *key);

/**
 * veto_ctl_feed_ask_passphrase:
 * @question: what is asked on a terminal, which shows nothing of what is typed; otherwise the first line of the standard
 *   input is taken, without a question
 *
 * Returns: (transfer full) (nullable): for veto_ctl_feed_wipe(); %NULL after a line on the standard error
 */
char *veto_ctl_feed_ask_passphrase (const char *question);

/* Overwrites and frees a passphrase; (nullable). */
void veto_ctl_feed_wipe (char *passphrase);

/* (transfer full): an instant as the formats of the feed write it */
char *veto_ctl_feed_dup_time (gint64 time);

/* Reads what veto_ctl_feed_dup_time() writes, or a day, which begins at midnight UTC. Returns: %FALSE after a line */
gboolean veto_ctl_feed_parse_time (const char *text, gint64 *out_time);

/* Reads a number from 1 to @max. @text: (nullable). Returns: %FALSE after a line on the standard error */
gboolean veto_ctl_feed_parse_number (const char *text, guint max, guint *out_number);

G_END_DECLS
