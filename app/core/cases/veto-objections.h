/* All platforms with what the person does about each: a GListModel of VetoObjection in the guidance's order. A platform's
 * main goal is that of its first guide; what else one can do there is found by its goal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-case-book.h"
#include "veto-guidance.h"
#include "veto-objection.h"

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

/* (transfer none) (nullable): what is done about the main goal of the platform of that id */
VetoObjection *veto_objections_find (VetoObjections *self, const char *platform);

/* (transfer none) (nullable): the same for any goal that the platform has a guide for */
VetoObjection *veto_objections_find_goal (VetoObjections *self, const char *platform, const char *goal);

/**
 * veto_objections_get_next:
 *
 * What is best to do next: to go on with what was begun last, else to look whether an answer came, else to look at what
 * changed since, else to begin something.
 *
 * Returns: (transfer none) (nullable): %NULL when everything is done
 */
VetoObjection *veto_objections_get_next (VetoObjections *self);

/* How many objections are in @state. */
guint veto_objections_count (VetoObjections *self, VetoCaseState state);

G_END_DECLS
