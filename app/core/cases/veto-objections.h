/* All that one can object to, with what is done about each: a GListModel of VetoObjection. For each platform, in the
 * guidance's order or that of veto_objections_set_first(), that of the person's own first account, with or without a case, then those of other accounts that have a
 * case; at the end the companies that have one. A platform's main goal is that of its first guide; what else one can do there
 * is found by its goal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-case-book.h"
#include "veto-guidance.h"
#include "veto-objection.h"
#include "veto-store-rows.h"

G_BEGIN_DECLS

#define VETO_TYPE_OBJECTIONS (veto_objections_get_type ())
G_DECLARE_FINAL_TYPE (VetoObjections, veto_objections, VETO, OBJECTIONS, GObject)

/**
 * veto_objections_new:
 * @guidance: the platforms; after a swap the list is made anew
 * @book: the cases; followed as they come, go and change
 *
 * Signal "changed" (no arguments): after any objection changed, or the list itself.
 *
 * Returns: (transfer full)
 */
VetoObjections *veto_objections_new (VetoGuidance *guidance, VetoCaseBook *book);

/**
 * veto_objections_find:
 * @id: veto_objection_get_id(); of an account that became the first one, also the id it had before
 *
 * Returns: (transfer none) (nullable): what is done about the main goal there. A company that the guidance knows is found
 *   also when it is not in the list: nothing was begun
 */
VetoObjection *veto_objections_find (VetoObjections *self, const char *id);

/* (transfer none) (nullable): the same for any goal that the platform has a guide for */
VetoObjection *veto_objections_find_goal (VetoObjections *self, const char *id, const char *goal);

/* (transfer none) (nullable): the one whose case that is */
VetoObjection *veto_objections_find_case (VetoObjections *self, VetoCase *item);

/**
 * veto_objections_set_first:
 * @platforms: (array zero-terminated=1): ids of platforms that the person uses; what the guidance does not have is left out
 *
 * These come before the others: objections first, because they count from the day they are sent on, then what takes fewer
 * minutes, then in the guidance's order.
 */
void veto_objections_set_first (VetoObjections *self, const char *const *platforms);

/* How many minutes the platforms of veto_objections_set_first() take that are in the list; *out_n: how many these are. */
guint veto_objections_sum_minutes (VetoObjections *self, guint *out_n);

/* How many objections are in @state. */
guint veto_objections_count (VetoObjections *self, VetoCaseState state);

G_END_DECLS
