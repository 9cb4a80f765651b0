/* How VetoAccountBook makes and changes a VetoPerson.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-person.h"
#include "veto-store-accounts.h"

G_BEGIN_DECLS

/* @row: (transfer full): what the store has */
VetoPerson            *veto_person_new (VetoStorePerson *row);
void                   veto_person_take_row (VetoPerson *self, VetoStorePerson *row);
const VetoStorePerson *veto_person_get_row (VetoPerson *self);

G_END_DECLS
