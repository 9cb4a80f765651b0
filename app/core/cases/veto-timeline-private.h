/* Private to cases: how a timeline is made and brought up to date.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-rows.h"
#include "veto-timeline.h"

G_BEGIN_DECLS

struct _VetoTimeline
{
  GObject    parent_instance;
  VetoStore *store;
  char      *case_id;
  char      *goal;
  GPtrArray *steering;   /* of VetoEvent, in the order of the store: those that something follows from */
  GPtrArray *events;     /* nullable: all of them, once somebody asked: of many cases one looks at few */
  gboolean   is_partial; /* what is in events could not be read anew */
};

/* @row: of its case; its events are taken out of it */
VetoTimeline *veto_timeline_new (VetoStore *store, VetoStoreCase *row);

/* Takes over what the store has now. @row: as above */
void veto_timeline_take_events (VetoTimeline *self, VetoStoreCase *row);

/* (transfer full): the row that veto_timeline_add() would write, for who writes it together with something else */
VetoStoreEvent *veto_timeline_make_row (VetoTimeline *self, const VetoEventDraft *draft);

/* (transfer none) (element-type VetoEvent): all of them, in order; read, when nobody asked before */
GPtrArray *veto_timeline_get_events (VetoTimeline *self);

/* (transfer none) (element-type VetoEvent): in order, those that something follows from; never read anew for this */
GPtrArray *veto_timeline_get_steering (VetoTimeline *self);

G_END_DECLS
