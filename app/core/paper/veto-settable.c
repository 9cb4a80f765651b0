/* Text from anybody, made such that it can be set as type.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-document"

#include "veto-settable.h"

#include <string.h>

#include "veto-directions.h"

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v';
}

char *
veto_settable_dup (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString         *result = g_string_sized_new (strlen (valid));
  VetoDirections   directions = { 0 };

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_line_end (c) || (c == '\r' && at[1] != '\n'))
        {
          g_string_append_c (result, '\n');
          directions = (VetoDirections){ 0 };
        }
      else if (c == '\t')
        g_string_append_c (result, ' ');
      else if (!g_unichar_iscntrl (c) && veto_directions_follow (&directions, c))
        g_string_append_unichar (result, c);
    }
  return g_strstrip (g_string_free (result, FALSE));
}

/* White space at the end of a line ends what is nested as little as the line end that it was, so it is counted anew. */
char *
veto_settable_dup_line (const char *text)
{
  g_autofree char *lines = veto_settable_dup (text);

  g_strdelimit (lines, "\n", ' ');
  return veto_settable_dup (lines);
}

char *
veto_settable_dup_lines (const char *text)
{
  g_autofree char *settable = veto_settable_dup (text);
  g_auto(GStrv) lines = g_strsplit (settable, "\n", -1);
  GString *result = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (result, "%s%s", result->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (result, FALSE);
}
