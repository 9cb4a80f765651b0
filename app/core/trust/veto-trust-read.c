/* Reading what the formats of the feed have in common; every fault has a code of VETO_TRUST_ERROR.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-trust"

#include "veto-trust-read.h"

#include <stdio.h>
#include <string.h>

#include "veto-trust-key.h"

gboolean
veto_trust_fail (GError **error, VetoTrustError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (VETO_TRUST_ERROR, (int) code, format, arguments));
  va_end (arguments);
  return FALSE;
}

gboolean
veto_trust_fail_with (GError **error, GError *problem)
{
  if (problem->domain == VETO_JSON_ERROR)
    {
      problem->domain = VETO_TRUST_ERROR;
      problem->code = VETO_TRUST_ERROR_MALFORMED;
    }
  g_propagate_error (error, problem);
  return FALSE;
}

VetoJsonDocument *
veto_trust_read_document (GBytes     *bytes,
                          const char *name,
                          gsize       max_bytes,
                          gsize       max_text_bytes,
                          GError    **error)
{
  VetoJsonLimits limits = veto_json_limits;
  GError        *problem = NULL;
  gsize          n_bytes;
  const char    *data = g_bytes_get_data (bytes, &n_bytes);
  g_autoptr(VetoJsonDocument) document = NULL;

  if (n_bytes > max_bytes)
    {
      veto_trust_fail (error, VETO_TRUST_ERROR_TOO_BIG, "%s: %" G_GSIZE_FORMAT " bytes are too many", name,
                       n_bytes);
      return NULL;
    }
  limits.max_bytes = max_bytes;
  limits.max_text_bytes = max_text_bytes;
  document = veto_json_parse (data, n_bytes, name, &limits, &problem);
  if (document == NULL)
    veto_trust_fail_with (error, problem);
  else if (veto_json_document_get_root (document)->kind != VETO_JSON_OBJECT)
    veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED, "%s: expected an object", name);
  else
    return g_steal_pointer (&document);
  return NULL;
}

/* Whether @text has a digit for each 0 of the pattern, and else the pattern's own characters. */
static gboolean
fits (const char *text, const char *pattern)
{
  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (; *pattern != '\0'; text++, pattern++)
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  return TRUE;
}

gboolean
veto_trust_read_time (const VetoJson *object,
                      const char     *where,
                      const char     *member,
                      gint64         *out_time,
                      GError        **error)
{
  const char *text = veto_json_get_text (object, where, member, error);
  g_autoptr(GDateTime) time = NULL;
  int year, month, day, hour, minute, second;

  if (text == NULL)
    return FALSE;
  if (fits (text, "0000-00-00T00:00:00Z")
      && sscanf (text, "%d-%d-%dT%d:%d:%dZ", &year, &month, &day, &hour, &minute, &second) == 6)
    time = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (time == NULL)
    return veto_trust_fail (error, VETO_TRUST_ERROR_MALFORMED,
                            "%s %s: not an instant such as 2026-11-23T12:00:00Z", where, member);
  *out_time = g_date_time_to_unix (time);
  return TRUE;
}

gboolean
veto_trust_is_hex (const char *text)
{
  return strlen (text) == VETO_TRUST_HEX_BYTES && strspn (text, "0123456789abcdef") == VETO_TRUST_HEX_BYTES;
}

void
veto_trust_decode_hex (const char *hex, guint8 *out_bytes)
{
  for (guint i = 0; i < VETO_TRUST_HEX_BYTES / 2; i++)
    out_bytes[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
}

GBytes *
veto_trust_decode_base64 (const char *text)
{
  gsize            n_bytes;
  guchar          *data = g_base64_decode (text, &n_bytes);
  g_autofree char *again = g_base64_encode (data, n_bytes);

  /* GLib skips what does not belong there; there is one right way to write the same bytes. */
  if (g_str_equal (text, again))
    return g_bytes_new_take (data, n_bytes);
  g_free (data);
  return NULL;
}
