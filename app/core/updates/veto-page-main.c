/* Where on a page the main text is, and what in it is left out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page that says itself what its main text is, is believed. On others it is the part that nearly all sentences are in. Furniture that is
 * taken for text is a false alarm; text that is taken for furniture is a change that nobody hears of. So where that is not clear, it is
 * text. */
#define G_LOG_DOMAIN "veto-page-text"

#include <string.h>

#include "veto-page-private.h"

/* A block of fewer bytes than that is a label, an entry of a menu, a date; not a sentence. */
#define SENTENCE_BYTES 20

/* What is counted of the innermost block */
typedef struct
{
  guint32 n_text;
  guint32 n_linked;
} Block;

static gboolean
is_tag (const VetoPageNode *node, const char *tag)
{
  return node->tag != NULL && g_str_equal (node->tag, tag);
}

gboolean
veto_page_is_in_main (const VetoPageNode *node)
{
  for (; node != NULL; node = node->parent)
    if ((node->flags & VETO_PAGE_MAIN) != 0 || is_tag (node, "article"))
      return TRUE;
  return FALSE;
}

/* The question of a part that folds out is often a button. */
static gboolean
is_in_heading (const VetoPageNode *node)
{
  for (guint i = 0; i < 3 && node != NULL; i++, node = node->parent)
    if (node->kind == VETO_PAGE_HEADING)
      return TRUE;
  return FALSE;
}

/* Whether that is sure without counting anything */
static gboolean
is_surely_left_out (const VetoPageTree *tree, const VetoPageNode *node)
{
  if (node->kind == VETO_PAGE_NOTHING)
    return !is_tag (node, "button") || !is_in_heading (node->parent);
  if ((node->flags & VETO_PAGE_HIDDEN) != 0
      && (node->id == NULL || !g_hash_table_contains (tree->opened, node->id)))
    return TRUE;
  if ((node->flags & VETO_PAGE_FURNITURE) == 0 || (node->flags & VETO_PAGE_HAS_MAIN) != 0
      || is_tag (node, "body") || is_tag (node, "html"))
    return FALSE;
  if (is_tag (node, "header") || (is_tag (node, "aside") && (node->flags & VETO_PAGE_NOTE) != 0))
    return !veto_page_is_in_main (node->parent);
  return TRUE;
}

static void
count_text (const VetoPageTree *tree, VetoPageNode *node, Block *block, gboolean in_link)
{
  const char *text = tree->text->str + node->text;

  node->n_all = 0;
  for (guint32 i = 0; i < node->n_text; i++)
    node->n_all += !g_ascii_isspace (text[i]);
  node->n_linked = in_link ? node->n_all : 0;
  node->has_address = memchr (text, '@', node->n_text) != NULL;
  block->n_text += node->n_all;
  block->n_linked += node->n_linked;
}

static void
add_counts (VetoPageNode *node, const VetoPageNode *child)
{
  node->weight += child->weight;
  node->n_all += child->n_all;
  node->n_linked += child->n_linked;
  node->n_links += child->n_links;
  node->has_address |= child->has_address;
}

/* @block: of the block around. As deep as the page, which is not deep. */
static void
count (const VetoPageTree *tree, VetoPageNode *node, Block *around, gboolean in_link)
{
  Block    own = { 0 };
  gboolean is_inline = node->kind == VETO_PAGE_INLINE || node->kind == VETO_PAGE_LINK;
  Block   *block = is_inline ? around : &own;

  node->weight = node->n_all = node->n_linked = node->n_links = 0;
  node->has_address = FALSE;
  if (node->tag == NULL)
    {
      count_text (tree, node, around, in_link);
      return;
    }
  if ((node->flags & VETO_PAGE_LEFT_OUT) != 0 || is_surely_left_out (tree, node))
    {
      node->flags |= VETO_PAGE_LEFT_OUT;
      return;
    }
  in_link |= node->link != NULL;
  for (VetoPageNode *child = node->first; child != NULL; child = child->next)
    {
      count (tree, child, block, in_link);
      add_counts (node, child);
    }
  node->n_links += node->link != NULL;
  node->has_address |= node->link != NULL && g_str_has_prefix (node->link, "mailto:");
  if (!is_inline && own.n_text >= SENTENCE_BYTES && own.n_linked <= own.n_text / 2)
    node->weight += own.n_text;
}

