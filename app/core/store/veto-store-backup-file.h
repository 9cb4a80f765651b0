/* A copy of everything, as one file that the person keeps where they want.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-store.h"

G_BEGIN_DECLS

/* What is in a database. */
typedef struct
{
  guint  n_cases;
  guint  n_letters;
  guint  n_proof;
  gint64 changed; /* seconds UTC, of the newest entry; 0: there is none */
} VetoStoreContents;

/* What is in the store now. */
gboolean veto_store_count_contents (VetoStore *self, VetoStoreContents *out_contents, GError **error);

/**
 * veto_store_back_up:
 * @self: open in any mode
 * @path: where to
 * @replace: whether a file of that name is to be replaced; ask the person first
 * @out_contents: (out caller-allocates) (optional): what is in the copy
 * @cancellable: (nullable)
 * @error: return location, %VETO_STORE_ERROR, or %G_IO_ERROR_CANCELLED. %VETO_STORE_ERROR_EXISTS: @replace was not set;
 *   %VETO_STORE_ERROR_MISSING: the folder is not there, or nothing is kept yet; %VETO_STORE_ERROR_NOT_OURS: @path is
 *   Veto's own folder, or no file; the message begins with @path
 *
 * The copy is of one moment, whoever writes meanwhile. It is made beside @path, read back and checked page by page, and
 * only then gets its name: it is there as a whole (0600) or not at all. Passwords are not in it, they are not in the
 * database. Rule: security design, 5 and 7.
 */
gboolean veto_store_back_up (VetoStore         *self,
                             const char        *path,
                             gboolean           replace,
                             VetoStoreContents *out_contents,
                             GCancellable      *cancellable,
                             GError           **error);

/* The same in a thread, on a connection of its own; @self may be used meanwhile, and may be gone before the end. */
void     veto_store_back_up_async (VetoStore          *self,
                                   const char         *path,
                                   gboolean            replace,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            data);
gboolean veto_store_back_up_finish (GAsyncResult *result, VetoStoreContents *out_contents, GError **error);

G_END_DECLS
