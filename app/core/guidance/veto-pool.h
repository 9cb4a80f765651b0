/* What the structs of one bundle live in: freed together, when the last object that needs it is gone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-json.h"

G_BEGIN_DECLS

typedef struct _VetoPool VetoPool;

VetoPool *veto_pool_new (void);
VetoPool *veto_pool_ref (VetoPool *self); /* from any thread */
void      veto_pool_unref (VetoPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoPool, veto_pool_unref)

/* Returns: (transfer none): zeroed memory for @n items of @size bytes, which lives as long as the pool */
gpointer veto_pool_alloc (VetoPool *self, gsize n, gsize size);

/* Returns: (transfer none): @text, now the pool's */
const char *veto_pool_take_text (VetoPool *self, char *text);

/* Keeps a document, whose texts are pointed at. @document: (transfer full) */
void veto_pool_hold (VetoPool *self, VetoJsonDocument *document);

#define veto_pool_new_array(self, Type, n) ((Type *) veto_pool_alloc ((self), (n), sizeof (Type)))

G_END_DECLS
