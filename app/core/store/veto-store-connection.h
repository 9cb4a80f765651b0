/* Private to store: connections with every defence on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-look.h"
#include "veto-store-sql.h"

G_BEGIN_DECLS

/**
 * VetoConnection:
 * @VETO_CONNECTION_WRITE: to live with; leaves the journal as it is until veto_store_trust() was called
 * @VETO_CONNECTION_READ: beside others that write
 * @VETO_CONNECTION_STILL: to read a file that nobody writes; touches nothing, not even a lock
 * @VETO_CONNECTION_ALONE: to read a file together with its journal and keep everybody out; touches nothing
 * @VETO_CONNECTION_MEMORY: not on a disk
 */
typedef enum {
  VETO_CONNECTION_WRITE,
  VETO_CONNECTION_READ,
  VETO_CONNECTION_STILL,
  VETO_CONNECTION_ALONE,
  VETO_CONNECTION_MEMORY,
} VetoConnection;

/* Returns: (transfer full) (nullable) */
sqlite3 *veto_store_connect (const char *path, VetoConnection kind, GError **error);

/**
 * veto_store_verify:
 * @look: what veto_store_look() found at @path
 * @may_lock: whether the file may be locked for a moment, which needs the right to write it
 *
 * Looks at every page where the last exit was not clean or the file is small, and leaves all files as they are. Says
 * yes where another process has the file open: that one has looked.
 */
gboolean veto_store_verify (const char *path, const VetoStoreLook *look, gboolean may_lock, GError **error);

/* From now on the last connection to close may bring the journal's content home. */
gboolean veto_store_trust (sqlite3 *db, GError **error);

G_END_DECLS
