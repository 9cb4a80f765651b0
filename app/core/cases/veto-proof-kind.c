/* What kind of file a proof is, by what is in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-proof"

#include "veto-config.h"

#include "veto-proof-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "veto-file-name.h"
#include "veto-proof-mail.h"

#define MAX_NAME_BYTES 110  /* with an ending below 120 */
#define PDF_HEAD_BYTES 1024 /* within these stands what a PDF begins with; as readers take it */

/* The first ending is the one that is given. */
static const struct
{
  const char   *media_type;
  VetoProofKind kind;
  const char   *endings[4];
} types[] = {
  { "image/png", VETO_PROOF_KIND_PICTURE, { ".png" } },
  { "image/jpeg", VETO_PROOF_KIND_PICTURE, { ".jpg", ".jpeg" } },
  { "image/webp", VETO_PROOF_KIND_PICTURE, { ".webp" } },
  { "image/gif", VETO_PROOF_KIND_PICTURE, { ".gif" } },
  { "image/heic", VETO_PROOF_KIND_PICTURE, { ".heic", ".heif" } },
  { "application/pdf", VETO_PROOF_KIND_PDF, { ".pdf" } },
  { "message/rfc822", VETO_PROOF_KIND_MAIL, { ".eml" } },
  { "text/plain", VETO_PROOF_KIND_TEXT, { ".txt", ".text", ".log" } },
};
#define TEXT_TYPE (G_N_ELEMENTS (types) - 1)

static gboolean
has_at (const char *data, gsize n_bytes, gsize offset, const char *magic, gsize n_magic)
{
  return n_bytes >= offset + n_magic && memcmp (data + offset, magic, n_magic) == 0;
}

/* HEIF is a family; these brands are pictures that phones make. ISO/IEC 23008-12, annex B. */
static gboolean
is_heic (const char *data, gsize n_bytes)
{
  static const char *const brands[] = { "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1" };

  if (!has_at (data, n_bytes, 4, "ftyp", 4))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (brands); i++)
    if (has_at (data, n_bytes, 8, brands[i], 4))
      return TRUE;
  return FALSE;
}

/* UTF-8 or an older 8-bit character set without control characters, or UTF-16 that says so. */
static gboolean
is_text (const char *data, gsize n_bytes)
{
  if (has_at (data, n_bytes, 0, "\xff\xfe", 2) || has_at (data, n_bytes, 0, "\xfe\xff", 2))
    return n_bytes % 2 == 0;
  for (gsize i = 0; i < n_bytes; i++)
    if (((guchar) data[i] < 0x20 && strchr ("\t\n\r\f", data[i]) == NULL) || data[i] == 0 || data[i] == 0x7f)
      return FALSE;
  return TRUE;
}

const char *
veto_proof_kind_find_media_type (GBytes *bytes)
{
  gsize       n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes == 0)
    return NULL;
  if (has_at (data, n_bytes, 0, "\x89PNG\r\n\x1a\n", 8))
    return "image/png";
  if (has_at (data, n_bytes, 0, "\xff\xd8\xff", 3))
    return "image/jpeg";
  if (has_at (data, n_bytes, 0, "RIFF", 4) && has_at (data, n_bytes, 8, "WEBP", 4))
    return "image/webp";
  if (has_at (data, n_bytes, 0, "GIF87a", 6) || has_at (data, n_bytes, 0, "GIF89a", 6))
    return "image/gif";
  if (is_heic (data, n_bytes))
    return "image/heic";
  if (memmem (data, MIN (n_bytes, PDF_HEAD_BYTES), "%PDF-", 5) != NULL)
    return "application/pdf";
  if (veto_proof_mail_is_mail (bytes))
    return "message/rfc822";
  return is_text (data, n_bytes) ? "text/plain" : NULL;
}

static gsize
find_type (const char *media_type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].media_type, media_type) == 0)
      return i;
  return TEXT_TYPE;
}

VetoProofKind
veto_proof_kind_of_media_type (const char *media_type)
{
  return types[find_type (media_type)].kind;
}

const char *
veto_proof_kind_get_name (VetoProofKind kind)
{
  switch (kind)
    {
    case VETO_PROOF_KIND_PICTURE:
      return _ ("Picture");
    case VETO_PROOF_KIND_PDF:
      return _ ("PDF");
    case VETO_PROOF_KIND_MAIL:
      return _ ("E-mail");
    case VETO_PROOF_KIND_TEXT:
    default:
      return _ ("Text");
    }
}

static gboolean
has_ending (const char *name, const char *const *endings)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (types[0].endings) && endings[i] != NULL; i++)
    if (strlen (lower) > strlen (endings[i]) && g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* Names that are devices on Windows, whatever their ending: the file may go there. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  g_auto(GStrv) parts = g_strsplit (name, ".", 2);

  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      const char *after = parts[0] + MIN (strlen (parts[0]), 3);

      if (g_ascii_strncasecmp (parts[0], devices[i], 3) == 0
          && (i < 4 ? *after == '\0' : g_ascii_isdigit (after[0]) && after[1] == '\0'))
        return TRUE;
    }
  return FALSE;
}

char *
veto_proof_kind_dup_file_name (const char *name, const char *media_type)
{
  gsize            type = find_type (media_type);
  g_autofree char *part = veto_file_name_dup_part (name, MAX_NAME_BYTES);
  const char      *begin = veto_file_name_skip_dots (part);

  if (*begin == '\0')
    begin = veto_proof_kind_get_name (types[type].kind);
  return g_strconcat (is_device (begin) ? "_" : "", begin,
                      has_ending (begin, types[type].endings) ? "" : types[type].endings[0], NULL);
}
