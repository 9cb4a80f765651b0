/* Signed envelopes, made one signature after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-sign.h"

#include <stdlib.h>
#include <string.h>

#include "veto-trust-read.h"

#define MAX_SIGNATURES 16

VetoTrustEnvelope *
veto_trust_envelope_new (VetoTrustKind kind, GBytes *payload)
{
  VetoTrustEnvelope *self = g_new0 (VetoTrustEnvelope, 1);

  self->payload = g_bytes_ref (payload);
  self->message = veto_trust_encode_message (kind, payload);
  return self;
}

static int
compare_signatures (gconstpointer a, gconstpointer b)
{
  const VetoTrustSignature *first = a, *second = b;
  return strcmp (first->key_id, second->key_id);
}

static VetoTrustSignature *
find_place (VetoTrustEnvelope *self, const char *key_id)
{
  for (guint i = 0; i < self->n_signatures; i++)
    if (g_str_equal (self->signatures[i].key_id, key_id))
      return &self->signatures[i];
  if (self->n_signatures >= MAX_SIGNATURES)
    return NULL;
  self->signatures = g_renew (VetoTrustSignature, self->signatures, self->n_signatures + 1);
  return &self->signatures[self->n_signatures++];
}

gboolean
veto_trust_envelope_add (VetoTrustEnvelope  *self,
                         const VetoTrustKey *key,
                         const guint8       *signature,
                         GError            **error)
{
  VetoTrustSignature *place;

  if (!veto_trust_key_verifies (key, self->message, signature))
    return veto_trust_fail (error, VETO_TRUST_ERROR_SIGNATURE, "not a signature of %s over this", key->id);
  place = find_place (self, key->id);
  if (place == NULL)
    return veto_trust_fail (error, VETO_TRUST_ERROR_TOO_BIG, "there are %d signatures already",
                            MAX_SIGNATURES);
  memcpy (place->key_id, key->id, sizeof place->key_id);
  memcpy (place->signature, signature, sizeof place->signature);
  qsort (self->signatures, self->n_signatures, sizeof *self->signatures, compare_signatures);
  return TRUE;
}

gboolean
veto_trust_envelope_sign (VetoTrustEnvelope *self, const VetoTrustSigner *signer, GError **error)
{
  guint8 signature[VETO_TRUST_SIGNATURE_BYTES];

  return veto_trust_signer_sign (signer, self->message, signature, error)
         && veto_trust_envelope_add (self, veto_trust_signer_get_key (signer), signature, error);
}

/* By hand, as every part is base64, hexadecimal or ours: nothing needs an escape. Members are in order of their names. */
GBytes *
veto_trust_envelope_write (const VetoTrustEnvelope *self, VetoTrustKind kind)
{
  gsize            n_bytes;
  const guchar    *data = g_bytes_get_data (self->payload, &n_bytes);
  g_autofree char *payload = g_base64_encode (data, n_bytes);
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"payload\":\"%s\",\"payloadType\":\"%s\",\"signatures\":[", payload,
                          veto_trust_kind_get_payload_type (kind));
  for (guint i = 0; i < self->n_signatures; i++)
    {
      const VetoTrustSignature *signature = &self->signatures[i];
      g_autofree char          *base64 = g_base64_encode (signature->signature, sizeof signature->signature);

      g_string_append_printf (text, "%s{\"keyid\":\"%s\",\"sig\":\"%s\"}", i > 0 ? "," : "",
                              signature->key_id, base64);
    }
  g_string_append (text, "]}\n");
  return g_string_free_to_bytes (text);
}
