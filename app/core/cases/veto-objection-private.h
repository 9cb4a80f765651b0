/* How VetoObjections makes and moves a VetoObjection.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-objection.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the objection to @platform with @goal, without a case. @account: (nullable): the id of an account
 * that is not the own first one there */
VetoObjection *veto_objection_new (VetoPlatform *platform, const char *account, const char *goal);

/* Returns: (transfer full): the same for a company; one that @set no longer has is called by its id */
VetoObjection *veto_objection_new_for_company (VetoGuideSet *set,
                                               const char   *company,
                                               const char   *account,
                                               const char   *goal);

/* @item: (nullable): its case from now on; emits "changed" when that is another one */
void veto_objection_set_case (VetoObjection *self, VetoCase *item);

G_END_DECLS
