/* A release, made of the guidance that people wrote: what two people sign, the same bytes on both their machines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-release.h"

G_BEGIN_DECLS

/**
 * veto_release_load:
 * @path: a folder: authored guidance, a bundle, a release that was built, or a feed that is served
 * @out_root: (out) (optional) (nullable) (transfer full): the newest root of a feed
 * @error: return location; %VETO_GUIDANCE_ERROR, %VETO_RELEASE_ERROR, %VETO_TRUST_ERROR
 *
 * Files of a release are compared with their hashes; who signed it is not asked.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): the files of its guidance, by name
 */
GHashTable *veto_release_load (const char *path, VetoTrustRoot **out_root, GError **error);

/**
 * veto_release_build:
 * @source: path of authored guidance, or of a bundle
 * @version: of the index, above all before it
 * @created: seconds UTC
 * @expires: seconds UTC; at most %VETO_RELEASE_MAX_DAYS after @created
 * @out: path of a folder that is not there, or is empty
 * @error: return location; %VETO_GUIDANCE_ERROR, %VETO_RELEASE_ERROR_EXISTS, %G_IO_ERROR …
 *
 * Checks the guidance as the program does, and writes payload, message and blobs. @out is there as a whole, or not at all. The
 * version stands in the index alone: files that did not change keep their hash, and nobody fetches them again.
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the message, which all signers compare
 */
char *veto_release_build (const char *source,
                          guint       version,
                          gint64      created,
                          gint64      expires,
                          const char *out,
                          GError    **error);

G_END_DECLS
