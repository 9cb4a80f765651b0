/* The proof of one case: a GListModel of VetoProof, in the order in which it was added; on disk before in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "veto-proof-file.h"
#include "veto-proof.h"
#include "veto-store.h"

G_BEGIN_DECLS

#define VETO_TYPE_PROOF_LIST (veto_proof_list_get_type ())
G_DECLARE_FINAL_TYPE (VetoProofList, veto_proof_list, VETO, PROOF_LIST, GObject)

/**
 * veto_proof_list_new:
 * @error: return location, %VETO_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what is kept in that case. Their bytes are looked at once veto_proof_list_check() is called
 */
VetoProofList *veto_proof_list_new (VetoStore *store, const char *case_id, GError **error);

/* Looks in threads, one after the other, whether what is kept is still what was added, and what e-mails say. Stops when the
 * list is gone. */
void veto_proof_list_check (VetoProofList *self);

/**
 * veto_proof_list_add_file_async:
 * @file: as a chooser or a drag gives it
 *
 * Reads it, and writes it to the database, in threads. Errors: %VETO_PROOF_ERROR with a sentence for people, %VETO_STORE_ERROR,
 * or %G_IO_ERROR_CANCELLED, and then nothing was added.
 */
void veto_proof_list_add_file_async (VetoProofList      *self,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            data);

/* The same with bytes that are there: a picture that was pasted. @name: what it is to be called */
void veto_proof_list_add_bytes_async (VetoProofList      *self,
                                      const char         *name,
                                      GBytes             *bytes,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            data);

/* Returns: (transfer full) (nullable): for both; it is in the list */
VetoProof *veto_proof_list_add_finish (VetoProofList *self, GAsyncResult *result, GError **error);

/* Returns the bytes as they are kept; "condition" of @proof then says whether they are what was added. */
void    veto_proof_list_read_async (VetoProofList      *self,
                                    VetoProof          *proof,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);
GBytes *veto_proof_list_read_finish (VetoProofList *self, GAsyncResult *result, GError **error);

/**
 * veto_proof_list_remove:
 *
 * Takes it out of the list. It stays in the database until veto_proof_list_delete_removed_async(), so that it can come back, even when
 * the computer goes off before.
 */
void veto_proof_list_remove (VetoProofList *self, VetoProof *proof);

/* Puts it back in its place. */
void veto_proof_list_put_back (VetoProofList *self, VetoProof *proof);

/* Deletes what was removed and not put back, in a thread; @callback (nullable) is called when that is through. Where it fails, it is there
 * again the next time. */
void veto_proof_list_delete_removed_async (VetoProofList      *self,
                                           VetoProof          *proof,
                                           GAsyncReadyCallback callback,
                                           gpointer            data);

const char *veto_proof_list_get_case_id (VetoProofList *self);

G_END_DECLS
