/* How VetoObjections makes and moves a VetoObjection.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-objection.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the objection to @platform with @goal, without a case */
VetoObjection *veto_objection_new (VetoPlatform *platform, const char *goal);

/* @item: (nullable): its case from now on; emits "changed" when that is another one */
void veto_objection_set_case (VetoObjection *self, VetoCase *item);

G_END_DECLS
