/* A release, put in the place of the one that is served: whoever asks meanwhile gets the old one or the new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-release.h"

G_BEGIN_DECLS

typedef struct
{
  guint    root_version;  /* of the newest root, afterwards */
  guint    index_version; /* of the index that is served; 0: none */
  guint    n_roots;       /* that are new */
  guint    n_blobs;       /* that are new */
  guint    n_removed;     /* blobs that neither the index nor the one before it names */
  gboolean is_new;        /* something changed at all */
} VetoReleaseReport;

/**
 * veto_release_publish:
 * @folder: with new roots ("root/N.json"), a signed index with its blobs, or both
 * @feed: the folder that is served; made when it is missing
 * @first: (nullable): the root that programs have; %NULL: the lowest one in @feed or else in @folder
 * @now: seconds UTC
 * @out_report: (out caller-allocates): what was done
 * @error: return location; then @feed is served as it was
 *
 * Looks at all of it as a client that has what is in @feed would, before anything is written: signatures, numbers, dates, every file,
 * the guidance in each language. Then blobs, roots and last the index, each by one rename; killed at any moment it is either
 * release, and the same call goes on. A new root that the index in @feed is not signed for is refused, because clients that
 * see both would go back to the guidance they came with. Rule: security design, 4, rotation.
 */
gboolean veto_release_publish (const char        *folder,
                               const char        *feed,
                               GBytes            *first,
                               gint64             now,
                               VetoReleaseReport *out_report,
                               GError           **error);

G_END_DECLS
