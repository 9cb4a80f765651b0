/* What is known about a platform: other ways, what an objection does and does not do, what happened, each with its source.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "veto-guidance.h"
#include "veto-objection.h"

G_BEGIN_DECLS

#define VETO_TYPE_PLATFORM_FACTS (veto_platform_facts_get_type ())
G_DECLARE_FINAL_TYPE (VetoPlatformFacts, veto_platform_facts, VETO, PLATFORM_FACTS, GtkWidget)

/* Signals: "way-chosen" (the id of a guide): the person wants to object that way; "guide-chosen" (the id of a guide of
 * another goal): the person wants to follow it. @guidance: its glossary explains legal terms.
 * Returns: (transfer floating) */
GtkWidget *veto_platform_facts_new (VetoGuidance *guidance);

/* Whether it shows what is known about the platform of @item, beside the way that the person goes. */
gboolean veto_platform_facts_is_about (VetoPlatformFacts *self, VetoObjection *item);

/* Shows what is known about the platform of @item; does nothing when it shows that already. */
void veto_platform_facts_show (VetoPlatformFacts *self, VetoObjection *item);

G_END_DECLS
