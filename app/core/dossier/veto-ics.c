/* The lines of a calendar file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-ics"

#include "veto-ics.h"

#include <string.h>

#include "veto-text.h"

/* Never inside of a character: who unfolds after decoding would find a broken one. */
static void
add_folded (GString *file, const char *line)
{
  gsize n_left = VETO_ICS_LINE_BYTES;

  while (*line != '\0')
    {
      gsize n_bytes = (gsize) (g_utf8_next_char (line) - line);

      if (n_bytes > n_left)
        {
          g_string_append (file, "\r\n ");
          n_left = VETO_ICS_LINE_BYTES - 1; /* the space counts */
        }
      g_string_append_len (file, line, (gssize) n_bytes);
      n_left -= n_bytes;
      line += n_bytes;
    }
  g_string_append (file, "\r\n");
}

static char *
dup_escaped (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = veto_text_strip_isolation (valid);
  GString         *escaped = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n')
        g_string_append (escaped, "\\n");
      else if (c == '\\' || c == ';' || c == ',')
        g_string_append_printf (escaped, "\\%c", (char) c);
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (escaped, c);
    }
  return g_string_free (escaped, FALSE);
}

void
veto_ics_add (GString *file, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  add_folded (file, line);
}

void
veto_ics_add_text (GString *file, const char *name, const char *text)
{
  g_autofree char *escaped = dup_escaped (text);

  veto_ics_add (file, name, escaped);
}

void
veto_ics_add_day (GString *file, const char *name, const GDate *day)
{
  g_autofree char *key = g_strconcat (name, ";VALUE=DATE", NULL);
  g_autofree char *value = g_strdup_printf ("%04u%02u%02u", g_date_get_year (day),
                                            (guint) g_date_get_month (day), g_date_get_day (day));

  veto_ics_add (file, key, value);
}

void
veto_ics_add_time (GString *file, const char *name, gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *value = g_date_time_format (time, "%Y%m%dT%H%M%SZ");

  veto_ics_add (file, name, value);
}
