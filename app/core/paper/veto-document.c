/* What is on the paper, without any layout: a letter or a sheet, as blocks in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-document"

#include "veto-config.h"

#include "veto-document-private.h"
#include "veto-settable.h"

#include <glib/gi18n-lib.h>

#define MAX_MARKER 12 /* characters; what is longer does not fit beside the text, and stands in it */

G_DEFINE_FINAL_TYPE (VetoDocument, veto_document, G_TYPE_OBJECT)

static void
free_block (gpointer data)
{
  VetoBlock *block = data;

  g_free (block->marker);
  g_free (block->text);
  g_free (block->name);
  g_clear_object (&block->picture);
  g_free (block);
}

static void
free_reference (gpointer data)
{
  VetoReference *reference = data;

  g_free (reference->label);
  g_free (reference->value);
  g_free (reference);
}

static void
veto_document_finalize (GObject *object)
{
  VetoDocument *self = VETO_DOCUMENT (object);

  g_free (self->title);
  g_free (self->language);
  g_free (self->page_words);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->references);
  g_free (self->sender_name);
  g_free (self->sender_lines);
  g_free (self->return_line);
  g_free (self->remark);
  g_free (self->recipient);
  g_free (self->date_line);
  g_free (self->subject);

  G_OBJECT_CLASS (veto_document_parent_class)->finalize (object);
}

static void
veto_document_class_init (VetoDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = veto_document_finalize;
}

static void
veto_document_init (VetoDocument *self)
{
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->references = g_ptr_array_new_with_free_func (free_reference);
}

static void
take (char **member, char *value)
{
  g_free (*member);
  *member = value;
}

VetoBlock *
veto_document_add_block (VetoDocument *self, VetoBlockKind kind, const char *text)
{
  VetoBlock *block = g_new0 (VetoBlock, 1);

  block->kind = kind;
  block->depth = self->depth;
  block->text = veto_settable_dup (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
add_item (VetoDocument *self, gboolean box, gboolean strong, const char *marker, const char *text)
{
  VetoBlock *block = veto_document_add_block (self, VETO_BLOCK_ITEM, text);

  block->box = box;
  block->strong = strong;
  block->marker = veto_settable_dup_line (marker);
  if (g_utf8_strlen (block->marker, -1) > MAX_MARKER)
    {
      take (&block->text, g_strdup_printf ("%s %s", block->marker, block->text));
      *block->marker = '\0';
    }
}

VetoDocument *
veto_document_new (const char *title, const char *language)
{
  VetoDocument *self = g_object_new (VETO_TYPE_DOCUMENT, NULL);

  self->title = veto_settable_dup_line (title);
  self->language = veto_settable_dup_line (language);
  return self;
}

const char *
veto_document_get_title (VetoDocument *self)
{
  g_return_val_if_fail (VETO_IS_DOCUMENT (self), NULL);
  return self->title;
}

const char *
veto_document_get_language (VetoDocument *self)
{
  g_return_val_if_fail (VETO_IS_DOCUMENT (self), NULL);
  return self->language;
}

void
veto_document_add_heading (VetoDocument *self, guint level, const char *text)
{
  VetoBlock *block;

  g_return_if_fail (VETO_IS_DOCUMENT (self));
  g_return_if_fail (level >= 1 && level <= 3);

  block = veto_document_add_block (self, VETO_BLOCK_HEADING, text);
  block->level = level;
  block->strong = TRUE;
}

void
veto_document_add_paragraph (VetoDocument *self, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  veto_document_add_block (self, VETO_BLOCK_PARAGRAPH, text);
}

void
veto_document_add_item (VetoDocument *self, const char *marker, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  add_item (self, FALSE, FALSE, marker, text);
}

void
veto_document_add_strong_item (VetoDocument *self, const char *marker, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  add_item (self, FALSE, TRUE, marker, text);
}

void
veto_document_add_task (VetoDocument *self, const char *marker, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  add_item (self, TRUE, FALSE, marker, text);
}

void
veto_document_add_strong_task (VetoDocument *self, const char *marker, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  add_item (self, TRUE, TRUE, marker, text);
}

void
veto_document_add_fact (VetoDocument *self, const char *label, const char *text)
{
  VetoBlock *block;

  g_return_if_fail (VETO_IS_DOCUMENT (self));

  block = veto_document_add_block (self, VETO_BLOCK_FACT, text);
  block->marker = veto_settable_dup_line (label);
}

void
veto_document_add_picture (VetoDocument *self, VetoPicture *picture, const char *description)
{
  VetoBlock *block;

  g_return_if_fail (VETO_IS_DOCUMENT (self));
  g_return_if_fail (VETO_IS_PICTURE (picture));

  block = veto_document_add_block (self, VETO_BLOCK_PICTURE, description);
  block->picture = g_object_ref (picture);
}

void
veto_document_add_note (VetoDocument *self, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  veto_document_add_block (self, VETO_BLOCK_NOTE, text);
}

void
veto_document_add_link (VetoDocument *self, const char *address)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  veto_document_add_block (self, VETO_BLOCK_LINK, address);
}

void
veto_document_add_signature (VetoDocument *self, const char *closing, const char *name)
{
  VetoBlock *block;

  g_return_if_fail (VETO_IS_DOCUMENT (self));

  block = veto_document_add_block (self, VETO_BLOCK_SIGNATURE, closing);
  block->name = veto_settable_dup (name);
}

void
veto_document_add_page_break (VetoDocument *self)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  veto_document_add_block (self, VETO_BLOCK_PAGE_BREAK, NULL);
}

