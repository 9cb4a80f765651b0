/* Private to store: whether a file that comes from somewhere is a whole database of ours.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-store-backup-file.h"
#include "veto-store-sql.h"

G_BEGIN_DECLS

/* From now on what @db does ends with an error once @cancellable (nullable) is cancelled. */
void veto_store_watch_cancellable (sqlite3 *db, GCancellable *cancellable);

/**
 * veto_store_check_whole:
 * @db: a file whose header was looked at
 * @path: how to call it
 *
 * Its tables must be, letter for letter, those of the version that it says it has: no view, no trigger, nothing more and
 * nothing less (%VETO_STORE_ERROR_NOT_OURS). Then every page is looked at, and every row that names another one
 * (%VETO_STORE_ERROR_DAMAGED). Tables come first, so that no expression of a foreign one is ever computed.
 */
gboolean veto_store_check_whole (sqlite3 *db, const char *path, GError **error);

/* What is in a database of any version. */
gboolean veto_store_read_contents (sqlite3 *db, VetoStoreContents *out_contents, GError **error);

/* Brings the journal home, so that the database is one file. %VETO_STORE_ERROR_IN_USE while others read. */
gboolean veto_store_gather (sqlite3 *db, GError **error);

G_END_DECLS
