/* The root: read with all rules of the security design, 2.3, and its rotation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-root.h"

#include <string.h>

#include "veto-link.h"
#include "veto-trust-read.h"

#define SCHEME "ed25519"

static void
clear_root (VetoTrustRoot *self)
{
  veto_trust_role_clear (&self->root);
  veto_trust_role_clear (&self->index);
  g_strfreev (self->link_hosts);
  g_strfreev (self->mail_domains);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

VetoTrustRoot *
veto_trust_root_new (void)
{
  return g_atomic_rc_box_new0 (VetoTrustRoot);
}

VetoTrustRoot *
veto_trust_root_ref (VetoTrustRoot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
veto_trust_root_unref (VetoTrustRoot *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_root);
}

/* A key of the list, also one that no role has. One of another scheme may be there, for a later Veto. */
static gboolean
read_key (const VetoJson *object, const char *where, VetoTrustKey *key, gboolean *out_known, GError **error)
{
  const char *scheme = veto_json_get_text (object, where, "scheme", error), *text;
  guint8      public_key[VETO_TRUST_KEY_BYTES];

  if (scheme == NULL)
    return FALSE;
  *out_known = g_str_equal (scheme, SCHEME);
  if (!*out_known)
    return TRUE;
  text = veto_json_get_text (object, where, "public", error);
  if (text == NULL)
    return FALSE;
  if (!veto_trust_is_hex (text))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s.public: not 64 hexadecimal digits", where);
  veto_trust_decode_hex (text, public_key);
  if (!veto_trust_key_init (key, public_key, error))
    {
      g_prefix_error (error, "%s.public: ", where);
      return FALSE;
    }
  if (!g_str_equal (key->id, object->name))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s: its name is not the SHA-256 of the key",
                            where);
  return TRUE;
}

/* @keys: what it has to be filled with; only keys that can be used */
static gboolean
read_keys (const VetoJson *payload, const char *where, GArray *keys, GError **error)
{
  const VetoJson  *list = veto_json_get_object (payload, where, "keys", error);
  g_autofree char *place = veto_json_dup_member_path (where, "keys");

  for (guint i = 0; list != NULL && i < list->n_items; i++)
    {
      const VetoJson  *object = veto_json_get_object (list, place, list->items[i].name, error);
      g_autofree char *element = veto_json_dup_member_path (place, list->items[i].name);
      VetoTrustKey     key;
      gboolean         known;

      if (object == NULL || !read_key (object, element, &key, &known, error))
        return FALSE;
      if (known)
        g_array_append_val (keys, key);
    }
  return list != NULL;
}

static const VetoTrustKey *
find_key (const GArray *keys, const char *id)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (g_array_index (keys, VetoTrustKey, i).id, id))
      return &g_array_index (keys, VetoTrustKey, i);
  return NULL;
}

static gboolean
read_key_ids (const VetoJson *list,
              const char     *where,
              const GArray   *keys,
              VetoTrustRole  *role,
              GError        **error)
{
  role->keys = g_new0 (VetoTrustKey, MAX (list->n_items, 1));
  for (guint i = 0; i < list->n_items; i++)
    {
      const char         *id = veto_json_get_element_text (list, where, i, error);
      const VetoTrustKey *key = id != NULL ? find_key (keys, id) : NULL;

      if (id == NULL)
        return FALSE;
      if (key == NULL)
        return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s[%u]: there is no such key of " SCHEME,
                                where, i);
      if (veto_trust_role_find (role, id) != NULL)
        return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s[%u]: the same key twice", where, i);
      role->keys[role->n_keys++] = *key;
    }
  return TRUE;
}

static gboolean
read_role (const VetoJson *roles,
           const char     *where,
           const char     *name,
           const GArray   *keys,
           VetoTrustRole  *role,
           GError        **error)
{
  const VetoJson  *object = veto_json_get_object (roles, where, name, error), *list;
  g_autofree char *place = veto_json_dup_member_path (where, name);
  g_autofree char *ids = veto_json_dup_member_path (place, "keyids");
  gint64           threshold;

  list = object != NULL ? veto_json_get_array (object, place, "keyids", error) : NULL;
  if (list == NULL || !read_key_ids (list, ids, keys, role, error)
      || !veto_json_get_integer (object, place, "threshold", 1, role->n_keys, &threshold, error))
    return FALSE;
  role->threshold = (guint) threshold;
  return TRUE;
}

