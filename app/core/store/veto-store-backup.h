/* Private to store: copies of the database.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-sql.h"

G_BEGIN_DECLS

/**
 * veto_store_keep_version:
 * @db: a file, not in a transaction
 * @version: what it is by now
 *
 * Keeps a copy of the database beside it, "veto.db.before-2" for version 1: whole, read back and on the disk, or not
 * there at all. One of the same name from an earlier try is replaced. Rule: security design, 5.
 */
gboolean veto_store_keep_version (sqlite3 *db, gint64 version, GError **error);

/* Returns: (transfer full) (nullable): the same database in memory, for what may not write to the disk */
sqlite3 *veto_store_copy_to_memory (sqlite3 *from, GError **error);

/* What is in the file is on the disk. VACUUM INTO leaves it to the system when that is so. */
gboolean veto_store_sync_file (const char *path, GError **error);

G_END_DECLS
