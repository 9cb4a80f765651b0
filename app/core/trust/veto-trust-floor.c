/* The newest index that was ever seen, as it lies on the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-floor.h"

#include <string.h>

#include "veto-trust-read.h"

#define MAX_FLOOR_BYTES 1024

static gboolean
read_hex (const VetoJson *object, const char *where, const char *member, char *out_hex, GError **error)
{
  const char *text = veto_json_get_text (object, where, member, error);

  if (text == NULL)
    return FALSE;
  if (!veto_trust_is_hex (text))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s %s: not 64 hexadecimal digits", where,
                            member);
  memcpy (out_hex, text, VETO_TRUST_HEX_BYTES + 1);
  return TRUE;
}

gboolean
veto_trust_floor_parse (VetoTrustFloor *self, GBytes *bytes, GError **error)
{
  static const char where[] = "floor.json:";
  GError           *problem = NULL;
  const VetoJson   *root;
  gint64            version;
  g_autoptr(VetoJsonDocument) document =
               veto_trust_read_document (bytes, "floor.json", MAX_FLOOR_BYTES, MAX_FLOOR_BYTES, error);

  if (document == NULL)
    return FALSE;
  root = veto_json_document_get_root (document);
  if (!veto_json_get_integer (root, where, "version", 1, VETO_TRUST_MAX_VERSION, &version, &problem)
      || !read_hex (root, where, "sha256", self->sha256, &problem)
      || !read_hex (root, where, "index_keys", self->index_keys, &problem))
    return veto_trust_fail_with (error, problem);
  self->version = (guint) version;
  return TRUE;
}

GBytes *
veto_trust_floor_write (const VetoTrustFloor *self)
{
  const VetoJson members[] = {
    { .kind = VETO_JSON_TEXT, .name = "index_keys", .text = self->index_keys },
    { .kind = VETO_JSON_TEXT, .name = "sha256", .text = self->sha256 },
    { .kind = VETO_JSON_INTEGER, .name = "version", .integer = self->version },
  };
  g_autoptr(VetoJsonDocument) document = veto_json_document_new_object (members, G_N_ELEMENTS (members));
  char *text = veto_json_write (veto_json_document_get_root (document));

  return g_bytes_new_take (text, strlen (text));
}
