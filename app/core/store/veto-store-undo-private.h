/* Private to store: keeps rows before they are deleted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-store-sql.h"
#include "veto-store-undo.h"

G_BEGIN_DECLS

/* Rows of one table. */
typedef struct
{
  const char *table;
  const char *select;       /* which rows, and which columns; all of them where they are to be added again */
  const char *write;        /* (nullable): how a row of those columns is put back; NULL: it is added */
  gboolean    may_be_there; /* a row that is there all the same is left as it is */
} VetoStorePart;

/* Deletes, inside of the transaction of veto_store_take_out(), after veto_store_undo_keep(). */
typedef gboolean (*VetoStoreUndoWork) (sqlite3 *db, VetoStoreUndo *undo, gpointer data, GError **error);

/**
 * veto_store_undo_keep:
 * @parts: in the order in which they are put back: a row comes after those that it names
 * @types: as veto_sql_prepare() has them, for what every select of @parts is given
 */
gboolean veto_store_undo_keep (VetoStoreUndo       *undo,
                               sqlite3             *db,
                               const VetoStorePart *parts,
                               gsize                n_parts,
                               GError             **error,
                               const char          *types,
                               const char          *first,
                               const char          *second);

/**
 * veto_store_take_out:
 *
 * Runs @work in a transaction, empties the journal, so that what went is in no file of Veto's any more but the copies
 * (veto_store_list_kept()), and tells who reads cases, accounts and letters.
 *
 * Returns: (transfer full) (nullable): what @work kept
 */
VetoStoreUndo *veto_store_take_out (VetoStore *self, VetoStoreUndoWork work, gpointer data, GError **error);

G_END_DECLS
