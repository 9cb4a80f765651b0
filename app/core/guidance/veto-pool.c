/* What the structs of one bundle live in, and the documents that their texts are in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "veto-pool"

#include "veto-pool.h"

struct _VetoPool
{
  GPtrArray *blocks;
  GPtrArray *documents;
};

static void
clear_pool (gpointer data)
{
  VetoPool *self = data;

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->documents);
}

VetoPool *
veto_pool_new (void)
{
  VetoPool *self = g_atomic_rc_box_new0 (VetoPool);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) veto_json_document_free);
  return self;
}

VetoPool *
veto_pool_ref (VetoPool *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
veto_pool_unref (VetoPool *self)
{
  g_atomic_rc_box_release_full (self, clear_pool);
}

gpointer
veto_pool_alloc (VetoPool *self, gsize n, gsize size)
{
  gpointer block = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (self->blocks, block);
  return block;
}

const char *
veto_pool_take_text (VetoPool *self, char *text)
{
  g_ptr_array_add (self->blocks, text);
  return text;
}

void
veto_pool_hold (VetoPool *self, VetoJsonDocument *document)
{
  g_ptr_array_add (self->documents, document);
}
