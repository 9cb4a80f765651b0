/* A JSON document in memory: few large blocks, which are freed together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-json"

#include "veto-json-document.h"

#include <string.h>

#define BLOCK_ITEMS 680 /* 16 KiB */
#define ITEM_BYTES 4    /* what a member or element takes at least, with its comma; nearly */

struct _VetoJsonDocument
{
  char      *texts;   /* one behind the other, each with its end */
  char      *out;     /* in them */
  GPtrArray *blocks;  /* of items */
  GPtrArray *indexes; /* of large objects */
  VetoJson  *free;    /* in the last block */
  gsize      n_free;
  gsize      n_block; /* items of a block: no more than a small document can have */
  VetoJson   root;
};

VetoJsonDocument *
veto_json_document_new (gsize n_bytes)
{
  VetoJsonDocument *self = g_new0 (VetoJsonDocument, 1);

  self->texts = self->out = g_malloc (n_bytes + 1);
  self->n_block = MIN (n_bytes / ITEM_BYTES + 1, BLOCK_ITEMS);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  return self;
}

void
veto_json_document_keep_texts_only (VetoJsonDocument *self)
{
  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->indexes, 0);
  self->n_free = 0;
  self->root = (VetoJson){ .kind = VETO_JSON_NULL };
}

void
veto_json_document_free (VetoJsonDocument *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->indexes);
  g_free (self->texts);
  g_free (self);
}

char **
veto_json_document_get_out (VetoJsonDocument *self)
{
  return &self->out;
}

const VetoJson *
veto_json_document_get_root (VetoJsonDocument *self)
{
  return &self->root;
}

void
veto_json_document_set_root (VetoJsonDocument *self, const VetoJson *root)
{
  self->root = *root;
}

static VetoJson *
alloc_items (VetoJsonDocument *self, gsize n)
{
  VetoJson *items;

  if (n > self->n_free)
    {
      items = g_new (VetoJson, MAX (n, self->n_block));
      g_ptr_array_add (self->blocks, items);
      if (n >= self->n_block)
        return items; /* the rest of the block before is still good */
      self->free = items;
      self->n_free = self->n_block;
    }
  items = self->free;
  self->free += n;
  self->n_free -= n;
  return items;
}

void
veto_json_document_set_items (VetoJsonDocument *self,
                              VetoJson         *value,
                              const VetoJson   *items,
                              guint             n_items,
                              GHashTable       *index)
{
  VetoJson *copy = alloc_items (self, (gsize) n_items + (index != NULL ? 1 : 0));

  if (n_items > 0)
    memcpy (copy, items, n_items * sizeof *items);
  if (index != NULL)
    {
      copy[n_items] = (VetoJson){ .kind = VETO_JSON_NULL, .index = index };
      g_ptr_array_add (self->indexes, index);
    }
  value->n_items = n_items;
  value->items = copy;
}

VetoJsonDocument *
veto_json_document_new_object (const VetoJson *members, guint n_members)
{
  VetoJsonDocument *self = veto_json_document_new (0);
  GHashTable       *index = NULL;

  if (n_members > VETO_JSON_MAX_PLAIN)
    index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_members && index != NULL; i++)
    g_hash_table_insert (index, (gpointer) members[i].name, GUINT_TO_POINTER (i + 1));
  self->root.kind = VETO_JSON_OBJECT;
  veto_json_document_set_items (self, &self->root, members, n_members, index);
  return self;
}

const VetoJson *
veto_json_find (const VetoJson *object, const char *name)
{
  if (object->n_items > VETO_JSON_MAX_PLAIN)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (object->items[object->n_items].index, name));
      return number > 0 ? &object->items[number - 1] : NULL;
    }
  for (guint i = 0; i < object->n_items; i++)
    if (object->items[i].name[0] == name[0] && strcmp (object->items[i].name, name) == 0)
      return &object->items[i];
  return NULL;
}
