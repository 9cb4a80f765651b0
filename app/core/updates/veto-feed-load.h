/* What is trusted and in use: the newest guidance that is whole, of the disk or of the program. Private to updates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-feed-config.h"
#include "veto-feed-folder.h"
#include "veto-guide-set.h"
#include "veto-trust-state.h"

G_BEGIN_DECLS

/* Never changes, so that any thread may read it; counted. */
typedef struct
{
  VetoTrustState *trust; /* (nullable): without a feed. Its index is that of @set; none: @set is built in */
  GPtrArray      *roots; /* of GBytes: those after the built-in one, as they came */
  VetoGuideSet   *set;   /* the guidance to use */
  gboolean        from_prev; /* the newest index was of no use, and @set is the one before it */
  gboolean        withdrawn; /* a root took back the newest index on the disk */
  gboolean        repaired;  /* something was damaged */
} VetoFeed;

/**
 * veto_feed_load:
 * @folder: (nullable): %NULL: nothing is on the disk
 * @language: to read the guidance in
 * @error: return location, %VETO_GUIDANCE_ERROR: not even the built-in guidance can be read
 *
 * Verifies everything again, from the root that is built in. Rule: security design, 3, S1 to S4.
 *
 * Returns: (transfer full) (nullable)
 */
VetoFeed *
veto_feed_load (const VetoFeedConfig *config, VetoFeedFolder *folder, const char *language, GError **error);

/**
 * veto_feed_take_root:
 * @folder: where the root is kept, before it is believed
 *
 * One step of a rotation, U3 and U5. When the index keys change and the guidance in use is not signed by the new ones, what is used
 * from now on is chosen anew, and @withdrawn is set.
 *
 * Returns: (transfer full) (nullable): %VETO_TRUST_ERROR or %VETO_UPDATE_ERROR_DISK
 */
VetoFeed *veto_feed_take_root (const VetoFeed       *self,
                               const VetoFeedConfig *config,
                               VetoFeedFolder       *folder,
                               const char           *language,
                               GBytes               *bytes,
                               GError              **error);

/* Returns: (transfer full): the same with another state and set; for guidance that has just been installed */
VetoFeed *veto_feed_replace (const VetoFeed *self, VetoTrustState *trust, VetoGuideSet *set);

/**
 * veto_feed_load_previous:
 *
 * Returns: (transfer full) (nullable): the guidance that was in use before @self; %NULL without an error when there was none
 */
VetoGuideSet *veto_feed_load_previous (const VetoFeed       *self,
                                       const VetoFeedConfig *config,
                                       VetoFeedFolder       *folder,
                                       const char           *language,
                                       GError              **error);

/* Returns: (transfer full) (nullable): the file from the disk, if it is the one that an index names */
GBytes *veto_feed_read_blob (VetoFeedFolder *folder, const VetoTrustFile *file, GError **error);

VetoFeed *veto_feed_ref (VetoFeed *self);
void      veto_feed_unref (VetoFeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoFeed, veto_feed_unref)

G_END_DECLS
