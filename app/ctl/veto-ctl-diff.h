/* How a change of guidance is shown to those who have to agree to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-authoring.h"
#include "veto-ctl-json.h"

G_BEGIN_DECLS

/* Adds what changed and where, before and after, to a page of text. */
void veto_ctl_diff_add_change (GString *page, const VetoChange *change);

/* Sets "changes" of the object that is being built. @changes: (element-type VetoChange) */
void veto_ctl_diff_set_changes (JsonBuilder *builder, const GPtrArray *changes);

G_END_DECLS
