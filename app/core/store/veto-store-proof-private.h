/* Private to store: proof on any connection, of the main thread or of another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-proof.h"
#include "veto-store-sql.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) */
GBytes  *veto_store_load_proof (sqlite3 *db, const char *id, GCancellable *cancellable, GError **error);
gboolean veto_store_insert_proof (sqlite3              *db,
                                  const VetoStoreProof *proof,
                                  GBytes               *bytes,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean veto_store_remove_proof (sqlite3 *db, const char *id, GError **error);

G_END_DECLS
