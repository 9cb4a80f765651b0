/* What a platform consists of, and how its reader makes one. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-platform.h"
#include "veto-pool.h"

G_BEGIN_DECLS

typedef struct
{
  const char             *id;
  const char             *name;
  const char             *summary;
  const char             *colour;
  const char             *controller;
  const char             *category;
  guint                   minutes;
  const char *const      *covers;
  const char *const      *not_covered;
  const VetoFact         *facts;
  guint                   n_facts;
  const VetoHistoryEntry *history;
  guint                   n_history;
  const VetoGuide        *guides;
  guint                   n_guides;
} VetoPlatformContent;

/* What a step was made of; VetoStep.revision_source. @english holds title, body, why and the words of each row, an empty
 * text where there are none. */
typedef struct
{
  const VetoJson    *structure;
  const char *const *english;
  guint              n_english;
} VetoStepOrigin;

/* @content: lives in @pool, which the platform keeps. Returns: (transfer full) */
VetoPlatform *veto_platform_new (VetoPool *pool, const VetoPlatformContent *content);

G_END_DECLS
