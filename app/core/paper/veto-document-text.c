/* A document as plain text, wrapped: for an e-mail, a text file, the terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-document"

#include "veto-document-private.h"

#include <string.h>

#define MIN_WIDTH 20

typedef struct
{
  GString *out;
  guint    width;
} Writer;

static guint
count_columns (const char *text, const char *end)
{
  guint n_columns = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      n_columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return n_columns;
}

static void
indent (Writer *writer, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_string_append_c (writer->out, ' ');
}

/* One line of the source. @first: what stands before it; the lines after it begin as far in. */
static void
write_line (Writer *writer, guint n_indent, const char *first, const char *line)
{
  guint n_hanging = n_indent + count_columns (first, first + strlen (first));
  guint n_used = n_hanging;
  g_auto(GStrv) words = g_strsplit (line, " ", -1);

  indent (writer, n_indent);
  g_string_append (writer->out, first);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint n_word = count_columns (words[i], words[i] + strlen (words[i]));

      if (*words[i] == '\0')
        continue;
      if (n_used > n_hanging && n_used + 1 + n_word > writer->width)
        {
          g_string_append_c (writer->out, '\n');
          indent (writer, n_hanging);
          n_used = n_hanging;
        }
      else if (n_used > n_hanging)
        {
          g_string_append_c (writer->out, ' ');
          n_used++;
        }
      g_string_append (writer->out, words[i]);
      n_used += n_word;
    }
  g_string_append_c (writer->out, '\n');
}

static void
write_text (Writer *writer, guint n_indent, const char *first, const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint            n_first = count_columns (first, first + strlen (first));
  g_autofree char *blank = g_strnfill (n_first, ' ');

  for (guint i = 0; lines[i] != NULL; i++)
    write_line (writer, n_indent, i == 0 ? first : blank, lines[i]);
}

/* Text and an empty line, if there is any text */
static void
write_part (Writer *writer, const char *text)
{
  if (!veto_document_says (text))
    return;
  write_text (writer, 0, "", text);
  g_string_append_c (writer->out, '\n');
}

static void
write_letterhead (Writer *writer, VetoDocument *self)
{
  if (veto_document_says (self->sender_name))
    write_text (writer, 0, "", self->sender_name);
  if (veto_document_says (self->sender_lines))
    write_text (writer, 0, "", self->sender_lines);
  if (writer->out->len > 0)
    g_string_append_c (writer->out, '\n');
  write_part (writer, self->remark);
  write_part (writer, self->recipient);
  for (guint i = 0; i < self->references->len; i++)
    {
      VetoReference   *reference = g_ptr_array_index (self->references, i);
      g_autofree char *line = g_strdup_printf ("%s: %s", reference->label, reference->value);

      write_text (writer, 0, "", line);
    }
  if (self->references->len > 0)
    g_string_append_c (writer->out, '\n');
  write_part (writer, self->date_line);
  write_part (writer, self->subject);
}

static void
write_heading (Writer *writer, VetoBlock *block)
{
  gsize start = writer->out->len;
  guint n_columns;

  write_text (writer, 0, "", block->text);
  if (block->level > 1)
    return;
  n_columns =
    MIN (count_columns (writer->out->str + start, writer->out->str + writer->out->len - 1), writer->width);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_c (writer->out, '=');
  g_string_append_c (writer->out, '\n');
}

static void
write_block (Writer *writer, VetoBlock *block)
{
  guint n_indent = block->depth * 4;

  if (block->kind == VETO_BLOCK_HEADING)
    write_heading (writer, block);
  else if (block->kind == VETO_BLOCK_FACT)
    {
      g_autofree char *first = g_strdup_printf ("%s%s", block->marker, *block->marker != '\0' ? ": " : "");

      write_text (writer, n_indent, first, block->text);
    }
  else if (block->kind == VETO_BLOCK_PICTURE)
    {
      g_autofree char *words = g_strdup_printf ("[%s]", block->text);

      write_text (writer, n_indent, "", words);
    }
  else if (block->kind == VETO_BLOCK_ITEM)
    {
      g_autofree char *first = g_strdup_printf ("%s%s%s", block->box ? "[ ] " : "", block->marker,
                                                *block->marker != '\0' ? " " : "");

      write_text (writer, n_indent, first, block->text);
    }
  else if (block->kind == VETO_BLOCK_SIGNATURE)
    {
      if (*block->text != '\0')
        write_text (writer, n_indent, "", block->text);
      g_string_append (writer->out, *block->text != '\0' && *block->name != '\0' ? "\n" : "");
      if (*block->name != '\0')
        write_text (writer, n_indent, "", block->name);
    }
  else
    write_text (writer, n_indent, "", block->text);
}

/* Items of one list stand close together; everything else has an empty line before it. */
static gboolean
is_close (VetoBlock *before, VetoBlock *block)
{
  if (before->kind == VETO_BLOCK_FACT && block->kind == VETO_BLOCK_FACT)
    return TRUE;
  return before->kind == VETO_BLOCK_ITEM && block->kind == VETO_BLOCK_ITEM && !before->strong
         && !block->strong;
}

char *
veto_document_to_text (VetoDocument *self, guint width)
{
  Writer     writer = { .out = g_string_new (NULL), .width = MAX (width, MIN_WIDTH) };
  VetoBlock *before = NULL;

  g_return_val_if_fail (VETO_IS_DOCUMENT (self), NULL);

  write_letterhead (&writer, self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      VetoBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == VETO_BLOCK_PAGE_BREAK)
        continue;
      if (before != NULL && !is_close (before, block))
        g_string_append_c (writer.out, '\n');
      write_block (&writer, block);
      before = block;
    }
  if (before == NULL && writer.out->len > 1)
    g_string_truncate (writer.out, writer.out->len - 1); /* the empty line that divides head and text */
  return g_string_free (writer.out, FALSE);
}
