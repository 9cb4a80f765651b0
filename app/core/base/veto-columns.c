/* Plain text in paragraphs that are no wider than some columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-columns.h"

#include <string.h>

static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
measure_bytes (const char *text, const char *end)
{
  guint n_columns = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    n_columns += measure_character (g_utf8_get_char (at));
  return n_columns;
}

guint
veto_columns_measure (const char *text)
{
  return measure_bytes (text, text + strlen (text));
}

/* Whether a line may end between two characters where there is no space. */
static gboolean
may_break (gunichar before, gunichar after)
{
  return g_unichar_iswide (before) && g_unichar_iswide (after) && !g_unichar_ispunct (after);
}

/* The end of the piece that begins at @text and must not be broken. */
static const char *
find_piece_end (const char *text)
{
  const char *at = text;

  while (*at != '\0' && *at != ' ')
    {
      gunichar    c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (may_break (c, g_utf8_get_char (next)))
        return next;
      at = next;
    }
  return at;
}

static void
append_spaces (GString *page, guint n_columns)
{
  g_string_append_printf (page, "%*s", (int) n_columns, "");
}

/* Adds one line of the text as one or more of the page. The cursor stands at column @indent already. */
static void
add_line (GString *page, guint n_columns, guint indent, const char *line)
{
  guint       column = indent;
  gboolean    is_first = TRUE; /* of the line on the page */
  const char *end;

  for (const char *at = line; *at != '\0'; at = end)
    {
      gboolean spaced = *at == ' ';
      guint    width;

      at += strspn (at, " ");
      end = find_piece_end (at);
      width = measure_bytes (at, end);
      if (!is_first && n_columns > 0 && column + (spaced ? 1 : 0) + width > n_columns)
        {
          g_string_append_c (page, '\n');
          append_spaces (page, indent);
          column = indent;
          is_first = TRUE;
        }
      if (!is_first && spaced && end > at)
        {
          g_string_append_c (page, ' ');
          column++;
        }
      g_string_append_len (page, at, end - at);
      column += width;
      is_first = is_first && end == at;
    }
  g_string_append_c (page, '\n');
}

void
veto_columns_add (GString *page, guint n_columns, guint indent, const char *lead, const char *text)
{
  guint lead_columns = veto_columns_measure (lead);
  g_auto(GStrv) lines = NULL;

  if (text == NULL || *text == '\0')
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i == 0 || *lines[i] != '\0')
        append_spaces (page, i == 0 ? indent : indent + lead_columns);
      if (i == 0)
        g_string_append (page, lead);
      add_line (page, n_columns, indent + lead_columns, lines[i]);
    }
}

void
veto_columns_add_gap (GString *page)
{
  if (page->len > 0 && !g_str_has_suffix (page->str, "\n\n"))
    g_string_append_c (page, '\n');
}