/* Furniture, if the greater part of the page is not in it */
static void
leave_out_likely (VetoPageNode *node, guint32 whole)
{
  const guint keeps = VETO_PAGE_HAS_MAIN | VETO_PAGE_HAS_H1 | VETO_PAGE_MAIN;

  if ((node->flags & VETO_PAGE_LEFT_OUT) != 0)
    return;
  if ((node->flags & VETO_PAGE_LIKELY) != 0 && (node->flags & keeps) == 0 && node->weight < whole / 2
      && !is_tag (node, "body"))
    node->flags |= VETO_PAGE_LEFT_OUT;
  else
    for (VetoPageNode *child = node->first; child != NULL; child = child->next)
      leave_out_likely (child, whole);
}

/* The outermost element that says so, with the most sentences. @tag: (nullable): else by its flag */
static VetoPageNode *
find_named (VetoPageNode *node, const char *tag)
{
  VetoPageNode *best = NULL;

  if ((node->flags & VETO_PAGE_LEFT_OUT) != 0)
    return NULL;
  if (tag != NULL ? is_tag (node, tag) : (node->flags & VETO_PAGE_MAIN) != 0)
    return node;
  for (VetoPageNode *child = node->first; child != NULL; child = child->next)
    {
      VetoPageNode *found = find_named (child, tag);

      if (found != NULL && (best == NULL || found->weight > best->weight))
        best = found;
    }
  return best;
}

/* Elements that columns are made of; a paragraph or a list is text, however long the one beside it */
static gboolean
is_column (const VetoPageNode *node)
{
  static const char *const tags[] = { "html",  "body", "div", "section", "article", "form", "center", "table",
                                      "tbody", "tr",   "td",  "font",    "span",    "b",    "nobr",   NULL };

  return node->tag != NULL && g_strv_contains (tags, node->tag);
}

/* What stands beside @best is a column of its own: links, or few sentences without an address or the heading of the page. */
static gboolean
are_others_beside (const VetoPageNode *node, const VetoPageNode *best)
{
  for (const VetoPageNode *child = node->first; child != NULL; child = child->next)
    {
      gboolean has_h1 = (child->flags & VETO_PAGE_HAS_H1) != 0;

      if (child == best || child->n_all == 0)
        continue;
      if (child->has_address || has_h1)
        return FALSE;
      if (child->n_linked < child->n_all - child->n_all / 5
          && (!is_column (child) || child->weight > node->weight / 7))
        return FALSE;
    }
  return TRUE;
}

static VetoPageNode *
find_densest (VetoPageNode *node)
{
  for (;;)
    {
      VetoPageNode *best = NULL;

      for (VetoPageNode *child = node->first; child != NULL; child = child->next)
        if (best == NULL || child->weight > best->weight)
          best = child;
      if (best == NULL || best->weight == 0 || best->weight < node->weight - node->weight / 4
          || !is_column (best) || !are_others_beside (node, best))
        return node;
      node = best;
    }
}

VetoPageNode *
veto_page_find_main (VetoPageTree *tree)
{
  Block         page = { 0 };
  VetoPageNode *root = tree->root, *named;

  if (root == NULL)
    return NULL;
  count (tree, root, &page, FALSE);
  leave_out_likely (root, root->weight);
  count (tree, root, &page, FALSE);
  if (root->n_all == 0)
    return NULL;
  named = find_named (root, NULL);
  if (named != NULL && named->weight >= root->weight / 4)
    return named;
  named = find_named (root, "article");
  if (named != NULL && named->weight > root->weight / 2)
    return named;
  return find_densest (root);
}