void
veto_document_set_depth (VetoDocument *self, guint depth)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  g_return_if_fail (depth <= VETO_DOCUMENT_MAX_DEPTH);
  self->depth = depth;
}

void
veto_document_set_page_words (VetoDocument *self, const char *words)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  take (&self->page_words, veto_settable_dup_line (words));
}

void
veto_document_set_sender (VetoDocument *self, const char *name, const char *lines)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  take (&self->sender_name, veto_settable_dup_line (name));
  take (&self->sender_lines, veto_settable_dup_lines (lines));
}

void
veto_document_set_return_line (VetoDocument *self, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  take (&self->return_line, veto_settable_dup_line (text));
}

void
veto_document_set_remark (VetoDocument *self, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  take (&self->remark, veto_settable_dup_line (text));
}

void
veto_document_set_recipient (VetoDocument *self, const char *lines)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  take (&self->recipient, veto_settable_dup_lines (lines));
}

void
veto_document_add_reference (VetoDocument *self, const char *label, const char *value)
{
  VetoReference *reference;

  g_return_if_fail (VETO_IS_DOCUMENT (self));

  reference = g_new0 (VetoReference, 1);
  reference->label = veto_settable_dup_line (label);
  reference->value = veto_settable_dup_line (value);
  g_ptr_array_add (self->references, reference);
}

void
veto_document_set_date_line (VetoDocument *self, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  take (&self->date_line, veto_settable_dup_line (text));
}

void
veto_document_set_subject (VetoDocument *self, const char *text)
{
  g_return_if_fail (VETO_IS_DOCUMENT (self));
  take (&self->subject, veto_settable_dup (text));
}

gboolean
veto_document_says (const char *text)
{
  return text != NULL && *text != '\0';
}

char *
veto_document_dup_page_words (VetoDocument *self, guint page, guint n_pages)
{
  /* Translators: at the foot of a printed page. {{page}} and {{pages}} stay as they are: Veto puts numbers there. */
  const char      *words = veto_document_says (self->page_words) ? self->page_words
                                                                 : _ ("Page {{page}} of {{pages}}");
  g_autofree char *number = g_strdup_printf ("%u", page), *last = g_strdup_printf ("%u", n_pages);
  GString         *result = g_string_new (words);

  g_string_replace (result, "{{page}}", number, 0);
  g_string_replace (result, "{{pages}}", last, 0);
  return g_string_free (result, FALSE);
}
