/* What the files of VetoObjections share. Private to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-objection-private.h"
#include "veto-objections.h"

G_BEGIN_DECLS

struct _VetoObjections
{
  GObject       parent_instance;
  VetoGuidance *guidance;
  VetoCaseBook *book;
  GPtrArray    *items;  /* the list: main goals */
  GPtrArray    *others; /* other goals, made when they are asked for */
  GPtrArray    *loose;  /* companies that nothing was begun about, made when they are looked at */
  char        **first;  /* nullable: ids of the platforms that come first */
};

/* Emits "changed". */
void veto_objections_tell (VetoObjections *self);

/* (transfer none): @item (transfer full), whose "changed" is the list's from now on; it is in @items */
VetoObjection *veto_objections_follow (VetoObjections *self, GPtrArray *items, VetoObjection *item);

/* None of @items is followed or held any more. */
void veto_objections_clear (VetoObjections *self, GPtrArray *items);

/* @item gets its case, or none; only what really changed speaks up. */
void veto_objections_match (VetoObjections *self, VetoObjection *item);

/* Makes the list as guidance and cases say now. @stays: whether what is there already stays the same object. */
void veto_objections_fill (VetoObjections *self, gboolean stays);

G_END_DECLS
