/* The guidance on the disk: a cache that is verified at every start, and that may be deleted at any time. Private to updates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   …/veto/feed/          0700
 *     index.json          of the guidance in use, as it came; 0600 as all files
 *     index.prev.json     of the one before it
 *     floor.json          the newest that was ever seen
 *     last-try.json       when it was asked, and what was in the way
 *     lock                held by whoever looks for newer guidance
 *     root/2.json …       the roots after the built-in one, as they came; N.json.bad: one that was not what it should be
 *     blobs/SHA256        the files of both indexes
 *
 * Nothing here follows a symbolic link, and no name comes from outside but a hash. Rule: security design, 3 and 5. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  VETO_FEED_TOP,
  VETO_FEED_ROOTS,
  VETO_FEED_BLOBS,
} VetoFeedPlace;
#define VETO_FEED_N_PLACES (VETO_FEED_BLOBS + 1)

#define VETO_FEED_INDEX "index.json"
#define VETO_FEED_PREVIOUS "index.prev.json"
#define VETO_FEED_FLOOR "floor.json"
#define VETO_FEED_LAST_TRY "last-try.json"

typedef struct _VetoFeedFolder VetoFeedFolder;

/**
 * veto_feed_folder_open:
 * @path: "…/veto/feed"
 * @make: make what is not there; a link or a file in the place of a folder goes, because it is a cache
 * @error: return location, %VETO_UPDATE_ERROR_DISK
 *
 * A folder that others may read is closed to them.
 *
 * Returns: (transfer full) (nullable): for one thread at a time
 */
VetoFeedFolder *veto_feed_folder_open (const char *path, gboolean make, GError **error);

void veto_feed_folder_free (VetoFeedFolder *self); /* gives the lock back as well */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoFeedFolder, veto_feed_folder_free)

/* Takes the lock, without waiting for it; %VETO_UPDATE_ERROR_BUSY when another Veto has it, or %VETO_UPDATE_ERROR_DISK. */
gboolean veto_feed_folder_lock (VetoFeedFolder *self, GError **error);

/**
 * veto_feed_folder_read:
 * @max_bytes: more is an error
 * @error: return location, a #GIOErrorEnum; %G_IO_ERROR_NOT_FOUND when there is nothing of that name
 *
 * Reads a regular file and nothing else.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *veto_feed_folder_read (VetoFeedFolder *self,
                               VetoFeedPlace   place,
                               const char     *name,
                               gsize           max_bytes,
                               GError        **error);

/* Whole and on the disk, or not at all; %VETO_UPDATE_ERROR_DISK. What is at @name is replaced. */
gboolean veto_feed_folder_write (VetoFeedFolder *self,
                                 VetoFeedPlace   place,
                                 const char     *name,
                                 GBytes         *bytes,
                                 GError        **error);

/* Puts a file aside as "NAME.bad", for whoever wants to know; what was there before goes. */
void veto_feed_folder_set_aside (VetoFeedFolder *self, VetoFeedPlace place, const char *name);

/* Removes the blobs that are not among @hashes (a set), and drafts that a kill left behind more than a day ago. */
void veto_feed_folder_clean (VetoFeedFolder *self, GHashTable *hashes);

G_END_DECLS
