/* The parts that make the text of a page: bytes, tree, furniture, lines. Private to updates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Elements of which something else than a block of text is known */
typedef enum {
  VETO_PAGE_INLINE, /* also what nobody knows */
  VETO_PAGE_BLOCK,
  VETO_PAGE_HEADING,
  VETO_PAGE_ITEM, /* of a list */
  VETO_PAGE_LIST,
  VETO_PAGE_BREAK,
  VETO_PAGE_LINK,
  VETO_PAGE_NOTHING, /* what is in it is no text of the page: scripts, parts of forms, pictures */
} VetoPageKind;

typedef enum {
  VETO_PAGE_HIDDEN = 1 << 0,    /* not seen */
  VETO_PAGE_FURNITURE = 1 << 1, /* what it says of itself is that it is no main text; so does its place */
  VETO_PAGE_LIKELY = 1 << 6,    /* perhaps furniture, unless the text is in it */
  VETO_PAGE_MAIN = 1 << 2,      /* what it says of itself is that it is the main text */
  VETO_PAGE_NOTE = 1 << 3,      /* beside the text, but about it: a warning, a hint */
  VETO_PAGE_PASSWORD = 1 << 4,  /* a field for one */
  VETO_PAGE_CHALLENGE = 1 << 5, /* asks whether one is human */
  VETO_PAGE_HAS_MAIN = 1 << 7,  /* the main text is in it */
  VETO_PAGE_HAS_H1 = 1 << 8,    /* the heading of the page is in it */
  VETO_PAGE_LEFT_OUT = 1 << 9,  /* nothing of it is main text: veto_page_find_main() */
} VetoPageFlags;

typedef struct _VetoPageNode VetoPageNode;

/* An element, or a run of text. What is counted is counted in all of it, without what is left out. */
struct _VetoPageNode
{
  VetoPageNode *parent, *first, *last, *next;
  const char   *tag;         /* NULL for a run of text */
  const char   *link;        /* nullable: where it leads, as written */
  const char   *id;          /* nullable: of an element that is hidden, in case something opens it */
  VetoPageKind  kind;        /* */
  guint         flags;       /* VetoPageFlags */
  guint32       text;        /* of a run of text: where it begins in the tree's */
  guint32       n_text;      /* its bytes */
  guint32       weight;      /* bytes of text as sentences are written */
  guint32       n_all;       /* bytes that are no white space */
  guint32       n_linked;    /* those of them in links */
  guint32       n_links;     /* */
  gboolean      has_address; /* an e-mail address */
};

typedef struct
{
  VetoPageNode *root;
  GPtrArray    *blocks;       /* memory of the nodes */
  guint         n_nodes;      /* */
  GStringChunk *names;        /* */
  GString      *text;         /* of all runs, one behind the other */
  GHashTable   *opened;       /* ids of what can be opened: tabs, parts to fold out */
  GString      *title;        /* of the document */
  char         *base;         /* nullable: the address that others are relative to, as written */
  gboolean      has_script;   /* */
  gboolean      has_password; /* a field for one: a page to log in */
  gboolean      is_challenge; /* it asks whether one is human */
  gboolean      has_too_many; /* more nodes, or deeper, than is read */
} VetoPageTree;

/* Returns: (transfer full): the bytes as UTF-8 without control characters but tab and newline; what no character can be made of is
 * U+FFFD. @charset: (nullable): what the server said. */
char *veto_page_dup_utf8 (GBytes *html, const char *charset);

/* @html: UTF-8 that lives as long as the tree. Returns: (transfer full): look at has_too_many first */
VetoPageTree *veto_page_tree_read (const char *html);
void          veto_page_tree_free (VetoPageTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VetoPageTree, veto_page_tree_free)

/* What an element is by its name and attributes. @attributes: (nullable): name, value, name, value, …, NULL; values may be NULL */
VetoPageKind veto_page_get_kind (const char *tag);
guint        veto_page_get_flags (const char *tag, const char *const *attributes);

/* Words of a heading above links that lead away from the text */
gboolean veto_page_is_away_heading (const char *text);

/* Words of a line that says something about the moment or the reader, not about the matter */
gboolean veto_page_is_passing_line (const char *text);

/* Marks what is left out. Returns: (transfer none) (nullable): where the main text is; %NULL when there is no text at all */
VetoPageNode *veto_page_find_main (VetoPageTree *tree);

/* Whether @node is in what says of itself that it is the main text, or an article */
gboolean veto_page_is_in_main (const VetoPageNode *node);

/* Returns: (transfer full) (nullable): where a link leads, so that only another target is another text: host and path, what is left
 * of the query without marks of who comes from where; an e-mail address; a number; %NULL when it leads to a place on the same page or
 * nowhere. @base: (nullable): address of the page */
char *veto_page_dup_target (const char *link, const char *base);

/* Returns: (transfer full): of char *, the lines of the main text in @main. @base: (nullable): address of the page */
GPtrArray *veto_page_make_lines (const VetoPageTree *tree, const VetoPageNode *main, const char *base);

/* Returns: (transfer full): @text as it is compared: without white space, one kind of quotation marks and dashes */
char *veto_page_dup_folded (const char *text);

G_END_DECLS
