/* What a kind of letter consists of, and how its reader makes one. Private to guidance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-letter-kind.h"
#include "veto-pool.h"

G_BEGIN_DECLS

typedef struct
{
  const char              *id;
  const char              *goal;
  const char              *language;
  const char              *title;
  const char              *summary;
  VetoLetterTo             to;
  guint                    reply_months;
  guint                    reply_days;
  const VetoLetterRegime  *regimes;
  guint                    n_regimes;
  VetoField               *fields;
  guint                    n_fields;
  const char *const       *any_of; /* (nullable) (array zero-terminated=1): ids of fields */
  const VetoParagraph     *paragraphs;
  guint                    n_paragraphs;
  const VetoSource *const *sources;
  VetoLetterWords          words;
} VetoLetterContent;

/* @content: lives in @pool, which the kind keeps. Returns: (transfer full) */
VetoLetterKind *veto_letter_kind_new (VetoPool *pool, const VetoLetterContent *content);

VetoField *veto_letter_content_find_field (const VetoLetterContent *self, const char *id); /* (nullable) */

/* The placeholders that are no fields. */
extern const char *const veto_letter_values[];

G_END_DECLS
