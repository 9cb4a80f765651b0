/* Private to cases: how proof is made, and the work on its bytes, which is done in threads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-proof.h"
#include "veto-store-proof.h"

G_BEGIN_DECLS

/* @row: (transfer full) */
VetoProof            *veto_proof_new (VetoStoreProof *row);
const VetoStoreProof *veto_proof_get_row (VetoProof *self);

/* What was found out. @mail: (transfer full) (nullable): %NULL leaves the one that is there */
void veto_proof_take_finding (VetoProof *self, VetoProofCondition condition, VetoProofMail *mail);

/* A file that is ready to be written: its row, and its bytes. */
typedef struct
{
  VetoStoreProof *row;
  GBytes         *bytes;
  VetoProofMail  *mail; /* nullable */
} VetoProofParcel;

void veto_proof_parcel_free (VetoProofParcel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoProofParcel, veto_proof_parcel_free)

/**
 * veto_proof_pack_async:
 * @file: (nullable): what to read, or else
 * @name: (nullable): the name, and
 * @bytes: (nullable): the bytes that are there already
 *
 * Reads, looks what it is, counts its SHA-256. Errors are %VETO_PROOF_ERROR.
 */
void             veto_proof_pack_async (const char         *case_id,
                                        GFile              *file,
                                        const char         *name,
                                        GBytes             *bytes,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            data);
VetoProofParcel *veto_proof_pack_finish (GAsyncResult *result, GError **error);

/* Whether @bytes are those of @row, and what they say when they are an e-mail. The answer is a parcel without a row; its
 * bytes are %NULL when they are others. */
void             veto_proof_examine_async (const VetoStoreProof *row,
                                           GBytes               *bytes,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
VetoProofParcel *veto_proof_examine_finish (GAsyncResult *result, GError **error);

G_END_DECLS
