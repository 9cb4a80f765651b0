/* The index: read with all rules of the security design, 2.4.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-index.h"

#include <string.h>

#include "veto-trust-read.h"

#define MAX_NAME_BYTES 100

static const char *const required_files[] = { "guidance.json", "text/en.json" };

static void
clear_index (VetoTrustIndex *self)
{
  for (guint i = 0; i < self->n_files; i++)
    g_free (self->files[i].name);
  g_free (self->files);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

VetoTrustIndex *
veto_trust_index_ref (VetoTrustIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
veto_trust_index_unref (VetoTrustIndex *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_index);
}

/* [a-z0-9][a-z0-9._-]*(/[a-z0-9][a-zA-Z0-9._-]*)*, at most 100 bytes, without ".." */
static gboolean
is_file_name (const char *name)
{
  gboolean at_start = TRUE, is_first = TRUE;

  if (strlen (name) > MAX_NAME_BYTES || strstr (name, "..") != NULL)
    return FALSE;
  for (; *name != '\0'; name++)
    {
      gboolean plain = g_ascii_islower (*name) || g_ascii_isdigit (*name);

      if (!plain && at_start)
        return FALSE;
      if (*name == '/')
        is_first = FALSE;
      else if (!plain && strchr ("._-", *name) == NULL && (is_first || !g_ascii_isupper (*name)))
        return FALSE;
      at_start = *name == '/';
    }
  return !at_start;
}

