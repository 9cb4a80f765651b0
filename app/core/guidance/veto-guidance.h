/* The living list of platforms: a GListModel of VetoPlatform whose content is swapped as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-guide-set.h"

G_BEGIN_DECLS

#define VETO_TYPE_GUIDANCE (veto_guidance_get_type ())
G_DECLARE_FINAL_TYPE (VetoGuidance, veto_guidance, VETO, GUIDANCE, GObject)

/* Property "set" (VetoGuideSet, read-only, notified after a swap). */
VetoGuidance *veto_guidance_new (VetoGuideSet *set);
VetoGuideSet *veto_guidance_get_set (VetoGuidance *self); /* (transfer none) */

/**
 * veto_guidance_swap:
 * @set: the guidance to use from now on
 *
 * Replaces everything in one step; "items-changed" and notify::set follow. Pages keep ids, and look them up again.
 */
void veto_guidance_swap (VetoGuidance *self, VetoGuideSet *set);

/* (transfer none) (nullable) */
VetoPlatform *veto_guidance_find (VetoGuidance *self, const char *id);

G_END_DECLS
