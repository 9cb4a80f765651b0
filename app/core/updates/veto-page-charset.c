/* The bytes of a page as UTF-8, whatever they were.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which encoding it is: WHATWG's Encoding Standard and HTML 13.2.3 (byte order mark, server, meta within the first 1024 bytes),
 * with the usual guess at the end. Encodings that switch between states are not read at all: nobody writes pages in them, and
 * iconv's code for them had holes. */
#define G_LOG_DOMAIN "veto-page-text"

#include <string.h>

#include "veto-page-private.h"

#define META_BYTES 1024
#define REPLACEMENT "\xEF\xBF\xBD"

/* What iconv is asked for, by what pages call it: lower case, prefix is enough. Latin 1 means Windows' Latin 1 on the web. */
static const struct
{
  const char *label;
  const char *charset;
} charsets[] = {
  { "utf-8", "UTF-8" },
  { "utf8", "UTF-8" },
  { "iso-8859-15", "ISO-8859-15" },
  { "iso-8859-16", "ISO-8859-16" },
  { "iso-8859-10", "ISO-8859-10" },
  { "iso-8859-13", "ISO-8859-13" },
  { "iso-8859-14", "ISO-8859-14" },
  { "iso-8859-2", "ISO-8859-2" },
  { "iso-8859-3", "ISO-8859-3" },
  { "iso-8859-4", "ISO-8859-4" },
  { "iso-8859-5", "ISO-8859-5" },
  { "iso-8859-7", "ISO-8859-7" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "windows-1250", "WINDOWS-1250" },
  { "windows-1251", "WINDOWS-1251" },
  { "windows-1253", "WINDOWS-1253" },
  { "windows-1254", "WINDOWS-1254" },
  { "windows-1257", "WINDOWS-1257" },
  { "koi8-r", "KOI8-R" },
  { "koi8-u", "KOI8-U" },
};

static const char *
find_charset (const char *label, gsize n_bytes)
{
  g_autofree char *lower = g_ascii_strdown (label, (gssize) n_bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (g_str_has_prefix (lower, charsets[i].label))
      return charsets[i].charset;
  return NULL;
}

/* In <meta charset="…"> or <meta … content="text/html; charset=…"> */
static const char *
find_in_meta (const char *data, gsize n_bytes)
{
  g_autofree char *start = g_ascii_strdown (data, (gssize) MIN (n_bytes, META_BYTES));
  const char      *meta = start, *at;

  while ((meta = strstr (meta, "<meta")) != NULL)
    {
      const char *end = strchr (meta, '>');

      at = strstr (meta, "charset");
      if (at != NULL && (end == NULL || at < end))
        {
          at += strlen ("charset");
          at += strspn (at, " \t\r\n=\"'");
          return find_charset (at, strcspn (at, " \t\r\n\"'/>;"));
        }
      meta += strlen ("<meta");
    }
  return NULL;
}

/* libxml2 takes NUL for the end, and no control character is text. In place. */
static char *
blank_controls (char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar) text[i] < 0x20 && text[i] != '\n')
      text[i] = ' ';
  text[n_bytes] = '\0';
  return text;
}

/* Windows-1252, where the five bytes that Windows gives no character are none here either */
static void
append_latin (GString *out, guchar byte)
{
  static const gunichar high[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  };

  g_string_append_unichar (out, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte);
}

static char *
dup_latin (const char *data, gsize n_bytes)
{
  GString *out = g_string_sized_new (n_bytes + n_bytes / 8);

  for (gsize i = 0; i < n_bytes; i++)
    append_latin (out, (guchar) data[i]);
  blank_controls (out->str, out->len);
  return g_string_free (out, FALSE);
}

/* What iconv stops at is replaced, and it goes on behind. Returns: (transfer full) (nullable) */
static char *
dup_converted (const char *data, gsize n_bytes, const char *charset)
{
  GIConv   conv = g_iconv_open ("UTF-8", charset);
  GString *out;
  char     part[4096], *in = (char *) data;

  if (conv == (GIConv) -1)
    return NULL;
  out = g_string_sized_new (n_bytes + n_bytes / 8);
  while (n_bytes > 0)
    {
      char *to = part;
      gsize n_left = sizeof part, n_before = n_bytes;

      g_iconv (conv, &in, &n_bytes, &to, &n_left);
      g_string_append_len (out, part, to - part);
      if (to == part && n_bytes == n_before)
        {
          g_string_append (out, REPLACEMENT);
          in++;
          n_bytes--;
        }
    }
  g_iconv_close (conv);
  blank_controls (out->str, out->len);
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full) (nullable): %NULL when it is not UTF-8, unless @whatever */
static char *
dup_valid (const char *data, gsize n_bytes, gboolean whatever)
{
  g_autofree char *blank = g_malloc (n_bytes + 1);

  if (n_bytes > 0)
    memcpy (blank, data, n_bytes);
  blank_controls (blank, n_bytes);
  if (g_utf8_validate_len (blank, n_bytes, NULL))
    return g_steal_pointer (&blank);
  return whatever ? g_utf8_make_valid (blank, (gssize) n_bytes) : NULL;
}

char *
veto_page_dup_utf8 (GBytes *html, const char *charset)
{
  gsize       n_bytes;
  const char *data = g_bytes_get_data (html, &n_bytes);
  const char *found = NULL;
  char       *text = NULL;

  if (n_bytes >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return dup_valid (data + 3, n_bytes - 3, TRUE);
  if (n_bytes >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    found = "UTF-16LE";
  else if (n_bytes >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    found = "UTF-16BE";
  else if (charset != NULL)
    found = find_charset (charset, strlen (charset));
  if (found == NULL && n_bytes > 0)
    found = find_in_meta (data, n_bytes);

  if (found != NULL && !g_str_equal (found, "UTF-8"))
    text = dup_converted (data, n_bytes, found);
  else
    text = dup_valid (data, n_bytes, found != NULL);
  return text != NULL ? text : dup_latin (data, n_bytes);
}