/* [a-z]{2,3}(-[A-Za-z0-9]{2,8})*, up to @end */
static gboolean
is_language (const char *text, const char *end)
{
  const char *at = text;

  while (at < end && g_ascii_islower (*at))
    at++;
  if (at - text < 2 || at - text > 3)
    return FALSE;
  while (at < end)
    {
      const char *part = at + 1;

      if (*at != '-')
        return FALSE;
      for (at = part; at < end && g_ascii_isalnum (*at);)
        at++;
      if (at - part < 2 || at - part > 8)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_known_name (const char *name)
{
  return g_str_equal (name, "guidance.json")
         || (g_str_has_prefix (name, "text/") && g_str_has_suffix (name, ".json")
             && strlen (name) > strlen ("text/.json")
             && is_language (name + strlen ("text/"), name + strlen (name) - strlen (".json")));
}

static gboolean
read_size (const VetoJson *object, const char *where, gsize *out_size, GError **error)
{
  gint64 size;

  if (!veto_json_get_integer (object, where, "size", 1, G_MAXINT64, &size, error))
    return FALSE;
  if (size > VETO_TRUST_MAX_FILE_BYTES)
    return veto_trust_fail (error, VETO_TRUST_ERROR_TOO_BIG, "%s.size: more than 2 MiB", where);
  *out_size = (gsize) size;
  return TRUE;
}

/* Also of a file that is not known: an index is right as a whole or not. */
static gboolean
read_file (const VetoJson *object, const char *where, VetoTrustFile *file, GError **error)
{
  const char *sha256 = veto_json_get_text (object, where, "sha256", error);

  if (sha256 == NULL)
    return FALSE;
  if (!veto_trust_is_hex (sha256))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s.sha256: not 64 hexadecimal digits", where);
  memcpy (file->sha256, sha256, sizeof file->sha256);
  return read_size (object, where, &file->size, error);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const VetoTrustFile *first = a, *second = b;
  return strcmp (first->name, second->name);
}

static gboolean
check_files (const VetoTrustIndex *self, const char *where, GError **error)
{
  gsize n_bytes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (required_files); i++)
    if (veto_trust_index_find (self, required_files[i]) == NULL)
      return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s: without %s", where, required_files[i]);
  for (guint i = 0; i < self->n_files; i++)
    n_bytes += self->files[i].size;
  if (self->n_files > VETO_TRUST_MAX_FILES || n_bytes > VETO_TRUST_MAX_UPDATE_BYTES)
    return veto_trust_fail (error, VETO_TRUST_ERROR_TOO_BIG,
                            "%s: %u files of %" G_GSIZE_FORMAT " bytes are too much", where, self->n_files,
                            n_bytes);
  return TRUE;
}

static gboolean
read_files (VetoTrustIndex *self, const VetoJson *payload, const char *where, GError **error)
{
  const VetoJson  *list = veto_json_get_object (payload, where, "files", error);
  g_autofree char *place = veto_json_dup_member_path (where, "files");

  if (list == NULL)
    return FALSE;
  self->files = g_new0 (VetoTrustFile, MAX (list->n_items, 1));
  for (guint i = 0; i < list->n_items; i++)
    {
      const char      *name = list->items[i].name;
      g_autofree char *element = veto_json_dup_element_path (place, i);
      const VetoJson  *object;

      if (!is_file_name (name))
        return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s: not the name of a file", element);
      object = veto_json_get_object (list, place, name, error);
      if (object == NULL || !read_file (object, element, &self->files[self->n_files], error))
        return FALSE;
      if (is_known_name (name))
        self->files[self->n_files++].name = g_strdup (name);
    }
  qsort (self->files, self->n_files, sizeof *self->files, compare_files);
  return check_files (self, place, error);
}

static gboolean
read_payload (VetoTrustIndex *self, const VetoJson *payload, const char *where, GError **error)
{
  const char *type = veto_json_get_text (payload, where, "type", error);
  gint64      version;

  if (type == NULL)
    return FALSE;
  if (!g_str_equal (type, "index"))
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s type: not an index", where);
  if (!veto_json_get_integer (payload, where, "version", 1, VETO_TRUST_MAX_VERSION, &version, error)
      || !veto_trust_read_time (payload, where, "created", &self->created, error)
      || !veto_trust_read_time (payload, where, "expires", &self->expires, error))
    return FALSE;
  self->version = (guint) version;
  return read_files (self, payload, where, error);
}

VetoTrustIndex *
veto_trust_index_read_payload (GBytes *payload, GError **error)
{
  g_autoptr(VetoTrustIndex) self = g_atomic_rc_box_new0 (VetoTrustIndex);
  g_autoptr(VetoJsonDocument) document = NULL;
  GError       *problem = NULL;
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (payload, &n_bytes);

  document = veto_trust_read_document (payload, "index.json", VETO_TRUST_MAX_INDEX_BYTES,
                                       veto_json_limits.max_text_bytes, error);
  if (document == NULL)
    return NULL;
  if (!read_payload (self, veto_json_document_get_root (document), "index.json:", &problem))
    {
      veto_trust_fail_with (error, problem);
      return NULL;
    }
  veto_trust_sha256 (data, n_bytes, self->sha256);
  return g_steal_pointer (&self);
}

VetoTrustIndex *
veto_trust_index_read (const VetoTrustRoot *root, GBytes *bytes, GError **error)
{
  g_autoptr(VetoTrustEnvelope) envelope = veto_trust_envelope_parse (bytes, VETO_TRUST_INDEX, error);
  g_autoptr(VetoTrustIndex) self = NULL;

  if (envelope == NULL || !veto_trust_envelope_check (envelope, &root->index, "index", error))
    return NULL;
  self = veto_trust_index_read_payload (envelope->payload, error);
  if (self != NULL)
    self->bytes = g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}

const VetoTrustFile *
veto_trust_index_find (const VetoTrustIndex *self, const char *name)
{
  for (guint i = 0; i < self->n_files; i++)
    if (g_str_equal (self->files[i].name, name))
      return &self->files[i];
  return NULL;
}

gboolean
veto_trust_file_check (const VetoTrustFile *self, GBytes *bytes, GError **error)
{
  char          sha256[VETO_TRUST_HEX_BYTES + 1];
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes != self->size)
    return veto_trust_fail (error, VETO_TRUST_ERROR_HASH,
                            "%s: %" G_GSIZE_FORMAT " bytes, not %" G_GSIZE_FORMAT, self->name, n_bytes,
                            self->size);
  veto_trust_sha256 (data, n_bytes, sha256);
  if (!g_str_equal (sha256, self->sha256))
    return veto_trust_fail (error, VETO_TRUST_ERROR_HASH, "%s: another content", self->name);
  return TRUE;
}
