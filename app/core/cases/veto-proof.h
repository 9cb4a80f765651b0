/* One file that is kept as proof in a case. What was added never changes; whether it still is that, is found out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "veto-proof-kind.h"
#include "veto-proof-mail.h"

G_BEGIN_DECLS

#define VETO_TYPE_PROOF (veto_proof_get_type ())
G_DECLARE_FINAL_TYPE (VetoProof, veto_proof, VETO, PROOF, GObject)

/**
 * VetoProofCondition:
 * @VETO_PROOF_UNCHECKED: not looked at yet
 * @VETO_PROOF_INTACT: byte for byte what was added
 * @VETO_PROOF_CHANGED: the bytes are no longer those that were added
 * @VETO_PROOF_UNREADABLE: the database cannot give the bytes
 */
typedef enum {
  VETO_PROOF_UNCHECKED,
  VETO_PROOF_INTACT,
  VETO_PROOF_CHANGED,
  VETO_PROOF_UNREADABLE,
} VetoProofCondition;

/* Made by VetoProofList. Signal "changed" (no arguments): condition or mail are another. */
const char        *veto_proof_get_id (VetoProof *self);
const char        *veto_proof_get_name (VetoProof *self); /* safe to show, and as a name of a file */
const char        *veto_proof_get_media_type (VetoProof *self);
VetoProofKind      veto_proof_get_kind (VetoProof *self);
const char        *veto_proof_get_sha256 (VetoProof *self);
gint64             veto_proof_get_size (VetoProof *self);     /* bytes */
gint64             veto_proof_get_added_at (VetoProof *self); /* seconds UTC */
VetoProofCondition veto_proof_get_condition (VetoProof *self);

/* (transfer none) (nullable): what the head of an e-mail says; %NULL for other files, and until it was looked at */
const VetoProofMail *veto_proof_get_mail (VetoProof *self);

G_END_DECLS
