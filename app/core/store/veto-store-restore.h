/* A copy of everything comes back: checked first, then put in the place of what is there, which is kept aside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-store-backup-file.h"

G_BEGIN_DECLS

/* More than that is neither made nor taken: forty times what proof should come to. */
#define VETO_STORE_MAX_COPY_BYTES (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

/* A copy that was checked, and lies ready beside the database. Freeing it takes it away, unless it was put in place. */
typedef struct _VetoStoreCopy VetoStoreCopy;

void veto_store_copy_free (VetoStoreCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreCopy, veto_store_copy_free)

const VetoStoreContents *veto_store_copy_get_contents (const VetoStoreCopy *self);

/**
 * veto_store_check_copy:
 * @folder: (nullable): as in veto_store_open(); nobody but this process may have it as %VETO_STORE_WINDOW
 * @path: any file; it is only read
 * @cancellable: (nullable)
 * @error: return location, %VETO_STORE_ERROR, or %G_IO_ERROR_CANCELLED: %VETO_STORE_ERROR_MISSING no such file,
 *   %VETO_STORE_ERROR_NOT_OURS no file, a link, of another program, or with other tables, %VETO_STORE_ERROR_DAMAGED,
 *   %VETO_STORE_ERROR_NEWER, %VETO_STORE_ERROR_TOO_BIG, %VETO_STORE_ERROR_IN_USE the file that Veto works with or one with
 *   a journal beside it. The message begins with @path, unless it is about Veto's own folder
 *
 * Looks at header and size by hand, then takes a copy of its own, so that nobody can change it meanwhile, and lets
 * SQLite read that with every defence on: tables letter for letter as one of our versions, every page, every reference. An older
 * one is brought up to date, and all is checked again. What the person has at present is not touched.
 * Rule: security design, 7 and 11 (42, 43).
 *
 * Returns: (transfer full) (nullable)
 */
VetoStoreCopy *
veto_store_check_copy (const char *folder, const char *path, GCancellable *cancellable, GError **error);

/* The same in a thread. The store may stay open meanwhile. */
void           veto_store_check_copy_async (const char         *folder,
                                            const char         *path,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            data);
VetoStoreCopy *veto_store_check_copy_finish (GAsyncResult *result, GError **error);

/**
 * veto_store_put_copy:
 * @copy: is in place afterwards, and empty
 * @out_aside: (out) (transfer full) (nullable): where the database is now that was there before; %NULL when there was none
 * @error: return location, %VETO_STORE_ERROR; all is then as it was
 *
 * Exchanges the database for the copy, in one step, at whatever moment Veto is killed. This process must have closed its
 * store. %VETO_STORE_ERROR_IN_USE while another one has it open. %VETO_STORE_ERROR_PRESENT: a database that cannot be used stays where it is: that
 * is veto_store_set_aside()'s to move, after a click.
 */
gboolean veto_store_put_copy (VetoStoreCopy *copy, char **out_aside, GError **error);

/**
 * veto_store_put_back:
 * @folder: (nullable): as in veto_store_open()
 * @aside: what veto_store_put_copy() gave
 * @error: as in veto_store_put_copy()
 *
 * The opposite: what was there before is there again, and what was brought back is kept aside in its turn.
 */
gboolean veto_store_put_back (const char *folder, const char *aside, GError **error);

/* Checks and exchanges, with the lock of a window from the beginning to the end: for vetoctl. @out_contents: (optional) */
gboolean veto_store_restore (const char        *folder,
                             const char        *path,
                             VetoStoreContents *out_contents,
                             char             **out_aside,
                             GError           **error);

G_END_DECLS
