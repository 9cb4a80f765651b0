/* The item of the lists that stands for a case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-services.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): the item of @item, by whose id "win.platform" and "win.walk" go; none for another goal than the
 * main one of its platform */
VetoObjection *veto_case_item_find (VetoServices *services, VetoCase *item);

/* Returns: (transfer none): the id for "win.platform" and "win.walk" */
const char *veto_case_item_get_id (VetoServices *services, VetoCase *item);

G_END_DECLS
