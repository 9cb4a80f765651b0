/* Texts of the interface, out of a file of gettext.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "veto-po.h"

#include <string.h>

/* What is being read */
typedef struct
{
  GPtrArray  *texts;
  GString    *places;
  VetoPoText *last; /* in @texts: the one that goes on in the next line; NULL when none does */
  guint       line;
  gboolean    in_entry; /* behind its msgid */
} Parser;

static void
free_text (gpointer data)
{
  VetoPoText *text = data;

  g_free (text->places);
  g_free (text->text);
  g_free (text);
}

/* Returns: (transfer full) (nullable): what stands in quotation marks in @line */
static char *
dup_quoted (const char *line)
{
  const char      *first = strchr (line, '"'), *last = strrchr (line, '"');
  g_autofree char *inner = NULL;

  if (first == NULL || first == last)
    return NULL;
  inner = g_strndup (first + 1, (gsize) (last - first - 1));
  return g_strcompress (inner);
}

static void
read_more (Parser *parser, const char *line)
{
  g_autofree char *more = dup_quoted (line);
  g_autofree char *before = NULL;

  if (parser->last == NULL || more == NULL)
    return;
  before = parser->last->text;
  parser->last->text = g_strconcat (before, more, NULL);
}

static void
read_text (Parser *parser, const char *line, gboolean is_translation)
{
  VetoPoText *text = g_new0 (VetoPoText, 1);

  text->text = dup_quoted (line);
  if (text->text == NULL)
    text->text = g_strdup ("");
  text->places = g_strdup (g_strstrip (parser->places->str));
  text->line = parser->line;
  text->is_translation = is_translation;
  parser->last = text;
  g_ptr_array_add (parser->texts, text);
}

static void
read_line (Parser *parser, const char *line)
{
  parser->line++;
  if (line[0] == '"')
    {
      read_more (parser, line);
      return;
    }
  parser->last = NULL;
  if (line[0] == '\0' || (parser->in_entry && line[0] == '#'))
    {
      g_string_truncate (parser->places, 0);
      parser->in_entry = FALSE;
    }
  if (g_str_has_prefix (line, "#: "))
    g_string_append_printf (parser->places, "%s ", line + 3);
  else if (g_str_has_prefix (line, "msgid ") || g_str_has_prefix (line, "msgid_plural "))
    {
      read_text (parser, line, FALSE);
      parser->in_entry = TRUE;
    }
  else if (g_str_has_prefix (line, "msgstr ") || g_str_has_prefix (line, "msgstr["))
    read_text (parser, line, TRUE);
}

/* Returns: (transfer full) (nullable): of "Language: de\n" in the head */
static char *
dup_language (const char *head)
{
  const char *at = strstr (head, "Language: ");

  if (at == NULL)
    return NULL;
  at += strlen ("Language: ");
  return g_strndup (at, strcspn (at, " \n"));
}

GPtrArray *
veto_po_parse (const char *content, char **out_language)
{
  g_auto(GStrv) lines = g_strsplit (content, "\n", -1);
  Parser parser = { .texts = g_ptr_array_new_with_free_func (free_text), .places = g_string_new (NULL) };

  *out_language = NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&parser, lines[i]);
  g_string_free (parser.places, TRUE);

  /* The head is the translation of the text that is empty. */
  if (parser.texts->len >= 2 && *((VetoPoText *) parser.texts->pdata[0])->text == '\0')
    {
      *out_language = dup_language (((VetoPoText *) parser.texts->pdata[1])->text);
      g_ptr_array_remove_range (parser.texts, 0, 2);
    }
  for (guint i = parser.texts->len; i > 0; i--)
    if (*((VetoPoText *) parser.texts->pdata[i - 1])->text == '\0')
      g_ptr_array_remove_index (parser.texts, i - 1);
  return parser.texts;
}
