/* Names of files that are made of words from outside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-file-name.h"

#include <string.h>

/* Signs that mean something to a file system, somewhere; or that nobody sees. */
static gboolean
is_allowed (gunichar character)
{
  return g_unichar_isprint (character) && g_unichar_type (character) != G_UNICODE_FORMAT
         && (character > 0x7f || strchr ("/\\:*?\"<>|", (int) character) == NULL);
}

char *
veto_file_name_dup_part (const char *text, gsize max_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString         *part = g_string_new (NULL);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gsize    n_bytes = (gsize) (g_utf8_next_char (at) - at);

      if (part->len + n_bytes > max_bytes)
        break;
      if (is_allowed (character) && !g_unichar_isspace (character))
        g_string_append_len (part, at, (gssize) n_bytes);
      else if (part->len > 0 && part->str[part->len - 1] != ' ')
        g_string_append_c (part, ' ');
    }
  return g_strchomp (g_string_free (part, FALSE));
}

const char *
veto_file_name_skip_dots (const char *name)
{
  return name + strspn (name, ". ");
}
