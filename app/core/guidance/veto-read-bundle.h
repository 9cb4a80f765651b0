/* A whole bundle: what the program and the linter have in common. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-bundle-files.h"
#include "veto-readers.h"

G_BEGIN_DECLS

typedef struct
{
  gint64     version;
  GPtrArray *platforms; /* of VetoPlatform */
  GPtrArray *letters;   /* of VetoLetterKind */
  VetoShared shared;
} VetoBundleContent;

void veto_bundle_content_clear (VetoBundleContent *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VetoBundleContent, veto_bundle_content_clear)

/* For authors: the file of each platform, and of each letter. */
typedef struct
{
  const char *const *platforms;
  const char *const *letters;
} VetoBundlePlaces;

/**
 * veto_read_bundle:
 * @root: guidance.json
 * @places: (nullable): for authors
 *
 * Reads the structure with the words that the reader has; what is wrong is complained of.
 */
void veto_read_bundle (VetoReader             *reader,
                       const VetoJson         *root,
                       const VetoBundlePlaces *places,
                       VetoBundleContent      *content);

/* Returns: (transfer full): the set, in @language; takes the hosts of @reader */
VetoGuideSet *veto_guide_set_new (VetoReader              *reader,
                                  const VetoBundleContent *content,
                                  const char              *language,
                                  const VetoBundleFiles   *files);

G_END_DECLS
