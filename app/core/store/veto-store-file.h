/* Private to store: folder, lock and files, before SQLite sees any of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "veto-store.h"

G_BEGIN_DECLS

#define VETO_STORE_FILE "veto.db"

/* What errno says in our words: read-only, full, or failed. */
VetoStoreError veto_store_code_of_errno (int errsv);

/* Sets %VETO_STORE_ERROR from errno as it is: "PATH: No space left on device". */
void veto_store_set_errno (const char *path, GError **error);

/**
 * veto_store_find_folder:
 * @folder: (nullable): as in veto_store_open()
 * @make: whether to make it where it is missing
 *
 * A folder that is a symbolic link is refused. The user's own folder is closed to others (0700) where @make is
 * set; a folder that was named belongs to whoever named it, and keeps its permissions.
 *
 * Returns: (transfer full) (nullable): its path without symbolic links, as SQLite's NOFOLLOW wants it
 */
char *veto_store_find_folder (const char *folder, gboolean make, GError **error);

/* Takes the lock that keeps a second window away; at once or not at all.
 * Returns: a file descriptor that holds the lock while it is open; -1 on error */
int veto_store_lock (const char *folder, GError **error);

/* Whether file and folder can be written; closes the file to others (0600) where it is not. */
gboolean veto_store_make_private (const char *folder, const char *path, GError **error);

/**
 * veto_store_put_file:
 * @path: what to make
 * @data: (array length=n_bytes): all that is in it
 *
 * Makes a file, 0600, that is either there and on the disk as a whole or not there at all. A file that is there
 * already stays, which is no error: another process was quicker.
 */
gboolean
veto_store_put_file (const char *folder, const char *path, const guint8 *data, gsize n_bytes, GError **error);

/* Makes @path what @draft is, unless something has that name; errno says why not. */
gboolean veto_store_rename_unless_there (const char *draft, const char *path);

/* A new name is on the disk only when its folder is. */
gboolean veto_store_sync_folder (const char *path, GError **error);

G_END_DECLS
