/* E-mail addresses: the shape of one. Written out, because a hundred of them are read at each start.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-email.h"

#include <string.h>

#define MAX_BYTES 254

/* Letters, their marks, and digits, of any script */
static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || (c >= 0x80 && g_unichar_ismark (c));
}

static gboolean
is_local (gunichar c)
{
  return is_word (c) || (c < 0x80 && strchr (".!#$%&'*+/=?^_`{|}~-", (int) c) != NULL);
}

/* "example.org": labels that are not empty, and more than one */
static gboolean
is_domain (const char *text)
{
  guint n_labels = 1, n_in_label = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '.' && n_in_label > 0)
        {
          n_labels++;
          n_in_label = 0;
        }
      else if (is_word (c) || c == '-')
        n_in_label++;
      else
        return FALSE;
    }
  return n_labels > 1 && n_in_label > 0;
}

gboolean
veto_email_is_address (const char *text)
{
  const char *at;

  g_return_val_if_fail (text != NULL, FALSE);
  if (strlen (text) > MAX_BYTES || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (at = text; *at != '\0' && *at != '@'; at = g_utf8_next_char (at))
    if (!is_local (g_utf8_get_char (at)))
      return FALSE;
  return at > text && *at == '@' && is_domain (at + 1);
}
