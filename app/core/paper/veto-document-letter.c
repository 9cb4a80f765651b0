/* A letter as a part of another document.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-document"

#include "veto-document-private.h"

static void
add_part (VetoDocument *self, const char *text)
{
  if (veto_document_says (text))
    veto_document_add_block (self, VETO_BLOCK_PARAGRAPH, text);
}

static void
add_head (VetoDocument *self, VetoDocument *letter)
{
  g_autoptr(GString) sender = g_string_new (letter->sender_name);
  g_autoptr(GString) references = g_string_new (NULL);

  if (veto_document_says (letter->sender_lines))
    g_string_append_printf (sender, "%s%s", sender->len > 0 ? "\n" : "", letter->sender_lines);
  for (guint i = 0; i < letter->references->len; i++)
    {
      const VetoReference *reference = g_ptr_array_index (letter->references, i);

      g_string_append_printf (references, "%s%s: %s", i > 0 ? "\n" : "", reference->label, reference->value);
    }
  add_part (self, sender->str);
  add_part (self, letter->remark);
  add_part (self, letter->recipient);
  add_part (self, references->str);
  add_part (self, letter->date_line);
  if (veto_document_says (letter->subject))
    veto_document_add_block (self, VETO_BLOCK_PARAGRAPH, letter->subject)->strong = TRUE;
}

static void
add_copy (VetoDocument *self, const VetoBlock *from)
{
  guint      depth = MIN (self->depth + from->depth, VETO_DOCUMENT_MAX_DEPTH);
  VetoBlock *block;

  if (from->kind == VETO_BLOCK_PAGE_BREAK)
    return;
  block = veto_document_add_block (self, from->kind, from->text);
  block->depth = depth;
  block->level = from->kind == VETO_BLOCK_HEADING ? 3 : 0;
  block->box = from->box;
  block->strong = from->strong;
  block->marker = g_strdup (from->marker);
  block->name = g_strdup (from->name);
  g_set_object (&block->picture, from->picture);
}

void
veto_document_add_letter (VetoDocument *self, VetoDocument *letter)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  g_return_if_fail (VETO_IS_DOCUMENT (letter) && letter != self);

  add_head (self, letter);
  for (guint i = 0; i < letter->blocks->len; i++)
    add_copy (self, g_ptr_array_index (letter->blocks, i));
}
