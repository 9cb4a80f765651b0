/* What was signed, and by whom: DSSE 1.0.2 in its JSON form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-key.h"

G_BEGIN_DECLS

#define VETO_TRUST_MAX_ROOT_BYTES (32 * 1024)
#define VETO_TRUST_MAX_INDEX_BYTES (64 * 1024)

/**
 * VetoTrustKind:
 * @VETO_TRUST_ROOT: who may sign, and which hosts there are; at most 32 KiB with its envelope
 * @VETO_TRUST_INDEX: which files there are; at most 64 KiB with its envelope
 */
typedef enum {
  VETO_TRUST_ROOT,
  VETO_TRUST_INDEX,
} VetoTrustKind;

/* The payload type that is signed with the payload: "application/vnd.veto.index.v1+json". */
const char *veto_trust_kind_get_payload_type (VetoTrustKind kind);

/* The name of such a document in messages: "index.json". */
const char *veto_trust_kind_get_name (VetoTrustKind kind);

gsize veto_trust_kind_get_max_bytes (VetoTrustKind kind);

typedef struct
{
  char   key_id[VETO_TRUST_HEX_BYTES + 1];
  guint8 signature[VETO_TRUST_SIGNATURE_BYTES];
} VetoTrustSignature;

typedef struct
{
  GBytes             *payload;
  GBytes             *message; /* what is signed: the payload with its type */
  VetoTrustSignature *signatures;
  guint               n_signatures; /* 1 to 16, of different ids */
} VetoTrustEnvelope;

/**
 * veto_trust_envelope_parse:
 * @bytes: an envelope from outside
 * @kind: what it must hold; the type of another kind is refused
 * @error: return location, %VETO_TRUST_ERROR_MALFORMED or %VETO_TRUST_ERROR_TOO_BIG
 *
 * The envelope is read before its signatures can be looked at, so nothing in it is believed yet. Whoever goes on
 * must take the payload from here and never read @bytes again. Rule: security design, 2.2.
 *
 * Returns: (transfer full) (nullable)
 */
VetoTrustEnvelope *veto_trust_envelope_parse (GBytes *bytes, VetoTrustKind kind, GError **error);

void veto_trust_envelope_free (VetoTrustEnvelope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoTrustEnvelope, veto_trust_envelope_free)

/* How many different keys of @role signed it. A signature of a stranger, or one that is wrong, counts nothing. */
guint veto_trust_envelope_count (const VetoTrustEnvelope *self, const VetoTrustRole *role);

/* Whether enough of them did; %VETO_TRUST_ERROR_SIGNATURE with both numbers. @role_name is for the message. */
gboolean veto_trust_envelope_check (const VetoTrustEnvelope *self,
                                    const VetoTrustRole     *role,
                                    const char              *role_name,
                                    GError                 **error);

/* Returns: (transfer full): the bytes to sign, "DSSEv1 34 application/… 208 {…" */
GBytes *veto_trust_encode_message (VetoTrustKind kind, GBytes *payload);

G_END_DECLS
