/* Private to store: its inside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-sql.h"
#include "veto-store.h"

G_BEGIN_DECLS

/* (transfer none): the one connection */
sqlite3 *veto_store_get_db (VetoStore *self);

/* Remembers @data_version as the state that the caller has read; see veto_store_has_changed(). */
void veto_store_set_seen (VetoStore *self, gint64 data_version);

G_END_DECLS
