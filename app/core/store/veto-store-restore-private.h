/* Private to store: what checking and exchanging share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-restore.h"

G_BEGIN_DECLS

#define VETO_STORE_DRAFT_PREFIX "restore-"

struct _VetoStoreCopy
{
  char             *folder;
  char             *draft; /* NULL once it is in place */
  VetoStoreContents contents;
};

/* Copies all of @n_bytes, and waits for the disk. errno says why not; ECANCELED, or EIO when there was less to read. */
gboolean veto_store_copy_bytes (int from, int to, gint64 n_bytes, GCancellable *cancellable);

/* Takes away the companions that SQLite may have made for a file; and the file with them. */
void veto_store_drop_companions (const char *path);
void veto_store_drop_draft (const char *path);

/* As the public functions, for who has the lock already. @folder: of veto_store_find_folder() */
VetoStoreCopy *veto_store_check_copy_locked (const char   *folder,
                                             const char   *path,
                                             GCancellable *cancellable,
                                             GError      **error);
gboolean veto_store_swap_locked (const char *folder, const char *incoming, char **out_aside, GError **error);

G_END_DECLS
