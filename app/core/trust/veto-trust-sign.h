/* Signed envelopes, made one signature after the other, on as many machines as there are signers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-trust-signer.h"

G_BEGIN_DECLS

/**
 * veto_trust_envelope_add:
 * @self: (inout): the envelope
 * @key: whose signature it is
 * @signature: 64 bytes
 * @error: return location, %VETO_TRUST_ERROR_SIGNATURE when it is not one of @key over this payload,
 *   %VETO_TRUST_ERROR_TOO_BIG when there are 16 already
 *
 * A signature that the same key made before is replaced.
 */
gboolean veto_trust_envelope_add (VetoTrustEnvelope  *self,
                                  const VetoTrustKey *key,
                                  const guint8       *signature,
                                  GError            **error);

/* The same with a key that is there. */
gboolean veto_trust_envelope_sign (VetoTrustEnvelope *self, const VetoTrustSigner *signer, GError **error);

/* Returns: (transfer full): an envelope that nobody has signed; it cannot be read before somebody has */
VetoTrustEnvelope *veto_trust_envelope_new (VetoTrustKind kind, GBytes *payload);

/* Returns: (transfer full): its bytes; the same for the same payload and signatures, in whatever order they were made */
GBytes *veto_trust_envelope_write (const VetoTrustEnvelope *self, VetoTrustKind kind);

G_END_DECLS
