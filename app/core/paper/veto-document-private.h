/* Private to paper: what a document is made of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "veto-document.h"

G_BEGIN_DECLS

typedef enum {
  VETO_BLOCK_HEADING,
  VETO_BLOCK_PARAGRAPH,
  VETO_BLOCK_ITEM,
  VETO_BLOCK_FACT,
  VETO_BLOCK_NOTE,
  VETO_BLOCK_LINK,
  VETO_BLOCK_SIGNATURE,
  VETO_BLOCK_PICTURE,
  VETO_BLOCK_PAGE_BREAK
} VetoBlockKind;

typedef struct
{
  VetoBlockKind kind;
  guint         level;   /* of a heading: 1 to 3 */
  guint         depth;   /* 0 at the margin */
  gboolean      box;     /* an item with a box to tick */
  gboolean      strong;  /* bold, and stays with the next block */
  char         *marker;  /* of an item, and the label of a fact; NULL: none */
  char         *text;    /* of a picture: what is to be seen on it */
  char         *name;    /* of a signature; NULL: none */
  VetoPicture  *picture; /* NULL: none */
} VetoBlock;

typedef struct
{
  char *label;
  char *value;
} VetoReference;

struct _VetoDocument
{
  GObject    parent_instance;
  char      *title;
  char      *language;
  char      *page_words;
  guint      depth;      /* of the blocks to come */
  GPtrArray *blocks;     /* (element-type VetoBlock) */
  GPtrArray *references; /* (element-type VetoReference) */
  char      *sender_name;
  char      *sender_lines;
  char      *return_line;
  char      *remark;
  char      *recipient;
  char      *date_line;
  char      *subject;
};

/* A block at the end, of the document's depth; (transfer none) */
VetoBlock *veto_document_add_block (VetoDocument *self, VetoBlockKind kind, const char *text);

/* Returns: (transfer full): "Page 2 of 3" in the document's words */
char *veto_document_dup_page_words (VetoDocument *self, guint page, guint n_pages);

/* Whether there is anything in @text: not %NULL, not empty. */
gboolean veto_document_says (const char *text);

G_END_DECLS
