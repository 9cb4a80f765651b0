/* What rests on which source, over all platforms; equal statements are one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

/**
 * VetoStatementKind:
 * @VETO_STATEMENT_GUIDE: the steps of a guide; the text is its title
 * @VETO_STATEMENT_FACT: a fact
 * @VETO_STATEMENT_EVENT: an entry of the history
 */
typedef enum {
  VETO_STATEMENT_GUIDE,
  VETO_STATEMENT_FACT,
  VETO_STATEMENT_EVENT,
} VetoStatementKind;

/* Something the guidance says in the same words of one platform or of several. Owned by the index. */
typedef struct
{
  VetoStatementKind kind;
  VetoTopic         topic; /* of a fact */
  const char       *text;
  GDate             day; /* of an event; of the others not g_date_valid() */
  VetoEvidence
    evidence; /* of all platforms together: the most careful certainty, the newest day, each source once;
                                 "tried" is never valid */
  GPtrArray *platforms; /* of VetoPlatform, in the order of the guidance */
} VetoStatement;

/* A source, and what rests on it. Owned by the index. */
typedef struct
{
  const VetoSource *source;
  GPtrArray
    *statements; /* of VetoStatement, at least one: guides, facts, then events with the newest first */
} VetoSourceUse;

typedef struct _VetoSourceIndex VetoSourceIndex;

/**
 * veto_source_index_new:
 * @set: the guidance; kept as long as the index
 *
 * Statements are one when they are of the same kind and have the same words and, as events, the same day. The ids do not
 * count: two platforms may say different things under the same one.
 *
 * Returns: (transfer full): free it with veto_source_index_free()
 */
VetoSourceIndex *veto_source_index_new (VetoGuideSet *set);
void             veto_source_index_free (VetoSourceIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoSourceIndex, veto_source_index_free)

VetoGuideSet *veto_source_index_get_set (VetoSourceIndex *self); /* (transfer none) */

/* (transfer none): the events of all platforms, of VetoStatement, newest first */
GPtrArray *veto_source_index_get_history (VetoSourceIndex *self);

/* (transfer none): the facts of @topic, of VetoStatement, in the order of the guidance */
GPtrArray *veto_source_index_get_facts (VetoSourceIndex *self, VetoTopic topic);

/* (transfer none): of VetoSourceUse, newest source first. A source that nothing rests on is not among them. */
GPtrArray *veto_source_index_get_sources (VetoSourceIndex *self);

G_END_DECLS