static gboolean
read_roles (VetoTrustRoot *self, const VetoJson *payload, const char *where, GError **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (VetoTrustKey));
  const VetoJson  *roles;
  g_autofree char *place = veto_json_dup_member_path (where, "roles");

  if (!read_keys (payload, where, keys, error))
    return FALSE;
  roles = veto_json_get_object (payload, where, "roles", error);
  if (roles == NULL || !read_role (roles, place, "root", keys, &self->root, error)
      || !read_role (roles, place, "index", keys, &self->index, error))
    return FALSE;
  for (guint i = 0; i < self->index.n_keys; i++)
    if (veto_trust_role_find (&self->root, self->index.keys[i].id) != NULL)
      return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s: one key in both roles", place);
  return TRUE;
}

/* Returns: (transfer full) (nullable) */
static GStrv
read_hosts (const VetoJson *payload, const char *where, const char *member, GError **error)
{
  const VetoJson  *list = veto_json_get_array (payload, where, member, error);
  g_autofree char *place = veto_json_dup_member_path (where, member);
  g_autoptr(GStrvBuilder) hosts = g_strv_builder_new ();

  for (guint i = 0; list != NULL && i < list->n_items; i++)
    {
      const char *host = veto_json_get_element_text (list, place, i, error);

      if (host == NULL)
        return NULL;
      if (!veto_link_is_host (host))
        {
          veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s[%u]: not the plain name of a host", place,
                           i);
          return NULL;
        }
      g_strv_builder_add (hosts, host);
    }
  return list != NULL ? g_strv_builder_end (hosts) : NULL;
}

static gboolean
read_payload (VetoTrustRoot *self, const VetoJson *payload, const char *where, GError **error)
{
  const char *type = veto_json_get_text (payload, where, "type", error);
  gint64      version;

  if (type == NULL)
    return FALSE;
  if (!g_str_equal (type, "root"))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s type: not a root", where);
  if (!veto_json_get_integer (payload, where, "version", 1, VETO_TRUST_MAX_VERSION, &version, error)
      || !veto_trust_read_time (payload, where, "created", &self->created, error)
      || !veto_trust_read_time (payload, where, "expires", &self->expires, error)
      || !read_roles (self, payload, where, error))
    return FALSE;
  self->version = (guint) version;
  self->link_hosts = read_hosts (payload, where, "link_hosts", error);
  if (self->link_hosts == NULL)
    return FALSE;
  self->mail_domains = read_hosts (payload, where, "mail_domains", error);
  return self->mail_domains != NULL;
}

VetoTrustRoot *
veto_trust_root_read_payload (GBytes *payload, GError **error)
{
  g_autoptr(VetoTrustRoot) self = veto_trust_root_new ();
  g_autoptr(VetoJsonDocument) document = NULL;
  GError *problem = NULL;

  document = veto_trust_read_document (payload, "root.json", VETO_TRUST_MAX_ROOT_BYTES,
                                       veto_json_limits.max_text_bytes, error);
  if (document == NULL)
    return NULL;
  if (read_payload (self, veto_json_document_get_root (document), "root.json:", &problem))
    return g_steal_pointer (&self);
  veto_trust_fail_with (error, problem);
  return NULL;
}

/* Signatures of what is trusted come first: nothing of a stranger's payload is looked at. */
static VetoTrustRoot *
read_root (const VetoTrustRoot *previous, GBytes *bytes, GError **error)
{
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_parse (bytes, VETO_TRUST_ROOT, error);
  g_autoptr(VetoTrustRoot) self = NULL;

  if (envelope == NULL)
    return NULL;
  if (previous != NULL && !veto_trust_envelope_check (envelope, &previous->root, "root before it", error))
    return NULL;
  self = veto_trust_root_read_payload (envelope->payload, error);
  if (self == NULL || !veto_trust_envelope_check (envelope, &self->root, "root itself", error))
    return NULL;
  self->bytes = g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}

VetoTrustRoot *
veto_trust_root_read_first (GBytes *bytes, GError **error)
{
  return read_root (NULL, bytes, error);
}

VetoTrustRoot *
veto_trust_root_read_next (const VetoTrustRoot *previous, GBytes *bytes, GError **error)
{
  g_autoptr(VetoTrustRoot) self = read_root (previous, bytes, error);

  if (self == NULL || self->version == previous->version + 1)
    return g_steal_pointer (&self);
  if (self->version <= previous->version)
    veto_trust_fail (error, VETO_TRUST_ERROR_ROLLBACK, "root.json: version %u behind version %u",
                     self->version, previous->version);
  else
    veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "root.json: version %u, but %u is the next one",
                     self->version, previous->version + 1);
  return NULL;
}
