/* The memory of a JSON document while it is read. Private to base.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-json.h"

G_BEGIN_DECLS

/* Objects of more members than this have an index of their names. */
#define VETO_JSON_MAX_PLAIN 16

/* @n_bytes: of the text the document is read from; its texts need no more */
VetoJsonDocument *veto_json_document_new (gsize n_bytes);

/* Where the next text is written to; the reader moves it on behind the end of the text. */
char **veto_json_document_get_out (VetoJsonDocument *self);

/* Gives @value the items, which are copied. @index: (transfer full) (nullable): for an object of more members than
 * VETO_JSON_MAX_PLAIN, each name with the number of its item, beginning at 1 */
void veto_json_document_set_items (VetoJsonDocument *self,
                                   VetoJson         *value,
                                   const VetoJson   *items,
                                   guint             n_items,
                                   GHashTable       *index);

void veto_json_document_set_root (VetoJsonDocument *self, const VetoJson *root);

G_END_DECLS
