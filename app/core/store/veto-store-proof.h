/* Proof as the database keeps it: files of a case, with their bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in veto-store-rows.h: what was written is on the disk when TRUE is returned, and nothing changed when FALSE is. The
 * asynchronous functions work in a thread with a connection of its own, so that the window never waits for 25 MB. */
#pragma once

#include <gio/gio.h>

#include "veto-store.h"

G_BEGIN_DECLS

/* 25 MB as file managers count them; one byte more is refused. Below the longest value a connection takes. */
#define VETO_STORE_MAX_PROOF_BYTES (25 * 1000 * 1000)

typedef struct
{
  char  *id;
  char  *case_id;
  char  *name;       /* as the file was called, made safe to show */
  char  *media_type; /* "image/png" */
  char  *sha256;     /* 64 hex digits, of the bytes as they were when they were added */
  gint64 size;       /* bytes */
  gint64 added_at;   /* seconds UTC */
} VetoStoreProof;

VetoStoreProof *veto_store_proof_copy (const VetoStoreProof *proof);
void            veto_store_proof_free (VetoStoreProof *proof);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoStoreProof, veto_store_proof_free)

/* Whether these bytes are those that were added. Takes some 0.1 s for 25 MB. */
gboolean veto_store_proof_matches (const VetoStoreProof *proof, GBytes *bytes);

/* @case_id: (nullable): only of that case. Returns: (transfer full) (nullable) (element-type VetoStoreProof): without the
 * bytes, in the order in which they were added */
GPtrArray *veto_store_read_proof (VetoStore *self, const char *case_id, GError **error);

/* Returns: (transfer full) (nullable): as they lie in the database, whether they match or not */
GBytes *veto_store_read_proof_bytes (VetoStore *self, const char *id, GError **error);

/**
 * veto_store_add_proof:
 * @proof: the whole row; its size is that of @bytes
 * @bytes: 1 to %VETO_STORE_MAX_PROOF_BYTES bytes
 *
 * In one transaction. A case that is gone is an error.
 */
gboolean veto_store_add_proof (VetoStore *self, const VetoStoreProof *proof, GBytes *bytes, GError **error);

/* A proof that is gone already is no error. Its bytes are overwritten in the file (secure_delete). */
gboolean veto_store_delete_proof (VetoStore *self, const char *id, GError **error);

/* The same in a thread. Cancelled before the commit, adding leaves nothing. The callback gets no source object. */
void     veto_store_read_proof_bytes_async (VetoStore          *self,
                                            const char         *id,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
GBytes  *veto_store_read_proof_bytes_finish (VetoStore *self, GAsyncResult *result, GError **error);
void     veto_store_add_proof_async (VetoStore            *self,
                                     const VetoStoreProof *proof,
                                     GBytes               *bytes,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean veto_store_add_proof_finish (VetoStore *self, GAsyncResult *result, GError **error);
void     veto_store_delete_proof_async (VetoStore          *self,
                                        const char         *id,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
gboolean veto_store_delete_proof_finish (VetoStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
