/* Private to paper: a PDF that Cairo wrote, changed by adding to its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* New versions of some objects and a table of what is new, which names the table before it (ISO 32000-1, 7.5.6). */
typedef struct
{
  char    *pdf; /* a copy, with a NUL for all that look for words */
  gsize    n_bytes;
  gint64   table; /* where the table of objects begins */
  gint64   root, info, size;
  GString *objects; /* new versions */
  GString *entries; /* of the new table */
} VetoPaperUpdate;

/* Returns: whether the file is written as Cairo writes it; otherwise nothing can be changed */
gboolean veto_paper_update_init (VetoPaperUpdate *self, const GByteArray *pdf);
void     veto_paper_update_clear (VetoPaperUpdate *self);

/* @word: that must be in it. Returns: (nullable): "48 0 obj\n<< … " without its end, ">>\nendobj" */
const char *
veto_paper_update_find (VetoPaperUpdate *self, gint64 object, const char *word, gsize *out_n_bytes);

/* @content: what veto_paper_update_find() gave; @more: lines that are added to it. In the order of their numbers. */
void veto_paper_update_add (VetoPaperUpdate *self,
                            gint64           object,
                            const char      *content,
                            gsize            n_content,
                            const char      *more);

void veto_paper_update_write (VetoPaperUpdate *self, GByteArray *pdf);

G_END_DECLS
