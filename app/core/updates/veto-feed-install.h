/* The steps of an update that read and write files: each is called in a thread, one after the other. Private to updates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-feed-load.h"

G_BEGIN_DECLS

/**
 * veto_feed_begin:
 * @memory: what the program trusts and uses
 * @error: return location, %VETO_GUIDANCE_ERROR or %VETO_UPDATE_ERROR_DISK
 *
 * An update begins with what is on the disk, U2: another Veto may have been there. When somebody deleted or took back the folder
 * meanwhile, it begins with @memory, whose roots are written again.
 *
 * Returns: (transfer full) (nullable)
 */
VetoFeed *veto_feed_begin (const VetoFeedConfig *config,
                           VetoFeedFolder       *folder,
                           const char           *language,
                           VetoFeed             *memory,
                           GError              **error);

/* Returns: (transfer container): the files of @index (VetoTrustFile, owned by it) that are not on the disk as they should
 * be, each content once */
GPtrArray *veto_feed_list_missing (VetoFeedFolder *folder, const VetoTrustIndex *index);

/**
 * veto_feed_keep_index:
 * @trust: whose index is the one in use, perhaps with other signatures
 *
 * Writes what is not on the disk yet of index and floor. Returns: whether the index is there; %VETO_UPDATE_ERROR_DISK
 */
gboolean veto_feed_keep_index (VetoFeedFolder *folder, const VetoTrustState *trust, GError **error);

/**
 * veto_feed_install:
 * @self: what is in use
 * @trust: with the new index, all of whose files are on the disk
 * @cancellable: (nullable): asked for the last time before the first file is exchanged
 * @error: return location, %VETO_TRUST_ERROR_HASH, %VETO_GUIDANCE_ERROR, %VETO_UPDATE_ERROR_DISK, %G_IO_ERROR_CANCELLED; then all is
 *   as before
 *
 * Reads the guidance in every language that it has, under the hosts of the newest root, and only then exchanges the index.
 * At each moment the disk has the old guidance or the new, whole. Rule: security design, 3, U12 to U14, and 3.2.
 *
 * Returns: (transfer full) (nullable): what is in use from now on
 */
VetoFeed *veto_feed_install (const VetoFeed *self,
                             VetoTrustState *trust,
                             VetoFeedFolder *folder,
                             const char     *language,
                             GCancellable   *cancellable,
                             GError        **error);

G_END_DECLS
