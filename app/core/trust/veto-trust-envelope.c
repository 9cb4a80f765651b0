/* Envelopes: strictly read, then counted by different keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-envelope.h"

#include <string.h>

#include "veto-trust-read.h"

#define MAX_SIGNATURES 16

const char *
veto_trust_kind_get_payload_type (VetoTrustKind kind)
{
  return kind == VETO_TRUST_ROOT ? "application/vnd.veto.root.v1+json" : "application/vnd.veto.index.v1+json";
}

const char *
veto_trust_kind_get_name (VetoTrustKind kind)
{
  return kind == VETO_TRUST_ROOT ? "root.json" : "index.json";
}

gsize
veto_trust_kind_get_max_bytes (VetoTrustKind kind)
{
  return kind == VETO_TRUST_ROOT ? VETO_TRUST_MAX_ROOT_BYTES : VETO_TRUST_MAX_INDEX_BYTES;
}

GBytes *
veto_trust_encode_message (VetoTrustKind kind, GBytes *payload)
{
  const char *type = veto_trust_kind_get_payload_type (kind);
  gsize       n_bytes;
  const char *data = g_bytes_get_data (payload, &n_bytes);
  GString    *message = g_string_sized_new (n_bytes + 100);

  g_string_append_printf (message, "DSSEv1 %" G_GSIZE_FORMAT " %s %" G_GSIZE_FORMAT " ", strlen (type), type,
                          n_bytes);
  g_string_append_len (message, data, (gssize) n_bytes);
  return g_string_free_to_bytes (message);
}

static gboolean
has_signature (const VetoTrustEnvelope *self, const char *key_id)
{
  for (guint i = 0; i < self->n_signatures; i++)
    if (g_str_equal (self->signatures[i].key_id, key_id))
      return TRUE;
  return FALSE;
}

static gboolean
read_signature (VetoTrustEnvelope *self, const VetoJson *object, const char *where, GError **error)
{
  VetoTrustSignature *signature = &self->signatures[self->n_signatures];
  const char         *key_id = veto_json_get_text (object, where, "keyid", error), *text;
  g_autoptr(GBytes) bytes = NULL;

  text = key_id != NULL ? veto_json_get_text (object, where, "sig", error) : NULL;
  if (text == NULL)
    return FALSE;
  if (!veto_trust_is_hex (key_id))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s.keyid: not 64 hexadecimal digits", where);
  if (has_signature (self, key_id))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s.keyid: the same key twice", where);
  bytes = veto_trust_decode_base64 (text);
  if (bytes == NULL || g_bytes_get_size (bytes) != VETO_TRUST_SIGNATURE_BYTES)
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s.sig: not 64 bytes in base64", where);

  memcpy (signature->key_id, key_id, sizeof signature->key_id);
  memcpy (signature->signature, g_bytes_get_data (bytes, NULL), VETO_TRUST_SIGNATURE_BYTES);
  self->n_signatures++;
  return TRUE;
}

static gboolean
read_signatures (VetoTrustEnvelope *self, const VetoJson *root, const char *where, GError **error)
{
  const VetoJson  *list = veto_json_get_array (root, where, "signatures", error);
  g_autofree char *place = veto_json_dup_member_path (where, "signatures");

  if (list == NULL)
    return FALSE;
  /* before anything is computed: a list of thousands must cost nothing (CVE-2020-6173) */
  if (list->n_items < 1 || list->n_items > MAX_SIGNATURES)
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s: %u signatures; there must be 1 to %d",
                            place, list->n_items, MAX_SIGNATURES);
  self->signatures = g_new0 (VetoTrustSignature, list->n_items);
  for (guint i = 0; i < list->n_items; i++)
    {
      g_autofree char *element = veto_json_dup_element_path (place, i);
      const VetoJson  *object = veto_json_get_element_object (list, place, i, error);

      if (object == NULL || !read_signature (self, object, element, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_envelope (VetoTrustEnvelope *self,
               const VetoJson    *root,
               const char        *where,
               VetoTrustKind      kind,
               GError           **error)
{
  const char *type = veto_json_get_text (root, where, "payloadType", error), *text;

  text = type != NULL ? veto_json_get_text (root, where, "payload", error) : NULL;
  if (text == NULL)
    return FALSE;
  if (!g_str_equal (type, veto_trust_kind_get_payload_type (kind)))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s payloadType: not %s", where,
                            veto_trust_kind_get_payload_type (kind));
  self->payload = veto_trust_decode_base64 (text);
  if (self->payload == NULL)
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s payload: not base64", where);
  return read_signatures (self, root, where, error);
}

VetoTrustEnvelope *
veto_trust_envelope_parse (GBytes *bytes, VetoTrustKind kind, GError **error)
{
  const char      *name = veto_trust_kind_get_name (kind);
  gsize            max_bytes = veto_trust_kind_get_max_bytes (kind);
  g_autofree char *where = g_strconcat (name, ":", NULL);
  GError          *problem = NULL;
  g_autoptr(VetoJsonDocument) document = NULL;
  g_autoptr(VetoTrustEnvelope) self = g_new0 (VetoTrustEnvelope, 1);

  document = veto_trust_read_document (bytes, name, max_bytes, max_bytes, error);
  if (document == NULL)
    return NULL;
  if (!read_envelope (self, veto_json_document_get_root (document), where, kind, &problem))
    {
      veto_trust_fail_with (error, problem);
      return NULL;
    }
  self->message = veto_trust_encode_message (kind, self->payload);
  return g_steal_pointer (&self);
}

void
veto_trust_envelope_free (VetoTrustEnvelope *self)
{
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->message, g_bytes_unref);
  g_free (self->signatures);
  g_free (self);
}

/* Stops at @max, because each signature takes a tenth of a millisecond, and a start may look at many roots. */
static guint
count_good (const VetoTrustEnvelope *self, const VetoTrustRole *role, guint max)
{
  guint n_good = 0;

  /* ids are different here and keys are different there, so no key counts twice (CVE-2020-6174) */
  for (guint i = 0; i < self->n_signatures && n_good < max; i++)
    {
      const VetoTrustKey *key = veto_trust_role_find (role, self->signatures[i].key_id);
      if (key != NULL && veto_trust_key_verifies (key, self->message, self->signatures[i].signature))
        n_good++;
    }
  return n_good;
}

guint
veto_trust_envelope_count (const VetoTrustEnvelope *self, const VetoTrustRole *role)
{
  return count_good (self, role, G_MAXUINT);
}

gboolean
veto_trust_envelope_check (const VetoTrustEnvelope *self,
                           const VetoTrustRole     *role,
                           const char              *role_name,
                           GError                 **error)
{
  /* an empty role would be satisfied by nobody (CVE-2020-10759), so 1 is asked for here as well */
  guint n_needed = MAX (role->threshold, 1);
  guint n_good = count_good (self, role, n_needed);

  if (n_good >= n_needed)
    return TRUE;
  return veto_trust_fail (error, VETO_TRUST_ERROR_SIGNATURE, "%u of %u keys of the %s signed; %u must",
                          n_good, role->n_keys, role_name, n_needed);
}
