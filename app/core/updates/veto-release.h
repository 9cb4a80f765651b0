/* A feed in a folder, as its publishers have it: built, signed on several machines, and served.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is built: "index.payload" (what will be signed), "index.payload.pae" (the bytes for another tool to sign) and "blobs". What
 * is served: "root/N.json", "index.json" and "blobs". Names and formats: security design, 2.1. Everything is looked at with
 * the code that the program reads the network with. */
#pragma once

#include <gio/gio.h>

#include "veto-trust-state.h"

G_BEGIN_DECLS

#define VETO_RELEASE_ERROR (veto_release_error_quark ())
GQuark veto_release_error_quark (void);

/**
 * VetoReleaseError:
 * @VETO_RELEASE_ERROR_NOTHING: the folder holds nothing of a feed
 * @VETO_RELEASE_ERROR_MISSING: a file that the feed needs is not there, or cannot be read
 * @VETO_RELEASE_ERROR_NOT_BUILT: what was signed is not what was built beside it
 * @VETO_RELEASE_ERROR_GAP: a root is missing between two others
 * @VETO_RELEASE_ERROR_OTHER_ROOT: another root stands under that number already
 * @VETO_RELEASE_ERROR_ROTATION: the index that is served is not signed by the keys of the new root
 * @VETO_RELEASE_ERROR_BUSY: somebody else is publishing to that folder
 * @VETO_RELEASE_ERROR_EXISTS: the folder to build has something in it
 *
 * Besides there are VETO_TRUST_ERROR, VETO_GUIDANCE_ERROR and %G_IO_ERROR. Messages are for those who publish.
 */
typedef enum {
  VETO_RELEASE_ERROR_NOTHING,
  VETO_RELEASE_ERROR_MISSING,
  VETO_RELEASE_ERROR_NOT_BUILT,
  VETO_RELEASE_ERROR_GAP,
  VETO_RELEASE_ERROR_OTHER_ROOT,
  VETO_RELEASE_ERROR_ROTATION,
  VETO_RELEASE_ERROR_BUSY,
  VETO_RELEASE_ERROR_EXISTS,
} VetoReleaseError;

#define VETO_RELEASE_INDEX "index.json"
#define VETO_RELEASE_PAYLOAD "index.payload"
#define VETO_RELEASE_MESSAGE "index.payload.pae"
#define VETO_RELEASE_ROOTS "root"
#define VETO_RELEASE_BLOBS "blobs"
#define VETO_RELEASE_MAX_DAYS 60 /* that an index may count; security design, 4 */

/* Returns: (transfer full): "root/3.json", "blobs/….json" */
char *veto_release_dup_root_name (guint version);
char *veto_release_dup_blob_name (const char *sha256);

/**
 * veto_release_read_file:
 * @folder: a path
 * @name: of a file in it
 * @max_bytes: it must not be larger
 * @error: return location, %VETO_RELEASE_ERROR_MISSING, or %VETO_TRUST_ERROR_TOO_BIG
 *
 * A regular file, and no link to one; nothing is waited for.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *veto_release_read_file (const char *folder, const char *name, gsize max_bytes, GError **error);

/* Whether there is anything of that name in the folder. */
gboolean veto_release_has (const char *folder, const char *name);

/**
 * veto_release_list_roots:
 *
 * Returns: (transfer full) (element-type guint): the numbers of the roots in @folder, sorted; empty when there are none
 */
GArray *veto_release_list_roots (const char *folder);

/**
 * veto_release_read_roots:
 * @folder: of a feed
 * @first: (nullable): the root that programs have; %NULL: the lowest one in @folder
 * @error: return location; %VETO_RELEASE_ERROR_GAP, %VETO_TRUST_ERROR …
 *
 * Returns: (transfer full) (nullable): what a client trusts after all of them
 */
VetoTrustState *veto_release_read_roots (const char *folder, GBytes *first, GError **error);

/**
 * veto_release_read_files:
 * @index: which files
 * @folders: (array zero-terminated=1): where they may lie; the first that has the right one counts
 * @error: return location; %VETO_RELEASE_ERROR_MISSING, or %VETO_TRUST_ERROR_HASH
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): by name, "text/de.json"
 */
GHashTable *veto_release_read_files (const VetoTrustIndex *index, const char *const *folders, GError **error);

/**
 * veto_release_check_guidance:
 * @files: (element-type utf8 GBytes): of one release
 * @root: (nullable): whose hosts count; %NULL: those of the guidance itself
 * @error: return location, %VETO_GUIDANCE_ERROR
 *
 * Reads it in each of its languages, as the program does before it takes an update. Rule: security design, 3.2.
 */
gboolean veto_release_check_guidance (GHashTable *files, const VetoTrustRoot *root, GError **error);

/**
 * veto_release_check_build:
 * @folder: that veto_release_build() wrote, perhaps on another machine
 * @error: return location
 *
 * Whether files, payload and, where there is one, index still belong together, and make sound guidance: to be asked
 * before each signature.
 *
 * Returns: (transfer full) (nullable): the payload
 */
GBytes *veto_release_check_build (const char *folder, GError **error);

/**
 * veto_release_verify:
 * @folder: of a feed that is served
 * @first: (nullable): as for veto_release_read_roots()
 * @now: seconds UTC
 * @out_state: (out) (nullable) (transfer full): as far as it got
 * @error: return location
 *
 * All that a client would look at: roots, index, dates, each file, the guidance in each language.
 */
gboolean veto_release_verify (const char      *folder,
                              GBytes          *first,
                              gint64           now,
                              VetoTrustState **out_state,
                              GError         **error);

G_END_DECLS
